// A WebAssembly module: functions, the memory they import, and the vector constants that their loops need. Equal content
// gives equal bytes, so an engine's code cache works.
import { ByteSink } from './bytes.ts';
import { type Code, type V128, type ValueType, vector } from './code.ts';
import { FunctionBuilder } from './function.ts';
import { accesses, lanes, plain } from './instructions.ts';

/** What the engine that runs the code has. */
export interface Target {
  /** `relaxed_madd` and its kin; see `relaxedProbe`. */
  readonly relaxed: boolean;
  /** The memory is shared between workers. */
  readonly shared: boolean;
}

/** The memory is imported under this name and module `env`. */
export const memoryImport = 'memory';

const typeCodes: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b };
const empty = 0x40;

export class ModuleBuilder {
  readonly target: Target;
  readonly functions: FunctionBuilder[] = [];
  readonly #exports: { readonly name: string; readonly index: number }[] = [];
  readonly #constants: (readonly number[])[] = [];
  readonly #byContent = new Map<string, number>();
  readonly #byName = new Map<string, V128>();
  readonly #shared = new Map<string, number>();

  constructor(target: Target) {
    this.target = target;
  }

  /** A function to be filled by the caller. @returns Its builder and index. */
  function(
    name: string,
    params: readonly ValueType[],
    results: readonly ValueType[] = [],
  ): { code: FunctionBuilder; index: number } {
    const code = new FunctionBuilder(name, params, results);
    this.functions.push(code);
    return { code, index: this.functions.length - 1 };
  }

  /** The index of the function of this name, which is made when it is first asked for. */
  shared(name: string, make: (name: string) => number): number {
    const index = this.#shared.get(name) ?? make(name);
    this.#shared.set(name, index);
    return index;
  }

  export(name: string, index: number): void {
    this.#exports.push({ name, index });
  }

  call(index: number, operands: readonly Code<ValueType>[]): Code<'none'> {
    const { name, params } = this.functions[index];
    if (operands.length !== params.length || operands.some(({ type }, at) => type !== params[at]))
      throw new Error(`${name} takes ${params.join(' ')}`);
    return { kind: 'call', type: 'none', callee: index, operands };
  }

  /**
   * A vector constant that stays in a register. V8 builds a `v128.const` anew wherever it is used, in a loop too; it
   * does not look into mutable globals, so their value in a local is loaded once.
   */
  constant(bytes: readonly number[]): V128 {
    const key = bytes.join();
    const known = this.#byContent.get(key);
    const global = known ?? this.#constants.length;
    if (known === undefined) {
      this.#constants.push(bytes);
      this.#byContent.set(key, global);
    }
    return { kind: 'global', type: 'v128', global };
  }

  /** The same number in four lanes; see `constant`. */
  floats(value: number): V128 {
    return this.#named(`f32 ${Object.is(value, -0) ? '-0' : value}`, () => new Float32Array(4).fill(value));
  }

  doubles(value: number): V128 {
    return this.#named(`f64 ${Object.is(value, -0) ? '-0' : value}`, () => new Float64Array(2).fill(value));
  }

  integers(value: number): V128 {
    return this.#named(`i32 ${value}`, () => new Int32Array(4).fill(value));
  }

  shorts(value: number): V128 {
    return this.#named(`i16 ${value}`, () => new Int16Array(8).fill(value));
  }

  longs(value: bigint): V128 {
    return this.#named(`i64 ${value}`, () => new BigInt64Array(2).fill(value));
  }

  /** Formulas ask for the same few numbers again and again. */
  #named(name: string, make: () => { readonly buffer: ArrayBufferLike }): V128 {
    const code = this.#byName.get(name) ?? this.constant([...new Uint8Array(make().buffer)]);
    this.#byName.set(name, code);
    return code;
  }

  /**
   * @param pages Of the imported memory, of 64 KiB: the least it may have, and the most (needed when shared).
   * @param names Whether to write the names of functions, for profilers.
   */
  encode(
    pages: { readonly least: number; readonly most?: number },
    names: 'with names' | 'without names' = 'without names',
  ): Uint8Array<ArrayBuffer> {
    const sink = new ByteSink();
    sink.append(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    const signatures: string[] = [];
    const signatureOf = this.functions.map(({ params, results }) => {
      const key = `${params.join(' ')}>${results.join(' ')}`;
      if (!signatures.includes(key)) signatures.push(key);
      return signatures.indexOf(key);
    });
    section(sink, 1, (out) => {
      out.unsigned(signatures.length);
      for (const signature of signatures) {
        const [params, results] = signature.split('>');
        out.byte(0x60);
        types(out, params);
        types(out, results);
      }
    });
    section(sink, 2, (out) => {
      out.unsigned(1);
      out.name('env');
      out.name(memoryImport);
      out.byte(2);
      const { shared } = this.target;
      if (shared && pages.most === undefined) throw new Error('a shared memory has a greatest size');
      out.byte((shared ? 2 : 0) | (pages.most === undefined ? 0 : 1));
      out.unsigned(pages.least);
      if (pages.most !== undefined) out.unsigned(pages.most);
    });
    section(sink, 3, (out) => {
      out.unsigned(signatureOf.length);
      for (const signature of signatureOf) out.unsigned(signature);
    });
    if (this.#constants.length > 0)
      section(sink, 6, (out) => {
        out.unsigned(this.#constants.length);
        for (const bytes of this.#constants) {
          out.byte(typeCodes.v128);
          out.byte(1);
          expression(out, vector(bytes));
          out.byte(0x0b);
        }
      });
    section(sink, 7, (out) => {
      out.unsigned(this.#exports.length);
      for (const { name, index } of this.#exports) {
        out.name(name);
        out.byte(0);
        out.unsigned(index);
      }
    });
    section(sink, 10, (out) => {
      out.unsigned(this.functions.length);
      for (const each of this.functions) out.sized((inner) => functionBody(inner, each));
    });
    if (names === 'with names')
      section(sink, 0, (out) => {
        out.name('name');
        out.byte(1);
        out.sized((inner) => {
          inner.unsigned(this.functions.length);
          this.functions.forEach(({ name }, index) => {
            inner.unsigned(index);
            inner.name(name);
          });
        });
      });
    return sink.bytes();
  }
}

/** A module that only an engine with relaxed SIMD validates. */
export function relaxedProbe(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ relaxed: true, shared: false });
  const { code } = module.function('probe', ['v128'], ['v128']);
  const x = code.param(0, 'v128');
  code.yield({ kind: 'plain', type: 'v128', name: 'f32x4.relaxed_madd', operands: [x, x, x] });
  return module.encode({ least: 0 });
}

function section(sink: ByteSink, id: number, write: (sink: ByteSink) => void): void {
  sink.byte(id);
  sink.sized(write);
}

function types(sink: ByteSink, names: string): void {
  const list = names.split(' ').filter((name) => name !== '') as ValueType[];
  sink.unsigned(list.length);
  for (const name of list) sink.byte(typeCodes[name]);
}

function functionBody(sink: ByteSink, code: FunctionBuilder): void {
  const { locals } = code;
  const runs: { type: ValueType; count: number }[] = [];
  for (const type of locals) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  sink.unsigned(runs.length);
  for (const { type, count } of runs) {
    sink.unsigned(count);
    sink.byte(typeCodes[type]);
  }
  for (const each of code.statements()) expression(sink, each);
  sink.byte(0x0b);
}

function expression(sink: ByteSink, code: Code): void {
  switch (code.kind) {
    case 'plain':
      operands(sink, code.operands);
      opcode(sink, plain[code.name][2]);
      if (code.name === 'memory.copy') sink.unsigned(0);
      if (code.name === 'memory.copy' || code.name === 'memory.fill') sink.unsigned(0);
      if (code.name === 'atomic.fence') sink.byte(0);
      return;
    case 'lane':
      operands(sink, code.operands);
      opcode(sink, lanes[code.name][2]);
      sink.byte(code.lane);
      return;
    case 'access': {
      operands(sink, code.operands);
      const [, , number, alignment] = accesses[code.name];
      opcode(sink, number);
      sink.unsigned(alignment);
      sink.unsigned(code.offset);
      if (code.lane !== undefined) sink.byte(code.lane);
      return;
    }
    case 'shuffle':
      operands(sink, code.operands);
      opcode(sink, 0xfd000d);
      for (const lane of code.lanes) sink.byte(lane);
      return;
    case 'constant':
      immediate(sink, code.type as ValueType, code.value);
      return;
    case 'get':
      sink.byte(0x20);
      sink.unsigned(code.local);
      return;
    case 'set':
      operands(sink, code.operands);
      sink.byte(0x21);
      sink.unsigned(code.local);
      return;
    case 'global':
      sink.byte(0x23);
      sink.unsigned(code.global);
      return;
    case 'call':
      operands(sink, code.operands);
      sink.byte(0x10);
      sink.unsigned(code.callee);
      return;
    case 'receive':
      operands(sink, code.operands);
      for (const local of code.locals.toReversed()) {
        sink.byte(0x21);
        sink.unsigned(local);
      }
      return;
    case 'select':
      operands(sink, code.operands);
      if (code.type === 'v128') {
        sink.byte(0x1c);
        sink.unsigned(1);
        sink.byte(typeCodes.v128);
      } else sink.byte(0x1b);
      return;
    case 'drop':
      operands(sink, code.operands);
      sink.byte(0x1a);
      return;
    case 'loop':
    case 'block':
      sink.byte(code.kind === 'loop' ? 0x03 : 0x02);
      sink.byte(empty);
      operands(sink, code.body);
      sink.byte(0x0b);
      return;
    case 'if':
      operands(sink, code.operands);
      sink.byte(0x04);
      sink.byte(empty);
      operands(sink, code.yes);
      if (code.no.length > 0) {
        sink.byte(0x05);
        operands(sink, code.no);
      }
      sink.byte(0x0b);
      return;
    case 'branch':
      operands(sink, code.operands);
      sink.byte(code.operands.length > 0 ? 0x0d : 0x0c);
      sink.unsigned(code.depth);
      return;
    case 'return':
      sink.byte(0x0f);
  }
}

function operands(sink: ByteSink, list: readonly Code[]): void {
  for (const each of list) expression(sink, each);
}

function opcode(sink: ByteSink, code: number): void {
  const prefix = code >>> 16;
  if (prefix === 0) {
    sink.byte(code);
    return;
  }
  sink.byte(prefix);
  sink.unsigned(code & 0xffff);
}

function immediate(sink: ByteSink, type: ValueType, value: number | bigint | readonly number[]): void {
  switch (type) {
    case 'i32':
      sink.byte(0x41);
      sink.signed(value as number);
      return;
    case 'i64':
      sink.byte(0x42);
      sink.long(value as bigint);
      return;
    case 'f32':
      sink.byte(0x43);
      sink.f32(value as number);
      return;
    case 'f64':
      sink.byte(0x44);
      sink.f64(value as number);
      return;
    case 'v128':
      opcode(sink, 0xfd000c);
      for (const byte of value as readonly number[]) sink.byte(byte);
  }
}
