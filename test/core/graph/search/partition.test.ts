import assert from 'node:assert/strict';
import {
  costOfPart,
  type Partitioning,
  type PartitionValue,
  partition,
} from '@edgewright/core/graph/search/partition.js';
import fc from 'fast-check';

/** Every way to cut and place the nodes. */
function leastByTrying(given: Partitioning, from = 0): number {
  if (from === given.nodes) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (let to = from + 1; to <= given.nodes; to++) {
    const isCuttable = given.values.every(
      ({ isInner, maker, readers }) => !isInner || maker >= to || readers.every((reader) => reader < to),
    );
    if (!isCuttable) continue;
    const rest = leastByTrying(given, to);
    for (const cost of bruteCosts(given, from, to)) least = Math.min(least, cost + rest);
  }
  return least;
}

/** By the definition: nodes, and each value that goes in or out once. */
function bruteCosts({ runtimes, cost, start, perByte, values }: Partitioning, from: number, to: number): number[] {
  const isInside = (node: number): boolean => node >= from && node < to;
  let bytes = 0;
  for (const { bytes: size, maker, readers, isOutput } of values) {
    const goesIn = maker < from && readers.some(isInside);
    const goesOut = isInside(maker) && (isOutput || readers.some((reader) => reader >= to));
    if (goesIn || goesOut) bytes += size;
  }
  return runtimes.map((_, runtime) => {
    let sum = start(runtime) + bytes * perByte;
    for (let node = from; node < to; node++) sum += cost(runtime, node);
    return sum;
  });
}

const graphs = fc.integer({ min: 1, max: 7 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    costs: fc.array(
      fc.array(
        fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 9 }) }, fc.constant(Number.POSITIVE_INFINITY)),
        {
          minLength: nodes,
          maxLength: nodes,
        },
      ),
      { minLength: 2, maxLength: 3 },
    ),
    starts: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
    values: fc.array(
      fc.record({
        bytes: fc.integer({ min: 0, max: 6 }),
        maker: fc.integer({ min: -1, max: nodes - 1 }),
        readers: fc.uniqueArray(fc.integer({ min: 0, max: nodes - 1 }), { maxLength: 3 }),
        isOutput: fc.boolean(),
        isInner: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
  }),
);

describe('the partition of a graph', () => {
  it('is the cheapest of all', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, costs, starts, values }) => {
        const given: Partitioning = {
          nodes,
          runtimes: costs.map((_, at) => `r${at}`),
          cost: (runtime, node) => costs[runtime]![node]!,
          start: (runtime) => starts[runtime]!,
          perByte: 0.5,
          values: values.map(({ readers, ...value }): PartitionValue => {
            const later = readers.filter((reader) => reader > value.maker).sort((a, b) => a - b);
            return { ...value, readers: later, isInner: value.isInner && value.maker >= 0 && !value.isOutput };
          }),
        };
        const least = leastByTrying(given);
        const parts = partition(given);
        if (parts === undefined) return assert.equal(least, Number.POSITIVE_INFINITY);
        assert.ok(Math.abs(parts.reduce((sum, { cost }) => sum + cost, 0) - least) < 1e-9);
        for (const { from, to, runtime, cost } of parts) {
          const at = given.runtimes.indexOf(runtime);
          assert.ok(Math.abs(bruteCosts(given, from, to)[at]! - cost) < 1e-9);
          assert.ok(Math.abs(costOfPart(given, from, to)[at]! - cost) < 1e-9);
        }
        assert.deepEqual([0, ...parts.map(({ to }) => to)], [...parts.map(({ from }) => from), nodes]);
      }),
      { numRuns: 500 },
    );
  });

  it('of thousands of nodes is found', () => {
    const nodes = 5000;
    const values = Array.from(
      { length: nodes },
      (_, maker): PartitionValue => ({
        bytes: 8,
        maker,
        readers: maker + 1 < nodes ? [maker + 1] : [],
        isOutput: maker + 1 === nodes,
        isInner: false,
      }),
    );
    const parts = partition({
      nodes,
      runtimes: ['a', 'b'],
      // Node 3333 can run on b alone.
      cost: (runtime, node) => (runtime === 1 ? 5 : node === 3333 ? Number.POSITIVE_INFINITY : 1),
      start: () => 10,
      perByte: 0,
      values,
    });
    assert.deepEqual(
      parts?.map(({ from, to, runtime }) => [from, to, runtime]),
      [
        [0, 3333, 'a'],
        [3333, 3334, 'b'],
        [3334, 5000, 'a'],
      ],
    );
  });
});
