// What can be written at a position, beside what the schema says: names of the document, expressions, whole parts.
import { functionNames } from '@edgewright/schemas/expression-node.js';
import type { ParameterSpec } from '@edgewright/schemas/family.js';
import { executionNames } from '@edgewright/schemas/names.js';
import type { Names, NameType } from '@edgewright/schemas/typing.js';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver/node';
import { type Cursor, cursorAt } from './cursor.ts';
import type { ModelFacts } from './facts.ts';
import { nameMeanings, signatures } from './meaning.ts';
import { namesAt, parametersFor, roleOf, siteKind } from './sites.ts';
import {
  analysisSnippets,
  deviceSnippet,
  modelSnippets,
  rangeSnippets,
  type Snippet,
  sectionSnippets,
  wholeFleet,
  wholeSweep,
} from './snippets.ts';
import type { Source } from './source.ts';
import { wordsOf } from './words.ts';

export interface Completion {
  readonly items: readonly CompletionItem[];
  /** Whether the schema has nothing to add: inside an expression its answer would be noise. */
  readonly isWhole: boolean;
}

/** Symbolic dimensions of a model of the family `onnx`, where its file was read. */
export type DimensionsOf = (model: number) => readonly string[];

export function complete(source: Source, offset: number, dimensionsOf: DimensionsOf): Completion {
  const nothing: Completion = { items: [], isWhole: false };
  if (source.kind === 'task' || source.isTooLarge) return { items: [], isWhole: true };
  const cursor = cursorAt(source, offset);
  if (cursor === undefined) return nothing;
  const at: Target = { source, offset, cursor };
  const kind = siteKind(cursor.path);
  if (kind !== undefined && cursor.at === 'value') {
    const model = source.facts().models[cursor.index];
    const owner = { family: cursor.family, axes: model?.axes ?? [], derived: model?.derived ?? [] };
    return { items: expressionItems(at, namesAt(kind, source.facts(), owner)), isWhole: true };
  }
  return { items: source.kind === 'fleet' ? fleetItems(at) : sweepItems(at, dimensionsOf), isWhole: false };
}

interface Target {
  readonly source: Source;
  readonly offset: number;
  readonly cursor: Cursor;
}

function fleetItems(at: Target): CompletionItem[] {
  const [section, , key] = at.cursor.path;
  if (isAtRoot(at) && at.cursor.siblings.length === 0) return [snippetItem(at, wholeFleet)];
  if (section === 'devices' && key === undefined && !at.cursor.isFlow) return [listItem(at, deviceSnippet)];
  return [];
}

function sweepItems(at: Target, dimensionsOf: DimensionsOf): CompletionItem[] {
  const { cursor, source } = at;
  const { models, execution } = source.facts();
  const [section, second, third] = cursor.path;
  const length = cursor.path.length;
  const model = section === 'models' ? models[cursor.index] : undefined;
  if (isAtRoot(at)) {
    const whole = cursor.siblings.length === 0 ? [snippetItem(at, wholeSweep)] : [];
    const sections = sectionSnippets.filter(({ key }) => !cursor.siblings.includes(key));
    return [...whole, ...sections.map((snippet) => snippetItem(at, snippet))];
  }
  if (section === 'models' && length <= 2 && !cursor.isFlow)
    return modelSnippets.map((snippet) => listItem(at, snippet));
  if (section === 'models' && typeof second === 'number' && model !== undefined) {
    // A map without any key yet is a word that stands as the value.
    const isKey = cursor.at === 'key' || length === 3;
    if (third === 'axes' && length <= 4 && isKey) return axisKeys(at, model, dimensionsOf(model.index));
    if (third === 'axes' && cursor.at === 'value' && length >= 4) return axisValues(at, String(cursor.path[3]));
    if (third === 'zip') return names(at, axisNames(model), 'an axis of this model');
    if (third === 'when' && isKey) return keys(at, axisNames(model), 'an axis of this model');
    if (third === 'derive' && isKey) return deriveKeys(at, model);
    if (third === 'batch') return names(at, dimensionsOf(model.index), 'a symbolic dimension of the file');
  }
  if (section === 'execution') {
    const named = execution.map(({ name }) => name);
    if (second === 'zip') return names(at, named, 'an axis of the execution');
    if (second === 'when' && (cursor.at === 'key' || length === 2)) return keys(at, named, 'an axis of the execution');
    if (second === 'threads' && cursor.at === 'value') return rangeSnippets.map((snippet) => snippetItem(at, snippet));
  }
  if (section === 'order' && second === 'by') return names(at, allAxes(models), 'an axis');
  if (section === 'analyses') {
    if (length <= 2 && !cursor.isFlow) return analysisSnippets.map((snippet) => listItem(at, snippet));
    if (cursor.at === 'value') return analysisValues(at, String(third));
  }
  return [];
}

function analysisValues(at: Target, key: string): CompletionItem[] {
  const { models } = at.source.facts();
  if (key === 'model') return names(at, distinct(models.map(({ name }) => name)), 'a model of this sweep');
  if (key === 'x' || key === 'y') return names(at, allAxes(models), 'an axis');
  if (key === 'by') return names(at, [...allAxes(models), 'model', 'family'], 'an axis');
  return [];
}

function isAtRoot({ cursor }: Target): boolean {
  return cursor.path.length <= 1 && (cursor.at === 'key' || cursor.path.length === 0);
}

function axisNames(model: ModelFacts): readonly string[] {
  return model.axes.map(({ name }) => name);
}

function allAxes(models: readonly ModelFacts[]): readonly string[] {
  return distinct([...models.flatMap((model) => [...parametersFor(model).keys()]), ...executionNames]);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** The schema knows the axes of the families; those of a file are in the file. */
function axisKeys(at: Target, model: ModelFacts, dimensions: readonly string[]): CompletionItem[] {
  if (model.family !== 'onnx') return [];
  return keys(at, dimensions, 'a symbolic dimension of the file');
}

function deriveKeys(at: Target, model: ModelFacts): CompletionItem[] {
  const free = [...parametersFor(model).keys()].filter((name) => !axisNames(model).includes(name));
  return keys(at, free, 'a parameter of this family');
}

function axisValues(at: Target, name: string): CompletionItem[] {
  const { cursor } = at;
  const spec = parametersFor({ family: cursor.family }).get(name);
  const isWhole = cursor.path.length === 4;
  if (spec?.enum !== undefined) {
    const list = `[${spec.enum.join(', ')}]`;
    const all = isWhole ? [item(at, list, { kind: CompletionItemKind.Value, detail: 'all of them' })] : [];
    return [...names(at, spec.enum, spec.description), ...all];
  }
  if (!isWhole) return [];
  return [...defaultItem(at, spec), ...rangeSnippets.map((snippet) => snippetItem(at, snippet))];
}

function defaultItem(at: Target, spec: ParameterSpec | undefined): CompletionItem[] {
  if (spec?.default === undefined) return [];
  const text = Array.isArray(spec.default) ? `[[${spec.default.join(', ')}]]` : String(spec.default);
  return [item(at, text, { kind: CompletionItemKind.Value, detail: 'the default', documentation: spec.description })];
}

/** Names, functions and, beside a comparison with a string, the strings. */
function expressionItems(at: Target, known: Names): CompletionItem[] {
  const { cursor } = at;
  const text = cursor.before + cursor.after;
  const place = cursor.before.length;
  const words = wordsOf(text);
  const inside = words.find(
    ({ start, end, kind }) => kind === 'string' && start < place && (place < end || isOpen(text, start, end)),
  );
  const before = words.filter(({ end, start }) => (inside ? end <= inside.start : end <= place && start < place));
  const [name, operator] =
    before.at(-1)?.kind === 'name' && !inside ? [before.at(-3), before.at(-2)] : before.slice(-2);
  const compared = operator?.text === '==' || operator?.text === '!=' ? known.get(name?.text ?? '') : undefined;
  if (inside !== undefined) return stringItems(at, compared, inside.start, place);
  const current = words.find(
    ({ kind, start, end }) => kind !== 'operator' && kind !== 'string' && start < place && place <= end,
  );
  const range = expressionRange(at, current?.start ?? place, place);
  const strings = (compared?.strings ?? []).map(
    (string): CompletionItem => ({
      label: quoted(string, cursor),
      kind: CompletionItemKind.EnumMember,
      sortText: `0${string}`,
      textEdit: { range, newText: quoted(string, cursor) },
    }),
  );
  const ofNames = [...known].map(
    ([label, type]): CompletionItem => ({
      label,
      kind: kindOfName(label, known),
      detail: typeText(type),
      documentation: nameMeanings[label] ?? parameterMeaning(at, label),
      sortText: `${roleOf(label, known) === 'parameter' ? 1 : 2}${label}`,
      textEdit: { range, newText: label },
    }),
  );
  const ofFunctions = functionNames.map(
    (label): CompletionItem => ({
      label,
      kind: CompletionItemKind.Function,
      detail: signatures[label].signature,
      documentation: signatures[label].meaning,
      sortText: `3${label}`,
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range, newText: `${label}($1)$0` },
    }),
  );
  return [...strings, ...ofNames, ...ofFunctions];
}

function isOpen(text: string, start: number, end: number): boolean {
  return end - start < 2 || text[start] !== text[end - 1];
}

function stringItems(at: Target, compared: NameType | undefined, start: number, place: number): CompletionItem[] {
  const range = expressionRange(at, start + 1, place);
  return (compared?.strings ?? []).map((label) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    textEdit: { range, newText: label },
  }));
}

/** From a unit of the expression to the cursor: as far as they stand on the same line, one beside the other. */
function expressionRange({ source, offset }: Target, start: number, place: number): Range {
  return { start: source.lines.positionAt(offset - (place - start)), end: source.lines.positionAt(offset) };
}

/** In the quotes that the scalar around it does not use. */
function quoted(string: string, cursor: Cursor): string {
  return cursor.style === 'QUOTE_DOUBLE'
    ? `'${string}'`
    : cursor.style === 'QUOTE_SINGLE'
      ? `"${string}"`
      : `"${string}"`;
}

function parameterMeaning({ source, cursor }: Target, name: string): string | undefined {
  const own = parametersFor({ family: cursor.family }).get(name);
  const others = source.facts().models.map((model) => parametersFor(model).get(name));
  return (own ?? others.find((spec) => spec !== undefined))?.description;
}

function kindOfName(name: string, known: Names): CompletionItemKind {
  switch (roleOf(name, known)) {
    case 'parameter':
      return CompletionItemKind.Variable;
    case 'execution':
    case 'identity':
      return CompletionItemKind.Property;
    case 'constant':
      return CompletionItemKind.Constant;
    default:
      return CompletionItemKind.Field;
  }
}

export function typeText({ type, strings }: NameType): string {
  if (strings !== undefined && strings.length <= 8) return strings.map((string) => `"${string}"`).join(' | ');
  return type === 'any' ? 'number or list' : type;
}

function names(at: Target, values: readonly string[], about: string): CompletionItem[] {
  return values.map((value) => item(at, value, { kind: CompletionItemKind.Reference, detail: about }));
}

function keys(at: Target, values: readonly string[], about: string): CompletionItem[] {
  const fresh = values.filter((value) => !at.cursor.siblings.includes(value));
  const isFollowed = /^[\w-]*\s*:/.test(at.source.text.slice(at.offset, at.offset + 100));
  return fresh.map((value) => ({
    ...item(at, isFollowed ? value : `${value}: `, { kind: CompletionItemKind.Property, detail: about }),
    label: value,
  }));
}

function item(at: Target, text: string, rest: Partial<CompletionItem>): CompletionItem {
  return { label: text, filterText: text, textEdit: { range: wordRange(at), newText: text }, ...rest };
}

function snippetItem(at: Target, { label, about, text }: Snippet): CompletionItem {
  return {
    label,
    kind: CompletionItemKind.Snippet,
    detail: about,
    documentation: { kind: MarkupKind.Markdown, value: `\`\`\`yaml\n${plainText(text)}\n\`\`\`` },
    insertTextFormat: InsertTextFormat.Snippet,
    sortText: `~${label}`,
    textEdit: { range: wordRange(at), newText: text },
  };
}

/** As an item of a list: with its dash where none stands on the line, further lines two columns deeper. */
function listItem(at: Target, snippet: Snippet): CompletionItem {
  const { line, character } = at.source.lines.positionAt(at.offset);
  const written = at.source.text.slice(at.source.lines.offsetAt({ line, character: 0 }), at.offset);
  const hasDash = /^\s*-\s*[\w-]*$/.test(written);
  const gap = /-$/.test(written) ? ' ' : '';
  const indented = snippet.text.replaceAll('\n', '\n  ');
  // An editor keeps the indentation of the line; a dash on it is not indentation.
  const text = hasDash ? `${gap}${indented}` : `- ${indented}`;
  const range = {
    start: {
      line,
      character: character - (/[\w-]*$/.exec(hasDash ? written.replace(/^\s*-/, '') : written)?.[0].length ?? 0),
    },
    end: { line, character },
  };
  return { ...snippetItem(at, { ...snippet, text }), textEdit: { range, newText: text } };
}

/** What is written of the word, as far as it stands on the line. */
function wordRange({ source, offset, cursor }: Target): Range {
  const written = /\S*$/.exec(cursor.before)?.[0] ?? '';
  const rest = cursor.style === 'PLAIN' ? (/^[\w.-]*/.exec(cursor.after)?.[0] ?? '') : '';
  return {
    start: source.lines.positionAt(offset - written.length),
    end: source.lines.positionAt(offset + rest.length),
  };
}

/** A snippet with its placeholders filled in. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:((?:[^{}]|\{[^}]*\})*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '');
}
