// Where a name is defined, where it is used, and what changes with it.
import type { Location, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import { rangeOf } from './range.ts';
import type { Source } from './source.ts';

export function definition(source: Source, offset: number): readonly Location[] {
  const all = occurrencesOf(source);
  const found = at(all, offset);
  const definitions = all.filter((other) => other.role === 'definition' && found.some((one) => isSame(one, other)));
  return located(source, definitions);
}

export function references(source: Source, offset: number, withDefinition: boolean): readonly Location[] {
  const all = occurrencesOf(source);
  const found = at(all, offset);
  const same = all.filter((other) => found.some((one) => isSame(one, other)));
  return located(
    source,
    same.filter(({ role }) => withDefinition || role === 'use'),
  );
}

/** What can be renamed at the offset: names that the user chose. Axes have the names of their family's parameters. */
export function prepareRename(source: Source, offset: number): { range: Range; placeholder: string } | undefined {
  const [found] = at(occurrencesOf(source), offset).filter((one) => isFree(source, one));
  return found && { range: rangeOf(source, found.span), placeholder: found.name };
}

export type Renaming =
  | { readonly kind: 'edit'; readonly edit: WorkspaceEdit }
  | { readonly kind: 'refused'; readonly message: string };

export function rename(source: Source, offset: number, name: string): Renaming {
  const all = occurrencesOf(source);
  const [found] = at(all, offset).filter((one) => isFree(source, one));
  if (found === undefined) return refused('This name cannot be changed: it is not one that the document gives.');
  const rule = rules[found.kind];
  if (!rule.form.test(name)) return refused(rule.otherwise);
  if (found.kind !== 'label' && found.name !== name && all.some((other) => isSame({ ...found, name }, other)))
    return refused(`"${name}" is taken.`);
  const edits: TextEdit[] = distinct(all.filter((other) => isSame(found, other))).map(({ span }) => ({
    range: rangeOf(source, span),
    newText: name,
  }));
  return { kind: 'edit', edit: { changes: { [source.uri]: edits } } };
}

interface Rule {
  readonly form: RegExp;
  readonly otherwise: string;
}

const ofDocuments: Rule = {
  form: /^[a-z0-9][a-z0-9-]{0,62}$/,
  otherwise: 'A name has lower-case letters, digits and hyphens, at most 63.',
};
const ofExpressions: Rule = {
  form: /^(?!(?:time|event|true|false)$)[A-Za-z_][A-Za-z0-9_]{0,62}$/,
  otherwise: 'A name in expressions has letters, digits and underscores, at most 63, and is not `time` or `event`.',
};

const rules: Readonly<Record<Occurrence['kind'], Rule>> = {
  model: ofDocuments,
  device: ofDocuments,
  label: { form: /^[\p{L}\p{N}_.-]+$/u, otherwise: 'A label is one word.' },
  axis: { form: /^[\p{L}_][\p{L}\p{N}_]*$/u, otherwise: 'A dimension is one word.' },
  event: {
    form: /^(?!any$)[A-Za-z][A-Za-z0-9_-]{0,62}$/,
    otherwise: 'An event has letters, digits, hyphens and underscores, at most 63, and is not called `any`.',
  },
  field: ofExpressions,
  step: ofExpressions,
  feature: ofExpressions,
  value: ofExpressions,
};

function refused(message: string): Renaming {
  return { kind: 'refused', message };
}

function isFree(source: Source, { kind, name }: Occurrence): boolean {
  if (kind === 'device' || kind === 'label') return true;
  if (source.kind === 'task') return isDeclared(source, kind, name);
  // A model without a name of its own is called as its family, which stays.
  return kind === 'model' && source.facts().models.some((model) => model.nameNode?.value === name);
}

/** Fields stay: one use may mean those of several events, and recordings have them. */
function isDeclared(source: Source, kind: Occurrence['kind'], name: string): boolean {
  if (kind === 'field') return false;
  const definitions = occurrencesOf(source).filter(({ role }) => role === 'definition');
  return definitions.some((other) => other.kind === kind && other.name === name);
}

function at(all: readonly Occurrence[], offset: number): readonly Occurrence[] {
  return all.filter(({ span }) => span.start <= offset && offset <= span.end);
}

function isSame(a: Occurrence, b: Occurrence): boolean {
  return a.kind === b.kind && a.name === b.name && a.owner === b.owner;
}

/** One name of an expression may mean the axes of several models. */
function distinct(all: readonly Occurrence[]): readonly Occurrence[] {
  return all.filter(({ span }, index) => all.findIndex((other) => other.span.start === span.start) === index);
}

function located(source: Source, all: readonly Occurrence[]): readonly Location[] {
  return distinct(all).map(({ span }) => ({ uri: source.uri, range: rangeOf(source, span) }));
}
