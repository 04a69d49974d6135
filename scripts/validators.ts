// Writes the validators of the schemas as code, so that nothing is compiled at run time: a webview's policy forbids eval,
// and an agent starts faster. What the schemas say of axes and model branches is left to the code that can say it well.
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

interface Schema {
  [key: string]: unknown;
}

/** The generated files by path below the repository's root, with their text. */
export async function generateValidators(): Promise<Map<string, string>> {
  const sweep = precise(await readSchema('sweep'));
  const definitions = sweep.definitions as Record<string, Schema>;
  // Parsed by schemas/axis.ts, which knows the type and bounds of each.
  definitions.axis = {};
  // The branch is chosen by schemas/sweep.ts, so that a misspelt family is one mistake and not six.
  delete (definitions.model as Schema).allOf;
  const families = ['fc', 'cnn', 'rnn', 'transformer', 'mobile', 'onnx'];
  const records = ['runRecord', 'ceilingRecord', 'pointRecord', 'failureRecord', 'stateRecord'];
  const wire = tolerant(await readSchema('wire'));
  return new Map([
    [
      'schemas/generated/document-shapes.ts',
      validators([sweep, precise(await readSchema('fleet')), precise(await readSchema('task'))], 'all', {
        sweep: 'sweep.schema.json',
        ...Object.fromEntries(families.map((name) => [name, `sweep.schema.json#/definitions/${name}`])),
        fleet: 'fleet.schema.json',
        task: 'task.schema.json',
      }),
    ],
    [
      'schemas/generated/record-shapes.ts',
      validators(
        [bare(await readSchema('record'))],
        'first',
        Object.fromEntries(records.map((name) => [name, `record.schema.json#/definitions/${name}`])),
      ),
    ],
    [
      'schemas/generated/wire-shapes.ts',
      validators(
        [wire, tolerant(await readSchema('record'))],
        'first',
        Object.fromEntries(
          Object.keys(wire.definitions as Schema)
            .filter((name) => name.includes('.') || name === 'hello' || name === 'proof')
            .map((name) => [exportName(name), `wire.schema.json#/definitions/${name}`]),
        ),
      ),
    ],
  ]);
}

async function readSchema(name: string): Promise<Schema> {
  const schema = JSON.parse(await readFile(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
  return { ...schema, $id: `${name}.schema.json` };
}

/** `all` collects every error with the part of the schema that it breaks; `first` stops at one and is small. */
function validators(schemas: readonly Schema[], errors: 'all' | 'first', names: Record<string, string>): string {
  const ajv = new Ajv({
    allErrors: errors === 'all',
    verbose: errors === 'all',
    // Draft-07 allows what the strict mode refuses, such as `required` in a branch.
    strict: false,
    // Counts code points in strings by a function of its own package, which generated code would have to import.
    unicode: false,
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addKeyword('parameter');
  for (const schema of schemas) ajv.addSchema(schema);
  const code = standalone.default(ajv, names);
  if (code.includes('require('))
    throw new Error('a keyword of a schema needs code of ajv at run time: use another keyword');
  return `// @ts-nocheck\n// Generated from the schemas by \`npm run generate\`. Do not edit.\n${code}\n`;
}

/** Alternatives told apart by their JSON type become if/then/else: then only the branch meant reports errors. */
function precise(schema: Schema): Schema {
  const { anyOf, ...rest } = mapSchema(schema, precise);
  if (!Array.isArray(anyOf)) return anyOf === undefined ? rest : { ...rest, anyOf };
  const [first, second, ...others] = anyOf as Schema[];
  const type = second?.type;
  if (first === undefined || (type !== 'array' && type !== 'object') || others.length > 0) return { ...rest, anyOf };
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; nothing awaits it.
  return { ...rest, if: { type }, then: second, else: first };
}

function bare(schema: Schema): Schema {
  const { description: _, title: __, ...rest } = mapSchema(schema, bare);
  return rest;
}

/** A newer peer may send fields that this one does not know. */
function tolerant(schema: Schema): Schema {
  const { additionalProperties, ...rest } = mapSchema(schema, tolerant);
  const { description: _, title: __, ...result } = rest;
  return isSchema(additionalProperties) ? { ...result, additionalProperties } : result;
}

/** `run.start.result` is exported as runStartResult. */
function exportName(method: string): string {
  return method.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Applies a function to every schema inside one. */
function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const inside = (value: unknown): unknown => (isSchema(value) ? change(value) : value);
  const result: Schema = { ...schema };
  for (const key of ['properties', 'definitions']) {
    const map = schema[key];
    if (isSchema(map))
      result[key] = Object.fromEntries(Object.entries(map).map(([name, value]) => [name, inside(value)]));
  }
  for (const key of ['items', 'additionalProperties', 'if', 'then', 'else']) {
    if (schema[key] !== undefined) result[key] = inside(schema[key]);
  }
  for (const key of ['anyOf', 'allOf', 'oneOf']) {
    const list = schema[key];
    if (Array.isArray(list)) result[key] = list.map(inside);
  }
  return result;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
