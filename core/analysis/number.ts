// Numbers as they stand in sentences: as many digits as they carry, with units.

/** As a person would write a level or a count: "8,192", "0.25", "1.0625". Six significant digits at most, whole numbers whole. */
export function formatCount(value: number): string {
  if (Number.isInteger(value)) return grouped(value.toFixed(0));
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) >= 1e-4 && Math.abs(rounded) < 1e15 ? grouped(String(rounded)) : String(rounded);
}

/** "1.23", "0.0456", "12,300". */
export function formatSignificant(value: number, digits: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'unbounded' : value < 0 ? '-unbounded' : 'unknown';
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  if (magnitude < -4) return value.toExponential(digits - 1);
  const rounded = Number(value.toPrecision(digits));
  return grouped(rounded.toFixed(Math.max(0, digits - 1 - magnitude)));
}

/** ms in the unit that suits. */
export function formatTime(ms: number): string {
  if (ms < 1e-3) return `${formatSignificant(ms * 1e6, 3)} ns`;
  if (ms < 1) return `${formatSignificant(ms * 1e3, 3)} µs`;
  return ms < 1e3 ? `${formatSignificant(ms, 3)} ms` : `${formatSignificant(ms / 1e3, 3)} s`;
}

/** FLOP/s, B/s, FLOP/B and the like with a decimal prefix: "1.23 GFLOP/s". */
export function formatUnit(value: number, unit: string): string {
  const prefixes = ['', 'k', 'M', 'G', 'T', 'P'];
  const magnitude = value > 0 && Number.isFinite(value) ? Math.floor(Math.log10(value) / 3) : 0;
  const step = Math.min(Math.max(0, magnitude), prefixes.length - 1);
  return `${formatSignificant(value / 1000 ** step, 3)} ${prefixes[step]}${unit}`;
}

/** A share as percent: "62 %", "0.4 %", "< 0.1 %". */
export function formatShare(share: number): string {
  if (Number.isNaN(share)) return 'unknown';
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  if (percent > 99.9 && percent < 100) return '> 99.9 %';
  const isCoarse = Math.abs(percent) >= 10 || Number.isInteger(percent);
  return `${percent.toFixed(isCoarse && percent <= 99 ? 0 : percent === 100 || percent === 0 ? 0 : 1)} %`;
}

/** A value and its bounds to the digits that the width of the interval carries: "1.54 [1.47, 1.61]". */
export function formatEstimate({ value, low, high }: { value: number; low: number; high: number }): string {
  const width = (high - low) / 2;
  const finite = Number.isFinite(width) && width > 0;
  const most = Math.max(3, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  let decimals = finite ? Math.min(most, Math.max(0, 1 - Math.floor(Math.log10(width) + 0.3))) : 2;
  // Whether an interval holds 1 is what a reader looks for: rounding must not move a bound onto it.
  while (decimals < most && [low, high].some((bound) => bound !== 1 && Number(bound.toFixed(decimals)) === 1))
    decimals++;
  const text = (bound: number) =>
    Number.isFinite(bound) ? grouped(bound.toFixed(decimals)) : formatSignificant(bound, 3);
  return `${text(value)} [${text(low)}, ${text(high)}]`;
}

export function formatP(p: number): string {
  if (Number.isNaN(p)) return 'p unknown';
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}
