// Explains a compile: what the model holds, what each pass makes of it, and how each kernel that is left will run.
import type { Graph } from '@edgewright/core/graph/graph.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise, type Switches } from '@edgewright/core/graph/passes/passes.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { outputsOf } from '@edgewright/core/graph/program/reads.js';
import type { Step } from '@edgewright/core/graph/program/scalar.js';
import { type Figures, figuresOf, macsOf, trafficOf } from '@edgewright/core/graph/program/work.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { type KernelRun, runsOf } from '@edgewright/core/graph/wasm/backend/runs.js';
import type { Target } from '@edgewright/core/graph/wasm/module.js';
import type { ExternalData } from '@edgewright/core/onnx/data.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import type { PlacedNode } from './verdict.ts';

export type Pass = keyof Switches;

export const passNames: readonly Pass[] = ['fold', 'dead', 'vertical', 'horizontal', 'common', 'fuse'];

export interface Explanation {
  /** Of the model after its functions are written out, the most frequent first. */
  readonly nodes: readonly { readonly op: string; readonly count: number }[];
  /** Left to another runtime. */
  readonly placed: readonly PlacedNode[];
  /** `lowered`, then each pass that ran; `bodies` stands for all passes over loops and branches. Empty without a program. */
  readonly passes: readonly (Figures & { readonly pass: Pass | 'lowered' | 'bodies' })[];
  /** In bytes; null without a program. */
  readonly memory: MemoryFigures | null;
  /** In the order in which they run. */
  readonly kernels: readonly ExplainedKernel[];
}

export interface MemoryFigures {
  /** Of the arena that all results of kernels share. */
  readonly arena: number;
  /** Most that lives at one time: no arena can be smaller. */
  readonly peak: number;
  /** Of all results, without sharing. */
  readonly sum: number;
}

export interface ExplainedKernel {
  readonly kernel: string;
  /** Each as "float32[1,8]". */
  readonly outputs: readonly string[];
  /** Of a raster. */
  readonly regions: number | null;
  /** Scalar functions in the kernel: of an element-wise kernel its body, else what was fused behind it. */
  readonly functions: readonly string[];
  /** `external`: by another runtime. */
  readonly runs: 'wasm' | 'host' | 'external';
  /** What its WebAssembly does, in order. */
  readonly algorithms: readonly string[];
  /** Why it does not run as WebAssembly, or not all of it. */
  readonly reason: string | null;
  /** Multiplications with an addition, where it is made of them. */
  readonly macs: number | null;
  /** Read and written. */
  readonly bytes: number;
}

export interface ExplainOptions {
  readonly external: ExternalData;
  readonly without: ReadonlySet<Pass>;
  readonly target: Target;
}

/** @throws CodedError as `importModel` and `lowerGraph` */
export function explain(
  model: OnnxModel,
  bindings: ReadonlyMap<string, number>,
  { external, without, target }: ExplainOptions,
): Explanation {
  const graph = importModel(model, bindings, { external });
  const { program, unsupported } = lowerGraph(graph);
  const placed = unsupported.map(({ node, op, reason }) => ({ node: node.name, op, reason }));
  const nodes = countOps(graph.nodes);
  if (program === undefined) return { nodes, placed, passes: [], memory: null, kernels: [] };
  const passes: Explanation['passes'][number][] = [{ pass: 'lowered', ...figuresOf(program) }];
  const hasBodies = program.kernels.some(({ kind }) => kind === 'if' || kind === 'loop');
  const switches = Object.fromEntries([...without].map((pass) => [pass, false]));
  const optimised = optimise(program, {
    ...switches,
    observe: (pass, current) => {
      if (pass !== 'bodies' || hasBodies) passes.push({ pass, ...figuresOf(current) });
    },
  });
  const plan = planMemory(optimised);
  const { steps } = translateProgram(optimised, plan, { target });
  const runs = runsOf(optimised, steps);
  return {
    nodes,
    placed,
    passes,
    memory: { arena: plan.bytes, peak: plan.peak, sum: plan.total },
    kernels: optimised.kernels.map((kernel, at) => explainKernel(optimised, kernel, runs[at]!)),
  };
}

function countOps(nodes: Graph['nodes']): Explanation['nodes'] {
  return [...Map.groupBy(nodes, ({ op }) => op)]
    .map(([op, group]) => ({ op, count: group.length }))
    .sort((a, b) => b.count - a.count || (a.op < b.op ? -1 : 1));
}

function explainKernel(program: Program, kernel: Kernel, { by, algorithms, reason }: KernelRun): ExplainedKernel {
  return {
    kernel: kernel.kind === 'external' ? `external ${kernel.node.op}` : kernel.kind,
    outputs: outputsOf(kernel).map((id) => {
      const { type, shape } = program.tensors[id]!;
      return `${type}[${shape.join(',')}]`;
    }),
    regions: kernel.kind === 'raster' ? kernel.regions.length : null,
    functions: functionsOf(kernel),
    runs: by,
    algorithms,
    reason,
    macs: macsOf(program, kernel) ?? null,
    bytes: trafficOf(program, kernel),
  };
}

function functionsOf(kernel: Kernel): readonly string[] {
  const names = (body: readonly Step[]): readonly string[] =>
    body.filter(({ fn }) => fn !== 'constant').map(({ fn, type }) => (fn === 'cast' ? `cast to ${type}` : fn));
  if (kernel.kind === 'elementwise') return kernel.body.length === 0 ? ['copy'] : names(kernel.body);
  return 'epilogue' in kernel ? names(kernel.epilogue.body) : [];
}
