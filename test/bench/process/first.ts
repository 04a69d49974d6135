// The first session of a process, for loading.ts: `first.ts RUNTIME FILE FOLDER` prints what it cost as JSON. The folder
// has the rates of the device.
import { readFileSync } from 'node:fs';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { importModel } from '@edgewright/core/onnx/import.js';

export interface Cold {
  /** Milliseconds of CPU time from the bytes to the first result. */
  readonly time: number;
  /** MB that the process has grown by since before the runtime was imported. */
  readonly grown: number;
  /** MB of WebAssembly memory among them. */
  readonly wasm: number;
}

const [name, path, data] = process.argv.slice(2) as [string, string, string];
const collect = (globalThis as { gc?: () => void }).gc!;

// The inputs belong to neither runtime.
const inputs = makeInputs(importModel(decodeModel(readFileSync(path))).inputs, 1);
const memories: WebAssembly.Memory[] = [];
WebAssembly.Memory = class extends WebAssembly.Memory {
  constructor(descriptor: ConstructorParameters<typeof WebAssembly.Memory>[0]) {
    super(descriptor);
    memories.push(this);
  }
};
const before = await resident();
const runtime = name === 'jit' ? await openJit() : await openWeb();
await runtime.prepare?.();
let bytes: Uint8Array | undefined = readFileSync(path);
const begin = process.cpuUsage();
const session = await runtime.load({ kind: 'bytes', bytes }, { threads: 1, optimization: 'all' });
await session.bind(inputs)();
const { user, system } = process.cpuUsage(begin);
bytes = undefined;
const grown = (await resident()) - before;
const wasm = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 2 ** 20;
console.log(JSON.stringify({ time: (user + system) / 1000, grown, wasm } satisfies Cold));
process.exit(session === undefined ? 1 : 0);

/** MB of the process, without garbage: buffers are freed in the background after a collection. */
async function resident(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage.rss() / 2 ** 20;
}

async function openJit() {
  const [{ openJit }, { webAssembly }] = await Promise.all([
    import('@edgewright/agent/runtimes/jit.js'),
    import('@edgewright/core/graph/wasm/engine.js'),
  ]);
  return openJit(webAssembly, { data });
}

async function openWeb() {
  const { openOrtWeb } = await import('@edgewright/agent/runtimes/ort-web.js');
  return openOrtWeb(1);
}
