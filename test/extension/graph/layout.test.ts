import assert from 'node:assert/strict';
import { layOut, type Placed } from 'edgewright/graph/layout.js';
import { boxHeight, boxWidth, type Drawing } from 'edgewright/protocol.js';
import fc from 'fast-check';

function node(...sources: readonly number[]): Placed {
  return { kind: sources.length === 0 ? 'input' : 'node', depth: 0, sources };
}

function drawn(nodes: readonly Placed[]): Drawing {
  const drawing = layOut(nodes);
  assert.ok(drawing);
  return drawing;
}

/** Each node reads up to three of those before it; some are inside others. */
const graphs = fc.array(
  fc.record({ depth: fc.constantFrom(0, 0, 0, 1), reads: fc.array(fc.nat(), { maxLength: 3 }) }),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('the layout of a graph', () => {
  it('puts a chain into one column, and both sides of a branch beside each other', () => {
    const chain = drawn([node(), node(0), node(1)]);
    assert.equal(new Set(chain.x).size, 1);
    assert.deepEqual(
      [...chain.y],
      [...chain.y].sort((a, b) => a - b),
    );
    const { x, y } = drawn([node(), node(0), node(0), node(1, 2)]);
    assert.equal(y[1], y[2]);
    assert.ok(Math.abs(x[1]! - x[2]!) >= boxWidth);
  });

  it('puts what has no source right above its first reader', () => {
    const { y } = drawn([node(), node(0), node(1), node(), node(2, 3)]);
    assert.equal(y[3], y[2]);
  });

  it('puts what hangs on constants alone right above its reader', () => {
    const constant: Placed = { kind: 'node', depth: 0, sources: [] };
    const { y } = drawn([node(), constant, node(1), node(0), node(3), node(2, 4)]);
    assert.deepEqual([y[2], y[1]], [y[4], y[3]]);
  });

  it('draws no box of what is inside another, and nothing of too many', () => {
    const { x, lines } = drawn([node(), { kind: 'node', depth: 1, sources: [0] }, node(0)]);
    assert.deepEqual([Number.isNaN(x[1]!), lines.map(({ to }) => to)], [true, [2]]);
    assert.equal(layOut([node(), node(0)], { maxBoxes: 1 }), undefined);
    assert.equal(layOut([]), undefined);
  });

  it('draws no line that passes more layers than it may, but keeps its ends', () => {
    const nodes = [node(), node(0), node(1), node(2, 0)];
    const long = layOut(nodes, { maxSpan: 2 })?.lines.find(({ from, to }) => from === 0 && to === 3);
    assert.deepEqual(long, { from: 0, to: 3, points: [] });
  });

  it('of any graph has boxes that do not touch, sources above, and lines from edge to edge within the drawing', () => {
    fc.assert(
      fc.property(graphs, (made) => {
        const depths = made.map(({ depth }, at) => (at === 0 ? 0 : depth));
        const nodes = made.map(({ reads }, at): Placed => {
          const outer = depths.flatMap((depth, place) => (place < at && depth === 0 ? [place] : []));
          return {
            kind: at % 7 === 0 ? 'input' : 'node',
            depth: depths[at]!,
            sources: outer.length === 0 ? [] : reads.map((read) => outer[read % outer.length]!),
          };
        });
        const { x, y, lines, width, height } = drawn(nodes);
        const boxes = depths.flatMap((depth, place) => (depth === 0 ? [place] : []));
        for (const a of boxes) {
          assert.ok(x[a]! >= 0 && x[a]! + boxWidth <= width && y[a]! >= 0 && y[a]! + boxHeight <= height);
          for (const b of boxes)
            if (a !== b && y[a] === y[b]) assert.ok(Math.abs(x[a]! - x[b]!) >= boxWidth, `${a} and ${b} touch`);
        }
        for (const { from, to, points } of lines) {
          assert.ok(y[from]! < y[to]!);
          if (points.length === 0) continue;
          assert.deepEqual([points[1], points.at(-1)], [y[from]! + boxHeight, y[to]]);
          assert.ok(Math.abs(points[0]! - (x[from]! + boxWidth / 2)) <= 1);
          assert.ok(Math.abs(points.at(-2)! - (x[to]! + boxWidth / 2)) <= 1);
        }
        assert.equal(
          lines.length,
          boxes.reduce((sum, box) => sum + new Set(nodes[box]!.sources).size, 0),
        );
      }),
      { numRuns: 200 },
    );
  });
});
