// Figures as people read them. Three significant digits, as in "25.6 M".

/** 25557032 -> "25.6 M" */
export function formatCount(value: number): string {
  return scaled(value, 1000, ['', 'k', 'M', 'G', 'T', 'P']);
}

/** 1536 -> "1.50 KiB" */
export function formatBytes(value: number): string {
  return scaled(value, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
}

/** Milliseconds: 93000 -> "1 min 33 s" */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** "84 points", or "84 points in 90 measurements" where references and repeats come to them. */
export function countText(points: number, slots: number): string {
  return points === slots ? plural(points, 'point') : `${plural(points, 'point')} in ${plural(slots, 'measurement')}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function scaled(value: number, base: number, names: readonly string[]): string {
  let rest = value;
  let step = 0;
  // 999.5 would be written as "1000".
  while (Math.abs(rest) >= base * 0.9995 && step < names.length - 1) {
    rest /= base;
    step++;
  }
  const text = step === 0 ? String(Math.round(rest * 1000) / 1000) : digits(rest);
  return names[step] === '' ? text : `${text} ${names[step]}`;
}

/** Three significant digits without an exponent. */
function digits(value: number): string {
  return value.toFixed(Math.max(0, 2 - Math.floor(Math.log10(Math.max(1, Math.abs(value))))));
}
