// Figures of an inspection as people read them.

/** Milliseconds: 0.0123 -> "12.3 us" */
export function formatTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toPrecision(3)} s`;
  if (milliseconds >= 1) return `${milliseconds.toPrecision(3)} ms`;
  const microseconds = milliseconds * 1000;
  return `${microseconds >= 1 ? microseconds.toPrecision(3) : microseconds.toFixed(2)} µs`;
}

/** Null is infinite: only one of two values is a number. */
export function formatError(value: number | null): string {
  if (value === null) return '∞';
  return value === 0 ? '0' : value.toExponential(1);
}
