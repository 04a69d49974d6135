// A Python script of the boundary tier as its worker sees it: in a sealed process, asked and answered in lines of JSON. Nothing
// that comes from there is trusted.
import { setTimeout as wait } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { CodedError } from '@edgewright/schemas/codes.js';
import { isTensorNumber, listed } from './numbers.ts';
import { readPython } from './package.ts';
import type { OpenScript, ScriptHost, Tensors } from './script.ts';
import type { FromSealed, SealedLine, ToSealed } from './sealed-messages.ts';

/**
 * Calls of a run that are answered at once; each that follows waits a millisecond, for they pass through the agent's main
 * thread, which a script that floods took a third of.
 */
const freeCalls = 1_000;

/** Characters of what it says of a failure. */
const longest = 1_000;

/** `port` passes text to the process and its bytes back. Rejects with `task-script`, `task-memory`, `task-crashed`. */
export function openAcross(port: MessagePort): OpenScript {
  const lines = linesOf(port);
  return async (text, file, host, memory) => {
    const { text: code, binary } = await readPython();
    const ask = async (request: ToSealed): Promise<FromSealed> => {
      send(port, request);
      for (let calls = 1; ; calls++) {
        const message = parsed(await lines());
        if (message.kind === 'failed') throw failure(message);
        if (message.kind !== 'call') return message;
        if (calls > freeCalls) await wait(1);
        send(port, { kind: 'taken', refusal: called(host, message) });
      }
    };
    const python = { text: code, binary: Buffer.from(binary).toString('base64') };
    const ready = await ask({ kind: 'open', text, file, memory, python });
    if (ready.kind !== 'ready') throw nonsense();
    const call = async (...[name, firing, tensors, outputs]: CallOf): Promise<unknown> => {
      const answer = await ask({ kind: 'call', name, firing, tensors, outputs });
      if (answer.kind !== 'value') throw nonsense();
      return answer.value;
    };
    return {
      prepare: ready.prepares
        ? async (firing, tensors) => tensorsOf(await call('prepare', firing, tensors, {}))
        : undefined,
      run: (firing, tensors, outputs) => call('run', firing, tensors, outputs),
    };
  };
}

type Call = Extract<ToSealed, { kind: 'call' }>;
type CallOf = [Call['name'], Call['firing'], Tensors, Tensors];

function send(port: MessagePort, message: ToSealed): void {
  const line: SealedLine = { text: `${JSON.stringify(message, listed)}\n`, isRequest: message.kind !== 'taken' };
  port.postMessage(line);
}

/** The next line, one asker at a time. */
function linesOf(port: MessagePort): () => Promise<string> {
  const ready: string[] = [];
  let partial: Uint8Array[] = [];
  let wake = (): void => undefined;
  port.on('message', (chunk: Uint8Array) => {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      ready.push(Buffer.concat([...partial, rest.subarray(0, end)]).toString());
      partial = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) partial.push(rest);
    wake();
  });
  return async () => {
    while (ready.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return ready.shift()!;
  };
}

function called(host: ScriptHost, { name, text }: Extract<FromSealed, { kind: 'call' }>): string | undefined {
  if (typeof text !== 'string') throw nonsense();
  switch (name) {
    case 'emit':
    case 'output':
    case 'log':
      return host[name](text);
    default:
      throw nonsense();
  }
}

function parsed(line: string): FromSealed {
  try {
    const message: unknown = JSON.parse(line);
    if (typeof message === 'object' && message !== null) return message as FromSealed;
  } catch {
    // As any other nonsense.
  }
  throw nonsense();
}

function failure({ code, message, fix }: Extract<FromSealed, { kind: 'failed' }>): CodedError {
  const text = String(message).slice(0, longest);
  if (code === 'task-script' || code === 'task-memory')
    return new CodedError(code, text, String(fix).slice(0, longest));
  return new CodedError('task-crashed', `What executes the task failed: ${text}`, 'Look at the log of the task.');
}

function tensorsOf(value: unknown): Tensors {
  const named = Object.entries(Object(value) as Record<string, { shape?: unknown; data?: unknown } | null>);
  return Object.fromEntries(
    named.map(([name, tensor]) => {
      const { shape, data } = tensor ?? {};
      if (!areNumbers(shape) || !areNumbers(data)) throw nonsense();
      return [name, { shape: shape.map(Number), data: Float32Array.from(data, Number) }];
    }),
  );
}

function areNumbers(value: unknown): value is readonly (number | string)[] {
  return Array.isArray(value) && value.every(isTensorNumber);
}

function nonsense(): CodedError {
  return new CodedError(
    'task-crashed',
    'What executes the task answered with what is no answer.',
    'Look at the script: it has tampered with what executes it.',
  );
}
