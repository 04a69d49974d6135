// How models are executed: the axes of `execution`, defaults filled in.
import { parseAxis } from './axis.ts';
import { type Condition, parseCondition } from './conditions.ts';
import { findCycle } from './cycle.ts';
import { threadsParameter } from './family.ts';
import { type Finding, listOr, nameOf, removal, replaceBy } from './finding.ts';
import type { Ablation, Optimization, Precision, RuntimeName, Scenario } from './generated/record.ts';
import type { ScenarioSpec } from './generated/sweep.ts';
import { executionNames, executionWhenNames } from './names.ts';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import type { ResolvedExecution } from './resolved.ts';
import sweepSchema from './sweep.schema.json' with { type: 'json' };
import { readDuration } from './units.ts';
import type { Path } from './yaml.ts';
import { checkZip } from './zip.ts';

const { execution: schema, scenario: scenarioSchema } = sweepSchema.definitions;

/** `value` has the shape of the schema, but for `threads`. Parts with errors have their default and are in the report. */
export function parseExecution(
  value: Readonly<Record<string, unknown>>,
  models: readonly string[],
  report: Report,
): ResolvedExecution {
  const path = ['execution'];
  const { runtime, precision, optimization, ablation } = schema.properties;
  const threads = parseAxis(
    value.threads ?? schema.properties.threads.default,
    threadsParameter(),
    [...path, 'threads'],
    report,
  );
  const scenarios = listOf<ScenarioSpec>(value.scenario ?? (schema.properties.scenario.default as ScenarioSpec));
  const isList = Array.isArray(value.scenario);
  const resolved = {
    runtime: distinct(listOf(value.runtime ?? runtime.default) as RuntimeName[], [...path, 'runtime'], report),
    threads: (threads ?? [schema.properties.threads.default]).filter((count) => typeof count === 'number'),
    precision: distinct(listOf(value.precision ?? precision.default) as Precision[], [...path, 'precision'], report),
    optimization: distinct(
      listOf(value.optimization ?? optimization.default) as Optimization[],
      [...path, 'optimization'],
      report,
    ),
    ablation: distinct(listOf(value.ablation ?? ablation.default) as Ablation[], [...path, 'ablation'], report),
    scenario: distinct(
      scenarios.flatMap(
        (spec, index) =>
          parseScenario(spec, isList ? [...path, 'scenario', index] : [...path, 'scenario'], report) ?? [],
      ),
      [...path, 'scenario'],
      report,
    ),
  };
  checkAblation(resolved, report);
  const lengths = new Map(executionNames.map((name) => [name, resolved[name].length]));
  const zip = (value.zip ?? []) as readonly (readonly string[])[];
  checkZip(zip, lengths, [...path, 'zip'], report);
  return {
    ...resolved,
    zip,
    when: parseWhen((value.when ?? {}) as Record<string, string>, lengths, models, [...path, 'when'], report),
  };
}

/** Points of other runtimes are without the axis, so that nothing is measured twice: without jit it says nothing. */
function checkAblation({ runtime, ablation }: Pick<ResolvedExecution, 'runtime' | 'ablation'>, report: Report): void {
  const path = ['execution', 'ablation'];
  if (!runtime.includes('jit') && ablation.some((level) => level !== 'none')) {
    const message = '`ablation` takes optimisations away from jit, which this sweep does not run.';
    report.keyWarning('unused-key', path, message, 'Add jit to `runtime`, or remove the line.', removal);
    return;
  }
  // One value is how to measure, several ask for a comparison.
  if (ablation.length < 2) return;
  const bases = { 'without-': 'none', 'only-': 'all' } as const;
  for (const [start, base] of Object.entries(bases) as [keyof typeof bases, (typeof bases)[keyof typeof bases]][]) {
    const lone = ablation.find((level) => level.startsWith(start));
    if (lone === undefined || ablation.includes(base)) continue;
    const message = `\`ablation\` has ${lone}, which is set against ${base}, and ${base} is not in the list.`;
    report.keyWarning('ablation-base', path, message, `Add ${base} to the list.`);
  }
}

function listOf<T>(value: unknown): readonly T[] {
  return (Array.isArray(value) ? value : [value]) as readonly T[];
}

function distinct<T>(values: readonly T[], path: Path, report: Report): readonly T[] {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    const key = JSON.stringify(value);
    if (seen.has(key)) {
      const message = `\`${path.join('.')}\` holds ${typeof value === 'string' ? `"${value}"` : 'the same scenario'} twice.`;
      report.error(
        'duplicate-value',
        [...path, index],
        message,
        'Remove one; to measure a point several times use `measure.repeats`.',
        removal,
      );
    }
    seen.add(key);
  });
  return values;
}

/** What each kind needs; the others refuse it. */
const scenarioKeys = {
  'single-stream': [],
  offline: ['concurrency'],
  'fixed-rate': ['rate'],
  'idle-gap': ['gap'],
} as const;

/** The kinds that need a number cannot stand as one word: says how they are written. */
export function withScenarioWords(findings: readonly Finding[], execution: unknown): readonly Finding[] {
  const { scenario } = (execution ?? {}) as { scenario?: unknown };
  return findings.map((finding) => {
    const [section, key, index] = finding.path;
    if (section !== 'execution' || key !== 'scenario' || finding.code !== 'not-one-of') return finding;
    const word = typeof index === 'number' && Array.isArray(scenario) ? scenario[index] : scenario;
    if (word === 'fixed-rate')
      return {
        ...finding,
        fix: 'Write {kind: fixed-rate, rate: 30}, with the rate wanted.',
        ...replaceBy('{ kind: fixed-rate, rate: 30 }'),
      };
    if (word === 'idle-gap')
      return {
        ...finding,
        fix: 'Write {kind: idle-gap, gap: 500ms}, with the gap wanted.',
        ...replaceBy('{ kind: idle-gap, gap: 500ms }'),
      };
    return finding;
  });
}

function parseScenario(spec: ScenarioSpec, path: Path, report: Report): Scenario | undefined {
  const { kind, rate, gap, concurrency } = typeof spec === 'string' ? { kind: spec } : spec;
  const defaultConcurrency = scenarioSchema.anyOf[1]?.properties?.concurrency.default ?? 1;
  let good = true;
  for (const key of Object.keys(typeof spec === 'string' ? {} : spec)) {
    if (key === 'kind' || (scenarioKeys[kind] as readonly string[]).includes(key)) continue;
    good = false;
    const of = Object.entries(scenarioKeys).find(([, keys]) => (keys as readonly string[]).includes(key))?.[0];
    const message = `A scenario of the kind ${kind} has no "${key}".`;
    report.keyError('scenario-key', [...path, key], message, `Remove it, or use the kind ${of}.`, removal);
  }
  const lacks = (key: string, example: string) => {
    report.keyError(
      'missing-key',
      path,
      `The scenario ${kind} of ${nameOf(path)} lacks the key "${key}".`,
      `Add it, for example \`${key}: ${example}\`.`,
      { remedies: [{ kind: 'set', path, key, text: example }] },
    );
    return undefined;
  };
  switch (kind) {
    case 'single-stream':
      return good ? { kind } : undefined;
    case 'offline':
      return good ? { kind, concurrency: concurrency ?? defaultConcurrency } : undefined;
    case 'fixed-rate':
      if (rate === undefined) return lacks('rate', '30');
      return good ? { kind, rate } : undefined;
    case 'idle-gap':
      if (gap === undefined) return lacks('gap', '500ms');
      return good ? { kind, gap: readDuration(gap, [...path, 'gap'], report) } : undefined;
  }
}

function parseWhen(
  map: Readonly<Record<string, string>>,
  lengths: ReadonlyMap<string, number>,
  models: readonly string[],
  path: Path,
  report: Report,
): ResolvedExecution['when'] {
  const names = executionWhenNames(models);
  const conditions = new Map<string, Condition>();
  for (const [name, source] of Object.entries(map)) {
    const at = [...path, name];
    if (!lengths.has(name)) {
      const close = nearest(name, executionNames);
      const fix = close === undefined ? `Use one of: ${listOr(executionNames)}.` : `Did you mean "${close}"?`;
      const message = `\`when\` names "${name}", which is no axis of \`execution\`.`;
      report.keyError('unknown-axis', at, message, fix, replaceBy(close));
      continue;
    }
    if (lengths.get(name) === 1) {
      const message = `\`when\` has no effect on "${name}", which has one value.`;
      report.keyWarning('when-without-effect', at, message, 'Give the axis more values, or remove the line.', removal);
    }
    const condition = parseCondition(source, at, names, ['boolean'], report);
    if (condition !== undefined) conditions.set(name, condition);
  }
  const cycle = findCycle(new Map([...conditions].map(([name, { expression }]) => [name, expression.names])));
  const [first] = cycle ?? [];
  if (cycle !== undefined && first !== undefined) {
    const chain = [...cycle, first].map((name) => `"${name}"`).join(' needs ');
    const fix = 'Break the circle: let one of them depend on other axes alone.';
    report.keyError('dependency-cycle', [...path, first], `\`when\` of "${first}" depends on itself: ${chain}.`, fix);
  }
  return new Map([...conditions].map(([name, { resolved }]) => [name, resolved]));
}
