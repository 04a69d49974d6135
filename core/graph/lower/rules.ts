// All rules of lowering, by op. What each is, and what is left to another runtime and why, stands in ops.ts.
import { attentionLowerers } from './attention.ts';
import { controlLowerers } from './control.ts';
import { einsumLowerers } from './einsum.ts';
import { elementwiseLowerers } from './elementwise.ts';
import { indexingLowerers } from './indexing.ts';
import { linearLowerers } from './linear.ts';
import { linearAttentionLowerers } from './linearattention.ts';
import { lossLowerers } from './loss.ts';
import type { Lowerer } from './lowering.ts';
import { normalizationLowerers } from './normalization.ts';
import { quantizeLowerers } from './quantize.ts';
import { recurrentLowerers } from './recurrent.ts';
import { reductionLowerers } from './reduction.ts';
import { resizeLowerers } from './resize.ts';
import { samplingLowerers } from './sampling.ts';
import { signalLowerers } from './signal.ts';
import { transformLowerers } from './transform.ts';
import { transposedLowerers } from './transposed.ts';

export const lowerers: ReadonlyMap<string, Lowerer> = new Map(
  [
    elementwiseLowerers,
    transformLowerers,
    linearLowerers,
    reductionLowerers,
    normalizationLowerers,
    indexingLowerers,
    quantizeLowerers,
    attentionLowerers,
    einsumLowerers,
    lossLowerers,
    recurrentLowerers,
    resizeLowerers,
    signalLowerers,
    samplingLowerers,
    linearAttentionLowerers,
    transposedLowerers,
    controlLowerers,
  ].flatMap((rules) => Object.entries(rules)),
);
