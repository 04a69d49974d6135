// What can be written at a position, beside what the schema says: names of the document, expressions, whole parts.
import type { ParameterSpec } from '@edgewright/schemas/family.js';
import { executionNames } from '@edgewright/schemas/names.js';
import type { Names } from '@edgewright/schemas/typing.js';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import { cursorAt } from './cursor.ts';
import { expressionItems, type Look } from './expressions.ts';
import type { ModelFacts } from './facts.ts';
import { isAtRoot, item, keys, listItem, names, snippetItem, type Target } from './items.ts';
import { nameMeanings } from './meaning.ts';
import { namesAt, parametersFor, roleOf, siteKind } from './sites.ts';
import {
  analysisSnippets,
  deviceSnippet,
  modelSnippets,
  rangeSnippets,
  sectionSnippets,
  wholeFleet,
  wholeSweep,
} from './snippets.ts';
import type { Source } from './source.ts';
import { completeTask } from './task/completion.ts';

export interface Completion {
  readonly items: readonly CompletionItem[];
  /** Whether the schema has nothing to add: inside an expression its answer would be noise. */
  readonly isWhole: boolean;
}

/** Symbolic dimensions of a model of the family `onnx`, where its file was read. */
export type DimensionsOf = (model: number) => readonly string[];

export function complete(source: Source, offset: number, dimensionsOf: DimensionsOf): Completion {
  const nothing: Completion = { items: [], isWhole: false };
  if (source.isTooLarge) return { items: [], isWhole: true };
  const cursor = cursorAt(source, offset);
  if (cursor === undefined) return nothing;
  const at: Target = { source, offset, cursor };
  if (source.kind === 'task') return completeTask(at);
  const kind = siteKind(cursor.path);
  if (kind !== undefined && cursor.at === 'value') {
    const model = source.facts().models[cursor.index];
    const owner = { family: cursor.family, axes: model?.axes ?? [], derived: model?.derived ?? [] };
    const known = namesAt(kind, source.facts(), owner);
    const look = (name: string): Look => ({
      kind: kindOfName(name, known),
      about: nameMeanings[name] ?? parameterMeaning(at, name),
      isFirst: roleOf(name, known) === 'parameter',
    });
    return { items: expressionItems(at, known, look), isWhole: true };
  }
  return { items: source.kind === 'fleet' ? fleetItems(at) : sweepItems(at, dimensionsOf), isWhole: false };
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
