// The running sums of a cost in closed form. A family adds what each of its parts costs; nothing here knows a graph.
import type { Cost, Precision } from '@edgewright/schemas/generated/record.js';

/** Bytes of one weight or activation. */
export const precisionBytes: Readonly<Record<Precision, number>> = { float32: 4, float16: 2 };

/** Bytes of one int64: token ids, shapes, axes and indices. */
export const idBytes = 8;

/**
 * Sums over the nodes of a graph. Counts of elements, not bytes, except the two of integer tensors, whose type does not
 * follow the precision.
 */
export interface Tally {
  /** Trained parameters. */
  readonly parameters: number;
  /** Elements of all floating-point constants: parameters, statistics, scalars, masks. */
  readonly constants: number;
  /** Bytes of integer constants: shapes, axes, indices. */
  readonly integerBytes: number;
  readonly macs: number;
  /** FLOPs besides the two of each MAC. */
  readonly elementwise: number;
  /** Activation elements written, and read once by each consumer. */
  readonly moved: number;
  /** Bytes of integer activations read. */
  readonly integerMoved: number;
  /** Constant elements that lie in the file but are not read in one inference: rows of an embedding not looked up. */
  readonly unread: number;
}

/** A tally of what is named; all objects have the same keys in the same order, which keeps the sums fast. */
export function tally(part: Partial<Tally>): Tally {
  return {
    parameters: part.parameters ?? 0,
    constants: part.constants ?? 0,
    integerBytes: part.integerBytes ?? 0,
    macs: part.macs ?? 0,
    elementwise: part.elementwise ?? 0,
    moved: part.moved ?? 0,
    integerMoved: part.integerMoved ?? 0,
    unread: part.unread ?? 0,
  };
}

export const nothing: Tally = tally({});

export function sum(...parts: readonly Tally[]): Tally {
  return parts.reduce(add, nothing);
}

/** The same part `count` times. */
export function times(count: number, part: Tally): Tally {
  return {
    parameters: count * part.parameters,
    constants: count * part.constants,
    integerBytes: count * part.integerBytes,
    macs: count * part.macs,
    elementwise: count * part.elementwise,
    moved: count * part.moved,
    integerMoved: count * part.integerMoved,
    unread: count * part.unread,
  };
}

/** @param peak Bytes of activations alive at once, at most. */
export function costOf(total: Tally, peak: number, precision: Precision): Cost {
  const bytes = precisionBytes[precision];
  const weightBytes = total.constants * bytes + total.integerBytes;
  return {
    parameters: total.parameters,
    macs: total.macs,
    flops: 2 * total.macs + total.elementwise,
    weightBytes,
    activationBytes: peak,
    trafficBytes: weightBytes + (total.moved - total.unread) * bytes + total.integerMoved,
  };
}

/** y = x W + b for `rows` rows; the bias adds one operation an output. */
export function dense(rows: number, input: number, output: number): Tally {
  const weights = input * output + output;
  return tally({
    parameters: weights,
    constants: weights,
    macs: rows * input * output,
    elementwise: rows * output,
    moved: rows * (input + output),
  });
}

/** An element-wise node: `operands` activations in, one out, `flops` operations an element. */
export function pointwise(elements: number, flops: number, operands = 1): Tally {
  return tally({ elementwise: flops * elements, moved: (operands + 1) * elements });
}

/** Rows of an embedding by int64 ids: of the table only the rows looked up are read. */
export function lookup(table: number, tokens: number, width: number): Tally {
  return tally({
    parameters: table * width,
    constants: table * width,
    unread: (table - tokens) * width,
    moved: tokens * width,
    integerMoved: tokens * idBytes,
  });
}

/** Convolution without bias, then batch normalisation: scale and shift are parameters, mean and variance statistics. */
export function convolution(shape: {
  readonly batch: number;
  readonly input: number;
  readonly output: number;
  readonly groups?: number;
  readonly kernel: number;
  readonly from: number;
  readonly to: number;
}): Tally {
  const { batch, input, output, groups = 1, kernel, from, to } = shape;
  const weights = (output * input * kernel * kernel) / groups;
  const out = batch * output * to * to;
  return tally({
    parameters: weights + 2 * output,
    constants: weights + 4 * output,
    macs: (out * input * kernel * kernel) / groups,
    elementwise: 2 * out,
    // The convolution's input and product; the normalisation reads the product and writes again.
    moved: batch * input * from * from + 3 * out,
  });
}

function add(a: Tally, b: Tally): Tally {
  return {
    parameters: a.parameters + b.parameters,
    constants: a.constants + b.constants,
    integerBytes: a.integerBytes + b.integerBytes,
    macs: a.macs + b.macs,
    elementwise: a.elementwise + b.elementwise,
    moved: a.moved + b.moved,
    integerMoved: a.integerMoved + b.integerMoved,
    unread: a.unread + b.unread,
  };
}
