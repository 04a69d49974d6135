import assert from 'node:assert/strict';
import type { Stage, StageNode } from 'edgewright/protocol.js';
import { counterpart, find, holdersOf, type Listing, readersOf, rowsOf } from 'edgewright/webview/graph/rows.js';

function node(name: string, part: Partial<StageNode> = {}): StageNode {
  return {
    kind: 'node',
    index: 0,
    depth: 0,
    name,
    op: 'Relu',
    output: '',
    reads: [],
    makes: [],
    sources: [],
    macs: 0,
    bytes: 0,
    run: undefined,
    from: [],
    facts: [],
    ...part,
  };
}

function stageOf(...nodes: readonly StageNode[]): Stage {
  const totals = { nodes: nodes.length, macs: 0, bytes: 0, regions: undefined, left: 0 };
  return { name: 'original', nodes, drawing: undefined, totals };
}

const stage = stageOf(
  node('x', { kind: 'input', op: 'Input', makes: ['x'] }),
  node('conv', { op: 'Conv', reads: ['x', 'w'], makes: ['y'], sources: [0], macs: 5, from: [0] }),
  node('loop', { op: 'Loop', reads: ['y'], makes: ['z'], sources: [1], macs: 9, from: [1] }),
  node('inner', { depth: 1, op: 'If', sources: [2] }),
  node('deep', { depth: 2, op: 'Neg', sources: [3] }),
  node('last', { depth: 1, op: 'Abs', sources: [2, 2] }),
  node('out', { kind: 'output', op: 'Output', reads: ['z'], sources: [2] }),
);

function drawn(part: Partial<Listing>): string[] {
  return rowsOf(stage, { open: new Set(), by: undefined, found: undefined, ...part }).map(
    ({ node: { name, depth }, isOpen }) =>
      `${'  '.repeat(depth)}${isOpen === undefined ? '·' : isOpen ? 'v' : '>'} ${name}`,
  );
}

describe('rows of a stage', () => {
  it('are its nodes in order, what is inside others closed', () => {
    assert.deepEqual(drawn({}), ['· x', '· conv', '> loop', '· out']);
  });

  it('open one by one', () => {
    assert.deepEqual(drawn({ open: new Set([2]) }), ['· x', '· conv', 'v loop', '  > inner', '  · last', '· out']);
    assert.deepEqual(drawn({ open: new Set([3]) }), ['· x', '· conv', '> loop', '· out']);
  });

  it('have the greatest first by a figure, with what is inside', () => {
    const by = (place: number): number => stage.nodes[place]!.macs;
    assert.deepEqual(drawn({ by, open: new Set([2]) }), ['v loop', '  > inner', '  · last', '· conv', '· x', '· out']);
  });

  it('are those found, opened down to them', () => {
    assert.deepEqual(drawn({ found: new Set([4]) }), ['v loop', '  v inner', '    · deep']);
    assert.deepEqual(drawn({ found: new Set([1, 5]) }), ['· conv', 'v loop', '  · last']);
    assert.deepEqual(drawn({ found: new Set() }), []);
  });

  it('are found by op, name and tensor, all words together', () => {
    const places = (text: string): readonly number[] | undefined => {
      const found = find(stage, text);
      return found && [...found];
    };
    assert.deepEqual(places(' '), undefined);
    assert.deepEqual(places('CONV'), [1]);
    assert.deepEqual(places('y'), [1, 2]);
    assert.deepEqual(places('y loop'), [2]);
    assert.deepEqual(places('nothing'), []);
  });

  it('know what holds them, what reads them, and what does the same work elsewhere', () => {
    assert.deepEqual(holdersOf(stage, 4), [2, 3]);
    assert.deepEqual(holdersOf(stage, 1), []);
    assert.deepEqual(readersOf(stage)[2], [3, 5, 6]);
    const other = stageOf(node('x', { kind: 'input' }), node('fused', { from: [0, 1] }));
    assert.equal(counterpart(stage.nodes[2]!, other), 1);
    assert.equal(counterpart(stage.nodes[0]!, other), 0);
    assert.equal(counterpart(stage.nodes[4]!, other), undefined);
    assert.equal(counterpart(stage.nodes[6]!, other), undefined);
  });
});
