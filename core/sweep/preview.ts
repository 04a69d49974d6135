// A model of a sweep at chosen parameters, as far as it is known before anything is built: totals, layers, and the range
// over the whole sweep.
import { familyParameters } from '@edgewright/schemas/family.js';
import type { Cost, Parameters, ParameterValue, Precision } from '@edgewright/schemas/generated/record.js';
import type { ResolvedModel, ResolvedSweep } from '@edgewright/schemas/resolved.js';
import type { Graph } from '../graph/graph.ts';
import { familyOf } from '../models/families.ts';
import { type Layer, layersOf } from '../models/layers.ts';
import type { OnnxSource } from '../models/onnx.ts';
import { compileCondition } from './condition.ts';
import { executionGrid } from './execution.ts';
import { constraintFilter } from './filter.ts';
import { newFindings } from './findings.ts';
import type { PlannedPoint } from './point.ts';
import { type AxisLevel, type Dimension, dimensionsOf } from './space.ts';
import { subjectOf } from './subject.ts';
import { type Variant, type VariantInput, variantMaker } from './variant.ts';

export interface ModelPreview {
  readonly document: string;
  readonly models: readonly string[];
  /** Place in `models`. */
  readonly model: number;
  readonly family: string;
  /** Of weights and activations: the first of the sweep. */
  readonly precision: Precision;
  readonly parameters: readonly PreviewParameter[];
  /** Why these parameters do not make a model, or are excluded by a constraint; then there are no layers. */
  readonly refusal: string | undefined;
  readonly cost: Cost | undefined;
  readonly layers: readonly Layer[];
  /** Least and greatest of each figure over all points of the model in the sweep; undefined where it has none. */
  readonly range: { readonly points: number; readonly least: Cost; readonly most: Cost } | undefined;
}

/** Every parameter with the values of the sweep to choose from; one value where it does not vary. */
export interface PreviewParameter {
  readonly name: string;
  readonly values: readonly ParameterValue[];
  readonly chosen: ParameterValue;
  readonly description: string;
}

export interface PreviewInput {
  readonly document: string;
  readonly sweep: ResolvedSweep;
  /** Models of family `onnx` by their path in the document. */
  readonly files: ReadonlyMap<string, OnnxSource>;
  /** Of the expanded sweep; empty where it could not be expanded. */
  readonly points: readonly PlannedPoint[];
}

/**
 * `chosen` may leave parameters out: they have their first value. Where values that it names stand together in no row of a
 * zip, those that it names first count.
 */
export function previewModel(input: PreviewInput, index: number, chosen: Parameters): ModelPreview {
  const { document, sweep, files } = input;
  const model = sweep.models[index];
  if (model === undefined) throw new RangeError(`the sweep has no model ${index}`);
  const precision = sweep.execution.precision[0] ?? 'float32';
  const head = {
    document,
    models: sweep.models.map(({ name }) => name),
    model: index,
    family: model.family,
    precision,
    range: rangeOf(input.points.filter(({ point }) => point.model.name === model.name)),
  };
  const findings = newFindings();
  const subject = subjectOf(model, index, files, findings);
  if (subject === undefined) {
    const refusal = findings.diagnostics().map(({ message }) => message);
    return { ...head, parameters: [], refusal: refusal.join(' '), cost: undefined, layers: [] };
  }
  const execution = executionGrid(sweep.execution, findings);
  const variantInput: VariantInput = { model, index, subject, execution, findings };
  const dimensions = dimensionsOf(model.axes, model.zip);
  const firsts = levelsIn(dimensions, {});
  const variant = variantMaker(variantInput)({ ...levelsIn(dimensions, chosen) }, firsts);
  const parameters = parametersOf(model, variant.parameters, Object.keys(subject.defaults));
  const refusal = variant.refusal()?.message ?? excludedBy(sweep, variantInput, variant);
  if (refusal !== undefined) return { ...head, parameters, refusal, cost: undefined, layers: [] };
  const graph = graphOf(model, files, variant.parameters, precision);
  return { ...head, parameters, refusal, cost: variant.cost(precision), layers: layersOf(graph) };
}

/** The level of every axis; members of a zip take theirs together. */
function levelsIn(dimensions: readonly Dimension[], chosen: Parameters): Record<string, AxisLevel> {
  const levels: Record<string, AxisLevel> = {};
  for (const { axes, levels: count } of dimensions) {
    let level = 0;
    for (const [name, value] of Object.entries(chosen)) {
      const axis = axes.find((candidate) => candidate.name === name);
      const found = axis?.values.findIndex((candidate) => isSame(candidate, value)) ?? -1;
      if (found < 0 || found >= count) continue;
      level = found;
      break;
    }
    for (const { name, values } of axes) levels[name] = values[level]!;
  }
  return levels;
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function parametersOf(model: ResolvedModel, parameters: Parameters, defaults: readonly string[]): PreviewParameter[] {
  const specs = familyParameters(model.family);
  const names = new Set([...specs.keys(), ...Object.keys(parameters)]);
  return [...names].flatMap((name) => {
    const chosen = parameters[name];
    if (chosen === undefined) return [];
    const axis = model.axes.find((candidate) => candidate.name === name);
    const formula = model.derive.get(name);
    const isDefault = axis === undefined && formula === undefined && defaults.includes(name);
    const about = specs.get(name)?.description ?? 'A symbolic dimension of the file.';
    const origin = formula ? ` Derived by \`${formula.source}\`.` : isDefault ? ' Not named by the document.' : '';
    return [{ name, values: axis?.values ?? [chosen], chosen, description: about + origin }];
  });
}

/** The constraint that leaves no execution of the model; undefined where some is left. */
function excludedBy(sweep: ResolvedSweep, input: VariantInput, variant: Variant): string | undefined {
  const constraints = sweep.constraint.map((constraint) => compileCondition(constraint, input.findings));
  const filter = constraintFilter(input, input.execution.optionsFor(input.model).list, constraints);
  if (filter.passing(variant).some((passes) => passes)) return undefined;
  const sources = [...filter.exclusions.keys()].map((source) => `\`${source}\``);
  return `The sweep leaves these parameters out by ${sources.join(' and ')}.`;
}

function graphOf(
  model: ResolvedModel,
  files: ReadonlyMap<string, OnnxSource>,
  parameters: Parameters,
  precision: Precision,
): Graph {
  if (model.family !== 'onnx') return familyOf(model.family).build(parameters, precision, 0);
  const source = files.get(model.file ?? '');
  if (source === undefined) throw new Error(`no file ${model.file}`);
  return source.graphOf(parameters);
}

function rangeOf(points: readonly PlannedPoint[]): ModelPreview['range'] {
  const [first] = points;
  if (first === undefined) return undefined;
  const least = { ...first.cost };
  const most = { ...first.cost };
  for (const { cost } of points) {
    for (const key of Object.keys(least) as (keyof Cost)[]) {
      least[key] = Math.min(least[key], cost[key]);
      most[key] = Math.max(most[key], cost[key]);
    }
  }
  return { points: points.length, least, most };
}
