// onnxruntime as the reference: the native build where the device has it, else the WebAssembly one; with the values of the
// model as outputs, and with its own profile of nodes.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tensor as Value } from '@edgewright/core/graph/tensor.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { InspectedReference, Unavailable } from '@edgewright/schemas/inspection.js';
import { byRuntime } from '../bench/refusal.ts';
import { openRuntime } from '../runtimes/open.ts';
import { median, timeRepeats } from '../runtimes/repeats.ts';
import type { Runtime, Tensor } from '../runtimes/runtime.ts';
import type { Subject } from './subject.ts';

export interface Reference {
  readonly is: InspectedReference;
  readonly runtime: Runtime;
}

/** @param path Of an onnxruntime-node of the user's. */
export async function openReference(
  path: string | null,
  open: typeof openRuntime = openRuntime,
): Promise<Reference | Unavailable> {
  const reasons: CodedError[] = [];
  for (const name of ['ort', 'ort-web'] as const) {
    try {
      const runtime = await open(name, 1, { path: path ?? undefined });
      return { is: { runtime: name, version: runtime.version }, runtime };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      reasons.push(error);
    }
  }
  return { unavailable: reasons.map(({ message }) => message).join(' '), fix: reasons[0]!.fix };
}

/**
 * Values by their names, with the optimisations off, so that each is made as the model says.
 * @throws CodedError as `byRuntime`
 */
export async function readValues(
  { runtime }: Reference,
  subject: Subject,
  names: readonly string[],
): Promise<ReadonlyMap<string, Value>> {
  const session = await byRuntime('as it loaded the model', () =>
    runtime.load(
      { kind: 'bytes', bytes: withOutputs(subject, names), external: subject.external },
      { threads: 1, optimization: 'disabled' },
    ),
  );
  try {
    const outputs = await byRuntime('in an inference', session.bind(subject.inputs));
    return new Map(
      names.flatMap((name) => {
        const value = outputs[name] && toValue(outputs[name]);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  } finally {
    await session.close();
  }
}

/**
 * The model with values as further outputs. Where a message stands twice in a field that holds one, a reader merges the two
 * [protobuf, Encoding: Last One Wins], so that the outputs are added behind the file as it is.
 */
function withOutputs({ bytes, message }: Subject, names: readonly string[]): Uint8Array {
  const known = new Set(message.graph?.output?.map(({ name }) => name));
  const output = names.filter((name) => !known.has(name)).map((name) => ({ name }));
  const more = encodeMessage('Model', { graph: { output } });
  const whole = new Uint8Array(bytes.length + more.length);
  whole.set(bytes);
  whole.set(more, bytes.length);
  return whole;
}

function toValue({ type, dims, data }: Tensor): Value | undefined {
  if (!ArrayBuffer.isView(data) || data instanceof DataView) return undefined;
  const { buffer, byteOffset, byteLength } = data;
  const isBits = type === 'float16';
  const elements = isBits ? new Uint16Array(buffer as ArrayBuffer, byteOffset, byteLength / 2) : data;
  return { type: type as Value['type'], shape: [...dims], data: elements as Value['data'] };
}

const nodePrefix = 'edgewright.node.';

/**
 * Milliseconds of each node by onnxruntime's own profile, whose clock counts microseconds, with the optimisations off, so
 * that nodes are the model's; medians by index.
 * @param scratch Folder of the caller's, for the file that onnxruntime writes.
 * @throws CodedError as `byRuntime`
 */
export async function timeNodes(
  { is, runtime }: Reference,
  { external, message, inputs, makers }: Subject,
  { repeats, scratch }: { readonly repeats: number; readonly scratch: string },
): Promise<ReadonlyMap<number, number> | Unavailable> {
  if (is.runtime !== 'ort') {
    return {
      unavailable: 'The WebAssembly build of onnxruntime writes no profile of nodes.',
      fix: 'Install onnxruntime-node on the device, where there is a build for it.',
    };
  }
  const node = (message.graph?.node ?? []).map((each) => {
    const index = makers.get(each.output?.find((name) => name !== '') ?? '');
    return { ...each, name: index === undefined ? '' : `${nodePrefix}${index}` };
  });
  const bytes = encodeMessage('Model', { ...message, graph: { ...message.graph, node } });
  await mkdir(scratch, { recursive: true });
  const session = await byRuntime('as it loaded the model', () =>
    runtime.load(
      { kind: 'bytes', bytes, external },
      { threads: 1, optimization: 'disabled', profile: join(scratch, 'profile') },
    ),
  );
  let timed = 0;
  try {
    const run = session.bind(inputs);
    const [latency] = await byRuntime('in an inference', () => timeRepeats([run], repeats));
    timed = latency!.repeats;
  } finally {
    // The profile is written as the session ends.
    await session.close();
  }
  const [written] = (await readdir(scratch)).filter((name) => name.startsWith('profile'));
  if (written === undefined) {
    return {
      unavailable: 'onnxruntime wrote no profile of nodes.',
      fix: 'Look whether the folder of the agent can be written.',
    };
  }
  return mediansIn(JSON.parse(await readFile(join(scratch, written), 'utf8')), timed);
}

/** Of the last `repeats` of each node: those before were to warm it. `dur` is in microseconds. */
function mediansIn(events: readonly ProfileEvent[], repeats: number): ReadonlyMap<number, number> {
  const times = new Map<number, number[]>();
  for (const { cat, name, dur } of events) {
    const [, index] = /^edgewright\.node\.(\d+)_kernel_time$/.exec(cat === 'Node' ? name : '') ?? [];
    if (index === undefined) continue;
    const list = times.get(Number(index)) ?? [];
    list.push(dur / 1000);
    times.set(Number(index), list);
  }
  return new Map([...times].map(([index, list]) => [index, median(list.slice(-repeats))]));
}

interface ProfileEvent {
  readonly cat: string;
  readonly name: string;
  readonly dur: number;
}
