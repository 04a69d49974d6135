// MicroPython in a JavaScript realm of its own: its module `js` is an empty object, no code is made of strings, and its memory
// grows to a cap. What Python holds of JavaScript leads to this realm, which has nothing of Node.js.
import { Script as Code, type Context, createContext, SourceTextModule } from 'node:vm';
import type { MicroPython as NumpyPython } from '../python/register.ts';
import type { PythonFiles } from './package.ts';

export interface Python extends NumpyPython {
  readonly globals: { get(name: string): unknown };
  /** What Python holds of JavaScript. */
  references(): readonly (object | undefined)[];
}

/** Bytes of Python's heap at first; it grows. */
const firstHeap = 2 ** 20;

const pageBytes = 65_536;

/** What the text of MicroPython takes for the globals of a web worker. Every function is of the realm. */
const globalsText = `
({ binary, print, decode, random, pages }) => {
  const { Memory, instantiate } = WebAssembly;
  const { grow } = Memory.prototype;
  Memory.prototype.grow = function (delta) {
    if (this.buffer.byteLength / ${pageBytes} + delta > pages) throw new RangeError('the cap on memory');
    return grow.call(this, delta);
  };
  globalThis.WorkerGlobalScope = true;
  const line = (...values) => { print(values.map(String).join(' ')); };
  globalThis.console = { log: line, warn: line, error: line };
  globalThis.TextDecoder = class { decode(bytes) { return decode(bytes); } };
  globalThis.URL = class { constructor(path) { this.href = path; } };
  globalThis.crypto = { getRandomValues(array) { for (let i = 0; i < array.length; i++) array[i] = random(); return array; } };
  globalThis.fetch = async () => ({ ok: true, arrayBuffer: async () => Uint8Array.from(binary).buffer });
  WebAssembly.instantiateStreaming = async (response, imports) => instantiate(await (await response).arrayBuffer(), imports);
}
`;

/** An object whose functions are of the realm, for those of the host would lead to the host; so would what they throw. */
const sharedText = `
(module) => Object.fromEntries(Object.entries(module).map(([name, value]) => [name, typeof value !== 'function' ? value : (...given) => {
  try { return value(...given); } catch { throw new Error('the host failed'); }
}]))
`;

/** Calls of `js` end at an empty object. */
const closingText = `
proxy_js_ref_map.delete(proxy_js_ref[0]);
proxy_js_ref[0] = Object.freeze(Object.create(null));
`;

/** Its memory grows to `memory` bytes, past which Python raises MemoryError. Node has to run with --experimental-vm-modules. */
export async function openPython(
  { text, binary }: PythonFiles,
  memory: number,
  print: (line: string) => void,
): Promise<Python> {
  const realm = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: true } });
  const decoder = new TextDecoder();
  const globals = {
    binary,
    print,
    decode: (bytes: Uint8Array) => decoder.decode(bytes),
    random: () => Math.floor(Math.random() * 2 ** 32),
    pages: Math.floor(memory / pageBytes),
  };
  (evaluate(globalsText, realm) as (given: typeof globals) => void)(globals);
  const module = new SourceTextModule(text, {
    context: realm,
    identifier: 'micropython.mjs',
    initializeImportMeta: (meta) => {
      meta.url = 'micropython.mjs';
    },
  });
  await module.link(() => {
    throw new Error('MicroPython imports nothing');
  });
  await module.evaluate();
  const { loadMicroPython } = module.namespace as { loadMicroPython: (options: object) => Promise<Python> };
  const python = await loadMicroPython({ heapsize: firstHeap, stdout: print, stderr: print });
  evaluate(closingText, realm);
  const shared = evaluate(sharedText, realm) as (module: object) => object;
  return {
    globals: python.globals,
    _module: python._module,
    runPython: (code) => python.runPython(code),
    registerJsModule: (name, own) => python.registerJsModule(name, shared(own)),
    references: () => realm.proxy_js_ref as readonly (object | undefined)[],
  };
}

function evaluate(text: string, realm: Context): unknown {
  return new Code(text).runInContext(realm);
}
