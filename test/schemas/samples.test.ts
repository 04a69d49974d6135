// Every sample and every example of the guide is a document without a finding.
import assert from 'node:assert/strict';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { parseFleet } from '@edgewright/schemas/fleet.js';
import { task as taskShape } from '@edgewright/schemas/generated/document-shapes.js';
import { checkShape, type Validator } from '@edgewright/schemas/shape.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { bytesOf, filesEnding, textOf } from '../repository/source.ts';
import { brokenFleets } from './broken/fleets.ts';
import { brokenSweeps } from './broken/sweeps.ts';
import { brokenTasks } from './broken/tasks.ts';

const documents = ['sweeps', 'fleets', 'tasks'].flatMap((folder) => filesEnding('.yaml', `samples/${folder}`));

describe('samples', () => {
  for (const path of documents) {
    it(`${path} is sound`, () => assert.deepEqual(findingsOf(textOf(path)), []));
  }

  for (const [name, points] of [
    ['paradnn-fc', 9720],
    ['paradnn-cnn', 2 * 1080],
    ['paradnn-rnn', 3 * 720],
  ] as const) {
    it(`${name} has the ${points} points of the paper's table`, () => {
      const { points: found, diagnostics } = checkSweep(textOf(`samples/sweeps/${name}.sweep.yaml`), new Map());
      assert.deepEqual(diagnostics, []);
      assert.equal(found?.length, points);
    });
  }

  it('own-model binds the open dimension of its file, whose costs are exact', () => {
    const file = '../models/tiny-classifier.onnx';
    const bytes = bytesOf('samples/models/tiny-classifier.onnx');
    assert.ok(bytes.length < 40_000);
    const source = inspectOnnx(bytes, 'ab'.repeat(32));
    assert.deepEqual(source.dimensions, ['N']);
    assert.deepEqual(source.partial({ N: 8 }), []);
    const text = textOf('samples/sweeps/own-model.sweep.yaml');
    const { points, diagnostics } = checkSweep(text, new Map([[file, source]]));
    assert.deepEqual(diagnostics, []);
    assert.equal(points?.length, 4 * 4);
    const [one] = points ?? [];
    assert.equal(source.cost({ N: 8 }).macs, 8 * (one?.cost.macs ?? 0));
  });

  for (const name of ['edge-fc', 'idle-gap', 'threads', 'jit', 'ablation']) {
    it(`${name} expands to a few hundred points at most`, () => {
      const { points, diagnostics } = checkSweep(textOf(`samples/sweeps/${name}.sweep.yaml`), new Map());
      assert.deepEqual(diagnostics, []);
      assert.ok(points !== undefined && points.length >= 20 && points.length <= 400, `${points?.length} points`);
    });
  }
});

const examplesOf = (page: string) =>
  [...textOf(page).matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, example]) => example ?? '');
/** Pages, and how many examples each has at least. */
const least = { 'docs/sweeps.md': 8, 'docs/tasks.md': 8, 'docs/sources.md': 1, 'docs/scripts.md': 1 };
const pages = Object.fromEntries(Object.keys(least).map((page) => [page, examplesOf(page)]));
const examples = Object.values(pages).flat();

for (const [page, those] of Object.entries(pages)) {
  describe(page, () => {
    it('has examples', () => assert.ok(those.length >= least[page as keyof typeof least]));

    for (const example of those) {
      const name = /^name: (.*)$/m.exec(example)?.[1] ?? 'the fleet';
      it(`example ${name} is sound`, () => assert.deepEqual(findingsOf(example), []));
    }
  });
}

describe('the schemas, as an editor reads them', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addKeyword('parameter');
  const validators = {
    sweep: ajv.compile(JSON.parse(textOf('schemas/sweep.schema.json'))),
    fleet: ajv.compile(JSON.parse(textOf('schemas/fleet.schema.json'))),
    task: ajv.compile(JSON.parse(textOf('schemas/task.schema.json'))),
  };
  const accepts = (text: string) => {
    const value: unknown = parse(text);
    return validators[kindOf(text)](value);
  };

  it('accept every sample and every example', () => {
    for (const text of [...documents.map(textOf), ...examples]) assert.ok(accepts(text), text);
  });

  it('refuse whatever the validator refuses for its shape', () => {
    const shape = new Set(['unknown-key', 'missing-key', 'not-one-of', 'bad-format', 'wrong-length']);
    // Of an axis the schema knows the form alone; its values are known to the validator.
    const isOfShape = ({ code, path }: Diagnostic) =>
      shape.has(code) && !path.includes('axes') && !path.includes('scenario');
    // Of a task much is of meaning that reads like a matter of shape: what the validator itself refuses counts.
    const tasks = brokenTasks
      .filter(({ text }) => kindOf(text) === 'task')
      .filter(({ text }) => checkShape(taskShape as Validator, parse(text), []).length > 0);
    const cases = [...brokenSweeps, ...brokenFleets].filter(({ text }) => findingsOf(text).some(isOfShape));
    assert.ok(cases.length > 20);
    assert.ok(tasks.length > 1);
    for (const { title, text } of [...cases, ...tasks]) assert.ok(!accepts(text), title);
  });
});

function kindOf(text: string): 'sweep' | 'fleet' | 'task' {
  return (/^edgewright: (fleet|task)/m.exec(text)?.[1] ?? 'sweep') as 'sweep' | 'fleet' | 'task';
}

function findingsOf(text: string): readonly Diagnostic[] {
  const parse = { sweep: parseSweep, fleet: parseFleet, task: checkTask }[kindOf(text)];
  return parse(text).diagnostics;
}
