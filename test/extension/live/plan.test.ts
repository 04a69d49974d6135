import assert from 'node:assert/strict';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import type { DurableRecord, PointRecord } from '@edgewright/schemas/generated/record.js';
import { planRun, slotKey } from 'edgewright/live/plan.js';
import { liveSample, resultsOf } from 'edgewright/live/results.js';
import { failedVerdict } from 'edgewright/protocol.js';
import { makeRecords } from '../../fixtures/records.ts';

const sweep = `edgewright: sweep/v1
name: two
models:
  - { family: fc, axes: { layers: [4, 1], nodes: 64 } }
  - { family: rnn, axes: { embed: [16, 32, 64] } }
execution: { runtime: [ort, ort-web] }
order: { reference: { every: 5 } }
`;
const { slots = [], diagnostics } = checkSweep(sweep, new Map());
assert.deepEqual(diagnostics, []);

describe('the plan of a run', () => {
  it('has a column entry a slot, and the levels of what varies', () => {
    const { plan } = planRun(slots);
    assert.deepEqual(
      plan.models,
      ['fc', 'rnn'].sort((a, b) => plan.models.indexOf(a) - plan.models.indexOf(b)),
    );
    assert.equal(plan.slots, slots.length);
    assert.equal(plan.levels.length, plan.slots * plan.axes.length);
    const axis = (name: string) => plan.axes.find((one) => one.name === name);
    assert.deepEqual(axis('layers')?.levels.slice(0, 2), ['1', '4']);
    assert.deepEqual([axis('runtime')?.levels, axis('runtime')?.origin], [['ort', 'ort-web'], 'execution']);
    assert.equal(
      plan.reference.reduce((sum, one) => sum + one, 0),
      slots.filter(({ role }) => role === 'reference').length,
    );
  });

  it('marks an axis that a model does not have', () => {
    const { plan } = planRun(slots);
    const hidden = plan.axes.findIndex(({ name }) => name === 'embed');
    const model = plan.models.indexOf('fc');
    for (let slot = 0; slot < plan.slots; slot++) {
      assert.equal(plan.levels[slot * plan.axes.length + hidden] === -1, plan.model[slot] === model);
    }
  });

  it('finds the place of a record by what it measures, not by the order of the device', () => {
    const { places } = planRun(slots);
    assert.equal(places.size, slots.length);
    for (const [place, { planned, role, repeat }] of slots.entries())
      assert.equal(places.get(slotKey(planned.point, role, repeat)), place);
  });
});

describe('the results of a run', () => {
  const records = makeRecords({ count: 60 });
  const isResult = (record: DurableRecord) => record.kind === 'point' || record.kind === 'failure';
  const own = records.filter(isResult);
  const places = new Map(own.map(({ point, role, repeat }, place) => [slotKey(point, role, repeat), place]));

  it('stand in columns, with NaN for a failure', () => {
    const results = resultsOf(1, own, places, ({ model }) => model.name);
    assert.equal(results.slot.length, own.length);
    for (const [at, record] of own.entries()) {
      assert.equal(results.slot[at], places.get(slotKey(record.point, record.role, record.repeat)));
      assert.equal(results.verdict[at] === failedVerdict, record.kind === 'failure');
      assert.equal(Number.isNaN(results.median[at]), record.kind === 'failure');
      if (record.kind === 'point') assert.equal(results.median[at], (record as PointRecord).summary.median);
    }
    assert.ok(own.some(({ kind }) => kind === 'failure'));
    assert.equal(results.latest.length, 20);
    assert.equal(results.latest.at(-1)?.slot, own.at(-1)?.slot);
  });

  it('leave out what the plan does not have', () => {
    assert.equal(resultsOf(0, own, new Map(), () => '').slot.length, 0);
  });

  it('carry readings, or why there are none', () => {
    const time = '2026-03-02T08:00:00.000Z';
    const off = { unavailable: 'not there', fix: 'Nothing to do.' };
    const sample = {
      time,
      busy: { value: 0.5 },
      available: { value: 1 },
      frequency: off,
      temperature: off,
      throttle: off,
    };
    const live = liveSample(0, sample);
    assert.deepEqual([live.busy, live.frequency, live.power, live.isThrottled], [0.5, null, null, null]);
    assert.equal(live.time, Date.parse(time));
    assert.equal(live.missing.frequency, 'not there. Nothing to do.');
    assert.match(live.missing.power ?? '', /older/);
    assert.match(live.missing.throttle ?? '', /not there/);
  });
});
