// Moments as recordings and documents write them.

// A date alone, or a time without a zone, would mean another moment on another machine.
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Milliseconds since 1970 of ISO 8601 with a time zone, or of a number of them; undefined for anything else. */
export function parseTime(value: unknown): number | undefined {
  const time =
    typeof value === 'string' && isoTime.test(value) && isDay(value.slice(0, 10)) ? Date.parse(value) : value;
  // What a Date can hold.
  return typeof time === 'number' && Math.abs(time) <= 8.64e15 ? time : undefined;
}

/** Date.parse takes the 30th of February as one of March. */
function isDay(date: string): boolean {
  if (Number(date.slice(8)) <= 28) return true;
  const day = Date.parse(date);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
}
