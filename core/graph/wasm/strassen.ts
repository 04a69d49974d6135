// Matrix product by Strassen's recursion in Winograd's form: seven products of half the size instead of eight. The right
// operand is constant, so its sums are made when it is packed; most sums of results ride on the products' epilogues. The
// error grows with the depth: tests allow three times that of the plain product for each level.
import { copyElements } from '../copy.ts';
import { constant, type I32, i32, plus } from './code.ts';
import { emitElementwise } from './elementwise.ts';
import type { Epilogue } from './epilogue.ts';
import { type Kernel, kernelFunction } from './kernel.ts';
import { emitMatmul, type MatmulTuning, matmulTuning } from './matmul.ts';
import type { ModuleBuilder } from './module.ts';
import { packedSize, panelCopies } from './pack.ts';

export interface StrassenShape {
  /** Divisible by 2^depth, all three. */
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly depth: number;
  /** Elements between rows of A and of the output, whose columns are neighbours. */
  readonly aRow: number;
  readonly outputRow: number;
}

/** Elements of the packed right operand: seven quarters for each level. */
export function strassenPackedSize({ k, n, depth }: Pick<StrassenShape, 'k' | 'n' | 'depth'>): number {
  return depth === 0 ? packedSize(k, n) : 7 * strassenPackedSize({ k: k / 2, n: n / 2, depth: depth - 1 });
}

/** Packs row-major B[k][n] for `emitStrassen`. */
export function packStrassen(b: Float32Array, { k, n, depth }: Pick<StrassenShape, 'k' | 'n' | 'depth'>): Float32Array {
  const packed = new Float32Array(strassenPackedSize({ k, n, depth }));
  if (depth === 0) {
    const copies = panelCopies(0, [], [{ size: k, stride: n }], { size: n, stride: 1 });
    for (const copy of copies) copyElements(copy, b, packed);
    return packed;
  }
  const [height, width] = [k / 2, n / 2];
  const quarter = (row: number, column: number): Float32Array =>
    Float32Array.from(
      { length: height * width },
      (_, at) => b[(row * height + Math.floor(at / width)) * n + column * width + (at % width)]!,
    );
  const minus = (x: Float32Array, y: Float32Array): Float32Array => x.map((value, at) => value - y[at]!);
  const [b11, b12, b21, b22] = [quarter(0, 0), quarter(0, 1), quarter(1, 0), quarter(1, 1)];
  const t1 = minus(b12, b11);
  const t2 = minus(b22, t1);
  const each = packed.length / 7;
  for (const [at, part] of [b11, b21, b22, minus(t2, b21), t1, t2, minus(b22, b12)].entries())
    packed.set(packStrassen(part, { k: height, n: width, depth: depth - 1 }), at * each);
  return packed;
}

/** Pointers: `a`, `b` (packed), `output`, `scratch`. Range: 1, so one worker does it all. */
export function emitStrassen(
  module: ModuleBuilder,
  name: string,
  shape: StrassenShape,
  tuning: MatmulTuning = matmulTuning(module.target.relaxed),
): Kernel {
  const { m, n, k, depth } = shape;
  const side = 2 ** depth;
  if ((m % side) + (n % side) + (k % side) > 0) throw new Error(`${m} x ${k} x ${n} cannot be halved ${depth} times`);
  const known = new Map<string, Kernel>();
  const once = (key: string, emit: () => Kernel): Kernel => {
    const kernel = known.get(key) ?? emit();
    known.set(key, kernel);
    return kernel;
  };
  // Functions that this one calls have to be there before it.
  const plan: (() => void)[] = [];
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 4);
  const call = ({ index: callee, range }: Kernel, list: readonly I32[]): void => {
    plan.push(() => code.do(module.call(callee, [...list, constant('i32', 0), constant('i32', range)])));
  };

  /** output = a b, plus or minus what the addends say. */
  const product = (
    m: number,
    n: number,
    k: number,
    level: number,
    a: Matrix,
    b: I32,
    output: Matrix,
    sums: readonly Addend[],
    scratch: I32,
  ): void => {
    if (level === 0) {
      const key = ['p', m, n, k, a.row, output.row, ...sums.map(({ sign, matrix }) => `${sign}${matrix.row}`)].join();
      const kernel = once(key, () =>
        emitMatmul(
          module,
          `${name}.product`,
          {
            batch: [],
            m,
            n,
            k,
            a: { batch: [], row: a.row, column: 1 },
            b: { kind: 'packed', batch: [] },
            output: { type: 'float32', batch: [], row: output.row },
            epilogue: addends(sums),
          },
          tuning,
        ),
      );
      call(kernel, [a.at, b, output.at, ...sums.map(({ matrix }) => matrix.at)]);
      return;
    }
    const [h, w, d] = [m / 2, n / 2, k / 2];
    const a12 = block(a, 0, d);
    const [a21, a22] = [block(a, h, 0), block(a, h, d)];
    const each = strassenPackedSize({ k: d, n: w, depth: level - 1 }) * 4;
    const right = (at: number): I32 => plus(b, at * each);
    const s: Matrix = { at: scratch, row: d };
    const x: Matrix = { at: plus(scratch, h * d * 4), row: w };
    const y: Matrix = { at: plus(scratch, (h * d + h * w) * 4), row: w };
    const rest = plus(scratch, (h * d + 2 * h * w) * 4);
    const c = (row: number, column: number): Matrix => block(output, row * h, column * w);
    // What is added to a quarter of the result from outside.
    const outer = (row: number, column: number): Addend[] =>
      sums.map(({ sign, matrix }) => ({ sign, matrix: block(matrix, row * h, column * w) }));
    const half = (left: Matrix, at: number, to: Matrix, more: readonly Addend[]): void =>
      product(h, w, d, level - 1, left, right(at), to, more, rest);
    const combine = (
      fn: 'add' | 'sub',
      left: Matrix,
      more: Matrix,
      to: Matrix,
      rows: number,
      columns: number,
    ): void => {
      const key = [fn, rows, columns, left.row, more.row, to.row].join();
      const kernel = once(key, () => emitSum(module, `${name}.${fn}`, fn, rows, columns, left.row, more.row, to.row));
      call(kernel, [left.at, more.at, to.at]);
    };
    half(a, 0, x, []); // P1
    half(a12, 1, c(0, 0), [{ sign: 'add', matrix: x }, ...outer(0, 0)]); // P2: C11
    combine('add', a21, a22, s, h, d); // S1
    half(s, 4, y, []); // P5
    combine('sub', s, a, s, h, d); // S2
    half(s, 5, x, [{ sign: 'add', matrix: x }]); // P6: U2
    combine('sub', a12, s, s, h, d); // S4
    half(s, 2, c(0, 1), [{ sign: 'add', matrix: x }, { sign: 'add', matrix: y }, ...outer(0, 1)]); // P3: C12
    combine('sub', a, a21, s, h, d); // S3
    half(s, 6, x, [{ sign: 'add', matrix: x }]); // P7: U3
    half(a22, 3, c(1, 0), [{ sign: 'from', matrix: x }, ...outer(1, 0)]); // P4: C21
    // C22. An addend may be the output itself, so the output is written last.
    const last = outer(1, 1);
    combine('add', x, y, last.length === 0 ? c(1, 1) : x, h, w);
    for (const [at, { sign, matrix }] of last.entries()) {
      const to = at === last.length - 1 ? c(1, 1) : x;
      if (sign === 'add') combine('add', x, matrix, to, h, w);
      else combine('sub', matrix, x, to, h, w);
    }
  };
  product(
    m,
    n,
    k,
    depth,
    { at: pointers[0]!, row: shape.aRow },
    pointers[1]!,
    { at: pointers[2]!, row: shape.outputRow },
    [],
    pointers[3]!,
  );
  code.if(i32.lt_s(begin, end), () => {
    for (const step of plan) step();
  });
  return {
    index,
    pointers: ['a', 'b', 'output', 'scratch'],
    range: 1,
    scratch: Math.max(16, scratchBytes(m, n, k, depth)),
  };
}

interface Matrix {
  readonly at: I32;
  /** Elements between rows. */
  readonly row: number;
}

/** `add`: result + matrix; `from`: matrix - result. */
interface Addend {
  readonly sign: 'add' | 'from';
  readonly matrix: Matrix;
}

function block({ at, row }: Matrix, rows: number, columns: number): Matrix {
  return { at: plus(at, (rows * row + columns) * 4), row };
}

function addends(sums: readonly Addend[]): Epilogue {
  return {
    operands: sums.map(({ matrix }) => ({ type: 'float32', strides: [matrix.row, 1] })),
    steps: sums.map(({ sign }, at) => {
      const result = at === 0 ? 0 : sums.length + at;
      const operand = at + 1;
      return sign === 'add'
        ? { fn: 'add', type: 'float32', arguments: [result, operand] }
        : { fn: 'sub', type: 'float32', arguments: [operand, result] };
    }),
  };
}

/** Pointers: two matrices and their sum or difference, which may be one of them. */
function emitSum(
  module: ModuleBuilder,
  name: string,
  fn: 'add' | 'sub',
  rows: number,
  columns: number,
  left: number,
  right: number,
  to: number,
): Kernel {
  // An element-wise kernel writes whole rows: one row at a time where the target has gaps.
  const row = emitElementwise(module, `${name}.row`, {
    size: [columns],
    operands: [
      { type: 'float32', strides: [1] },
      { type: 'float32', strides: [1] },
    ],
    steps: [{ fn, type: 'float32', arguments: [0, 1] }],
    output: 'float32',
  });
  const { code, index, pointers } = kernelFunction(module, name, 3);
  const walks = pointers.map((pointer) => code.let(pointer));
  code.repeat(rows, () => {
    code.do(module.call(row.index, [...walks, constant('i32', 0), constant('i32', row.range)]));
    [left, right, to].forEach((step, at) => {
      code.advance(walks[at]!, step * 4);
    });
  });
  return { index, pointers: ['left', 'right', 'output'], range: 1, scratch: 0 };
}

function scratchBytes(m: number, n: number, k: number, depth: number): number {
  if (depth === 0) return 0;
  const [h, w, d] = [m / 2, n / 2, k / 2];
  return (h * d + 2 * h * w) * 4 + scratchBytes(h, w, d, depth - 1);
}
