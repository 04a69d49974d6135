// What the schema says of a key, by its path: its own description beside that of the kind of value it takes.
import fleetSchema from '@edgewright/schemas/fleet.schema.json' with { type: 'json' };
import type { FamilyName } from '@edgewright/schemas/generated/record.js';
import type { DocumentKind } from '@edgewright/schemas/kind.js';
import sweepSchema from '@edgewright/schemas/sweep.schema.json' with { type: 'json' };
import taskSchema from '@edgewright/schemas/task.schema.json' with { type: 'json' };
import type { Path } from '@edgewright/schemas/yaml.js';

interface Part {
  readonly $ref?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Part>>;
  /** Of a map whose keys are names of the document. */
  readonly additionalProperties?: boolean | Part;
  readonly items?: Part;
  readonly allOf?: readonly Part[];
  readonly anyOf?: readonly Part[];
}

interface Schema extends Part {
  readonly definitions?: Readonly<Record<string, Part>>;
}

const schemas = { sweep: sweepSchema, fleet: fleetSchema, task: taskSchema };

/** Markdown. Undefined for a key that the schema does not know. `familyAt` gives the family of a model. */
export function describe(
  kind: DocumentKind,
  path: Path,
  familyAt: (model: number) => FamilyName | undefined,
): string | undefined {
  const schema = schemas[kind] as unknown as Schema;
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  let part: Part | undefined = schema;
  for (const [depth, step] of path.entries()) {
    part =
      typeof step === 'number' ? find(schema, part, (one) => one.items) : find(schema, part, (one) => own(one, step));
    const family = depth === 1 && path[0] === 'models' ? familyAt(Number(step)) : undefined;
    if (family !== undefined) part = schema.definitions?.[family];
    if (part === undefined) return undefined;
  }
  const kinds = allOf(schema, part).flatMap(({ description }) => description ?? []);
  const values = allOf(schema, part).find((one) => one.enum)?.enum;
  const lines = [
    `**${key}** ${kinds[0] ?? ''}`.trim(),
    ...kinds.slice(1, 2),
    ...(values ? [`One of: ${values.map((value) => `\`${String(value)}\``).join(', ')}`] : []),
    ...(part.default === undefined
      ? []
      : [`Default: \`${typeof part.default === 'string' ? part.default : JSON.stringify(part.default)}\``]),
  ];
  return lines.join('\n\n');
}

function own(part: Part, key: string): Part | undefined {
  if (part.properties !== undefined && Object.hasOwn(part.properties, key)) return part.properties[key];
  return typeof part.additionalProperties === 'object' ? part.additionalProperties : undefined;
}

function find(schema: Schema, part: Part | undefined, get: (part: Part) => Part | undefined): Part | undefined {
  for (const one of part === undefined ? [] : allOf(schema, part)) {
    const found = get(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The part and what it refers to, the nearest first. */
function allOf(schema: Schema, part: Part): readonly Part[] {
  const name = part.$ref?.replace('#/definitions/', '');
  const referred = name === undefined ? undefined : schema.definitions?.[name];
  const inner = [...(referred ? [referred] : []), ...(part.allOf ?? []), ...(part.anyOf ?? [])];
  return [part, ...inner.flatMap((one) => allOf(schema, one))];
}
