// Computes lazy arrays: the expression becomes a graph, the graph a program, the program WebAssembly, once for each structure
// and its shapes. Values that leaves hold are inputs, so that other values need no other program.
import { compileGraph } from '../graph/compile.ts';
import { type Constant, elements, type Input, type Node, type OpenGraph } from '../graph/graph.ts';
import { allocate, type Data, type Tensor } from '../graph/tensor.ts';
import { type Executable, instantiate } from '../graph/wasm/backend/executable.ts';
import { plainChoices } from '../graph/wasm/backend/plain.ts';
import { pagesOf, translateProgram } from '../graph/wasm/backend/program.ts';
import type { WebAssemblyApi } from '../graph/wasm/engine.ts';
import { type Expression, type Fixed, type Operator, pending } from './expression.ts';

export interface EvaluatorOptions {
  /** Programs kept; the one used longest ago makes room. Each has a memory of its own, at least 64 KiB. */
  readonly programs?: number;
  /** Bytes of the memories of the programs kept; the last one is kept whatever it needs. */
  readonly bytes?: number;
  /** Operators of one expression; a longer one is computed at once, so that a loop builds no graph without end. */
  readonly operators?: number;
  /** Every operator is computed as it comes: to compare with. */
  readonly isEager?: boolean;
}

export interface Evaluator {
  /** Row-major. */
  valuesOf(array: Expression): Data;
  /** `array`, computed if it has grown too long to wait. */
  settle(array: Expression): Expression;
  /** Programs compiled so far. */
  readonly compiled: () => number;
}

export function openEvaluator(api: WebAssemblyApi, options: EvaluatorOptions = {}): Evaluator {
  const { programs: most = 128, bytes: mostBytes = 2 ** 26, operators = 256, isEager = false } = options;
  const programs = new Map<string, Placed>();
  let bytes = 0;
  let compiled = 0;

  const executableOf = (drawn: Drawn): Executable => {
    const known = programs.get(drawn.key);
    programs.delete(drawn.key);
    const placed = known ?? translate(api, drawn);
    if (known === undefined) {
      compiled++;
      bytes += placed.bytes;
    }
    programs.set(drawn.key, placed);
    for (const [key, old] of programs) {
      if (programs.size === 1 || (programs.size <= most && bytes <= mostBytes)) break;
      programs.delete(key);
      bytes -= old.bytes;
    }
    return placed.executable;
  };

  const valuesOf = (array: Expression): Data => {
    if (array.data !== undefined) return array.data;
    array.data = elements(array.shape) === 0 ? allocate(array.type, 0) : compute(array);
    array.operator = undefined;
    return array.data;
  };

  const compute = (array: Expression): Data => {
    const drawn = draw(array);
    const made = executableOf(drawn)(drawn.leaves.map(({ data }) => bytesOf(data!)))(0);
    checkShape(array, made);
    return made.data;
  };

  return {
    valuesOf,
    settle(array) {
      if (pending(array) > (isEager ? 0 : operators)) valuesOf(array);
      return array;
    },
    compiled: () => compiled,
  };
}

interface Placed {
  readonly executable: Executable;
  /** Of its memory. */
  readonly bytes: number;
}

interface Drawn {
  /** Equal for expressions that one program computes. */
  readonly key: string;
  readonly leaves: readonly Expression[];
  /** In topological order. */
  readonly steps: readonly Step[];
}

interface Step {
  readonly operator: Operator;
  /** Names of values; of fixed inputs those of constants. */
  readonly inputs: readonly string[];
  readonly output: string;
}

/** Walks what is not computed yet, each once. */
function draw(root: Expression): Drawn {
  const names = new Map<Expression, string>();
  const leaves: Expression[] = [];
  const steps: Step[] = [];
  const lines: string[] = [];
  const nameOf = (array: Expression): string => {
    const known = names.get(array);
    if (known !== undefined) return known;
    const { operator } = array;
    if (operator === undefined || array.data !== undefined) {
      const name = `x${leaves.push(array) - 1}`;
      names.set(array, name);
      lines.push(`${array.type}[${array.shape.join()}]`);
      return name;
    }
    const inputs = operator.inputs.map((input, at) => {
      if (input.kind === 'expression') return nameOf(input);
      return `c${names.size}_${steps.length}_${at}`;
    });
    const name = `y${steps.length}`;
    names.set(array, name);
    steps.push({ operator, inputs, output: name });
    const read = operator.inputs.map((input, at) => (input.kind === 'fixed' ? textOf(input) : inputs[at]));
    lines.push(`${name}=${operator.op}.${operator.output}(${read.join()})${JSON.stringify(operator.attributes)}`);
    return name;
  };
  nameOf(root);
  return { key: lines.join('\n'), leaves, steps };
}

function textOf({ type, values, isScalar }: Fixed): string {
  return `${type}${isScalar ? '' : `[${values.length}]`}{${values.join(' ')}}`;
}

function translate(api: WebAssemblyApi, drawn: Drawn): Placed {
  const { program, memory, unsupported } = compileGraph(graphOf(drawn), { passes: { verify: false } });
  if (program === undefined || memory === undefined || unsupported.length > 0)
    throw new Error(`no program: ${unsupported.map(({ reason }) => reason).join('; ')}`);
  // Relaxed instructions round as the machine likes; arrays have the same values everywhere.
  const target = { relaxed: false, shared: false };
  const translated = translateProgram(program, memory, { target, choices: plainChoices(program) });
  return { executable: instantiate(api, program, translated), bytes: pagesOf(translated, 1) * 65_536 };
}

function graphOf({ leaves, steps }: Drawn): OpenGraph {
  const inputs = leaves.map(
    ({ type, shape }, at): Input => ({ name: `x${at}`, type: { type, shape }, below: undefined }),
  );
  const constants = steps.flatMap(({ operator, inputs: names }) =>
    operator.inputs.flatMap((input, at) => (input.kind === 'fixed' ? [constantOf(names[at]!, input)] : [])),
  );
  const nodes = steps.map(({ operator, inputs: names, output }): Node => {
    const { op, attributes, outputs, output: which } = operator;
    const made = Array.from({ length: outputs }, (_, at) => (at === which ? output : `${output}_${at}`));
    return { name: output, op, inputs: names, outputs: made, attributes };
  });
  const outputs = [{ name: steps.at(-1)!.output }];
  return { name: 'array', opset: 18, inputs, outputs, nodes, constants, values: new Map() };
}

function constantOf(name: string, { values, isScalar, type }: Fixed): Constant {
  const shape = isScalar ? [] : [values.length];
  return { name, type: { type, shape }, content: { kind: 'values', values }, counts: 'shape' };
}

function checkShape({ type, shape }: Expression, made: Tensor): void {
  if (made.type !== type || made.shape.join() !== shape.join())
    throw new Error(`expected ${type}[${shape.join()}], the program makes ${made.type}[${made.shape.join()}]`);
}

function bytesOf(data: Data): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
