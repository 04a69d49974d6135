// Small models for inspections, as files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InspectTask } from '@edgewright/agent/inspect/messages.js';
import type { Graph, TensorType } from '@edgewright/core/graph/graph.js';
import { tensorOf } from '@edgewright/core/graph/tensor.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { constantOf, floats, graphOf } from '../../workbench/graph/folders.ts';

const square: TensorType = { type: 'float32', shape: [4, 4] };

/** y = softmax(relu(x * w + 1)): the sum is fused away. */
export function chainGraph(scale = 1): Graph {
  const weights = Array.from({ length: 16 }, (_, at) => scale * (((at * 7) % 5) - 2));
  return graphOf(
    { x: square },
    { y: square },
    [
      { op: 'MatMul', inputs: ['x', 'w'], outputs: ['product'] },
      { op: 'Add', inputs: ['product', 'one'], outputs: ['sum'] },
      { op: 'Relu', inputs: ['sum'], outputs: ['positive'] },
      { op: 'Softmax', inputs: ['positive'], outputs: ['y'] },
    ],
    [constantOf('w', floats([4, 4], ...weights)), constantOf('one', floats([], 1))],
  );
}

/** `Det` is left to another runtime; what is before it and beside it is not. */
export function oddGraph(): Graph {
  const scalar: TensorType = { type: 'float32', shape: [] };
  const graph = graphOf({ x: square }, { y: scalar, z: square }, [
    { op: 'Relu', inputs: ['x'], outputs: ['r'] },
    { op: 'Det', inputs: ['r'], outputs: ['d'] },
    { op: 'Neg', inputs: ['d'], outputs: ['y'] },
    { op: 'Neg', inputs: ['r'], outputs: ['z'] },
  ]);
  return { ...graph, values: new Map([['d', scalar]]) };
}

/** The mask of a Dropout, which nobody reads. */
export function maskedGraph(): Graph {
  return graphOf({ x: square }, { y: square }, [
    { op: 'Dropout', inputs: ['x'], outputs: ['kept', 'mask'] },
    { op: 'Neg', inputs: ['kept'], outputs: ['y'] },
  ]);
}

/** A few hundred bytes that make a GiB. */
export function largeGraph(): Graph {
  const size = [2 ** 14, 2 ** 14];
  return graphOf(
    { x: { type: 'float32', shape: [1] } },
    { y: { type: 'float32', shape: size } },
    [
      { op: 'Expand', inputs: ['x', 'size'], outputs: ['e'] },
      { op: 'Exp', inputs: ['e'], outputs: ['y'] },
    ],
    [constantOf('size', tensorOf('int64', [2], size.map(BigInt)))],
  );
}

/** @returns its path */
export function writeModel(folder: string, model: Graph | Uint8Array, name = 'model.onnx'): string {
  const file = join(folder, name);
  writeFileSync(file, model instanceof Uint8Array ? model : encodeModel(model));
  return file;
}

export function taskOf(file: string, scratch: string, more: Partial<InspectTask> = {}): InspectTask {
  return {
    file,
    weights: {},
    scratch,
    sizes: {},
    inputs: null,
    want: [],
    repeats: 3,
    seed: 1,
    relative: 1e-3,
    absolute: 1e-5,
    ortPath: null,
    data: null,
    ...more,
  };
}
