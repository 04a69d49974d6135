// A document against its JSON Schema: what ajv finds, told as diagnostics, one for each mistake that a person made.
import {
  type Bounds,
  capital,
  type Finding,
  nameOf,
  notOneOf,
  outOfRange,
  shown,
  typeFixOf,
  unknownKey,
  wrongType,
} from './finding.ts';
import { nearest } from './nearest.ts';
import type { Path } from './yaml.ts';

/** An error of ajv; `parentSchema` and `data` where the validator is generated to tell them. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly parentSchema?: SchemaPart;
  readonly data?: unknown;
}

/** A validator as ajv generates it. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

interface SchemaPart extends Bounds {
  readonly description?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, { readonly description?: string; readonly const?: string }>>;
}

/** More than are ever listed. Each explanation costs a search for the nearest key; past these a finding has its path alone. */
const mostExplained = 200;

/** `base` is the path of `value` in its document. */
export function checkShape(validate: Validator, value: unknown, base: Path): readonly Finding[] {
  // The generated validators keep their errors in a property of the function: read before the next call.
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const findings: Finding[] = [];
  const meant = new Set<string>();
  for (const error of errors.slice(0, mostExplained)) {
    if (error.keyword !== 'additionalProperties') continue;
    const key = String(error.params.additionalProperty);
    const close = nearest(key, Object.keys(error.parentSchema?.properties ?? {}));
    if (close !== undefined) meant.add(`${error.instancePath}/${close}`);
  }
  for (const [index, error] of errors.entries()) {
    const path = [...base, ...pathOf(error.instancePath, value)];
    if (index >= mostExplained) {
      findings.push({
        code: 'more-errors',
        path,
        at: 'value',
        message: 'There are more errors.',
        fix: 'Correct them.',
      });
      continue;
    }
    // A misspelt key is not also a missing one.
    if (error.keyword === 'required' && meant.has(`${error.instancePath}/${String(error.params.missingProperty)}`))
      continue;
    const finding = findingOf(error, path);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

function findingOf(error: SchemaError, path: Path): Finding | undefined {
  const { params, data } = error;
  const name = nameOf(path);
  const about = error.parentSchema?.description;
  switch (error.keyword) {
    case 'if':
      return undefined;
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys(error.parentSchema?.properties ?? {}).filter((other) => !isPresent(data, other));
      return unknownKey(key, path, known);
    }
    case 'required': {
      const key = String(params.missingProperty);
      const { const: only, description } = error.parentSchema?.properties?.[key] ?? {};
      const fix = only === undefined ? `Add \`${key}:\`. ${description ?? ''}`.trimEnd() : `Add \`${key}: ${only}\`.`;
      const remedies = [{ kind: 'set', path, key, text: only ?? '' }] as const;
      const message = `${capital(name)} lacks the key "${key}".`;
      return { code: 'missing-key', path, at: 'key', message, fix, remedies };
    }
    case 'type': {
      const wanted = Array.isArray(params.type) ? params.type.map(String) : [String(params.type)];
      const finding = wrongType(name, path, data, wanted, typeFixOf(wanted, about));
      // A number where a string of a certain form is wanted lacks more than quotes.
      return error.parentSchema?.pattern === undefined ? finding : { ...finding, fix: formFix(about) };
    }
    case 'enum':
    case 'const': {
      const allowed = error.keyword === 'const' ? [params.allowedValue] : (params.allowedValues as readonly unknown[]);
      return notOneOf(name, path, data, allowed.map(String));
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return outOfRange(name, path, data, error.parentSchema ?? {});
    case 'pattern': {
      const message = `${capital(name)} is ${shown(data)}, which does not have the form that it takes.`;
      return { code: 'bad-format', path, at: 'value', message, fix: formFix(about) };
    }
    case 'minItems':
    case 'minLength':
    case 'minProperties': {
      const unit = unitOf(error.keyword);
      const message = `${capital(name)} has too few ${unit}: it needs at least ${String(params.limit)}.`;
      return { code: 'wrong-length', path, at: 'value', message, fix: `Add ${unit}. ${about ?? ''}`.trimEnd() };
    }
    case 'maxItems':
    case 'maxLength':
    case 'maxProperties': {
      const unit = unitOf(error.keyword);
      const message = `${capital(name)} has too many ${unit}: it takes at most ${String(params.limit)}.`;
      return { code: 'wrong-length', path, at: 'value', message, fix: `Remove ${unit}. ${about ?? ''}`.trimEnd() };
    }
    default:
      throw new Error(`no message for the keyword ${error.keyword} of a schema`);
  }
}

/** Descriptions of what has a form begin with an article, so that they go on from "Write". */
function formFix(description: string | undefined): string {
  return description === undefined
    ? 'Write it in another form.'
    : `Write ${description.slice(0, 1).toLowerCase()}${description.slice(1)}`;
}

function unitOf(keyword: string): string {
  if (keyword.endsWith('Items')) return 'items';
  return keyword.endsWith('Length') ? 'characters' : 'keys';
}

function isPresent(data: unknown, key: string): boolean {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, key);
}

/** A JSON pointer as a path; steps into lists are numbers. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(key) : key);
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return path;
}
