// The greatest errors of vectorised functions, in units in the last place of float32, over a dense sample of all bit
// patterns in the range that matters and over special values.
import assert from 'node:assert/strict';
import type { ScalarName } from '@edgewright/core/graph/program/scalar.js';
import { emitElementwise } from '@edgewright/core/graph/wasm/elementwise.js';
import { base, Machine, relaxed } from './machine.ts';

interface Row {
  readonly fn: ScalarName;
  readonly of: (x: number) => number;
  readonly from: number;
  readonly to: number;
  readonly ulp: number;
}

const erf = (x: number): number => {
  // Series below 3, continued fraction above; both to 1e-15.
  if (Math.abs(x) < 3) {
    let [term, sum] = [x, x];
    for (let n = 1; n < 80; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (Math.abs(x) + fraction);
  return Math.sign(x) * (1 - Math.exp(-x * x) / Math.sqrt(Math.PI) / (Math.abs(x) + fraction));
};

const rows: readonly Row[] = [
  { fn: 'exp', of: Math.exp, from: -103, to: 88.7, ulp: 1.5 },
  { fn: 'log', of: Math.log, from: 1e-44, to: 3e38, ulp: 1.5 },
  { fn: 'sigmoid', of: (x) => 1 / (1 + Math.exp(-x)), from: -87, to: 100, ulp: 3 },
  { fn: 'tanh', of: Math.tanh, from: -20, to: 20, ulp: 7 },
  { fn: 'erf', of: erf, from: -6, to: 6, ulp: 2 },
  { fn: 'sin', of: Math.sin, from: -1e6, to: 1e6, ulp: 2 },
  { fn: 'cos', of: Math.cos, from: -1e6, to: 1e6, ulp: 2 },
  { fn: 'tan', of: Math.tan, from: -1e6, to: 1e6, ulp: 4 },
  { fn: 'asin', of: Math.asin, from: -1, to: 1, ulp: 3 },
  { fn: 'acos', of: Math.acos, from: -1, to: 1, ulp: 2 },
  { fn: 'atan', of: Math.atan, from: -1e30, to: 1e30, ulp: 3 },
  { fn: 'sinh', of: Math.sinh, from: -89, to: 89, ulp: 4 },
  { fn: 'cosh', of: Math.cosh, from: -89, to: 89, ulp: 4 },
  { fn: 'asinh', of: Math.asinh, from: -1e30, to: 1e30, ulp: 4 },
  { fn: 'acosh', of: Math.acosh, from: 1, to: 1e30, ulp: 4 },
  { fn: 'atanh', of: Math.atanh, from: -0.9999999, to: 0.9999999, ulp: 4 },
  { fn: 'sqrt', of: Math.sqrt, from: 0, to: 3e38, ulp: 0.51 },
  { fn: 'reciprocal', of: (x) => 1 / x, from: 1e-38, to: 3e38, ulp: 0.51 },
  { fn: 'floor', of: Math.floor, from: -1e9, to: 1e9, ulp: 0 },
  { fn: 'ceil', of: Math.ceil, from: -1e9, to: 1e9, ulp: 0 },
];

const specials = [
  0,
  -0,
  1,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1e-40,
  -1e-40,
  3e38,
  -3e38,
  104,
  -104,
];

for (const target of [base, relaxed])
  describe(`errors of functions, ${target.relaxed ? 'relaxed' : 'base'} SIMD`, () => {
    for (const row of rows)
      it(`${row.fn} is within ${row.ulp} ulp on [${row.from}, ${row.to}]`, () => {
        const x = sample(row.from, row.to);
        const y = apply(target, row.fn, x);
        let [worst, at] = [0, 0];
        for (const [index, value] of x.entries()) {
          const error = distance(y[index]!, row.of(value));
          if (!(error <= worst)) [worst, at] = [error, value];
        }
        if (process.env.SHOW !== undefined) console.log(`      ${row.fn}: ${worst.toFixed(2)} ulp at ${at}`);
        assert.ok(
          worst <= row.ulp,
          `${worst} ulp at ${at}: ${apply(target, row.fn, new Float32Array([at]))[0]}, not ${row.of(at)}`,
        );
      });

    it('special values of every function', () => {
      for (const { fn, of } of rows) {
        const x = Float32Array.from(specials);
        const y = apply(target, fn, x);
        for (const [at, value] of x.entries()) {
          // Beyond what the bounds promise.
          if (/sin|cos|tan/.test(fn) && Math.abs(value) > 1e6 && Number.isFinite(value) && !/^a/.test(fn)) continue;
          const expected = Math.fround(of(value));
          const close = Number.isNaN(expected) ? Number.isNaN(y[at]!) : distance(y[at]!, of(value)) <= 7;
          // Results that are denormal may be off by the smallest normal.
          const tiny = Math.abs(expected) < 1.2e-38 && Math.abs(y[at]! - expected) <= 1.2e-38;
          assert.ok(close || tiny, `${fn}(${value}) is ${y[at]}, not ${expected}`);
        }
      }
    });

    it('pow is within 1 ulp, and its special cases are those of IEEE 754', () => {
      const x: number[] = [];
      const y: number[] = [];
      const values = [...specials, 2, 3, -2, -3, 0.5, -0.5, 2.5, 1e10, -1e-10, 7.25];
      for (const a of values) for (const b of values) [x.push(a), y.push(b)];
      const random = sample(1e-30, 1e30);
      for (let at = 0; at < 40_000; at++) {
        x.push(random[(at * 7919) % random.length]!);
        y.push(Math.fround(Math.sin(at) * 4));
      }
      const [bases, powers] = [Float32Array.from(x), Float32Array.from(y)];
      const result = apply(target, 'pow', bases, powers);
      for (const [at, a] of bases.entries()) {
        const b = powers[at]!;
        const expected = a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY) ? 1 : a ** b;
        const rounded = Math.fround(expected);
        const fine = Number.isNaN(expected)
          ? Number.isNaN(result[at]!)
          : Object.is(result[at], rounded) || distance(result[at]!, expected) <= 1;
        assert.ok(fine, `${a} ** ${b} is ${result[at]}, not ${rounded}`);
        if (expected === 0) assert.ok(Object.is(result[at], expected), `${a} ** ${b} has the sign of ${expected}`);
      }
    });
  });

function apply(target: typeof base, fn: ScalarName, ...operands: readonly Float32Array[]): Float32Array {
  const machine = new Machine(target);
  const n = operands[0]!.length;
  const kernel = emitElementwise(machine.module, fn, {
    size: [n],
    operands: operands.map(() => ({ type: 'float32', strides: [1] })),
    steps: [{ fn, type: 'float32', arguments: operands.map((_, at) => at) }],
    output: 'float32',
  });
  const output = machine.reserve(n * 4);
  machine.run(kernel, [...operands.map((each) => machine.put(each)), output]);
  return machine.floats(output, n).slice();
}

/** Every so many bit patterns between two numbers, so that small magnitudes come as often as large ones. */
function sample(from: number, to: number): Float32Array {
  const word = new DataView(new ArrayBuffer(4));
  // Order of floats as integers.
  const rank = (value: number): number => {
    word.setFloat32(0, Math.fround(value));
    const bits = word.getInt32(0);
    return bits < 0 ? -(bits & 0x7fffffff) : bits;
  };
  const value = (at: number): number => {
    word.setInt32(0, at < 0 ? -at | 0x80000000 : at);
    return word.getFloat32(0);
  };
  const [low, high] = [rank(from), rank(to)];
  const count = 300_000;
  const dense = Float32Array.from({ length: count }, (_, at) =>
    value(Math.round(low + ((high - low) / (count - 1)) * at)),
  );
  const [start, end] = [Math.max(from, -200), Math.min(to, 200)];
  const even = Float32Array.from({ length: count }, (_, at) => start + ((end - start) * at) / count);
  const all = new Float32Array(2 * count);
  all.set(dense);
  all.set(even, count);
  return all.filter((each) => each >= from && each <= to);
}

/** Units in the last place of the correctly rounded result. */
function distance(actual: number, expected: number): number {
  const rounded = Math.fround(expected);
  if (Object.is(actual, rounded) || actual === rounded)
    return Math.abs(expected) > 3.4e38 ? 0 : actual === expected ? 0 : 0.5;
  if (Number.isNaN(actual) !== Number.isNaN(expected)) return Number.POSITIVE_INFINITY;
  const unit = 2 ** (Math.max(-126, Math.floor(Math.log2(Math.abs(expected)))) - 23);
  return Math.abs(actual - expected) / unit;
}
