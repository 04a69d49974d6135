// Looks inside one model: what its nodes and kernels are, how long they take, which plan it has, and how far each value is
// from onnxruntime's.
import type { WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import type { InspectedDiff, InspectedPlan, Unavailable } from '@edgewright/schemas/inspection.js';
import { timeKernels } from '../runtimes/kernels.ts';
import { asLoaded, timeWhole } from './latency.ts';
import type { Findings, InspectTask, OnProgress } from './messages.ts';
import { type Own, openOwn } from './own.ts';
import { openReference, type Reference, timeNodes } from './reference.ts';
import { inputBytes, openSubject, type Subject } from './subject.ts';
import { orUnavailable } from './unavailable.ts';
import { type Comparison, compareValues } from './values.ts';

/** @throws CodedError as `openSubject`, or `out-of-memory` where the program needs more than a WebAssembly memory has */
export async function inspectModel(
  api: WebAssemblyApi | undefined,
  task: InspectTask,
  onProgress: OnProgress,
): Promise<Findings> {
  onProgress({ phase: 'compile', done: 0, of: 1 });
  const subject = await openSubject(task);
  const { graph, unsupported } = subject.compiled;
  const reasons = new Map(unsupported.map(({ node, reason }) => [node, reason]));
  const nodes = graph.nodes.map((node, index) => {
    const { name, op, outputs } = node;
    const placed = reasons.get(node);
    return { index, name, op, outputs, ...(placed !== undefined && { placed }) };
  });
  const { kernels, own } = await openOwn(api, subject, task, onProgress);
  let found: Findings = { nodes, kernels, values: [] };
  if (task.want.length === 0) return found;
  const asked = { task, subject, own, reference: await openReference(task.ortPath), onProgress };
  if (task.want.includes('profile')) found = await profile(asked, found);
  if (task.want.includes('plan')) found = { ...found, plan: await planOf(asked) };
  return task.want.includes('diff') ? diff(asked, found) : found;
}

interface Asked {
  readonly task: InspectTask;
  readonly subject: Subject;
  readonly own: Own | Unavailable;
  readonly reference: Reference | Unavailable;
  readonly onProgress: OnProgress;
}

async function profile(asked: Asked, { nodes, kernels, ...found }: Findings): Promise<Findings> {
  const { task, subject, own, reference, onProgress } = asked;
  const { repeats, scratch } = task;
  const steps = 3 * repeats;
  const tell = (from: number) => (done: number) => onProgress({ phase: 'profile', done: from + done, of: steps });
  tell(0)(0);
  const whole = await timeWhole(subject, own, reference, { repeats, onDone: tell(0) });
  let timed = kernels;
  if (!('unavailable' in own) && own.whole !== undefined && 'latency' in whole.jit) {
    const times = await timeKernels(own.api, own.whole, inputBytes(subject), { repeats, onDone: tell(repeats) });
    // One without elements takes no time.
    timed = kernels.map((kernel) => ({ ...kernel, time: times.get(kernel.index) ?? 0 }));
  }
  tell(2 * repeats)(0);
  const times = await orUnavailable(async () =>
    'unavailable' in reference ? reference : timeNodes(reference, subject, { repeats, scratch }),
  );
  const named = nodes.map((node) => {
    const time = 'unavailable' in times ? undefined : times.get(node.index);
    return time === undefined ? node : { ...node, time };
  });
  const unavailable = 'unavailable' in times ? times : null;
  return { ...found, nodes: named, kernels: timed, profile: { ...whole, nodes: unavailable } };
}

/** The plan that a session has whose parts may go to the faster runtime; it is tried against each runtime alone. */
function planOf({ subject, own, onProgress }: Asked): Promise<InspectedPlan | Unavailable> {
  onProgress({ phase: 'plan', done: 0, of: 1 });
  return orUnavailable(async () => {
    if ('unavailable' in own) return own;
    const session = await own.runtime.load(...asLoaded(subject, { mixed: true }));
    await session.close();
    if (session.plan === undefined) throw new Error('a session that may have parts has no plan');
    const { parts, predicted, measured, alternatives } = session.plan;
    return {
      parts: parts.map(({ alternatives: _, ...part }) => part),
      ...(predicted !== undefined && { predicted }),
      ...(measured !== undefined && { measured }),
      alternatives,
    };
  });
}

async function diff(asked: Asked, found: Findings): Promise<Findings> {
  const { task, subject, own, reference, onProgress } = asked;
  const { relative, absolute, seed } = task;
  let values: Comparison['values'] = [];
  const told = await orUnavailable(async (): Promise<InspectedDiff | Unavailable> => {
    if ('unavailable' in own) return own;
    if ('unavailable' in reference) return reference;
    const tolerance = { relative, absolute };
    const compared = await compareValues(own.api, subject, own.whole, reference, {
      tolerance,
      onDone: (done, of) => onProgress({ phase: 'diff', done, of }),
    });
    values = compared.values;
    const firstDiffering = values.find(({ beyond }) => beyond > 0)?.node ?? null;
    return { reference: reference.is, tolerance, seed, firstDiffering, left: compared.left };
  });
  return { ...found, values, diff: told };
}
