// What stands under the pointer, in terms of the sweep: values, counts, costs, structure.
import { effectOf } from '@edgewright/core/sweep/effect.js';
import { parseAxis } from '@edgewright/schemas/axis.js';
import { functionNames } from '@edgewright/schemas/expression-node.js';
import { dimensionParameter, threadsParameter } from '@edgewright/schemas/family.js';
import type { ParameterValue } from '@edgewright/schemas/generated/record.js';
import { Report } from '@edgewright/schemas/report.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import { readSweepFrom } from '@edgewright/schemas/sweep.js';
import { formatBytes, formatCount, plural } from '@edgewright/workbench/text/units.js';
import { isScalar } from 'yaml';
import { scalarOffsets } from './cursor.ts';
import { describe } from './describe.ts';
import type { Extent, Summary } from './expansion.ts';
import { typeText } from './expressions.ts';
import type { ModelFacts } from './facts.ts';
import { nameMeanings, signatures } from './meaning.ts';
import { namesAt, parametersFor, type Site, siteKind } from './sites.ts';
import type { Source } from './source.ts';
import { layersOf } from './structure.ts';
import { hoverTask } from './task/hover.ts';
import { entryAt, nodeAt, type Span, spanOf, spotAt, stringOf } from './tree.ts';
import { wordsOf } from './words.ts';

export interface HoverText {
  /** Markdown. */
  readonly text: string;
  readonly span: Span;
  /** Whether the schema has nothing to add that is about this place. */
  readonly isWhole?: boolean;
}

/** `summary`: of the expansion of this text, where it is known. */
export function hover(source: Source, offset: number, summary: Summary | undefined): HoverText | undefined {
  if (source.isTooLarge) return undefined;
  if (source.kind === 'task') return hoverTask(source, offset) ?? ofKey(source, offset);
  return ofDocument(source, offset, summary) ?? ofKey(source, offset);
}

function ofKey(source: Source, offset: number): HoverText | undefined {
  const spot = spotAt(source.tree(), offset);
  if (spot?.at !== 'key') return undefined;
  const text = describe(source.kind, spot.path, (model) => source.facts().models[model]?.family);
  return text === undefined ? undefined : { text, span: spanOf(spot.node), isWhole: true };
}

function ofDocument(source: Source, offset: number, summary: Summary | undefined): HoverText | undefined {
  const spot = spotAt(source.tree(), offset);
  if (spot === undefined) return undefined;
  const { path, at, node } = spot;
  const kind = siteKind(path);
  if (kind !== undefined && at === 'value' && isScalar(node) && typeof node.value === 'string') {
    const site = { kind, path, node, source: node.value };
    return inExpression(source, site, offset) ?? { text: '', span: spanOf(node), isWhole: true };
  }
  const [section, index, key] = path;
  if (section === 'models' && typeof index === 'number') {
    const model = source.facts().models[index];
    if (model === undefined) return undefined;
    if (key === 'axes' && path.length >= 4) return ofAxis(source, model, String(path[3]));
    if ((key === 'family' || key === 'name') && path.length === 3) {
      return { text: ofModel(source, model, summary), span: spanOf(node) };
    }
    return undefined;
  }
  if (section === 'execution' && path.length >= 2) return ofExecution(source, String(index));
  return source.kind === 'fleet' ? inFleet(source, path, spanOf(node)) : undefined;
}

function inExpression(source: Source, site: Site, offset: number): HoverText | undefined {
  const offsets = scalarOffsets(source.text, site.node);
  if (offsets === undefined) return undefined;
  const model = site.path[0] === 'models' ? source.facts().models[Number(site.path[1])] : undefined;
  const names = namesAt(site.kind, source.facts(), model);
  for (const { kind, start, end, text } of wordsOf(site.source)) {
    const span = { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
    if (offset < span.start || offset > span.end) continue;
    const call = functionNames.find((name) => kind === 'function' && name === text);
    if (call !== undefined) {
      const { signature, meaning } = signatures[call];
      return { text: `\`${signature}\`\n\n${meaning}`, span, isWhole: true };
    }
    const type = kind === 'name' ? names.get(text) : undefined;
    if (type === undefined) continue;
    const others = source.facts().models.map((other) => parametersFor(other).get(text)?.description);
    const meaning = nameMeanings[text] ?? parametersFor(model).get(text)?.description ?? others.find(Boolean) ?? '';
    const owner = model?.axes.find(({ name }) => name === text) ? model : undefined;
    const values = owner && valuesOf(source, owner, text);
    const here = values === undefined ? '' : `\n\nHere ${listText(values)}.`;
    return { text: `\`${text}\`: ${typeText(type)}\n\n${meaning}${here}`, span, isWhole: true };
  }
  return undefined;
}

function ofAxis(source: Source, model: ModelFacts, name: string): HoverText | undefined {
  const axis = model.axes.find((other) => other.name === name);
  if (axis === undefined) return undefined;
  const spec = parametersFor(model).get(name);
  const values = valuesOf(source, model, name);
  const parts = [`**${name}** ${spec?.description ?? ''}`.trim()];
  if (values !== undefined) parts.push(`${plural(values.length, 'value')}: ${listText(values)}`);
  const { sweep } = readSweepFrom(source.yaml());
  if (sweep !== undefined && values !== undefined && values.length > 1) parts.push(...effectTable(sweep, model, name));
  return { text: parts.join('\n\n'), span: spanOf(axis.key), isWhole: true };
}

function effectTable(sweep: ResolvedSweep, model: ModelFacts, axis: string): readonly string[] {
  const rows = effectOf(sweep, model.index, axis, new Map()).flatMap(({ value, cost }) => {
    const cells = cost && [formatCount(cost.parameters), formatCount(cost.macs), formatBytes(cost.weightBytes)];
    return cells ? [`| ${valueText(value as ParameterValue)} | ${cells.join(' | ')} |`] : [];
  });
  if (rows.length === 0) return [];
  const head = `| ${axis} | parameters | MACs | weights |\n| --: | --: | --: | --: |`;
  return [`${head}\n${rows.join('\n')}`, 'The other axes at their first values.'];
}

function ofModel(source: Source, model: ModelFacts, summary: Summary | undefined): string {
  const title = `**${model.name}**${model.family === undefined || model.family === model.name ? '' : ` (${model.family})`}`;
  if (model.family === undefined) return title;
  const specs = parametersFor(model);
  const textOf = (parameter: string) => {
    const values = valuesOf(source, model, parameter);
    if (values !== undefined) return extentText(values);
    const derived = model.derived.find(({ name }) => name === parameter);
    if (derived !== undefined) return `\`${stringOf(derived.value) ?? parameter}\``;
    return valueText(specs.get(parameter)?.default ?? parameter);
  };
  const file = model.fileNode === undefined ? [] : [`File: \`${String(model.fileNode.value)}\``];
  const layers = layersOf(model.family, textOf).map((line, index) => `${index + 1}. ${line}`);
  const own = summary?.models[model.index];
  const counts =
    own === undefined || own.points === 0
      ? []
      : [
          `${plural(own.points, 'point')}`,
          `| | least | most |\n| :-- | --: | --: |\n${[
            row('parameters', own.parameters, formatCount),
            row('MACs', own.macs, formatCount),
            row('weights', own.weightBytes, formatBytes),
          ].join('\n')}`,
        ];
  return [title, ...file, layers.join('\n'), ...counts].join('\n\n');
}

function row(name: string, [least, most]: Extent, format: (value: number) => string): string {
  return `| ${name} | ${format(least)} | ${format(most)} |`;
}

function ofExecution(source: Source, name: string): HoverText | undefined {
  const axis = source.facts().execution.find((other) => other.name === name);
  const yaml = source.yaml();
  if (axis === undefined || yaml.kind === 'error') return undefined;
  const value = (yaml.source.value as { execution?: Record<string, unknown> }).execution?.[name];
  const values =
    name === 'threads'
      ? parseAxis(value, threadsParameter(), axis.path, new Report(yaml.source))
      : Array.isArray(value)
        ? value
        : [value];
  if (values === undefined) return undefined;
  const shown = values.map((item: unknown) => (isValue(item) ? valueText(item) : JSON.stringify(item)));
  return {
    text: `**${name}** ${nameMeanings[name] ?? ''}\n\n${plural(values.length, 'value')}: ${shown.join(', ')}`,
    span: spanOf(axis.key),
  };
}

function inFleet(source: Source, path: readonly (string | number)[], span: Span): HoverText | undefined {
  const [section, index, key, label] = path;
  if (section !== 'devices' || typeof index !== 'number') return undefined;
  const tree = source.tree();
  const { devices } = source.facts();
  const name = stringOf(devices[index]?.nameNode) ?? `device ${index + 1}`;
  if (key === 'labels' && label !== undefined) {
    const value = entryAt(tree, path)?.value;
    const text = isScalar(value) ? String(value.value) : '';
    const same = devices.filter((device) => {
      const node = nodeAt(tree, ['devices', device.index, 'labels', label]);
      return isScalar(node) && String(node.value) === text;
    });
    const names = same.map(({ nameNode, index: at }) => stringOf(nameNode) ?? `device ${at + 1}`);
    return { text: `\`${label}=${text}\` chooses ${plural(same.length, 'device')}: ${names.join(', ')}`, span };
  }
  if (key !== 'name') return undefined;
  const address = stringOf(nodeAt(tree, ['devices', index, 'address']));
  const labels = devices[index]?.labels.map(
    (entry) => `\`${entry.name}=${isScalar(entry.value) ? String(entry.value.value) : ''}\``,
  );
  const link = address === undefined ? 'Its agent dials in: it has no address.' : `Listens at \`${address}\`.`;
  return {
    text: [`**${name}**`, link, ...(labels?.length ? [`Labels: ${labels.join(', ')}`] : [])].join('\n\n'),
    span,
  };
}

/** Values of an axis as the validator reads them; undefined where it has an error or does not exist. */
export function valuesOf(source: Source, model: ModelFacts, name: string): readonly ParameterValue[] | undefined {
  const yaml = source.yaml();
  const axis = model.axes.find((other) => other.name === name);
  if (yaml.kind === 'error' || axis === undefined) return undefined;
  const models = (yaml.source.value as { models?: unknown }).models;
  const axes = Array.isArray(models) ? (models[model.index] as { axes?: unknown } | null)?.axes : undefined;
  if (typeof axes !== 'object' || axes === null) return undefined;
  const spec = parametersFor(model).get(name) ?? (model.family === 'onnx' ? dimensionParameter : undefined);
  return spec && parseAxis((axes as Record<string, unknown>)[name], spec, axis.path, new Report(yaml.source));
}

const mostShown = 24;

export function listText(values: readonly ParameterValue[], most = mostShown): string {
  const shown = values.map(valueText);
  if (shown.length <= most) return shown.join(', ');
  return `${shown.slice(0, most - 1).join(', ')}, …, ${shown.at(-1)}`;
}

function extentText(values: readonly ParameterValue[]): string {
  const numbers = values.filter((value) => typeof value === 'number');
  if (values.length > 1 && numbers.length === values.length) return `${Math.min(...numbers)}…${Math.max(...numbers)}`;
  return values.map(valueText).join(' or ');
}

function isValue(value: unknown): value is ParameterValue {
  return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

function valueText(value: ParameterValue): string {
  return typeof value === 'object' ? `[${value.join(', ')}]` : String(value);
}
