// The recordings of samples/: what happens when is written here, the noise comes from a seed. They are made, not taken
// from anybody's device. A test holds them current.
import { type Random, seededRandom } from '@edgewright/core/random.js';

const begin = Date.UTC(2026, 0, 5, 9);

interface Line {
  /** Milliseconds after the beginning. */
  readonly at: number;
  readonly event: string;
  readonly fields: Readonly<Record<string, number | string>>;
}

/** Recordings by path below the repository's root, as JSON Lines. */
export function generateRecordings(): ReadonlyMap<string, string> {
  return new Map([
    ['samples/recordings/cameras.jsonl', written(cameras(seededRandom(1)))],
    ['samples/recordings/keyword.jsonl', written(keyword(seededRandom(2)))],
    ['samples/recordings/feed.jsonl', written(feed(seededRandom(3)))],
  ]);
}

/** A minute of two cameras at 10 frames a second: somebody is at the door twice, and in the yard once. */
function cameras(random: Random): readonly Line[] {
  const episodes = [
    ['door', 12_000, 15_000],
    ['yard', 25_000, 31_000],
    ['door', 40_000, 41_000],
  ] as const;
  const lines: Line[] = [];
  for (let at = 0; at < 60_000; at += 100) {
    for (const camera of ['door', 'yard']) {
      const moves = episodes.some(([where, from, to]) => where === camera && at >= from && at < to);
      const motion = round((moves ? 0.5 : 0.02) + 0.1 * random.unit());
      lines.push({ at, event: 'frame', fields: { camera, motion, brightness: round(0.4 + 0.05 * random.unit()) } });
    }
  }
  return lines;
}

/** Half a minute of scores of 80 ms of sound: the word at 4.8 s, a door that slams at 12 s, the word twice from 20 s on. */
function keyword(random: Random): readonly Line[] {
  const words = [4_800, 20_000, 21_040];
  const lines: Line[] = [];
  for (let at = 0; at < 30_000; at += 80) {
    const isWord = words.some((from) => at >= from && at < from + 400);
    const isSlam = at === 12_000;
    const score = round(isWord ? 0.75 + 0.2 * random.unit() : isSlam ? 0.9 : 0.1 * random.unit());
    lines.push({
      at,
      event: 'sound',
      fields: { score, loudness: round(-50 + (isWord || isSlam ? 30 : 5 * random.unit())) },
    });
  }
  return lines;
}

/** Three visits of a feed: items are shown, some are clicked, and the page is refreshed. */
function feed(random: Random): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  const add = (event: string, pause: number, fields: Line['fields']) => {
    at += pause;
    lines.push({ at, event, fields: { page: 'home', ...fields } });
  };
  for (const [visit, shown, clicked] of [
    [0, 4, 1],
    [1, 6, 0],
    [2, 3, 2],
  ] as const) {
    add('enter', visit === 0 ? 0 : 60_000, {});
    for (let index = 0; index < shown; index++) {
      add('scroll', 500 + random.below(500), { depth: round((index + 1) / shown) });
      add('exposure', 300, { item: `item-${random.below(50)}`, price: 5 + random.below(95) });
      if (index < clicked) add('click', 700, { item: lines.at(-1)?.fields.item ?? '' });
    }
    add('refresh', 2_000, {});
    add('exit', 4_000, {});
  }
  return lines;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function written(lines: readonly Line[]): string {
  return lines
    .map(
      ({ at, event, fields }) => `${JSON.stringify({ time: new Date(begin + at).toISOString(), event, ...fields })}\n`,
    )
    .join('');
}
