// Durations and sizes as documents write them.

import { capital, nameOf } from './finding.ts';
import type { Report } from './report.ts';
import type { Path } from './yaml.ts';

const milliseconds: Readonly<Record<string, number>> = { us: 1e-3, ms: 1, s: 1e3, min: 60e3, h: 3600e3 };

const bytes: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};

/** Milliseconds: the most that a timer of JavaScript can wait, some 24 days. */
const longest = 2 ** 31 - 1;

/** As parseDuration; a duration too long for a timer is reported, and its result is then of no use. */
export function readDuration(text: string, path: Path, report: Report): number {
  const duration = parseDuration(text);
  if (duration > longest) {
    const message = `${capital(nameOf(path))} is longer than 24 days, the longest wait that a device can time.`;
    report.error('out-of-range', path, message, 'Write a shorter duration.');
  }
  return duration;
}

/** Whether a text fits the schema's `duration`. */
export function isDuration(text: string): boolean {
  return /^[0-9]+(\.[0-9]+)?(us|ms|s|min|h)$/.test(text);
}

/** Milliseconds of a text that fits the schema's `duration`; anything else is a bug. */
export function parseDuration(text: string): number {
  return quantity(text, milliseconds);
}

/** Bytes, rounded, of a text that fits the schema's `bytes`; anything else is a bug. */
export function parseBytes(text: string): number {
  return Math.round(quantity(text, bytes));
}

function quantity(text: string, units: Readonly<Record<string, number>>): number {
  const [, number, unit] = /^([0-9.]+)([A-Za-z]+)$/.exec(text) ?? [];
  const factor = units[unit ?? ''];
  if (number === undefined || factor === undefined) throw new Error(`"${text}" is not a quantity with a unit`);
  // One division for small units keeps 1us = 0.001 exact to the last digit printed.
  return factor < 1 ? Number(number) / Math.round(1 / factor) : Number(number) * factor;
}
