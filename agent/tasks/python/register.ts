// `import numpy` in a task's Python: arrays are handles of lazy arrays, which the graph compiler computes on the host's side.
import { elements } from '@edgewright/core/graph/graph.js';
import { tensorOf } from '@edgewright/core/graph/tensor.js';
import type { WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import { type Evaluator, type EvaluatorOptions, openEvaluator } from '@edgewright/core/tensor/evaluate.js';
import { type ArrayType, type Expression, leaf } from '@edgewright/core/tensor/expression.js';
import { ArrayFailure } from '@edgewright/core/tensor/failure.js';
import { callFunction } from '@edgewright/core/tensor/library.js';
import { functionsText } from './functions.ts';
import { ndarrayText } from './ndarray.ts';

/** What of MicroPython's WebAssembly build is used. */
export interface MicroPython {
  registerJsModule(name: string, module: object): void;
  runPython(code: string): unknown;
  readonly _module: {
    getValue(address: number, type: 'float' | 'i32'): number;
    setValue(address: number, value: number, type: 'float' | 'i32'): void;
  };
}

export interface NumpyOptions extends EvaluatorOptions {
  /** Bytes of computed arrays of a run, with those kept from others; past it Python raises MemoryError. */
  readonly memory?: number;
  /** What Python holds of JavaScript: MicroPython keeps it in one list, of its globals. */
  readonly references?: () => readonly (object | undefined)[];
}

/**
 * Bytes of arrays made until Python is asked to collect those that nothing holds, as its heap shows nothing of their size.
 * MicroPython here collects once it has returned to its caller: within a run nothing is given back.
 */
const unseenBytes = 2 ** 25;

/**
 * Handles are frozen objects without a prototype, which lead nowhere; Python's collector gives them back. Nothing throws
 * through Python, which would pass the exception on to the host: a refusal is a string "KIND: message".
 */
export function registerNumpy(
  python: MicroPython,
  { memory = 2 ** 27, references = ownReferences, ...options }: NumpyOptions = {},
): Evaluator {
  const { WebAssembly: api } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const evaluator = openEvaluator(api, options);
  const arrays = new WeakMap<object, Expression>();
  let made = 0;

  const arrayOf = (handle: object): Expression => {
    const array = arrays.get(handle);
    if (array === undefined) throw new ArrayFailure('TypeError', 'not an array');
    return array;
  };
  const handleOf = (array: Expression): object => {
    const handle = Object.freeze(Object.create(null) as object);
    arrays.set(handle, array);
    made += 4 * elements(array.shape);
    return handle;
  };
  /** Bytes of arrays that Python has not given back. */
  const held = (): number =>
    references().reduce((sum, one) => {
      const array = one === undefined ? undefined : arrays.get(one);
      return array === undefined ? sum : sum + (array.data?.byteLength ?? 0);
    }, 0);
  const answer = <T>(run: () => T): T | string => {
    try {
      return run();
    } catch (error) {
      if (error instanceof ArrayFailure) return `${error.kind}: ${error.message}`;
      return `RuntimeError: ${error instanceof Error ? error.message : String(error)}`;
    }
  };

  python.registerJsModule('__numpy_host', {
    text: ndarrayText + functionsText,
    /** null: collect first, then call again. */
    call(name: string, json: string, ...handles: object[]) {
      if (made > unseenBytes) {
        made = 0;
        return null;
      }
      return answer(() =>
        handleOf(
          callFunction(name, handles.map(arrayOf), JSON.parse(json) as Parameters<typeof callFunction>[2], evaluator),
        ),
      );
    },
    isFull: () => held() > memory,
    /** An array of the values at an address of Python's memory: float32, or int32 for the other types. */
    take(type: ArrayType, json: string, address: number) {
      return answer(() => {
        const shape = JSON.parse(json) as number[];
        const width = type === 'float32' ? 'float' : 'i32';
        const values = Array.from({ length: elements(shape) }, (_, at) =>
          python._module.getValue(address + 4 * at, width),
        );
        return handleOf(leaf(type, shape, tensorOf(type, shape, values).data));
      });
    },
    /** Writes the values to an address of Python's memory, which has room for them. */
    give(handle: object, address: number) {
      return answer(() => {
        const array = arrayOf(handle);
        const width = array.type === 'float32' ? 'float' : 'i32';
        const values = evaluator.valuesOf(array);
        for (let at = 0; at < values.length; at++) python._module.setValue(address + 4 * at, Number(values[at]), width);
        return null;
      });
    },
    isScalar: (handle: object) => arrays.get(handle)?.shape.length === 0,
    /** Type and sizes, as `float32 2 3`. */
    describe(handle: object) {
      return answer(() => {
        const { type, shape } = arrayOf(handle);
        return [type, ...shape].join(' ');
      });
    },
  });
  python.runPython("import __numpy_host\nexec(__numpy_host.text, {'__name__': 'numpy'})\ndel __numpy_host");
  return evaluator;
}

function ownReferences(): readonly (object | undefined)[] {
  return (globalThis as unknown as { proxy_js_ref: readonly (object | undefined)[] }).proxy_js_ref;
}
