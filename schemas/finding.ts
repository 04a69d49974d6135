// A mistake in a document without its place, and the sentences that several checks share.
import type { Code } from './codes.ts';
import type { Remedy } from './diagnostic.ts';
import { nearest } from './nearest.ts';
import type { Path } from './yaml.ts';

/** A mistake without its place; `at` says which part of the path's end to mark. */
export interface Finding extends Extras {
  readonly code: Code;
  readonly path: Path;
  readonly at: 'value' | 'key';
  readonly message: string;
  readonly fix: string;
}

/** What an editor can make of a finding beside its text. */
export interface Extras {
  readonly remedies?: readonly Remedy[];
  readonly related?: readonly { readonly path: Path; readonly at: 'value' | 'key'; readonly message: string }[];
}

/** The nearest name in place of the marked one; nothing where none is near. */
export function replaceBy(close: string | undefined): Extras {
  return close === undefined ? {} : { remedies: [{ kind: 'replace', text: close }] };
}

export const removal: Extras = { remedies: [{ kind: 'remove' }] };

export interface Bounds {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly exclusiveMaximum?: number | undefined;
}

export function unknownKey(key: string, parent: Path, known: readonly string[]): Finding {
  const close = nearest(key, known);
  let fix = 'Remove it.';
  if (close !== undefined) fix = `Did you mean "${close}"?`;
  else if (known.length > 0)
    fix = `Remove it, or use one of: ${known.filter((other) => other !== '$schema').join(', ')}.`;
  if (key === '<<') fix = 'Write the keys out: merging by << is not part of YAML 1.2.';
  const message = `${capital(nameOf(parent))} has no key "${excerpt(key)}".`;
  const remedies: readonly Remedy[] = [...(replaceBy(close).remedies ?? []), { kind: 'remove' }];
  return { code: 'unknown-key', path: [...parent, key], at: 'key', message, fix, remedies };
}

/** `fix`: what to do where nothing better follows from the value. */
export function wrongType(name: string, path: Path, value: unknown, wanted: readonly string[], fix?: string): Finding {
  const types = wanted.map((type) => typeWords[type] ?? type);
  const found = value === null ? 'has no value' : `is ${describe(value)}`;
  const message = `${capital(name)} ${found}, and takes ${listOr(types)}.`;
  return {
    code: 'wrong-type',
    path,
    at: 'value',
    message,
    fix: typeFix(value, wanted) ?? fix ?? typeFixOf(wanted, undefined),
    ...typeRemedies(value, wanted),
  };
}

export function notOneOf(name: string, path: Path, value: unknown, allowed: readonly string[]): Finding {
  const close = typeof value === 'string' ? nearest(value, allowed) : undefined;
  const [only] = allowed;
  const isOne = allowed.length === 1;
  const rule = isOne ? `which must be \`${only}\`` : `which is none of: ${allowed.join(', ')}`;
  const fix = isOne ? `Write \`${only}\`.` : 'Write one of them.';
  const message = `${capital(name)} is ${shown(value)}, ${rule}.`;
  return {
    code: 'not-one-of',
    path,
    at: 'value',
    message,
    fix: close === undefined ? fix : `Did you mean "${close}"?`,
    ...replaceBy(close ?? (isOne ? only : undefined)),
  };
}

export function outOfRange(name: string, path: Path, value: unknown, bounds: Bounds): Finding {
  const text = boundsText(bounds);
  const message = `${capital(name)} is ${shown(value)}, and must be ${text}.`;
  return { code: 'out-of-range', path, at: 'value', message, fix: `Write a number that is ${text}.` };
}

function boundsText({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Bounds): string {
  if (minimum !== undefined && maximum !== undefined) return `from ${minimum} to ${maximum}`;
  const parts = [
    minimum === undefined ? undefined : `at least ${minimum}`,
    exclusiveMinimum === undefined ? undefined : `more than ${exclusiveMinimum}`,
    maximum === undefined ? undefined : `at most ${maximum}`,
    exclusiveMaximum === undefined ? undefined : `less than ${exclusiveMaximum}`,
  ];
  return parts.filter((part) => part !== undefined).join(' and ');
}

/** What to write where a value has the wrong type, with what the value is about. */
export function typeFixOf(wanted: readonly string[], about: string | undefined): string {
  return `Write ${listOr(wanted.map((type) => typeWords[type] ?? type))}. ${about ?? ''}`.trimEnd();
}

function typeFix(value: unknown, wanted: readonly string[]): string | undefined {
  const number = wanted.includes('number') || wanted.includes('integer');
  if (number && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return `Remove the quotes: ${value.trim()}.`;
  if (wanted.includes('integer') && typeof value === 'number' && Number.isFinite(value)) {
    return `Write a whole number, such as ${Math.round(value)}.`;
  }
  if (wanted.includes('string') && (typeof value === 'number' || typeof value === 'boolean'))
    return `Quote it: "${value}".`;
  if (wanted.includes('array') && typeof value === 'string') return `Put it into a list: [${excerpt(value)}].`;
  return undefined;
}

/** As `typeFix`, as changes. */
function typeRemedies(value: unknown, wanted: readonly string[]): Extras {
  const number = wanted.includes('number') || wanted.includes('integer');
  if (number && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return replaceBy(value.trim());
  if (wanted.includes('integer') && typeof value === 'number' && Number.isFinite(value))
    return replaceBy(String(Math.round(value)));
  if (wanted.includes('string') && (typeof value === 'number' || typeof value === 'boolean'))
    return { remedies: [{ kind: 'wrap', before: '"', after: '"' }] };
  if (wanted.includes('array') && typeof value !== 'object')
    return { remedies: [{ kind: 'wrap', before: '[', after: ']' }] };
  return {};
}

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map',
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

/** How a message names a part of a document: by its path, as `models[0].axes.nodes`. */
export function nameOf(path: Path): string {
  if (path.length === 0) return 'the document';
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += `${text === '' ? '' : '.'}${excerpt(step)}`;
  }
  return `\`${text}\``;
}

/** A value as a reader of the document would know it, cut to a line. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `"${excerpt(value)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return describe(value);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return `the string "${excerpt(value)}"`;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `the number ${value}` : 'no finite number';
  return typeof value;
}

export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function listOr(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
