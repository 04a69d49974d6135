// Is A better than B, in words: strictly, on the whole, under which condition.
import type { Comparison, Rule } from '../compare.ts';
import { type Estimate, type Interval, inverse, wilson } from '../interval.ts';
import { formatCount, formatEstimate, formatP, formatShare } from '../number.ts';
import type { Sentence } from '../sentences.ts';

export function comparisonSentences(comparison: Comparison): Sentence[] {
  const { a, b, n, counts, shares, speedup, delta, dropped, metric, strict } = comparison;
  const base = { analysis: 'compare', model: undefined, region: comparison.region.text } as const;
  const say = (kind: Sentence['kind'], text: string, interval?: Interval): Sentence => ({
    ...base,
    kind,
    text,
    interval,
  });
  const mean = speedup.byBootstrap;
  const isOpen = !(mean.low > 1 || mean.high < 1);
  const [ahead, behind, estimate] =
    mean.value >= 1 || isOpen ? [a.name, b.name, mean] : [b.name, a.name, inverse(mean)];
  const over = `over ${formatCount(n)} configurations (${comparison.region.text})`;
  const average = isOpen
    ? say(
        'open',
        `On the whole ${a.name} and ${b.name} cannot be ranked: ${a.name} has ${formatEstimate(estimate)} times the speed of ${b.name}, geometric mean ${over}.`,
        mean,
      )
    : say(
        'finding',
        `On the whole ${ahead} is ${formatEstimate(estimate)} times as fast as ${behind} by ${metric}, geometric mean ${over}.`,
        estimate,
      );
  const zone = `${((Math.exp(delta) - 1) * 100).toFixed(0)} %`;
  const outcome =
    `By more than ${zone}, ${a.name} is better on ${formatCount(counts.win)} of ${formatCount(n)} configurations (${shareText(shares.win)}) ` +
    `and ${b.name} on ${formatCount(counts.loss)} (${shareText(shares.loss)}); ${formatCount(counts.tie)} are as good and ${formatCount(counts.undecided)} undecided.`;
  const sentences = [strictSentence(comparison, say), average, say('fact', outcome, shares.win)];
  if (strict.better === 'undecided' && strict.somewhereA > 0 && strict.somewhereB > 0) {
    const text = `Neither is better everywhere: ${a.name} is on ${formatCount(strict.somewhereA)} configurations, ${b.name} on ${formatCount(strict.somewhereB)} (Holm's correction, alpha ${strict.alpha}).`;
    sentences.push(say('finding', text));
  }
  if (comparison.rules.length > 1)
    sentences.push(...comparison.rules.map((rule) => ruleSentence(rule, comparison, say)));
  if (dropped.text !== '') sentences.push(say('warning', dropped.text));
  return sentences;
}

type Say = (kind: Sentence['kind'], text: string, interval?: Interval) => Sentence;

function strictSentence({ a, b, n, strict }: Comparison, say: Say): Sentence {
  const every = `every one of the ${formatCount(n)} configurations tested`;
  if (strict.better === 'undecided') {
    return say(
      'open',
      `Neither ${a.name} nor ${b.name} is shown to be better on ${every} (intersection-union test, alpha ${strict.alpha}).`,
    );
  }
  const [winner, loser, p] = strict.better === 'a' ? [a.name, b.name, strict.pA] : [b.name, a.name, strict.pB];
  return say(
    'finding',
    `${winner} is strictly better than ${loser}: faster on ${every} (intersection-union test, ${formatP(p)}); other configurations are not tested.`,
  );
}

function ruleSentence(rule: Rule, { a, b }: Comparison, say: Say): Sentence {
  const { speedup, n, counts, winRate } = rule;
  const where = rule.text === '' ? 'everywhere' : `where ${rule.text}`;
  const wins = (name: string, won: number, rate: Estimate) => {
    return `${name} is better on ${formatCount(won)} of the ${formatCount(n)} (${shareText(rate)})`;
  };
  if (speedup.low <= 1 && speedup.high >= 1) {
    return say(
      'open',
      `Neither is faster on the whole ${where}: ${a.name} has ${formatEstimate(speedup)} times the speed of ${b.name}; ${wins(a.name, counts.win, winRate)}.`,
      speedup,
    );
  }
  const isA = speedup.value > 1;
  const factor = isA ? speedup : inverse(speedup);
  const [ahead, behind] = isA ? [a.name, b.name] : [b.name, a.name];
  const rate = isA
    ? wins(ahead, counts.win, winRate)
    : wins(ahead, counts.loss, wilson(counts.loss, n, winRate.confidence));
  return say('finding', `${ahead} is ${formatEstimate(factor)} times as fast as ${behind} ${where}; ${rate}.`, factor);
}

function shareText({ value, low, high }: Estimate): string {
  return `${formatShare(value)} [${formatShare(low)}, ${formatShare(high)}]`;
}
