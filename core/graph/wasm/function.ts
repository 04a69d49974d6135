// Builds the body of one function. Control flow is written with closures, so that a kernel in TypeScript has the shape of
// the kernel in WebAssembly; what TypeScript loops over is unrolled.

import { type Code, constant, type I32, type Instruction, i32, plus, type V128, type ValueType } from './code.ts';

/** A local variable; as an operand it is its current value. */
export type Local<T extends ValueType = ValueType> = Code<T> & { readonly kind: 'get'; readonly local: number };

export class FunctionBuilder {
  readonly name: string;
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
  readonly locals: ValueType[] = [];
  readonly body: Code[] = [];
  readonly #prologue: Code[] = [];
  readonly #hoisted = new Map<number, Local<'v128'>>();
  #open: Code[] = this.body;

  constructor(name: string, params: readonly ValueType[], results: readonly ValueType[] = []) {
    this.name = name;
    this.params = params;
    this.results = results;
  }

  param<T extends ValueType>(index: number, type: T): Local<T> {
    if (this.params[index] !== type) throw new Error(`parameter ${index} of ${this.name} is ${this.params[index]}`);
    return { kind: 'get', type, local: index };
  }

  local<T extends ValueType>(type: T): Local<T> {
    this.locals.push(type);
    return { kind: 'get', type, local: this.params.length + this.locals.length - 1 };
  }

  /** A new local with this value. */
  let<T extends ValueType>(value: Code<T>): Local<T> {
    const local = this.local(value.type);
    this.set(local, value);
    return local;
  }

  /** As `let`, but what is already a local or a scalar constant stays itself: for values that do not change. */
  once<T extends ValueType>(value: Code<T>): Code<T> {
    return value.kind === 'get' || (value.kind === 'constant' && value.type !== 'v128') ? value : this.let(value);
  }

  /** A global's value in a local that the function sets before anything else: for constants that loops need. */
  hoist(value: V128): V128 {
    if (value.kind !== 'global') return value;
    const known = this.#hoisted.get(value.global);
    if (known !== undefined) return known;
    const local = this.local('v128');
    this.#prologue.push({ kind: 'set', type: 'none', local: local.local, operands: [value] });
    this.#hoisted.set(value.global, local);
    return local;
  }

  /** All statements in order. */
  statements(): readonly Code[] {
    return [...this.#prologue, ...this.body];
  }

  set<T extends ValueType>(local: Local<T>, value: Code<T>): void {
    if (local.type !== value.type) throw new Error(`${this.name} sets a local of ${local.type} to ${value.type}`);
    this.do({ kind: 'set', type: 'none', local: local.local, operands: [value] });
  }

  /** Adds to an i32. */
  advance(local: Local<'i32'>, by: I32 | number): void {
    if (by !== 0) this.set(local, plus(local, by));
  }

  do(statement: Code<'none'>): void {
    this.#open.push(statement);
  }

  /** Evaluates for the effect. */
  drop(value: Code<ValueType>): void {
    this.do({ kind: 'drop', type: 'none', operands: [value] });
  }

  if(condition: I32, then: () => void, otherwise?: () => void): void {
    const yes = this.#collect(then);
    const no = otherwise === undefined ? [] : this.#collect(otherwise);
    this.do({ kind: 'if', type: 'none', operands: [condition], yes, no });
  }

  /**
   * `for (i = from; i < to; i += step)`, signed. Constant bounds cost no entry test; a body that runs once is not a
   * loop; `to` must not change in the loop.
   */
  for(from: I32 | number, to: I32 | number, step: number, body: (index: I32) => void): void {
    if (typeof from === 'number' && typeof to === 'number') {
      if (from >= to) return;
      if (from + step >= to) {
        body(constant('i32', from));
        return;
      }
    }
    const end = typeof to === 'number' ? constant('i32', to) : this.once(to);
    const index = this.let(typeof from === 'number' ? constant('i32', from) : from);
    const loop = (): void =>
      this.loop((again) => {
        body(index);
        this.advance(index, step);
        again(i32.lt_s(index, end));
      });
    if (typeof from === 'number' && typeof to === 'number') loop();
    else this.if(i32.lt_s(index, end), loop);
  }

  /** Moves `pointer` by `step` bytes until it is `end`; at least once. */
  walk(pointer: Local<'i32'>, end: I32, step: number, body: () => void): void {
    this.loop((again) => {
      body();
      this.advance(pointer, step);
      again(i32.ne(pointer, end));
    });
  }

  /** Runs the body a constant number of times; a single time without a loop. */
  repeat(count: number, body: () => void): void {
    if (count <= 0) return;
    if (count === 1) {
      body();
      return;
    }
    const left = this.let(constant('i32', count));
    this.loop((again) => {
      body();
      this.advance(left, -1);
      again(left);
    });
  }

  /** `again(condition)` goes back to the start; it must be the last statement. */
  loop(body: (again: (condition: I32) => void) => void): void {
    const again = (condition: I32): void => {
      this.do({ kind: 'branch', type: 'none', depth: 0, operands: [condition] });
    };
    this.do({ kind: 'loop', type: 'none', body: this.#collect(() => body(again)) });
  }

  return(): void {
    this.do({ kind: 'return', type: 'none' } satisfies Instruction & { type: 'none' });
  }

  /** New locals with what a call gives. */
  receive<T extends ValueType>(call: Code<'none'>, types: readonly T[]): Local<T>[] {
    const locals = types.map((type) => this.local(type));
    this.do({ kind: 'receive', type: 'none', locals: locals.map(({ local }) => local), operands: [call] });
    return locals;
  }

  /** The values of the function; the last thing in the body. */
  yield(...values: readonly Code<ValueType>[]): void {
    const types = values.map(({ type }) => type).join(' ');
    if (types !== this.results.join(' ')) throw new Error(`${this.name} gives ${types}, not ${this.results.join(' ')}`);
    this.#open.push(...values);
  }

  #collect(body: () => void): Code[] {
    const outer = this.#open;
    const inner: Code[] = [];
    this.#open = inner;
    body();
    this.#open = outer;
    return inner;
  }
}
