// Shape inference: types of a node's outputs from the types of its inputs and, where a shape is computed in the graph,
// their values. Rules are rows of tables; an op without a row, or one whose shape hangs on data, gives undefined.
import type { Context, Known } from './context.ts';
import { foldNode } from './fold.ts';
import type { ElementType, Node, TensorType } from './graph.ts';
import { rules } from './shapes.ts';

/** One entry an output; undefined where it is not known. Never throws on a graph that makes no sense. */
export function inferNode(
  node: Node,
  inputs: readonly (Known | undefined)[],
  opset: number,
): readonly (Known | undefined)[] {
  const context: Context = { node, inputs, opset };
  const types = rules.get(node.op)?.(context) ?? [];
  return node.outputs.map((_, index) => {
    const type = types[index];
    if (type === undefined || !type.shape.every((size) => Number.isSafeInteger(size) && size >= 0)) return undefined;
    const values = index === 0 && isFoldable(type) ? foldNode(context, type) : undefined;
    return values === undefined ? { type } : { type, values };
  });
}

/** Shape arithmetic happens in lists of integers; more than this many elements is data. */
const maxFolded = 1024;
const foldable: ReadonlySet<ElementType> = new Set(['int64', 'int32', 'bool', 'float32']);

function isFoldable({ type, shape }: TensorType): boolean {
  return foldable.has(type) && shape.reduce((product, size) => product * size, 1) <= maxFolded;
}
