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

/** Letters of five columns and seven rows, a row a number. */
const letters: Readonly<Record<string, readonly number[]>> = {
  A: [14, 17, 17, 31, 17, 17, 17],
  E: [31, 16, 16, 30, 16, 16, 31],
  F: [31, 16, 16, 30, 16, 16, 16],
  G: [14, 17, 16, 23, 17, 17, 14],
  L: [16, 16, 16, 16, 16, 16, 31],
  P: [30, 17, 17, 30, 16, 16, 16],
  R: [30, 17, 17, 30, 20, 18, 17],
  T: [31, 4, 4, 4, 4, 4, 4],
  7: [31, 1, 2, 4, 8, 8, 8],
  ' ': [0, 0, 0, 0, 0, 0, 0],
};

/** Pixels of a camera's image. */
const image = { width: 96, height: 24 };

/** Half a minute of a camera over a belt, five frames a second: parcels pass with a label each, one of them upside down. */
function cameras(random: Random): readonly Line[] {
  const parcels = [
    { from: 5_000, to: 8_000, text: 'PARTAGE', isUpsideDown: false },
    { from: 14_000, to: 16_000, text: 'PLATE 7', isUpsideDown: true },
    { from: 22_000, to: 25_000, text: 'FRAGLLE', isUpsideDown: false },
  ];
  const lines: Line[] = [];
  for (let at = 0; at < 30_000; at += 200) {
    const parcel = parcels.find(({ from, to }) => at >= from && at < to);
    const motion = round((parcel ? 0.5 : 0.02) + 0.1 * random.unit());
    lines.push({ at, event: 'frame', fields: { camera: 'belt', motion, image: picture(random, parcel) } });
  }
  return lines;
}

/** Grey values, row by row, in base64: dark letters on light paper, or the belt. */
function picture(random: Random, label: { readonly text: string; readonly isUpsideDown: boolean } | undefined): string {
  const { width, height } = image;
  const grey = Uint8Array.from({ length: width * height }, () => (label ? 215 : 90) + random.below(10));
  const [scale, left, top] = [2, Math.floor((width - (label?.text.length ?? 0) * 12) / 2), 5];
  for (const [place, letter] of [...(label?.text ?? '')].entries()) {
    for (const [row, bits] of (letters[letter] ?? []).entries()) {
      for (let column = 0; column < 5; column++) {
        if (((bits >> (4 - column)) & 1) === 0) continue;
        for (let dot = 0; dot < scale * scale; dot++) {
          const x = left + (place * 6 + column) * scale + (dot % scale);
          const y = top + row * scale + Math.floor(dot / scale);
          grey[y * width + x] = 25 + random.below(10);
        }
      }
    }
  }
  return Buffer.from(label?.isUpsideDown ? grey.reverse() : grey).toString('base64');
}

/**
 * Half a minute of sound, an embedding every 80 ms: the word at 4.8 s, a door that slams at 12 s, the word twice from 20 s on.
 * Nobody has said it: the embeddings are vectors from seeds, of which the model takes those of `word` for its word.
 */
function keyword(random: Random): readonly Line[] {
  const [background, word, slam] = [8, 1208, 1001].map(vector) as [Float32Array, Float32Array, Float32Array];
  const words = [4_800, 20_000, 21_040];
  const lines: Line[] = [];
  for (let at = 0; at < 30_000; at += 80) {
    const isWord = words.some((from) => at >= from && at < from + 400);
    const isSlam = at >= 12_000 && at < 12_400;
    const heard = (isWord ? word : isSlam ? slam : background).map((value) => value + 0.2 * (random.unit() - 0.5));
    const embedding = Buffer.from(heard.buffer).toString('base64');
    const loudness = round(-50 + (isWord || isSlam ? 30 : 5 * random.unit()));
    lines.push({ at, event: 'sound', fields: { loudness, embedding } });
  }
  return lines;
}

/** About normal, of mean 0 and standard deviation 1.4. */
function vector(seed: number): Float32Array {
  const random = seededRandom(seed);
  const sum = () => Array.from({ length: 6 }, () => random.unit()).reduce((total, value) => total + value);
  return Float32Array.from({ length: 96 }, () => 2 * (sum() - 3));
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
    add('enter', visit === 0 ? 0 : 4_000, {});
    for (let index = 0; index < shown; index++) {
      add('scroll', 500 + random.below(500), { depth: round((index + 1) / shown) });
      add('exposure', 300, { item: random.below(50), price: 5 + random.below(95) });
      if (index < clicked) add('click', 700, { item: lines.at(-1)?.fields.item ?? 0 });
    }
    const candidates = Array.from({ length: 8 }, () => random.below(50)).join(' ');
    add('refresh', 2_000, { candidates });
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
