import assert from 'node:assert/strict';
import {
  firstAxes,
  type LiveQuery,
  liveTable,
  type SlotPlan,
  type SlotResults,
} from '@edgewright/core/analysis/live.js';
import fc from 'fast-check';

const plan: SlotPlan = {
  models: ['a', 'b'],
  axes: [
    { name: 'nodes', levels: ['1', '2', '4'], isNumeric: true, origin: 'model' },
    { name: 'depth', levels: ['1', '3'], isNumeric: true, origin: 'model' },
    { name: 'runtime', levels: ['ort', 'ort-web'], isNumeric: false, origin: 'execution' },
  ],
  slots: 14,
  // Twelve slots of a, the reference point again, and one of b, which has no depth.
  model: Uint8Array.from({ length: 14 }, (_, slot) => (slot === 13 ? 1 : 0)),
  reference: Uint8Array.from({ length: 14 }, (_, slot) => (slot === 12 ? 1 : 0)),
  levels: Int16Array.from({ length: 14 * 3 }, (_, at) => {
    const slot = Math.floor(at / 3);
    if (slot === 13) return at % 3 === 1 ? -1 : 0;
    return slot === 12 ? 0 : [slot % 3, Math.floor(slot / 3) % 2, Math.floor(slot / 6)][at % 3]!;
  }),
};
const devices = ['pi', 'nuc'];

/** Latencies by slot; NaN is a failure. */
function results(device: number, latencies: Readonly<Record<number, number>>): SlotResults {
  const slots = Object.keys(latencies).map(Number);
  const column = (of: (latency: number) => number) => Float64Array.from(slots, (slot) => of(latencies[slot]!));
  return {
    device,
    slot: Int32Array.from(slots),
    median: column((latency) => latency),
    low: column((latency) => latency * 0.9),
    high: column((latency) => latency * 1.2),
    throughput: column((latency) => 1000 / latency),
    flops: column((latency) => 1e6 / latency),
    verdict: Uint8Array.from(slots, (slot) => (Number.isNaN(latencies[slot]!) ? 255 : 0)),
  };
}

const query: LiveQuery = { metric: 'latency', model: 'a', x: 'nodes', y: 'depth', held: {} };

/** Rows from the lowest level up: "2.00/2" is a mean of two points, a letter counts what has no value. */
function drawn(table: ReturnType<typeof liveTable>, asked: Partial<LiveQuery> = {}): string[] {
  const map = table.map({ ...query, ...asked });
  assert.ok(map);
  const cells = map.cells.map((cell) => {
    const missing = cell.missing.map(
      ({ kind, count }) => `${{ failed: 'F', 'not-yet': 'N' }[kind as string] ?? kind}${count}`,
    );
    return [...(cell.kind === 'value' ? [`${cell.value.toFixed(2)}/${cell.points}`] : []), ...missing].join(' ');
  });
  const width = map.x.levels.length;
  return map.y.levels.map((level, row) => `${level}: ${cells.slice(row * width, (row + 1) * width).join(', ')}`);
}

describe('the live table', () => {
  it('says "not yet" of what is planned, and fills cell by cell', () => {
    const table = liveTable(plan, devices);
    assert.deepEqual(drawn(table), ['1: N4, N4, N4', '3: N4, N4, N4']);
    assert.equal(table.map(query)?.range, undefined);
    table.add(results(0, { 0: 2, 6: 8 }));
    table.add(results(1, { 5: Number.NaN }));
    assert.deepEqual(drawn(table), ['1: 4.00/2 N2, N4, N4', '3: N4, N4, F1 N3']);
    const map = table.map(query);
    assert.deepEqual([map?.range, map?.aggregated], [{ low: 4, high: 4 }, ['runtime', 'device']]);
  });

  it('leaves out the reference point, other models and what it does not know', () => {
    const table = liveTable(plan, devices);
    table.add(results(0, { 12: 1, 13: 1, 99: 1 }));
    table.add(results(7, { 0: 1 }));
    assert.deepEqual(drawn(table), ['1: N4, N4, N4', '3: N4, N4, N4']);
    assert.equal(table.count(0), 2);
  });

  it('holds other axes, and takes the device for an axis', () => {
    const table = liveTable(plan, devices);
    table.add(results(0, { 0: 2, 6: 8 }));
    table.add(results(1, { 0: 3 }));
    assert.deepEqual(drawn(table, { held: { runtime: 'ort', device: 'pi' } }), ['1: 2.00/1, N1, N1', '3: N1, N1, N1']);
    assert.deepEqual(drawn(table, { y: 'device' }), ['pi: 4.00/2 N2, N4, N4', 'nuc: 3.00/1 N3, N4, N4']);
  });

  it('replaces a result that comes again', () => {
    const table = liveTable(plan, devices);
    table.add(results(0, { 0: Number.NaN }));
    assert.deepEqual(drawn(table)[0], '1: F1 N3, N4, N4');
    table.add(results(0, { 0: 5 }));
    assert.deepEqual(drawn(table)[0], '1: 5.00/1 N3, N4, N4');
    assert.deepEqual([table.count(255), table.count(0)], [0, 1]);
  });

  it('turns the interval of a time into that of a rate', () => {
    const table = liveTable(plan, devices);
    table.add(results(0, { 0: 10 }));
    const [cell] = table.map({ ...query, metric: 'throughput' })?.cells ?? [];
    assert.ok(cell?.kind === 'value');
    assert.deepEqual(
      [cell.value, cell.low, cell.high].map((value) => value.toFixed(1)),
      ['100.0', '83.3', '111.1'],
    );
  });

  it('offers the axes that a model varies, and begins with its own', () => {
    const table = liveTable(plan, devices);
    assert.deepEqual(
      table.axesOf('a').map(({ name, levels }) => `${name} ${levels.join(' ')}`),
      ['nodes 1 2 4', 'depth 1 3', 'runtime ort ort-web', 'device pi nuc'],
    );
    assert.deepEqual(firstAxes(table.axesOf('a')), ['nodes', 'depth']);
    assert.deepEqual(
      table.axesOf('b').map(({ name }) => name),
      ['device'],
    );
    assert.equal(firstAxes(table.axesOf('b')), undefined);
    assert.equal(table.map({ ...query, model: 'b' }), undefined);
    assert.deepEqual(liveTable(plan, ['pi']).axesOf('b'), []);
  });

  it('is the same however the results come', () => {
    const batch = fc.tuple(
      fc.nat(1),
      fc.dictionary(
        fc.nat(13).map(String),
        fc.oneof(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.constant(Number.NaN)),
      ),
    );
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 12 }), (batches) => {
        const watched = liveTable(plan, devices);
        const late = liveTable(plan, devices);
        for (const [device, latencies] of batches) {
          watched.add(results(device, latencies));
          watched.map(query);
          late.add(results(device, latencies));
        }
        const round = (table: typeof late) => drawn(table);
        assert.deepEqual(round(watched), round(late));
        assert.equal(watched.map(query)?.cells.length, 6);
      }),
    );
  });
});
