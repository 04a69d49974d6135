// The measuring rule of a sweep, defaults filled in from the schema.
import type { Remedy } from './diagnostic.ts';
import { removal } from './finding.ts';
import type { Report } from './report.ts';
import type { MeasureRule } from './resolved.ts';
import sweepSchema from './sweep.schema.json' with { type: 'json' };
import { parseBytes, readDuration } from './units.ts';

const { properties } = sweepSchema.definitions.measure;

/** `value` has the shape of the schema. */
export function measureRule(value: Readonly<Record<string, unknown>>, report: Report): MeasureRule {
  const time = (key: 'minTime' | 'maxTime' | 'warmupTime' | 'timeout' | 'cooldown') =>
    readDuration(String(value[key] ?? properties[key].default), ['measure', key], report);
  const number = (
    key: 'halfWidth' | 'confidence' | 'minIterations' | 'maxIterations' | 'warmupIterations' | 'repeats',
  ) => Number(value[key] ?? properties[key].default);
  const rule: MeasureRule = {
    halfWidth: number('halfWidth'),
    confidence: number('confidence'),
    minTime: time('minTime'),
    maxTime: time('maxTime'),
    minIterations: number('minIterations'),
    maxIterations: number('maxIterations'),
    warmupTime: time('warmupTime'),
    warmupIterations: number('warmupIterations'),
    percentiles: (value.percentiles as readonly number[] | undefined) ?? properties.percentiles.default,
    repeats: number('repeats'),
    timeout: time('timeout'),
    memoryLimit: typeof value.memoryLimit === 'string' ? parseBytes(value.memoryLimit) : undefined,
    cooldown: time('cooldown'),
    profile: value.profile === true,
  };
  checkOrder('minTime', 'maxTime', rule, value, report);
  checkOrder('minIterations', 'maxIterations', rule, value, report);
  checkTimeout(rule, value, report);
  checkPercentiles(rule, value, report);
  return rule;
}

/**
 * Least number of inferences that carries a percentile, for no sample over it: the least n with 1 - p^n >= 0.99. The
 * early-stopping rule of MLPerf's LoadGen with d = 0, c = 0.99 and t = 0: 44 for p90, 459 for p99.
 */
export function leastSamples(percentile: number): number {
  return Math.ceil(Math.log(0.01) / Math.log(percentile / 100));
}

function checkOrder(
  least: 'minTime' | 'minIterations',
  most: 'maxTime' | 'maxIterations',
  rule: MeasureRule,
  value: Readonly<Record<string, unknown>>,
  report: Report,
): void {
  if (rule[least] <= rule[most]) return;
  // One of the two may be a default, which has no place of its own.
  const key = value[least] === undefined ? most : least;
  const said = (name: typeof least | typeof most) =>
    `\`${name}\` is ${String(value[name] ?? `${properties[name].default} by default`)}`;
  report.error(
    'reversed-limits',
    ['measure', key],
    `${said(least)}, which is more than the greatest: ${said(most)}.`,
    `Lower \`${least}\` or raise \`${most}\`.`,
  );
}

function checkTimeout(rule: MeasureRule, value: Readonly<Record<string, unknown>>, report: Report): void {
  const needed = rule.maxTime + rule.warmupTime;
  if (rule.timeout > needed) return;
  const key = value.timeout === undefined ? 'maxTime' : 'timeout';
  const message = `Warming up and measuring may take ${needed / 1000} s, and \`timeout\` ends a point after ${rule.timeout / 1000} s.`;
  report.warning('timeout-too-short', ['measure', key], message, 'Raise `timeout`, or lower `maxTime`.');
}

function checkPercentiles(rule: MeasureRule, value: Readonly<Record<string, unknown>>, report: Report): void {
  const seen = new Set<number>();
  rule.percentiles.forEach((percentile, index) => {
    const path = value.percentiles === undefined ? ['measure', 'maxIterations'] : ['measure', 'percentiles', index];
    if (seen.has(percentile)) {
      report.error(
        'duplicate-value',
        path,
        `\`measure.percentiles\` holds ${percentile} twice.`,
        'Remove one.',
        removal,
      );
    }
    seen.add(percentile);
    const needed = leastSamples(percentile);
    if (needed <= rule.maxIterations) return;
    const message = `The percentile ${percentile} needs at least ${needed} inferences, and \`maxIterations\` is ${rule.maxIterations}.`;
    const remedies: readonly Remedy[] = [
      { kind: 'set', path: ['measure'], key: 'maxIterations', text: String(needed) },
      ...(value.percentiles === undefined ? [] : [{ kind: 'remove' } as const]),
    ];
    const fix = 'Raise `maxIterations`, or leave the percentile out.';
    report.warning('percentile-unreachable', path, message, fix, { remedies });
  });
}
