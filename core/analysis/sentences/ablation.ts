// What an ablation says, in words: of each optimisation what time, traffic and kernels are without it.
import type { Ablation, AblationEffect, Factor } from '../ablation.ts';
import { listText } from '../axes.ts';
import { formatCount, formatEstimate, formatShare } from '../number.ts';
import type { Sentence } from '../sentences.ts';

export const optimisationNames: Readonly<Record<string, string>> = {
  fold: 'constant folding',
  dead: 'removal of dead kernels',
  common: 'merging of equal kernels',
  vertical: 'vertical merging',
  horizontal: 'horizontal merging',
  fuse: 'fusion',
  search: 'the choice of algorithms',
};

/** Below so many models a percentile interval is rough. */
const fewModels = 20;

export function ablationSentences(ablation: Ablation): Sentence[] {
  const { model, effects, unpaired, region } = ablation;
  const base = { analysis: 'ablation', model, region: region.text } as const;
  const warnings = [
    ...(effects.some(({ models }) => models < fewModels)
      ? [
          `The intervals are over ${formatCount(Math.min(...effects.map(({ models }) => models)))} models: below ${fewModels} they are rough, and say nothing of models unlike these.`,
        ]
      : []),
    ...(effects.some(({ dropped }) => dropped > 0)
      ? [
          `Left out for want of a partner: ${listText(effects.filter(({ dropped }) => dropped > 0).map(({ level, dropped }) => `${formatCount(dropped)} of ${level}`))}.`,
        ]
      : []),
    ...(unpaired.length > 0 ? [`${listText(unpaired)}: what they are set against was not measured.`] : []),
  ];
  return [
    ...effects.flatMap((effect): Sentence[] => {
      const { latency } = effect.factors;
      if (latency === undefined) return [];
      const kind = isOpen(latency) ? 'open' : 'finding';
      return [{ ...base, kind, text: effectText(effect, latency), interval: latency }];
    }),
    ...warnings.map((text): Sentence => ({ ...base, kind: 'warning', text, interval: undefined })),
  ];
}

/** How the effect is called in a chart: "vertical", "only vertical", "all". */
export function effectName({ way, optimisation }: Pick<AblationEffect, 'way' | 'optimisation'>): string {
  return way === 'all' ? 'all together' : way === 'only' ? `${optimisation} alone` : optimisation;
}

function effectText(effect: AblationEffect, latency: Factor): string {
  const { way, optimisation, pairs, models, factors } = effect;
  const name = way === 'all' ? 'any optimisation' : (optimisationNames[optimisation] ?? optimisation);
  const subject = way === 'only' ? `With all else left out, models without ${name}` : `Without ${name}, models`;
  const programs = [
    factors.movedBytes && `move ${amount(factors.movedBytes, 'bytes')}`,
    factors.kernels && `have ${amount(factors.kernels, 'kernels')}`,
  ].filter((part) => part !== undefined);
  const count = `${formatShare(latency.confidence)} intervals, ${formatCount(pairs)} points of ${formatCount(models)} models`;
  const time = `take ${formatEstimate(latency)} times as long`;
  if (!isOpen(latency)) return `${subject} ${listText([time, ...programs])} (${count}).`;
  const rest = programs.length === 0 ? '' : `; they ${listText(programs)}`;
  return `${subject} ${time}, which shows no effect${rest} (${count}).`;
}

function amount(factor: Factor, what: string): string {
  if (factor.least === 1 && factor.greatest === 1) return `as many ${what}`;
  return `${formatEstimate(factor)} times the ${what}${isOpen(factor) ? ' (no effect shown)' : ''}`;
}

function isOpen({ low, high }: Factor): boolean {
  return !(low > 1 || high < 1);
}
