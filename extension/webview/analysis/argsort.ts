// The order of many numbers, fast enough for a frame: 100,000 in a few milliseconds, where a comparing sort takes a tenth
// of a second.

/** Places of `values` from least to greatest, equals in their order; NaN last. */
export function argsort(values: Float64Array): Uint32Array {
  const count = values.length;
  const words = new Uint32Array(values.slice().buffer);
  // Doubles order as unsigned integers once negative ones are inverted and positive ones moved above them.
  for (let at = 0; at < count; at++) {
    const high = words[2 * at + 1] as number;
    if (Number.isNaN(values[at])) {
      words[2 * at] = words[2 * at + 1] = 0xffffffff;
    } else if (high >>> 31 === 1) {
      words[2 * at] = ~(words[2 * at] as number);
      words[2 * at + 1] = ~high;
    } else words[2 * at + 1] = (high | 0x80000000) >>> 0;
  }
  let order = Uint32Array.from({ length: count }, (_, at) => at);
  let other = new Uint32Array(count);
  const sizes = new Uint32Array(0x10000);
  // Least significant digit first, 16 bits at a time.
  for (let digit = 0; digit < 4; digit++) {
    const word = digit >> 1;
    const shift = (digit & 1) << 4;
    sizes.fill(0);
    for (let at = 0; at < count; at++) sizes[((words[2 * at + word] as number) >>> shift) & 0xffff]!++;
    if (sizes[((words[word] as number) >>> shift) & 0xffff] === count) continue;
    let sum = 0;
    for (let bucket = 0; bucket < sizes.length; bucket++) {
      const size = sizes[bucket] as number;
      sizes[bucket] = sum;
      sum += size;
    }
    for (let at = 0; at < count; at++) {
      const place = order[at] as number;
      other[sizes[((words[2 * place + word] as number) >>> shift) & 0xffff]!++] = place;
    }
    [order, other] = [other, order];
  }
  return order;
}
