import assert from 'node:assert/strict';
import { optimisationsOf } from '@edgewright/agent/runtimes/level.js';
import recordSchema from '@edgewright/schemas/record.schema.json' with { type: 'json' };
import sweepSchema from '@edgewright/schemas/sweep.schema.json' with { type: 'json' };

const [{ enum: levels }] = sweepSchema.definitions.execution.properties.ablation.anyOf as [{ enum: Level[] }];
type Level = NonNullable<Parameters<typeof optimisationsOf>[1]>;
const whole = optimisationsOf('all');

/** Names of what is on. */
function on(...given: Parameters<typeof optimisationsOf>): string[] {
  return Object.entries(optimisationsOf(...given)).flatMap(([name, isOn]) => (isOn ? [name] : []));
}

describe('the optimisations of jit', () => {
  it('are all on at the level all, each added by a level', () => {
    assert.ok(Object.values(whole).every(Boolean));
    assert.deepEqual(on('disabled'), []);
    const steps = (['disabled', 'basic', 'extended', 'all'] as const).map((level) => on(level));
    for (const [at, step] of steps.entries())
      assert.ok(at === 0 || steps[at - 1]!.every((name) => step.includes(name)));
  });

  it('each have a level of ablation that leaves it out, and one that leaves it alone', () => {
    const names = Object.keys(whole);
    const lone = names.filter((name) => name !== 'dead').map((name) => `only-${name}`);
    assert.deepEqual([...levels].sort(), ['none', 'all', ...names.map((name) => `without-${name}`), ...lone].sort());
  });

  it('are named alike in sweeps and in records', () => {
    assert.deepEqual(recordSchema.definitions.ablation.enum, levels);
  });

  it('lack exactly the one left out', () => {
    for (const level of levels.filter((name) => name.startsWith('without-'))) {
      const expected = Object.keys(whole).filter((name) => `without-${name}` !== level);
      assert.deepEqual(on('all', level), expected);
    }
  });

  it('are the one that is left alone, and the removal of what nobody reads', () => {
    for (const level of levels.filter((name) => name.startsWith('only-')))
      assert.deepEqual(on('all', level).sort(), ['dead', level.slice('only-'.length)].sort());
    assert.deepEqual(on('all', 'all'), ['dead']);
  });

  it('of a lower level have nothing that the level does not have', () => {
    for (const level of levels) for (const name of on('basic', level)) assert.ok(on('basic').includes(name), level);
  });
});
