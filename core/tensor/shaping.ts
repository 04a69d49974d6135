// Functions that move elements and compute nothing: the compiler merges most of them into what reads them.
import { apply, type Expression, int, ints } from './expression.ts';
import { ArrayFailure, valueFailure } from './failure.ts';
import { axesOf, axisOf } from './reduce.ts';
import { broadcast, cast, expand, promoted, reshape } from './types.ts';

/** Without axes they are turned round. */
export function transpose(x: Expression, axes?: readonly number[]): Expression {
  const rank = x.shape.length;
  if (axes !== undefined && axes.length !== rank) throw valueFailure("axes don't match array");
  const order = axes?.map((axis) => axisOf(axis, rank)) ?? x.shape.map((_, at) => rank - 1 - at);
  if (new Set(order).size < rank) throw valueFailure('repeated axis in transpose');
  const shape = order.map((axis) => x.shape[axis]!);
  return rank < 2
    ? x
    : apply('Transpose', [x], x.type, shape, { attributes: { perm: { kind: 'ints', value: order } } });
}

export function concatenate(arrays: readonly Expression[], axis: number | undefined): Expression {
  const [first] = arrays;
  if (first === undefined) throw valueFailure('need at least one array to concatenate');
  if (axis === undefined)
    return concatenate(
      arrays.map((each) => reshape(each, [-1])),
      0,
    );
  const rank = first.shape.length;
  if (rank === 0) throw valueFailure('zero-dimensional arrays cannot be concatenated');
  const other = arrays.findIndex(({ shape }) => shape.length !== rank);
  if (other >= 0)
    throw valueFailure(
      `all the input arrays must have same number of dimensions, but the array at index 0 has ${rank} dimension(s) and the array at index ${other} has ${arrays[other]!.shape.length} dimension(s)`,
    );
  const along = axisOf(axis, rank);
  const isFit = arrays.every(({ shape }) => shape.every((size, at) => at === along || size === first.shape[at]));
  if (!isFit) throw valueFailure('all the input array dimensions except for the concatenation axis must match exactly');
  const type = promoted(arrays);
  const size = arrays.reduce((sum, { shape }) => sum + shape[along]!, 0);
  const attributes = { axis: int(along) };
  return apply(
    'Concat',
    arrays.map((each) => cast(each, type)),
    type,
    first.shape.with(along, size),
    { attributes },
  );
}

export function stack(arrays: readonly Expression[], axis: number): Expression {
  const [first] = arrays;
  if (first === undefined) throw valueFailure('need at least one array to stack');
  if (arrays.some(({ shape }) => shape.join() !== first.shape.join()))
    throw valueFailure('all input arrays must have the same shape');
  const along = axisOf(axis, first.shape.length + 1);
  return concatenate(
    arrays.map((each) => expandDims(each, [along])),
    along,
  );
}

/** @param axes Of the result. */
export function expandDims(x: Expression, axes: readonly number[]): Expression {
  const rank = x.shape.length + axes.length;
  const shape = [...x.shape];
  for (const axis of axesOf(axes, rank)) shape.splice(axis, 0, 1);
  return reshape(x, shape);
}

export function squeeze(x: Expression, axes: readonly number[] | undefined): Expression {
  const along = axes === undefined ? undefined : axesOf(axes, x.shape.length);
  if (along?.some((axis) => x.shape[axis] !== 1))
    throw valueFailure('cannot select an axis to squeeze out which has size not equal to one');
  return reshape(
    x,
    x.shape.filter((size, at) => (along === undefined ? size !== 1 : !along.includes(at))),
  );
}

export function tile(x: Expression, times: readonly number[]): Expression {
  const rank = Math.max(x.shape.length, times.length);
  const padded = (sizes: readonly number[]) => [...Array<number>(rank - sizes.length).fill(1), ...sizes];
  const of = reshape(x, padded(x.shape));
  const repeats = padded(times);
  return apply(
    'Tile',
    [of, ints(repeats)],
    x.type,
    of.shape.map((size, at) => size * repeats[at]!),
  );
}

/** Every element so many times, one after another. */
export function repeat(x: Expression, times: number, axis: number | undefined): Expression {
  const of = axis === undefined ? reshape(x, [-1]) : x;
  const along = axisOf(axis ?? 0, of.shape.length);
  const spread = expandDims(of, [along + 1]);
  const wide = expand(spread, spread.shape.with(along + 1, times));
  return reshape(wide, of.shape.with(along, of.shape[along]! * times));
}

/** @param widths Before and after, for each axis. */
export function pad(
  x: Expression,
  widths: readonly (readonly number[])[],
  mode: string,
  value: Expression,
): Expression {
  const modes = ['constant', 'reflect', 'edge'];
  if (!modes.includes(mode)) throw valueFailure(`mode '${mode}' is not supported`);
  if (widths.length !== x.shape.length) throw valueFailure('pad_width does not fit the dimensions of the array');
  if (widths.some(([before, after]) => before! < 0 || after! < 0))
    throw valueFailure("index can't contain negative values");
  const pads = ints([...widths.map(([before]) => before!), ...widths.map(([, after]) => after!)]);
  const shape = x.shape.map((size, at) => size + widths[at]![0]! + widths[at]![1]!);
  const inputs = mode === 'constant' ? [x, pads, cast(value, x.type)] : [x, pads];
  return apply('Pad', inputs, x.type, shape, { attributes: { mode: { kind: 'string', value: mode } } });
}

/** Matrices in the last two axes, the others broadcast; a vector is a row on the left and a column on the right. */
export function matmul(a: Expression, b: Expression): Expression {
  const [left, right] = [a.shape, b.shape];
  if (left.length === 0 || right.length === 0)
    throw valueFailure('matmul: Input operand 0 does not have enough dimensions');
  const inner = right.length === 1 ? right[0]! : right.at(-2)!;
  if (left.at(-1) !== inner)
    throw valueFailure(
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${inner} is different from ${left.at(-1)})`,
    );
  const wanted = promoted([a, b]);
  const type = wanted === 'bool' ? 'int32' : wanted;
  const rows = left.length === 1 ? [] : [left.at(-2)!];
  const columns = right.length === 1 ? [] : [right.at(-1)!];
  const shape = [...broadcast([left.slice(0, -2), right.slice(0, -2)]), ...rows, ...columns];
  return cast(apply('MatMul', [cast(a, type), cast(b, type)], type, shape), wanted);
}

/** As NumPy's: the last axis of `a` with the last but one of `b`, without broadcasting. */
export function dot(a: Expression, b: Expression): Expression {
  if (b.shape.length <= 2) return matmul(a, b);
  const [inner, columns] = b.shape.slice(-2) as [number, number];
  const rest = b.shape.slice(0, -2);
  const order = [b.shape.length - 2, ...rest.map((_, at) => at), b.shape.length - 1];
  const flat = reshape(transpose(b, order), [inner, -1]);
  return reshape(matmul(a, flat), [...a.shape.slice(0, -1), ...rest, columns]);
}

/** @throws ArrayFailure ValueError for an equation that does not fit its operands; dots are not taken */
export function einsum(equation: string, arrays: readonly Expression[]): Expression {
  const [read = '', made] = equation.replaceAll(' ', '').split('->');
  const operands = read.split(',');
  if (!/^[a-zA-Z,]*(->[a-zA-Z]*)?$/.test(equation.replaceAll(' ', '')))
    throw valueFailure(`einstein sum subscripts string contains something other than letters: ${equation}`);
  if (operands.length !== arrays.length)
    throw valueFailure('fewer operands provided to einstein sum function than specified in the subscripts string');
  const sizes = new Map<string, number>();
  for (const [at, letters] of operands.entries()) {
    const { shape } = arrays[at]!;
    if (shape.length !== letters.length)
      throw valueFailure(`operand ${at} has ${shape.length} dimensions, its subscripts ${letters.length}`);
    for (const [axis, letter] of [...letters].entries()) {
      const known = sizes.get(letter);
      if (known !== undefined && known !== shape[axis])
        throw valueFailure(`operands could not be broadcast together: "${letter}" is ${known} and ${shape[axis]}`);
      sizes.set(letter, shape[axis]!);
    }
  }
  const all = [...operands.join('')];
  const letters =
    made ??
    [...sizes.keys()]
      .filter((one) => all.indexOf(one) === all.lastIndexOf(one))
      .sort()
      .join('');
  const missing = [...letters].find((letter) => !sizes.has(letter));
  if (missing !== undefined)
    throw valueFailure(
      `einstein sum subscripts string included output subscript '${missing}' which never appeared in an input`,
    );
  const type = promoted(arrays) === 'bool' ? 'int32' : promoted(arrays);
  const shape = [...letters].map((letter) => sizes.get(letter)!);
  const attributes = { equation: { kind: 'string', value: `${read}->${letters}` } as const };
  return apply(
    'Einsum',
    arrays.map((each) => cast(each, type)),
    type,
    shape,
    { attributes },
  );
}

/** @throws ArrayFailure TypeError where integers would become of a wider type unseen */
export function castInPlace(x: Expression, type: Expression['type']): Expression {
  const isNarrower = promoted([x, { ...x, type }]) !== type;
  if (isNarrower)
    throw new ArrayFailure(
      'TypeError',
      `Cannot cast ufunc output from dtype('${x.type}') to dtype('${type}') with casting rule 'same_kind'`,
    );
  return cast(x, type);
}
