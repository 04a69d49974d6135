// Words in rows that have no text: each word is looked up in the levels' names, which are few, and then in the columns.
import type { RunRows } from './rows.ts';

/**
 * 1 for every row in which each word is part of a name: of a device, model, run, status, or of an axis with its level
 * ("nodes 256"; a word that is a whole level, "256", as well). Undefined where there is no word.
 */
export function matchingWords(rows: RunRows, text: string): Uint8Array | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const found = new Uint8Array(rows.count).fill(1);
  for (const phrase of phrasesOf(words, rows)) {
    const hit = new Uint8Array(rows.count);
    for (const { name, levels, places } of rows.facets) {
      if (name === 'fate') continue;
      const matches = Uint8Array.from(levels, (level) => (isIn(phrase, name, level) ? 1 : 0));
      if (!matches.includes(1)) continue;
      for (let row = 0; row < rows.count; row++) {
        const place = places[row] as number;
        if (place >= 0 && matches[place] === 1) hit[row] = 1;
      }
    }
    if ('reference'.startsWith(phrase.word) && phrase.word.length > 2) {
      for (let row = 0; row < rows.count; row++) if (rows.isReference(row)) hit[row] = 1;
    }
    for (let row = 0; row < rows.count; row++) found[row] = (found[row] as number) & (hit[row] as number);
  }
  return found;
}

/** A word, or the name of an axis with the level that follows it. */
interface Phrase {
  readonly word: string;
  readonly level: string | undefined;
}

function phrasesOf(words: readonly string[], rows: RunRows): readonly Phrase[] {
  const names = new Set(rows.facets.map(({ name }) => name.toLowerCase()));
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const level = names.has(word) ? words[at + 1] : undefined;
    phrases.push({ word, level });
    if (level !== undefined) at++;
  }
  return phrases;
}

function isIn({ word, level }: Phrase, name: string, text: string): boolean {
  const shown = text.toLowerCase();
  if (level !== undefined) return name.toLowerCase() === word && shown.startsWith(level);
  // A number is a whole level: "4" does not mean 1024.
  if (/^\d/.test(word)) return shown === word;
  return shown.includes(word) || name.toLowerCase() === word;
}
