// Every sample and every example of the guide is a document without a finding.
import assert from 'node:assert/strict';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { parseFleet } from '@edgewright/schemas/fleet.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { bytesOf, filesEnding, textOf } from '../repository/source.ts';
import { brokenFleets } from './broken/fleets.ts';
import { brokenSweeps } from './broken/sweeps.ts';

describe('samples', () => {
  for (const path of [...filesEnding('.yaml', 'samples/sweeps'), ...filesEnding('.yaml', 'samples/fleets')]) {
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

  for (const name of ['edge-fc', 'idle-gap', 'threads', 'jit']) {
    it(`${name} expands to a few hundred points at most`, () => {
      const { points, diagnostics } = checkSweep(textOf(`samples/sweeps/${name}.sweep.yaml`), new Map());
      assert.deepEqual(diagnostics, []);
      assert.ok(points !== undefined && points.length >= 20 && points.length <= 400, `${points?.length} points`);
    });
  }
});

const examples = [...textOf('docs/sweeps.md').matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, example]) => example ?? '');

describe('docs/sweeps.md', () => {
  it('has examples', () => assert.ok(examples.length >= 10));

  for (const example of examples) {
    const name = /^name: (.*)$/m.exec(example)?.[1] ?? 'the fleet';
    it(`example ${name} is sound`, () => assert.deepEqual(findingsOf(example), []));
  }
});

describe('the schemas, as an editor reads them', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addKeyword('parameter');
  const validators = {
    sweep: ajv.compile(JSON.parse(textOf('schemas/sweep.schema.json'))),
    fleet: ajv.compile(JSON.parse(textOf('schemas/fleet.schema.json'))),
  };
  const accepts = (text: string) => {
    const value: unknown = parse(text);
    return validators[/^edgewright: fleet/m.test(text) ? 'fleet' : 'sweep'](value);
  };

  it('accept every sample and every example', () => {
    const samples = [...filesEnding('.yaml', 'samples/sweeps'), ...filesEnding('.yaml', 'samples/fleets')].map(textOf);
    for (const text of [...samples, ...examples]) assert.ok(accepts(text), text);
  });

  it('refuse whatever the validator refuses for its shape', () => {
    const shape = new Set(['unknown-key', 'missing-key', 'not-one-of', 'bad-format', 'wrong-length']);
    // Of an axis the schema knows the form alone; its values are known to the validator.
    const isOfShape = ({ code, path }: Diagnostic) =>
      shape.has(code) && !path.includes('axes') && !path.includes('scenario');
    const cases = [...brokenSweeps, ...brokenFleets].filter(({ text }) => findingsOf(text).some(isOfShape));
    assert.ok(cases.length > 20);
    for (const { title, text } of cases) assert.ok(!accepts(text), title);
  });
});

function findingsOf(text: string): readonly Diagnostic[] {
  return /^edgewright: fleet/m.test(text) ? parseFleet(text).diagnostics : parseSweep(text).diagnostics;
}
