// Text to YAML with positions, within limits. What is wrong with the text as YAML is said here; what it means is not known.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic, Place } from './diagnostic.ts';
import { offsetsOf, type ScalarStyle } from './scalar.ts';
import { error, faultOf } from './yaml-fault.ts';

export type Path = readonly (string | number)[];

export interface DocumentLimits {
  /** UTF-16 units of the text. A sweep of 5,000 lines has some 200,000. */
  readonly length: number;
  /** Levels of nesting; a sweep has 8. */
  readonly depth: number;
  /** Nodes that aliases may add in all, as a multiple of the document: against "billion laughs". */
  readonly aliases: number;
}

export const defaultDocumentLimits: DocumentLimits = { length: 5_000_000, depth: 32, aliases: 100 };

/** A YAML document whose keys are strings, each once in its map, none of them dangerous to an object. */
export interface YamlSource {
  readonly value: unknown;
  /** Place of the value at a path; of its nearest existing parent where there is none. */
  place(path: Path): Place;
  /** Place of the key at the end of a path; of the value for an item of a list. */
  keyPlace(path: Path): Place;
  /** Place of the word at `offset` units into the string at a path; undefined where no string stands there. */
  innerPlace(path: Path, offset: number): Place | undefined;
}

/** `document`: the tree of the library, for who needs more than values; absent where the text is too large or too deep. */
export type ParsedYaml =
  | { readonly kind: 'ok'; readonly source: YamlSource; readonly document: Document.Parsed }
  | { readonly kind: 'error'; readonly diagnostics: readonly Diagnostic[]; readonly document?: Document.Parsed };

/** Never throws. */
export function parseYaml(text: string, limits: DocumentLimits = defaultDocumentLimits): ParsedYaml {
  if (text.length > limits.length) {
    const message = `The document has ${text.length} characters; the limit is ${limits.length}.`;
    return failed(
      error(
        'document-too-large',
        { line: 1, column: 1, offset: 0, length: 0 },
        message,
        'Split it into several documents.',
      ),
    );
  }
  const counter = countLines(text);
  // The library places what is missing at the end past the end.
  const placeAt = (start: number, end: number) => {
    const offset = Math.min(start, text.length);
    return placeOf(counter, offset, Math.max(Math.min(end, text.length) - offset, 0));
  };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      prettyErrors: false,
      // Done below in linear time: the library compares every pair of keys.
      uniqueKeys: false,
      version: '1.2',
    });
  } catch (problem) {
    // The composer recurses, so that depth without end overflows the stack.
    if (problem instanceof RangeError) return failed(tooDeep(placeAt(0, 0), limits));
    throw problem;
  }
  const faults = [...document.errors, ...document.warnings];
  // Of the library's own recursion.
  if (faults.some(({ message }) => message.includes('call stack'))) return failed(tooDeep(placeAt(0, 0), limits));
  if (faults.length > 0) {
    const told = faults.slice(0, 20).map((fault) => faultOf(fault, text, placeAt(fault.pos[0], fault.pos[1])));
    // After the first, most faults of syntax follow from it.
    const first = told.find(({ code }) => code === 'yaml-syntax');
    const diagnostics = told.filter((fault) => fault.code !== 'yaml-syntax' || fault === first);
    return { kind: 'error', diagnostics, document };
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return failed(
      error(
        'document-empty',
        placeAt(0, 0),
        'The document holds nothing.',
        'Start it with `edgewright:` and its kind (`sweep/v1`, `fleet/v1` or `task/v1`), or copy one of samples/.',
      ),
    );
  }
  const diagnostics: Diagnostic[] = [];
  checkNode(document.contents, 1, [], { limits, placeAt, found: diagnostics, anchors: new Set() });
  if (diagnostics.length > 0) return { kind: 'error', diagnostics, document };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: limits.aliases });
  } catch (problem) {
    if (!(problem instanceof ReferenceError)) throw problem;
    const message = `The aliases of the document repeat more than ${limits.aliases} times what they name.`;
    return failed(
      error('yaml-alias', placeAt(0, 0), message, 'Write the values out, or use fewer aliases inside aliased parts.'),
    );
  }
  return { kind: 'ok', source: new Positions(document, counter, text, value), document };
}

type PlaceAt = (start: number, end: number) => Place;

/** The library's own parser notes some lines twice where it recovers from a fault. */
function countLines(text: string): LineCounter {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1);
  return counter;
}

function placeOf(counter: LineCounter, offset: number, length: number): Place {
  const { line, col } = counter.linePos(offset);
  return { line, column: col, offset, length };
}

class Positions implements YamlSource {
  readonly value: unknown;
  readonly #document: Document.Parsed;
  readonly #counter: LineCounter;
  readonly #text: string;

  constructor(document: Document.Parsed, counter: LineCounter, text: string, value: unknown) {
    this.#document = document;
    this.#counter = counter;
    this.#text = text;
    this.value = value;
  }

  place(path: Path): Place {
    const { node, pair } = this.#find(path);
    // A key without a value has an empty node after the colon: its key is what a reader can see.
    if (pair !== undefined && (node === undefined || isEmpty(node))) return this.#range(pair.key as Node);
    return this.#range(node);
  }

  keyPlace(path: Path): Place {
    const { node, pair } = this.#find(path);
    return this.#range(pair === undefined ? node : (pair.key as Node));
  }

  innerPlace(path: Path, offset: number): Place | undefined {
    const { node } = this.#find(path);
    if (!isScalar(node) || typeof node.value !== 'string') return undefined;
    const [start, end] = node.range ?? [0, 0];
    const offsets = offsetsOf(this.#text, start, end, (node.type ?? 'PLAIN') as ScalarStyle, node.value);
    const from = offsets?.[Math.min(offset, node.value.length)];
    if (offsets === undefined || from === undefined) return undefined;
    const rest = Math.max(node.value.length - offset, 0);
    const length = Math.max(Math.min(rest, wordLength(node.value, offset)), rest > 0 ? 1 : 0);
    return placeOf(this.#counter, from, Math.max((offsets[offset + length] ?? from) - from, 0));
  }

  /** A value of many lines is marked on its first. */
  #range(node: Node | undefined): Place {
    const [start, end] = node?.range ?? [0, 0];
    const newline = this.#text.indexOf('\n', start);
    const stop = newline < 0 ? end : Math.min(end, newline);
    return placeOf(this.#counter, start, stop - start);
  }

  /** The last node on the path that exists, and the pair that holds it. */
  #find(path: Path): { node: Node | undefined; pair: Pair | undefined } {
    let node: Node | undefined = this.#document.contents ?? undefined;
    let pair: Pair | undefined;
    for (const step of path) {
      const target = isAlias(node) ? node.resolve(this.#document) : node;
      if (isMap(target)) {
        const next = target.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
        if (next === undefined) return { node, pair };
        pair = next;
        node = (next.value as Node | null) ?? undefined;
      } else if (isSeq(target)) {
        const next = target.items[Number(step)];
        if (next === undefined) return { node, pair };
        pair = undefined;
        node = next as Node;
      } else return { node, pair };
    }
    return { node, pair };
  }
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && node.range != null && node.range[0] === node.range[1];
}

function wordLength(text: string, offset: number): number {
  return /^(?:[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]+)/u.exec(text.slice(offset))?.[0].length ?? 1;
}

interface Check {
  readonly limits: DocumentLimits;
  readonly placeAt: PlaceAt;
  readonly found: Diagnostic[];
  /** Of the nodes that are complete: an alias inside the node that it names would have no end. */
  readonly anchors: Set<string>;
}

/** Keys, aliases and depth of a node and all below it. */
function checkNode(node: unknown, depth: number, path: Path, check: Check): void {
  const { limits, placeAt, found, anchors } = check;
  if (depth > limits.depth) {
    if (!found.some(({ code }) => code === 'document-too-deep')) found.push(tooDeep(rangeOf(node, placeAt), limits));
    return;
  }
  if (isAlias(node) && !anchors.has(node.source)) {
    const message = `The alias *${node.source} has no anchor &${node.source} before it.`;
    const fix = 'Define the anchor earlier, or quote the value if it is a plain string.';
    found.push(error('yaml-alias', rangeOf(node, placeAt), message, fix, path));
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) checkNode(item, depth + 1, [...path, index], check);
  }
  if (isMap(node)) checkMap(node, depth, path, check);
  if ((isSeq(node) || isMap(node) || isScalar(node)) && node.anchor !== undefined) anchors.add(node.anchor);
}

function checkMap(node: YAMLMap, depth: number, path: Path, check: Check): void {
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const place = rangeOf(key, check.placeAt);
    const name = isScalar(key) ? keyName(key.value) : undefined;
    if (name === undefined) {
      const fix = 'Use a word as the key; quote it if it contains special characters.';
      check.found.push(error('forbidden-key', place, 'A key is no plain string.', fix, path));
      continue;
    }
    if (forbidden.has(name)) {
      const message = `The key "${name}" could change the objects of the reader.`;
      check.found.push(error('forbidden-key', place, message, 'Use another name.', path));
    } else if (seen.has(name)) {
      const message = `The key "${name}" stands twice in this map, and only one of them could count.`;
      const earlier = node.items.find((item) => isScalar(item.key) && keyName(item.key.value) === name);
      check.found.push({
        ...error('yaml-duplicate-key', place, message, 'Remove one of the two.', [...path, name]),
        related: [{ place: rangeOf(earlier?.key, check.placeAt), message: 'It stands here before.' }],
        remedies: [{ kind: 'remove' }],
      });
    }
    seen.add(name);
    if (isScalar(key) && key.anchor !== undefined) check.anchors.add(key.anchor);
    checkNode(value, depth + 1, [...path, name], check);
  }
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

function keyName(key: unknown): string | undefined {
  if (typeof key === 'string') return key;
  return typeof key === 'number' || typeof key === 'boolean' ? String(key) : undefined;
}

function rangeOf(node: unknown, placeAt: PlaceAt): Place {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return placeAt(range?.[0] ?? 0, range?.[1] ?? 0);
}

function tooDeep(place: Place, limits: DocumentLimits): Diagnostic {
  return error(
    'document-too-deep',
    place,
    `The document nests deeper than ${limits.depth} levels.`,
    'Flatten it: sweeps and fleets need fewer than 10 levels.',
  );
}

function failed(diagnostic: Diagnostic): ParsedYaml {
  return { kind: 'error', diagnostics: [diagnostic] };
}
