// One matrix product through a runtime: what ceilings are measured with and runtimes are primed by.
import type { Graph } from '@edgewright/core/graph/graph.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Precision } from '@edgewright/schemas/generated/record.js';
import type { Runtime } from '../runtimes/runtime.ts';
import { byRuntime } from './refusal.ts';

export interface Product {
  run(): Promise<unknown>;
  close(): Promise<void>;
}

/** `sizes`: m, k, n of [m, k] by constant [k, n]. */
export async function openProduct(
  runtime: Runtime,
  threads: number,
  precision: Precision,
  sizes: readonly [number, number, number],
): Promise<Product> {
  const graph = product(precision, sizes);
  const model = { kind: 'bytes', bytes: encodeModel(graph) } as const;
  const session = await byRuntime('as it loaded a micro-benchmark', () =>
    runtime.load(model, { threads, optimization: 'all' }),
  );
  const [{ name, type }] = graph.inputs as [Graph['inputs'][number]];
  const count = type.shape.reduce((product, dimension) => product * dimension, 1);
  // One half in either type: neither zero nor denormal.
  const data = type.type === 'float16' ? new Uint16Array(count).fill(0x3800) : new Float32Array(count).fill(0.5);
  const run = session.bind(new Map([[name, { type: type.type, dims: type.shape, data }]]));
  return { run, close: () => session.close() };
}

/** The right side is constant, so that the runtime may pack it once, as it does the weights of a model. */
function product(type: Precision, [m, k, n]: readonly [number, number, number]): Graph {
  const scale = 1 / Math.sqrt(k);
  return {
    name: 'product',
    opset: 17,
    inputs: [{ name: 'x', type: { type, shape: [m, k] }, below: undefined }],
    outputs: [{ name: 'y', type: { type, shape: [m, n] } }],
    nodes: [{ name: 'product', op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'], attributes: {} }],
    constants: [
      {
        name: 'w',
        type: { type, shape: [k, n] },
        content: { kind: 'random', seed: 1, scale, center: 0 },
        counts: 'parameter',
      },
    ],
    values: new Map(),
  };
}
