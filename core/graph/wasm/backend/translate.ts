// A kernel of a program to calls of WebAssembly functions.
import type { Kernel } from '../../program/kernel.ts';
import { outputsOf, readsOf } from '../../program/reads.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import {
  translateArgReduce,
  translateElementwise,
  translateNormalize,
  translateReduce,
  translateSoftmax,
} from './compute.ts';
import type { Call, Context } from './context.ts';
import { inline } from './inline.ts';
import { translateMatmul } from './linear.ts';
import { translateGather, translateRaster } from './move.ts';
import { translateCumulate, translateScatter, translateTopK } from './order.ts';
import { widen } from './widen.ts';
import { translateConv, translatePool } from './window.ts';

/** The calls of a kernel, or why it has none. */
export function translate(context: Context, kernel: Kernel): readonly Call[] | string {
  const choice = context.choices.get(kernel) ?? candidatesOf(context.program, kernel)[0];
  const inlined = inline(context, kernel);
  const calls = translateKernel(context, inlined, choice);
  return typeof calls === 'string'
    ? (widen(context, inlined, (wide, changed) => translateKernel(wide, changed, choice)) ?? calls)
    : calls;
}

function translateKernel(context: Context, kernel: Kernel, choice: Candidate | undefined): readonly Call[] | string {
  const types = [...readsOf(kernel), ...outputsOf(kernel)].map((id) => context.program.tensors[id]!.type);
  switch (kernel.kind) {
    case 'raster':
      return translateRaster(context, kernel);
    case 'elementwise':
      return translateElementwise(context, kernel);
    case 'matmul':
      return translateMatmul(context, kernel, choice);
    case 'conv':
      return translateConv(context, kernel, choice);
    case 'pool':
      return translatePool(context, kernel);
    case 'reduce':
      return translateReduce(context, kernel);
    case 'argreduce':
      return translateArgReduce(context, kernel);
    case 'softmax':
      return translateSoftmax(context, kernel);
    case 'normalize':
      return translateNormalize(context, kernel);
    case 'gather':
      return translateGather(context, kernel);
    case 'scatter':
      return translateScatter(context, kernel);
    case 'cumulate':
      return translateCumulate(context, kernel);
    case 'topk':
      return translateTopK(context, kernel);
    default:
      return `no vector code for ${kernel.kind} of ${types[0]}`;
  }
}
