// The drop-down lists of the page: of what, by which axes, in which unit.
import { isProgramMetric, type Metric, metricNames, metrics } from '@edgewright/core/analysis/metric.js';
import type { AnalysisAxis, AnalysisKind, Overview } from '../../protocol.ts';
import { type Choice, choice, type Option } from '../shared/choice.ts';
import type { Settings } from './settings.ts';

export interface Choices {
  readonly model: Choice<string>;
  readonly metric: Choice<string>;
  /** Axes of the heat map. */
  readonly x: Choice<string>;
  readonly y: Choice<string>;
  readonly boxplot: Choice<string>;
  /** What colours a roofline. */
  readonly roofline: Choice<string>;
  readonly comparison: Choice<string>;
  /** Which two levels are compared. */
  readonly levels: Choice<string>;
  offer(overview: Overview, settings: Settings): void;
}

export interface ChoiceActions {
  readonly current: () => Settings;
  readonly change: (settings: Partial<Settings>) => void;
}

/** Value of the option that leaves it to the analysis. */
const auto = '';

export function createChoices({ current, change }: ChoiceActions): Choices {
  const given = (value: string) => (value === auto ? undefined : value);
  const by = (label: string, kind: AnalysisKind) =>
    choice(label, (value: string) => {
      const { [kind]: _, ...rest } = current().by;
      const chosen = given(value) === undefined ? rest : { ...rest, [kind]: value };
      change({ by: chosen, ...(kind === 'comparison' && { levels: undefined }) });
    });
  const choices = {
    model: choice('Model', (value: string) => change({ model: given(value) })),
    metric: choice('Metric', (value: string) => change({ metric: value as Settings['metric'] })),
    x: choice('Across', (value: string) => change({ x: given(value) })),
    y: choice('Up', (value: string) => change({ y: given(value) })),
    boxplot: by('By', 'boxplot'),
    roofline: by('Colour', 'roofline'),
    comparison: by('By', 'comparison'),
    levels: choice('Levels', (value: string) => {
      change({ levels: given(value) === undefined ? undefined : (JSON.parse(value) as [string, string]) });
    }),
  };
  return { ...choices, offer: (overview, settings) => offerAll(choices, overview, settings) };
}

function offerAll(choices: Omit<Choices, 'offer'>, overview: Overview, settings: Settings): void {
  const { model, metric, x, y, by, levels } = settings;
  const names = overview.models.map(({ name }) => name);
  choices.model.element.hidden = names.length < 2;
  choices.model.offer([option(auto, 'all models'), ...names.map((name) => option(name))], model ?? auto);
  choices.metric.offer(
    metrics.filter((name) => isIn(overview, name)).map((name) => option(name, metricNames[name])),
    metric,
  );
  const axes = overview.axes.filter((axis) => isOf(axis, model)).map(({ name }) => name);
  const offerAxis = (to: Choice<string>, chosen: string | undefined, more: readonly string[] = []): string => {
    const known = [...axes, ...more];
    const value = chosen !== undefined && known.includes(chosen) ? chosen : auto;
    to.offer([option(auto, 'automatic'), ...known.map((name) => option(name))], value);
    return value;
  };
  offerAxis(choices.x, x);
  offerAxis(choices.y, y);
  offerAxis(choices.boxplot, by.boxplot);
  offerAxis(choices.roofline, by.roofline, ['model']);
  const compared = offerAxis(choices.comparison, by.comparison, overview.rows.runs.length > 1 ? ['run'] : []);
  const pairs = pairsOf(
    compared === 'run' ? overview.rows.runs : (overview.axes.find(({ name }) => name === compared)?.levels ?? []),
  );
  choices.levels.element.hidden = pairs.length < 2;
  const pair = JSON.stringify(levels);
  const isKnown = pairs.some((two) => JSON.stringify(two) === pair);
  choices.levels.offer(
    [option(auto, 'first pairs'), ...pairs.map((two) => option(JSON.stringify(two), two.join(' and ')))],
    isKnown ? (pair as string) : auto,
  );
}

/** Only jit makes a program. */
function isIn({ rows }: Overview, metric: Metric): boolean {
  return !isProgramMetric(metric) || rows[metric].some((value) => !Number.isNaN(value));
}

function option(value: string, text = value): Option<string> {
  return { value, text };
}

function isOf({ models }: AnalysisAxis, model: string | undefined): boolean {
  return models.length === 0 || model === undefined || models.includes(model);
}

/** Pairs offered at most: of many levels a list of all pairs helps nobody. */
const pairsOffered = 60;

function pairsOf(levels: readonly string[]): readonly (readonly [string, string])[] {
  return levels.flatMap((a, at) => levels.slice(at + 1).map((b) => [a, b] as const)).slice(0, pairsOffered);
}
