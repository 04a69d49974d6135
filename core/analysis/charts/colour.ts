// Colours of charts: theme colours by name, and ramps that are perceptually uniform and safe for colour-blind eyes.

/** Theme colours, resolved by whoever shows the chart: CSS variables of a report, VS Code's of a webview. */
export const theme = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  surface: 'var(--surface)',
  accent: 'var(--accent)',
  good: 'var(--good)',
  bad: 'var(--bad)',
  warn: 'var(--warn)',
  neutral: 'var(--neutral)',
  hatchGround: 'var(--hatch-ground)',
} as const;

/** For unordered levels: Okabe and Ito's palette, in a light and a dark form kept in the theme. */
export const categorical: readonly string[] = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--series-${i})`);

/** Viridis by Smith and van der Walt, sampled at nine places; CC0. */
export const viridis: readonly string[] = [
  '#440154',
  '#472d7b',
  '#3b528b',
  '#2c728e',
  '#21918c',
  '#28ae80',
  '#5ec962',
  '#addc30',
  '#fde725',
];

/** Colour of viridis at `share`, 0 to 1. */
export function rampAt(share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (viridis.length - 1);
  const below = Math.min(viridis.length - 2, Math.floor(place));
  const from = channels(viridis[below]);
  const to = channels(viridis[below + 1]);
  const part = place - below;
  return `#${from.map((c, i) => hex(c + (to[i] - c) * part)).join('')}`;
}

/** Black or white, whichever stands out more on the colour. [WCAG 2.2, contrast ratio] */
export function textOn(colour: string): string {
  const luminance = relativeLuminance(colour);
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

/** [WCAG 2.2, relative luminance], of #rrggbb. */
export function relativeLuminance(colour: string): number {
  const [r, g, b] = channels(colour).map((c) => {
    const part = c / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** `count` colours for ordered levels, from low to high. The ends of the ramp are left out: one vanishes on a dark ground, one on a light. */
export function orderedColours(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => rampAt(count === 1 ? 0.5 : 0.27 + (0.58 * i) / (count - 1)));
}

function channels(colour: string): readonly [number, number, number] {
  const at = (from: number): number => Number.parseInt(colour.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0');
}
