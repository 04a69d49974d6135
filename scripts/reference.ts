// Writes the pages of docs/ that tell what the schemas, the catalogue of codes and the extension's manifest say.
import { readFile } from 'node:fs/promises';

// By path, not by package: the build of the package may be older than its source, or not be there yet.
const { codes }: typeof import('@edgewright/schemas/codes.js') = await import(sourceOf('codes'));
const { constants, executionNames, quantityNames }: typeof import('@edgewright/schemas/names.js') = await import(
  sourceOf('names')
);

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly parameter?: Schema;
}

/** What is read of the extension's manifest. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting extends Schema {
  readonly markdownDescription?: string;
  readonly enumDescriptions?: readonly string[];
}

const markers = ['<!-- generated: reference -->', '<!-- end of generated -->'] as const;

/** The generated pages by path below the repository's root, with their text. */
export async function generateReference(): Promise<Map<string, string>> {
  const sweep: Schema = JSON.parse(await readText('schemas/sweep.schema.json'));
  const fleet: Schema = JSON.parse(await readText('schemas/fleet.schema.json'));
  const task: Schema = JSON.parse(await readText('schemas/task.schema.json'));
  const extension: Manifest = JSON.parse(await readText('extension/package.json'));
  return new Map([
    ['docs/codes.md', codesPage()],
    ['docs/sweeps.md', await filled('docs/sweeps.md', `${sweepReference(sweep)}\n${fleetReference(fleet)}`)],
    ['docs/tasks.md', await filled('docs/tasks.md', taskReference(task))],
    ['docs/extension.md', await filled('docs/extension.md', extensionReference(extension))],
  ]);
}

function sourceOf(name: string): string {
  return new URL(`../schemas/${name}.ts`, import.meta.url).href;
}

function readText(path: string): Promise<string> {
  return readFile(new URL(`../${path}`, import.meta.url), 'utf8');
}

/** The page with what is generated between its markers. */
async function filled(path: string, generated: string): Promise<string> {
  const text = await readText(path);
  const [start, end] = markers.map((marker) => text.indexOf(marker));
  if (start === undefined || end === undefined || start < 0 || end < start)
    throw new Error(`${path} lacks its markers`);
  return `${text.slice(0, start + markers[0].length)}\n\n${generated}\n${text.slice(end)}`;
}

const kinds = {
  document: ['Documents', 'Findings in sweeps, fleets and run files, each with its place, a message and a fix.'],
  wire: ['The link', 'Errors between a workbench and a device, in `error.data.code`.'],
  point: ['Points', 'Why a point was not measured, in failure records.'],
  command: ['Commands', 'Errors of a command line.'],
} as const;

function codesPage(): string {
  const sections = Object.entries(kinds).map(([kind, [title, about]]) => {
    const rows = Object.entries(codes)
      .filter(([, entry]) => entry.kind === kind)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { meaning }]) => [`\`${code}\``, meaning]);
    return `## ${title}\n\n${about}\n\n${table(['code', 'meaning'], rows)}`;
  });
  const head =
    '# Codes\n\nGenerated from `schemas/codes.ts` by `npm run generate`. Every error that a user can meet has one of these codes.';
  return `${head}\n\n${sections.join('\n')}`;
}

function sweepReference(sweep: Schema): string {
  const definitions = sweep.definitions ?? {};
  const of = (name: string) => definitions[name] ?? {};
  const keys = (title: string, schema: Schema, skip: readonly string[] = []) =>
    `### ${title}\n\n${schema.description ?? ''}\n\n${keyTable(schema, sweep, skip)}`;
  const families = ['fc', 'cnn', 'rnn', 'transformer', 'mobile'];
  const { onnx } = definitions;
  const common = {
    ...onnx,
    properties: { ...onnx?.properties, ...of('model').properties },
    description: 'What every family takes besides its axes.',
  };
  return [
    keys('The document', sweep, ['$schema']),
    keys('A model', common, ['file', 'batch', 'axes']),
    ...families.map((family) => {
      const axes = of(family).properties?.axes ?? {};
      return `### Family \`${family}\`\n\n${of(family).description}\n\n${keyTable(axes, sweep, [])}`;
    }),
    keys('Family `onnx`', of('onnx'), ['family', 'name', 'zip', 'when', 'derive', 'constraint']),
    keys('An axis as a range', of('range')),
    keys('`execution`', withScenario(of('execution'), of('scenario'))),
    keys('A scenario as a map', { ...of('scenario').anyOf?.[1], description: of('scenario').description ?? '' }),
    keys('`measure`', of('measure')),
    keys('`sampling`', of('sampling')),
    keys('`order`', of('order')),
    keys('`budget`', of('budget')),
    keys('An analysis', { ...of('analysis'), description: 'One item of `analyses`.' }),
    namesReference(),
  ].join('\n');
}

function withScenario(execution: Schema, scenario: Schema): Schema {
  const described = { ...execution.properties?.scenario, description: scenario.description ?? '' };
  return { ...execution, properties: { ...execution.properties, scenario: described } };
}

function namesReference(): string {
  const list = (names: Iterable<string>) => [...names].map((name) => `\`${name}\``).join(', ');
  const rows = [
    ['`when` and `derive` of a model', `the model's parameters, ${list(constants.keys())}`],
    ['`constraint` of a model', `as above, and ${list(quantityNames)}`],
    ['`when` of `execution`', `${list(executionNames)}, \`model\`, \`family\`, ${list(constants.keys())}`],
    [
      '`constraint` of the sweep',
      'all of these, and `items`; one that names a parameter applies to the models that have it',
    ],
  ];
  return `### Names in expressions\n\nIn expressions \`scenario\` is the kind of the scenario.\n\n${table(['where', 'names'], rows)}`;
}

function fleetReference(fleet: Schema): string {
  const device = fleet.definitions?.device ?? {};
  return `### A device of a fleet\n\n${fleet.description}\n\n${keyTable(device, fleet, [])}`;
}

function taskReference(task: Schema): string {
  const of = (name: string) => task.definitions?.[name] ?? {};
  const keys = (title: string, schema: Schema, skip: readonly string[] = []) =>
    `### ${title}\n\n${schema.description ?? ''}\n\n${keyTable(schema, task, skip)}`;
  const whole = (name: string) => of(name).anyOf?.find(({ type }) => type === 'object') ?? {};
  return [
    keys('The document', task, ['$schema']),
    keys('`trigger`', of('trigger')),
    keys('A step of `sequence`', of('step')),
    keys('`times` as a map', whole('times')),
    keys('`within` as a map', whole('within')),
    ...['threshold', 'cron', 'session', 'limits'].map((name) => keys(`\`${name}\``, of(name))),
    keys('`pipeline`', of('pipeline')),
    keys('`window` of the pipeline', of('window')),
    keys('A feature', of('aggregate')),
    keys('A join', of('join')),
    keys('A tensor', of('tensor')),
    keys('A source', of('source')),
    ...['model', 'script'].map((name) => keys(`\`${name}\``, of(name))),
    keys('An output', of('output')),
    ...['policy', 'privacy'].map((name) => keys(`\`${name}\``, of(name))),
    keys('A test', of('test')),
    keys('A firing of a test', of('expected')),
  ].join('\n');
}

function extensionReference({ contributes: { commands, configuration } }: Manifest): string {
  const titles = commands.map(({ command, title, category }) => [`${category}: ${title}`, `\`${command}\``]);
  const settings = Object.entries(configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    plainValues(setting),
    shownDefault(setting.default),
    [setting.markdownDescription ?? setting.description ?? '', choicesOf(setting)]
      .filter((part) => part !== '')
      .join(' '),
  ]);
  return `### Commands\n\n${table(['in the palette', 'id'], titles)}\n### Settings\n\n${table(['setting', 'values', 'default', 'meaning'], settings)}`;
}

function choicesOf({ enum: values = [], enumDescriptions = [] }: Setting): string {
  return enumDescriptions.map((meaning, index) => `\`${values[index]}\`: ${meaning}`).join(' ');
}

function keyTable(schema: Schema, root: Schema, skip: readonly string[]): string {
  const rows = Object.entries(schema.properties ?? {})
    .filter(([key]) => !skip.includes(key))
    .map(([key, value]) => {
      const target = resolve(value, root);
      const needed = schema.required?.includes(key) ? 'needed' : shownDefault(value.default ?? target.default);
      return [`\`${key}\``, valuesOf(value, root), needed, value.description ?? target.description ?? ''];
    });
  return table(['key', 'values', 'default', 'meaning'], rows);
}

/** Follows `$ref`, alone or as the one item of `allOf`. */
function resolve(schema: Schema, root: Schema): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  const name = reference?.split('/').at(-1);
  return name === undefined ? schema : (root.definitions?.[name] ?? {});
}

const namedTypes: Readonly<Record<string, string>> = {
  duration: 'duration',
  bytes: 'size',
  expression: 'expression',
  constraint: 'list of expressions',
  zip: 'list of groups of axes',
  when: 'expressions by axis',
  derive: 'expressions by parameter',
  axis: 'axis',
  token: '`{env: NAME}` or `{file: PATH}`',
  eventNames: 'name or list of names',
  fieldName: 'field',
  fields: 'types by field',
  times: 'number or `{from, to}`',
  within: 'duration or `{time, events}`',
};

function valuesOf(schema: Schema, root: Schema): string {
  const reference = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1) ?? '';
  if (schema.parameter !== undefined) return `axis of ${plainValues(schema.parameter)}`;
  return namedTypes[reference] ?? plainValues(resolve(schema, root));
}

function plainValues(schema: Schema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.anyOf !== undefined) {
    const choices = schema.anyOf.find((branch) => branch.enum !== undefined);
    return choices === undefined ? 'value or list' : `axis of ${plainValues(choices)}`;
  }
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const type = { 'integer-or-list': 'integer or list of integers', array: 'list', object: 'map' }[String(schema.type)];
  const name = type ?? String(schema.type ?? 'any');
  if (minimum !== undefined && maximum !== undefined) return `${name} from ${minimum} to ${maximum}`;
  const bounds = [
    minimum === undefined ? undefined : `>= ${minimum}`,
    exclusiveMinimum === undefined ? undefined : `> ${exclusiveMinimum}`,
    maximum === undefined ? undefined : `<= ${maximum}`,
    exclusiveMaximum === undefined ? undefined : `< ${exclusiveMaximum}`,
  ].filter((bound) => bound !== undefined);
  return [name, ...bounds].join(' ');
}

function shownDefault(value: unknown): string {
  return value === undefined ? '' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** Columns padded as the formatter of the repository pads them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [first = [], ...others] = cells.map(line);
  return first + line(widths.map((width) => '-'.repeat(width))) + others.join('');
}
