// JavaScript in the fault tier: a module of its own context in the V8 of a process of its own. It keeps faults apart, not attackers.
import { Script as Code, type Context, createContext, type Module, SourceTextModule, SyntheticModule } from 'node:vm';
import { callText, moduleText, packed, unpackedTensors } from './guest.ts';
import { noFunction, onlyOwnModule, scriptFault } from './refused.ts';
import type { OpenScript } from './script.ts';

/** Bytes for QuickJS to find a fault in. */
const parsingMemory = 32 * 2 ** 20;

type Call = (name: string, json: string, buffers: readonly ArrayBuffer[]) => readonly [string, readonly ArrayBuffer[]];

/** Rejects with `task-script`. Node has to run with --experimental-vm-modules. */
export const openV8: OpenScript = async (text, file, host) => {
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const share = (name: string, call: (value: string) => string | undefined): void => {
    // A function of this realm leads to this realm by its constructor.
    context[name] = Object.setPrototypeOf((value: unknown) => call(String(value)), null);
  };
  share('__emit', host.emit);
  share('__output', host.output);
  share('__log', host.log);
  const guarded = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw scriptFault(file, placed(error, file));
    }
  };
  const edgewright = new SourceTextModule(moduleText, { context, identifier: 'edgewright' });
  await edgewright.link(() => new SyntheticModule([], () => undefined, { context }));
  await edgewright.evaluate();
  for (const name of ['__emit', '__output', '__log']) delete context[name];
  const module = await parsed(text, file, context);
  try {
    await module.link((name: string): Module => {
      if (name !== 'edgewright') throw onlyOwnModule(file, name);
      return edgewright;
    });
    await module.evaluate();
  } catch (error) {
    throw scriptFault(file, placed(error, file));
  }
  const names = new Set(Object.keys(module.namespace));
  if (!names.has('run')) throw noFunction(file, 'export function run(firing, outputs)');
  const call = new Code(callText).runInContext(context)(module.namespace) as Call;
  const invoke = (name: string, values: readonly unknown[]): readonly [string, readonly ArrayBuffer[]] => {
    const { json, buffers } = packed(values);
    return guarded(() => call(name, json, buffers));
  };
  return {
    prepare: names.has('prepare')
      ? (firing, tensors) => unpackedTensors(...invoke('prepare', [{ ...firing, tensors }, {}]))
      : undefined,
    run: (firing, tensors, outputs) => JSON.parse(invoke('run', [{ ...firing, tensors }, outputs])[0]) as unknown,
  };
};

/** V8 does not tell where a module does not parse; QuickJS does. */
async function parsed(text: string, file: string, context: Context): Promise<SourceTextModule> {
  try {
    return new SourceTextModule(text, { context, identifier: file });
  } catch (error) {
    const { openQuickJs } = await import('./quickjs.ts');
    await openQuickJs(text, file, { emit: nothing, output: nothing, log: nothing }, parsingMemory);
    throw scriptFault(file, placed(error, file));
  }
}

function nothing(): undefined {
  return undefined;
}

/** The message, and the line of the script where there is one: `TypeError: x is undefined (line 3)`. */
function placed(error: unknown, file: string): string {
  if (error === null || typeof error !== 'object') return String(error);
  const { name, message, stack } = error as { name?: unknown; message?: unknown; stack?: unknown };
  const at = typeof stack === 'string' ? stack.split('\n').find((line) => line.includes(`${file}:`)) : undefined;
  const [, line] = (at ?? '').match(/:(\d+)(?::\d+)?\)?$/) ?? [];
  return `${String(name)}: ${String(message)}${line === undefined ? '' : ` (line ${line})`}`;
}
