// The numbers that JSON does not have, on their way to Python and back: in tensors they are the strings NaN, Infinity and
// -Infinity, and anywhere else null, as JavaScript's own JSON has them.

const texts = { nan: 'NaN', inf: 'Infinity', '-inf': '-Infinity' } as const;

const tensorTexts: readonly unknown[] = Object.values(texts);

/** For JSON.stringify: a typed array as a list. */
export function listed(_: string, value: unknown): unknown {
  if (!ArrayBuffer.isView(value)) return value;
  return Array.from(value as unknown as ArrayLike<number>, (one) => (Number.isFinite(one) ? one : String(one)));
}

/** Whether it may be a value of a tensor in JSON. */
export function isTensorNumber(value: unknown): boolean {
  return typeof value === 'number' || tensorTexts.includes(value);
}

/** What MicroPython's `json.dumps` gives, as JSON: it writes `nan`, `inf` and `-inf`. */
export function jsonOf(dumped: string, isTensor = false): string {
  if (!/\b(?:nan|inf)\b/.test(dumped)) return dumped;
  return dumped.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:nan|inf)\b/g, (token) => {
    if (token.startsWith('"')) return token;
    return isTensor ? `"${texts[token as keyof typeof texts] ?? 'NaN'}"` : 'null';
  });
}
