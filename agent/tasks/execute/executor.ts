// The executor of a task: holds its model and its script, and executes one firing after another. Module of a thread or a
// process.
import { readFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { basename } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { ResultValue } from '@edgewright/schemas/deployment.js';
import type { ScriptResultType } from '@edgewright/schemas/task-execution.js';
import { firstLineOf } from '../../runtimes/first-line.ts';
import type { RunInput, RunOutcome } from '../contract.ts';
import { readFrames, writeFrame } from './frames.ts';
import type { FailureCode, Opening, Reply } from './messages.ts';
import { type OpenModel, openModel } from './model.ts';
import { putThreadBehind } from './rank.ts';
import { floodFault } from './refused.ts';
import { type OpenScript, type Script, type ScriptFiring, type ScriptHost, type Tensors, typed } from './script.ts';

/** What one run may bring: more is a flood. Counts, and characters of JSON. */
const most = { results: 100, emitted: 100, resultText: 1_000_000, logLines: 100, logText: 2_000, values: 4_096 };

/** To the agent, of a process. */
const channel = isMainThread ? new Socket({ fd: 3 }) : undefined;
let onMessage: (message: unknown) => void = () => undefined;

const opening = await begin();
if (opening.rank === 'behind') putThreadBehind();
let results: Readonly<Record<string, ResultValue>>[] = [];
let emitted: { event: string; fields: Record<string, string | number | boolean> }[] = [];
let logged = 0;
let refusal: CodedError | undefined;

const opened = await open().catch(failed);
if ('kind' in opened) reply(opened);
else {
  listen(async (request) => {
    reply(await run(request, opened).then((outcome) => ({ kind: 'ran', outcome }) as const, failed));
  });
  reply({ kind: 'ready' });
}

function begin(): Opening | Promise<Opening> {
  if (channel === undefined) return workerData as Opening;
  // Without the agent there is nobody to execute for.
  channel.once('close', () => process.exit(0));
  // A terminal sends it to the whole group.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve) => {
    onMessage = (message) => resolve(message as Opening);
    readFrames(
      channel,
      Number.POSITIVE_INFINITY,
      (message) => onMessage(message),
      () => process.exit(1),
    );
  });
}

function listen(onRequest: (request: RunInput) => void): void {
  if (channel === undefined) parentPort?.on('message', onRequest);
  else onMessage = (message) => onRequest(message as RunInput);
}

interface Opened {
  readonly model: OpenModel | undefined;
  readonly script: Script | undefined;
}

async function open(): Promise<Opened> {
  const { model, script } = opening;
  const ready =
    model === undefined
      ? undefined
      : await openModel({ ...opening, model }, (chosen) => reply({ kind: 'model', model: chosen }));
  return { model: ready, script: script === undefined ? undefined : await openScript(script) };
}

async function openScript({ path, file, language }: NonNullable<Opening['script']>): Promise<Script> {
  const { isolation, memory } = opening.policy;
  const text = await readFile(path, 'utf8');
  return (await opener(language, isolation))(text, basename(file), host(), memory);
}

async function opener(language: 'javascript' | 'python', isolation: 'fault' | 'boundary'): Promise<OpenScript> {
  if (opening.sealed !== undefined) return (await import('./across.ts')).openAcross(opening.sealed);
  if (language === 'python') return (await import('./micropython.ts')).openMicroPython;
  if (isolation === 'boundary') return (await import('./quickjs.ts')).openQuickJs;
  return (await import('./v8.ts')).openV8;
}

async function run({ id, firing, computed }: RunInput, { model, script }: Opened): Promise<RunOutcome> {
  [results, emitted, logged, refusal] = [[], [], 0, undefined];
  const phases: { prepare?: number; model?: number; script?: number } = {};
  const features = computed?.features ?? {};
  const tensors: Tensors = computed?.tensors ?? {};
  const seen: ScriptFiring = {
    task: firing.task,
    id,
    time: firing.time,
    kind: firing.kind,
    key: firing.key ?? null,
    late: firing.late,
    events: firing.events.map(({ time, event, step, fields }) => ({ time, event, step, fields })),
    features,
    window: (computed?.window ?? []).map(({ time, event, fields }) => ({ time, event, fields })),
  };
  const timed = async <T>(phase: keyof typeof phases, work: () => T | Promise<T>): Promise<T> => {
    const begin = performance.now();
    try {
      return await work();
    } catch (error) {
      throw refusal ?? error;
    } finally {
      phases[phase] = performance.now() - begin;
    }
  };
  const { prepare } = script ?? {};
  const inputs = prepare === undefined ? tensors : await timed('prepare', () => prepare(seen, tensors));
  const outputs = model === undefined ? {} : await timed('model', () => model.run(inputs).catch(asModelFault));
  const returned = script === undefined ? {} : await timed('script', () => script.run(seen, tensors, outputs));
  if (refusal !== undefined) throw refusal;
  // A script that returns nothing says that nothing of the model is a result either.
  if (returned !== null) results.push({ ...ofModel(outputs), ...ofScript(returned) });
  if (logged > most.logLines) tell('warning', `${logged - most.logLines} lines of the log were left out`);
  return { results, emitted, phases };
}

function asModelFault(error: unknown): never {
  if (error instanceof CodedError && error.code === 'task-model') throw error;
  throw new CodedError(
    'task-model',
    `The model failed: ${firstLineOf(error)}`,
    'Try it with `edgewright diff`, or another runtime.',
  );
}

function ofModel(outputs: Tensors): Record<string, ResultValue> {
  const values: Record<string, ResultValue> = {};
  for (const name of opening.model?.outputs ?? []) {
    const output = outputs[name];
    if (output === undefined) {
      throw new CodedError(
        'task-model',
        `The model has no output "${name}".`,
        `Name one of its outputs under \`model.outputs\`: ${Object.keys(outputs).join(', ')}.`,
      );
    }
    if (output.data.length > most.values)
      throw floodFault(`The output "${name}" of the model has ${output.data.length} values`);
    values[`model.${name}`] = [...output.data];
  }
  return values;
}

function ofScript(value: unknown): Record<string, ResultValue> {
  const { results: types = new Map<string, ScriptResultType>(), file = '' } = opening.script ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CodedError(
      'task-script',
      `${file}: the results are no object.`,
      'Give results by name, or null for none.',
    );
  const values: Record<string, ResultValue> = {};
  for (const [name, type] of types) {
    const given = (value as Record<string, unknown>)[name];
    if (given === undefined || given === null) continue;
    const fit = typed(given, type);
    if (fit === undefined) {
      const fix = `Give it as ${type}, or correct its type under \`script.results\`.`;
      throw new CodedError('task-script', `${file}: the result "${name}" is no ${type}.`, fix);
    }
    if (Array.isArray(fit) && fit.length > most.values)
      throw floodFault(`The result "${name}" has ${fit.length} values`);
    values[`script.${name}`] = fit;
  }
  return values;
}

function host(): ScriptHost {
  /** The first refusal counts, whatever the script makes of it. */
  const refusing = (work: () => void): string | undefined => {
    try {
      work();
      return undefined;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      refusal ??= error;
      return error.message;
    }
  };
  return {
    output: (json) =>
      refusing(() => {
        if (json.length > most.resultText || results.length >= most.results)
          throw floodFault('The script gives too many results');
        results.push(ofScript(JSON.parse(json)));
      }),
    emit: (json) =>
      refusing(() => {
        if (json.length > most.resultText || emitted.length >= most.emitted)
          throw floodFault('The script emits too many events');
        const { event, fields } = JSON.parse(json) as { event: unknown; fields: unknown };
        if (typeof event !== 'string' || !opening.events.includes(event)) {
          const fix = 'Emit events that the task declares.';
          throw new CodedError('task-script', `The script emits "${String(event)}".`, fix);
        }
        emitted.push({ event, fields: Object(fields) });
      }),
    log(text) {
      if (++logged <= most.logLines) tell('info', text.slice(0, most.logText));
      return undefined;
    },
  };
}

function tell(level: 'info' | 'warning', text: string): void {
  reply({ kind: 'log', line: { time: Date.now(), level, text } });
}

function failed(error: unknown): Extract<Reply, { kind: 'failed' }> {
  if (error instanceof CodedError)
    return { kind: 'failed', code: error.code as FailureCode, message: error.message, fix: error.fix };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', code: 'task-crashed', message, fix: 'This is a bug of the agent: report it with its log.' };
}

function reply(message: Reply): void {
  if (channel === undefined) parentPort?.postMessage(message);
  else writeFrame(channel, message);
}
