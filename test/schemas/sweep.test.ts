import assert from 'node:assert/strict';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import { familyNames, familyParameters } from '@edgewright/schemas/family.js';
import { parseFleet } from '@edgewright/schemas/fleet.js';
import { leastSamples } from '@edgewright/schemas/measure.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import fc from 'fast-check';
import { textOf } from '../repository/source.ts';

const smallest = 'edgewright: sweep/v1\nname: smallest\nmodels: [{family: fc}]\n';

describe('a sweep', () => {
  it('has every default of the schema', () => {
    const { sweep, diagnostics } = parseSweep(smallest);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(sweep, {
      name: 'smallest',
      description: '',
      seed: 1,
      models: [
        {
          name: 'fc',
          family: 'fc',
          file: undefined,
          batch: undefined,
          axes: [],
          zip: [],
          when: new Map(),
          derive: new Map(),
          constraint: [],
          place: { line: 3, column: 10, offset: 45, length: 12 },
        },
      ],
      execution: {
        runtime: ['ort'],
        threads: [1],
        precision: ['float32'],
        optimization: ['all'],
        ablation: ['none'],
        scenario: [{ kind: 'single-stream' }],
        zip: [],
        when: new Map(),
      },
      constraint: [],
      measure: {
        halfWidth: 0.02,
        confidence: 0.95,
        minTime: 1000,
        maxTime: 10_000,
        minIterations: 10,
        maxIterations: 20_000,
        warmupTime: 200,
        warmupIterations: 3,
        percentiles: [50, 90, 99],
        repeats: 1,
        timeout: 300_000,
        memoryLimit: undefined,
        cooldown: 0,
        profile: false,
      },
      sampling: { method: 'grid', points: undefined },
      order: { method: 'random', by: ['runtime'], referenceEvery: undefined },
      budget: { time: undefined, points: undefined },
      analyses: undefined,
    });
  });

  it('asks for the times of kernels where it says so', () => {
    assert.equal(parseSweep(`${smallest}measure: {profile: true}\n`).sweep?.measure.profile, true);
    const { diagnostics } = parseSweep(`${smallest}measure: {profile: often}\n`);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['wrong-type'],
    );
  });

  it('has durations in milliseconds and sizes in bytes', () => {
    const { sweep } = parseSweep(
      `${smallest}measure: {minTime: 250us, maxTime: 1.5s, timeout: 2min, memoryLimit: 1.5MiB}\nbudget: {time: 1h}\n` +
        'execution: {scenario: [{kind: idle-gap, gap: 20ms}, {kind: fixed-rate, rate: 30}, offline]}\n',
    );
    assert.equal(sweep?.measure.minTime, 0.25);
    assert.equal(sweep?.measure.maxTime, 1500);
    assert.equal(sweep?.measure.timeout, 120_000);
    assert.equal(sweep?.measure.memoryLimit, 1_572_864);
    assert.equal(sweep?.budget.time, 3_600_000);
    assert.deepEqual(sweep?.execution.scenario, [
      { kind: 'idle-gap', gap: 20 },
      { kind: 'fixed-rate', rate: 30 },
      { kind: 'offline', concurrency: 2 },
    ]);
  });

  it('keeps expressions with their place and path', () => {
    const { sweep } = parseSweep(
      'edgewright: sweep/v1\nname: a\nmodels:\n  - family: fc\n    axes: {nodes: [1, 2]}\n    derive:\n      output: nodes * 2\n    constraint:\n      - "macs < 5"\n',
    );
    const model = sweep?.models[0];
    assert.deepEqual(model?.derive.get('output'), {
      source: 'nodes * 2',
      path: ['models', 0, 'derive', 'output'],
      place: { line: 7, column: 15, offset: 104, length: 9 },
    });
    assert.equal(model?.constraint[0]?.source, 'macs < 5');
  });

  it('reads aliases, and places what is wrong in them', () => {
    const text =
      'edgewright: sweep/v1\nname: a\nmodels:\n  - family: fc\n    axes: &sizes {nodes: [1, 0]}\n  - {family: fc, name: b, axes: *sizes}\n';
    const { diagnostics } = parseSweep(text);
    assert.deepEqual(
      diagnostics.map(({ code, place }) => [code, place?.line]),
      [
        ['out-of-range', 5],
        ['out-of-range', 5],
      ],
    );
  });

  it('lets the constraint of a sweep name what some model has', () => {
    const text =
      'edgewright: sweep/v1\nname: a\nmodels: [{family: fc}, {family: rnn}]\nconstraint: ["cell == \'lstm\'", "nodes < 9", "items > 0 && model == \'rnn\'"]\n';
    assert.deepEqual(parseSweep(text).diagnostics, []);
  });

  it('with warnings alone is usable', () => {
    const { sweep, diagnostics } = parseSweep(`${smallest}measure: {maxIterations: 100}\n`);
    assert.deepEqual(
      diagnostics.map(({ severity }) => severity),
      ['warning'],
    );
    assert.ok(sweep !== undefined);
  });

  it('of 10,000 values on an axis, and of 5,000 lines, is read', () => {
    const values = Array.from({ length: 5000 }, (_, index) => `        - ${index + 1}`).join('\n');
    const text = `edgewright: sweep/v1\nname: long\nmodels:\n  - family: fc\n    axes:\n      input:\n${values}\n      output: {from: 1, to: 10000, step: 1}\n`;
    const { sweep, diagnostics } = parseSweep(text);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      sweep?.models[0]?.axes.map((axis) => axis.values.length),
      [5000, 10_000],
    );
  });

  it('is a sweep exactly when nothing is an error, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), assertTotal));
    fc.assert(fc.property(mutations(textOf('samples/sweeps/threads.sweep.yaml')), assertTotal), { numRuns: 500 });
    fc.assert(fc.property(mutations(textOf('samples/sweeps/quickstart.yaml')), assertTotal), { numRuns: 500 });
  });

  it('has its faults in the right lines behind a bracket and a second document', () => {
    assertTotal('axes:\n  layers: [1, 2]\n  }64, 128]\n    length: [16, 64]\n---\n');
    assertTotal('      layers: [1, 2, 4]\n    }64, 128]\n      length: [16, 64]\n---');
  });

  it('with more mistakes than are listed is still refused for all of them', () => {
    const keys = Array.from({ length: 300 }, (_, index) => `key${index}: 1\n`).join('');
    for (const last of ['constraint: 5', 'models: 5', 'sampling: 5', 'order: {by: 5}', 'analyses: [5]', 'budget: 5']) {
      assertTotal(`edgewright: sweep/v1\nname: a\n${keys}${last}\n`);
    }
  });

  it('is told apart from any value of JSON', () => {
    fc.assert(fc.property(fc.json(), assertTotal));
    const parts = fc.dictionary(
      fc.constantFrom(
        'edgewright',
        'name',
        'models',
        'execution',
        'measure',
        'sampling',
        'order',
        'budget',
        'analyses',
        'constraint',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(parts, (document) =>
        assertTotal(JSON.stringify({ edgewright: 'sweep/v1', name: 'a', models: [{ family: 'cnn' }], ...document })),
      ),
      { numRuns: 500 },
    );
  });
});

describe('a fleet', () => {
  it('is read', () => {
    const { fleet, diagnostics } = parseFleet(textOf('samples/fleets/home.fleet.yaml'));
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      fleet?.devices.map(({ name }) => name),
      ['bench', 'pi', 'phone'],
    );
  });

  it('is a fleet exactly when nothing is an error, whatever the text', () => {
    fc.assert(
      fc.property(mutations(textOf('samples/fleets/home.fleet.yaml')), (text) => {
        const { fleet, diagnostics } = parseFleet(text);
        assert.equal(fleet === undefined, hasErrors(diagnostics));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the parameters of a family', () => {
  it('have a default within their own bounds', () => {
    for (const family of familyNames) {
      for (const [name, spec] of familyParameters(family)) {
        const { default: value, minimum, maximum } = spec;
        if (spec.type === 'string') assert.ok(spec.enum?.includes(String(value)), `${family}.${name}`);
        else assert.ok(typeof value === 'number' && value >= minimum! && value <= maximum!, `${family}.${name}`);
      }
    }
  });

  it('are none for onnx', () => assert.equal(familyParameters('onnx').size, 0));
});

describe('the least sample of a percentile', () => {
  // The early-stopping rule with d = 0, c = 0.99 and no sample over the estimate.
  for (const [percentile, samples] of [
    [50, 7],
    [90, 44],
    [95, 90],
    [99, 459],
    [99.9, 4603],
  ] as const) {
    it(`p${percentile} needs ${samples}`, () => {
      assert.equal(leastSamples(percentile), samples);
      assert.ok(1 - (percentile / 100) ** samples >= 0.99 && 1 - (percentile / 100) ** (samples - 1) < 0.99);
    });
  }
});

function assertTotal(text: string): void {
  const { sweep, diagnostics } = parseSweep(text);
  assert.equal(sweep === undefined, hasErrors(diagnostics));
  for (const { place } of diagnostics) {
    assert.ok(place !== undefined && place.line >= 1 && place.column >= 1);
    assert.ok(place.offset >= 0 && place.length >= 0 && place.offset + place.length <= text.length);
    const before = text.slice(0, place.offset).split('\n');
    assert.deepEqual([place.line, place.column], [before.length, (before.at(-1)?.length ?? 0) + 1]);
  }
}

/** A document with some pieces removed, doubled or replaced by what YAML gives meaning to. */
function mutations(text: string): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '',
    ' ',
    '\t',
    '\n',
    ': ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&a ',
    '*a',
    '!x ',
    '|',
    '? ',
    '#',
    '0',
    '-1',
    '1e9',
    '.nan',
    'null',
    'fc',
    'nodes',
    '<<: ',
    '__proto__: ',
    '---\n',
    '%',
    ',',
  );
  const edit = fc.tuple(fc.nat(text.length), fc.nat(12), piece);
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut), text));
}
