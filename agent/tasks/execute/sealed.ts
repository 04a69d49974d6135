// The process of a Python script of the boundary tier: nothing of the operating system but two pipes, on which it answers one
// request after another. Lines of JSON, read and written while nothing else happens: calls of the host wait for their answer.
import { readSync, writeSync } from 'node:fs';
import { CodedError } from '@edgewright/schemas/codes.js';
import { openMicroPythonOf } from './micropython.ts';
import { listed } from './numbers.ts';
import type { Script, ScriptHost } from './script.ts';
import type { FromSealed, HostCall, ToSealed } from './sealed-messages.ts';

const input = Buffer.alloc(65_536);
let rest = Buffer.alloc(0);

const hostCall = (name: HostCall, text: string): string | undefined => {
  say({ kind: 'call', name, text });
  return take<{ readonly refusal?: string }>().refusal;
};
const host: ScriptHost = {
  emit: (json) => hostCall('emit', String(json)),
  output: (json) => hostCall('output', String(json)),
  log(text) {
    hostCall('log', String(text));
    return undefined;
  },
};

const { text, file, memory, python } = take<ToSealed & { kind: 'open' }>();
const files = { text: python.text, binary: Buffer.from(python.binary, 'base64') };
const script = await openMicroPythonOf(files, text, file, host, memory).catch(failed);
if (script !== undefined) {
  say({ kind: 'ready', prepares: script.prepare !== undefined });
  for (;;) await answer(script, take<ToSealed & { kind: 'call' }>());
}

async function answer({ prepare, run }: Script, { name, firing, tensors, outputs }: ToSealed & { kind: 'call' }) {
  try {
    const value = name === 'prepare' ? await prepare?.(firing, tensors) : await run(firing, tensors, outputs);
    say({ kind: 'value', value });
  } catch (error) {
    failed(error);
  }
}

function failed(error: unknown): undefined {
  const isCoded = error instanceof CodedError;
  const code = isCoded ? error.code : 'task-crashed';
  say({ kind: 'failed', code, message: String(Object(error).message ?? error), fix: isCoded ? error.fix : '' });
}

function say(message: FromSealed): void {
  const bytes = Buffer.from(`${JSON.stringify(message, listed)}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

/** The next line; the process ends where there is none. */
function take<T>(): T {
  const chunks = [rest];
  let end = rest.indexOf(10);
  while (end < 0) {
    const count = readSync(0, input);
    if (count === 0) process.exit(0);
    const chunk = Buffer.from(input.subarray(0, count));
    chunks.push(chunk);
    end = chunk.indexOf(10);
  }
  const all = Buffer.concat(chunks);
  end = all.indexOf(10);
  rest = all.subarray(end + 1);
  return JSON.parse(all.toString('utf8', 0, end)) as T;
}
