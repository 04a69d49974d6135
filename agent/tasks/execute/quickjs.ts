// JavaScript in the boundary tier: QuickJS as WebAssembly, whose globals are those of the language and nothing else.
import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
import { callText, moduleText, packed, unpackedTensors } from './guest.ts';
import { memoryFault, noFunction, scriptFault } from './refused.ts';
import type { OpenScript } from './script.ts';

/** Bytes of the stack of QuickJS: some thousand calls deep. */
const stackBytes = 512 * 1024;

/** Rejects with `task-script` and `task-memory`. An endless loop is the worker's to be ended for. */
export const openQuickJs: OpenScript = async (text, file, host, memory) => {
  const quickjs = await newQuickJSWASMModuleFromVariant(variant as unknown as QuickJSSyncVariant);
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(memory);
  runtime.setMaxStackSize(stackBytes);
  // Modules load others by this alone.
  runtime.setModuleLoader((name) => {
    if (name === 'edgewright') return moduleText;
    return { error: new Error(`cannot import "${name.slice(0, 100)}": scripts have no modules but edgewright`) };
  });
  const context = runtime.newContext();
  const share = (name: string, call: (value: string) => string | undefined): void => {
    const handle = context.newFunction(name, (value) => {
      const refusal = call(context.getString(value));
      return refusal === undefined ? context.undefined : context.newString(refusal);
    });
    context.setProp(context.global, name, handle);
    handle.dispose();
  };
  share('__emit', host.emit);
  share('__output', host.output);
  share('__log', host.log);
  const own = (result: { value: QuickJSHandle } | { error: QuickJSHandle }): QuickJSHandle => {
    if ('value' in result) return result.value;
    const fault = context.dump(result.error) as { name?: string; message?: string; stack?: string } | string;
    result.error.dispose();
    const { name = 'Error', message = String(fault), stack = '' } = typeof fault === 'object' ? fault : {};
    if (message === 'out of memory') throw memoryFault(file, memory);
    const [, line] = stack.match(new RegExp(`${escaped(file)}:(\\d+)`)) ?? [];
    throw scriptFault(file, `${name}: ${message}${line === undefined ? '' : ` (line ${line})`}`);
  };
  const namespace = own(context.evalCode(text, file, { type: 'module' }) as never);
  const hasFunction = (name: string): boolean =>
    context.getProp(namespace, name).consume((handle) => context.typeof(handle) === 'function');
  if (!hasFunction('run')) throw noFunction(file, 'export function run(firing, outputs)');
  const maker = own(context.evalCode(callText, 'edgewright') as never);
  const call = own(context.callFunction(maker, context.undefined, namespace) as never);
  maker.dispose();
  const invoke = (name: string, values: readonly unknown[]): readonly [string, readonly ArrayBuffer[]] => {
    const { json, buffers } = packed(values);
    const list = context.newArray();
    for (const [at, buffer] of buffers.entries())
      context.newArrayBuffer(buffer).consume((handle) => context.setProp(list, at, handle));
    const given = [context.newString(name), context.newString(json), list];
    const result = own(context.callFunction(call, context.undefined, ...given) as never);
    for (const handle of given) handle.dispose();
    return result.consume(() => [stringOf(context, result), buffersOf(context, result)]);
  };
  return {
    prepare: hasFunction('prepare')
      ? (firing, tensors) => unpackedTensors(...invoke('prepare', [{ ...firing, tensors }, {}]))
      : undefined,
    run: (firing, tensors, outputs) => JSON.parse(invoke('run', [{ ...firing, tensors }, outputs])[0]) as unknown,
  };
};

function stringOf(context: QuickJSContext, result: QuickJSHandle): string {
  return context.getProp(result, 0).consume((handle) => context.getString(handle));
}

function buffersOf(context: QuickJSContext, result: QuickJSHandle): readonly ArrayBuffer[] {
  return context.getProp(result, 1).consume((list) => {
    const count = context.getProp(list, 'length').consume((handle) => context.getNumber(handle));
    return Array.from({ length: count }, (_, at) =>
      context.getProp(list, at).consume((handle) => {
        const bytes = context.getArrayBuffer(handle);
        // A view of QuickJS's memory, which goes.
        return bytes.value.slice().buffer as ArrayBuffer;
      }),
    );
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
