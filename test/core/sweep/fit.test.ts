// What is said of a sweep with a device in view.
import assert from 'node:assert/strict';
import { refusePlan } from '@edgewright/agent/bench/blame.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import { effectOf } from '@edgewright/core/sweep/effect.js';
import { type ChosenDevice, checkFit, checkRuntimes } from '@edgewright/core/sweep/fit.js';
import { leastMemory } from '@edgewright/core/sweep/memory.js';

const head = 'edgewright: sweep/v1\nname: fit\n';
const models = 'models:\n  - family: fc\n    axes: { nodes: [64, 1024] }\n';
const device: ChosenDevice = { name: 'pi', runtimes: [{ name: 'ort' }], memory: 2 ** 30, speeds: [] };

describe('a sweep on a device', () => {
  check('that has all it needs', models, device, []);
  check('without a runtime', `${models}execution: { runtime: [ort, ort-web] }\n`, device, [
    'runtime-missing at execution.runtime.1: The device pi does not have the runtime ort-web. Use ort, or another device.',
  ]);
  check(
    'with a runtime that is not available',
    models,
    { ...device, runtimes: [{ name: 'ort', unavailable: 'no native build.', fix: 'Use ort-web.' }] },
    [
      'runtime-missing at execution.runtime: The device pi does not have the runtime ort: no native build. Use ort-web.',
    ],
  );
  check('with too little memory for some points', models, { ...device, memory: 8 * 2 ** 20 }, [
    'memory-exceeded at models.0: 1 of 2 points of fc need more memory than pi may use: the largest at least 13 MiB (weights 13 MiB, activations 0.0 MiB) of 8.0 MiB. Leave them out by the constraint `weightBytes + activationBytes <= 8 * MiB`, or choose a device with more memory.',
  ]);
  check('with a limit of the sweep below its memory', `${models}measure: { memoryLimit: 1MiB }\n`, device, [
    'memory-exceeded at models.0: 1 of 2 points of fc need more memory than pi may use: the largest at least 13 MiB (weights 13 MiB, activations 0.0 MiB) of 1.0 MiB. Leave them out by the constraint `weightBytes + activationBytes <= 1 * MiB`, or choose a device with more memory.',
  ]);
  check('with a budget that does not suffice', `${models}budget: { time: 1s }\n`, device, [
    'budget-exceeded at budget.time: The budget is 1 s, and on pi, if it reaches 1 GFLOP/s and 1 GB/s, measuring takes about 3 s: the rest of the points will not be measured. Raise budget.time, use fewer values, lower `measure.minTime`, or choose points by `sampling`.',
  ]);
  check(
    'with a budget that does not suffice, by its ceilings',
    `${models}budget: { time: 1s }\n`,
    {
      ...device,
      speeds: [{ runtime: 'ort', threads: 1, precision: 'float32', flops: 1e11, bandwidth: 1e10 }],
    },
    [
      'budget-exceeded at budget.time: The budget is 1 s, and on pi measuring takes about 3 s: the rest of the points will not be measured. Raise budget.time, use fewer values, lower `measure.minTime`, or choose points by `sampling`.',
    ],
  );

  it('is refused by the agent exactly where a point is too large', () => {
    const { points } = checkSweep(head + models, new Map());
    for (const { cost } of points ?? []) {
      assert.equal(refusePlan(cost, leastMemory(cost)), undefined);
      assert.equal(refusePlan(cost, leastMemory(cost) - 1)?.code, 'out-of-memory');
    }
  });

  function check(title: string, text: string, chosen: ChosenDevice, expected: readonly string[]): void {
    it(title, () => {
      const { sweep, points, slots } = checkSweep(head + text, new Map());
      assert.ok(sweep && points && slots);
      const found = [...checkRuntimes(sweep, [chosen]), ...checkFit(sweep, points, slots, [chosen])];
      assert.deepEqual(
        found.map(({ code, path, message, fix }) => `${code} at ${path.join('.')}: ${message} ${fix}`),
        expected,
      );
    });
  }
});

describe('an axis of which constraints leave one value', () => {
  check('of a model', `${models}    constraint: [nodes < 100]\n`, ['models.0.axes.nodes']);
  check('of the execution', `${models}execution: { threads: [1, 2] }\nconstraint: [threads == 2]\n`, [
    'execution.threads',
  ]);
  check('is none where values are left', `${models}    constraint: [nodes < 10000]\n`, []);
  check('is none in a sample', `${models}    constraint: [nodes < 100]\nsampling: { method: random, points: 1 }\n`, []);

  function check(title: string, text: string, expected: readonly string[]): void {
    it(title, () => {
      const { diagnostics } = checkSweep(head + text, new Map());
      const unused = diagnostics.filter(({ code }) => code === 'axis-unused');
      assert.deepEqual(
        unused.map(({ path }) => path.join('.')),
        expected,
      );
      assert.ok(unused.every(({ place }) => place !== undefined));
    });
  }
});

describe('the effect of an axis', () => {
  check(
    'at three levels',
    'models: [{ family: fc, axes: { nodes: [64, 128, 256, 512], layers: [1, 2] } }]\n',
    'nodes',
    [64, 128, 512],
  );
  check('of one level', 'models: [{ family: fc, axes: { nodes: 64 } }]\n', 'nodes', [64]);
  check(
    'of a group',
    'models: [{ family: transformer, axes: { hidden: [64, 126], heads: [2, 3] }, zip: [[hidden, heads]] }]\n',
    'hidden',
    [64, 126],
  );
  check(
    'where values make no model',
    'models: [{ family: transformer, axes: { hidden: [64, 65], heads: 2 } }]\n',
    'hidden',
    [64, undefined],
  );
  check('that does not exist', 'models: [{ family: fc }]\n', 'nodes', []);

  /** Values where there is a cost. */
  function check(title: string, text: string, axis: string, expected: readonly unknown[]): void {
    it(title, () => {
      const { sweep } = checkSweep(head + text, new Map());
      assert.ok(sweep);
      const effects = effectOf(sweep, 0, axis, new Map());
      assert.deepEqual(
        effects.map(({ value, cost }) => (cost === undefined ? undefined : value)),
        expected,
      );
    });
  }
});
