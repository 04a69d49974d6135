// The tests of a task document by name and place, also of one with errors: for who lists them and runs some of them.
import type { Place } from '@edgewright/schemas/diagnostic.js';
import { type DocumentLimits, defaultDocumentLimits, type Path, parseYaml } from '@edgewright/schemas/yaml.js';

export interface FoundTests {
  /** Name of the task; empty where it has none yet. */
  readonly task: string;
  readonly tests: readonly FoundTest[];
}

export interface FoundTest {
  /** Its name and, of equal names, which of them it is: the same when tests before it come and go. */
  readonly id: string;
  /** Its name, else its recording. */
  readonly name: string;
  /** Its place among the tests of the document. */
  readonly index: number;
  readonly place: Place;
}

/** A task has some thousand characters: one of more than this is not looked through at every key. */
const limits: DocumentLimits = { ...defaultDocumentLimits, length: 1_000_000 };

/** Undefined where the text is no YAML or too long, so that nothing is known of its tests. */
export function findTests(text: string): FoundTests | undefined {
  const yaml = parseYaml(text, limits);
  if (yaml.kind === 'error') return undefined;
  const { name, tests } = mapIn(yaml.source.value);
  const seen = new Map<string, number>();
  const found = (Array.isArray(tests) ? tests : []).map((test, index): FoundTest => {
    const { name: own, events } = mapIn(test);
    const called = textIn(own) || textIn(events) || `test ${index + 1}`;
    const count = (seen.get(called) ?? 0) + 1;
    seen.set(called, count);
    const id = count === 1 ? called : `${called} (${count})`;
    return { id, name: called, index, place: yaml.source.place(['tests', index]) };
  });
  return { task: textIn(name), tests: found };
}

/** Where something of a document stands; undefined where the text is no YAML. */
export function placeIn(text: string, path: Path): Place | undefined {
  const yaml = parseYaml(text);
  return yaml.kind === 'error' ? undefined : yaml.source.place(path);
}

function mapIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
