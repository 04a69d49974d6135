// What a sweep varies: a family or the user's own file, behind one face.
import { CodedError } from '@edgewright/schemas/codes.js';
import { familyParameters } from '@edgewright/schemas/family.js';
import type { Cost, Parameters, ParameterValue, Precision } from '@edgewright/schemas/generated/record.js';
import { nearest } from '@edgewright/schemas/nearest.js';
import type { ResolvedModel } from '@edgewright/schemas/resolved.js';
import { familyOf } from '../models/families.ts';
import type { OnnxSource } from '../models/onnx.ts';
import type { Findings } from './findings.ts';

export interface Subject {
  /** Values of the parameters that the document may leave out, in the family's order. */
  readonly defaults: Readonly<Record<string, ParameterValue>>;
  /** SHA-256 of the user's file. */
  readonly artifact: string | undefined;
  cost(parameters: Parameters, precision: Precision): Cost;
  items(parameters: Parameters): number;
  refuse(parameters: Parameters): string | undefined;
}

/** Undefined where the user's file is missing or its dimensions do not fit the axes, which is reported. */
export function subjectOf(
  model: ResolvedModel,
  index: number,
  files: ReadonlyMap<string, OnnxSource>,
  findings: Findings,
): Subject | undefined {
  if (model.family === 'onnx') return onnxSubject(model, index, files, findings);
  const { cost, items, refuse } = familyOf(model.family);
  const specs = [...familyParameters(model.family)];
  const defaults = Object.fromEntries(
    specs.flatMap(([name, spec]) => (spec.default === undefined ? [] : [[name, spec.default]])),
  );
  return { defaults, artifact: undefined, cost, items, refuse };
}

function onnxSubject(
  model: ResolvedModel,
  index: number,
  files: ReadonlyMap<string, OnnxSource>,
  findings: Findings,
): Subject | undefined {
  const file = model.file as string;
  const source = files.get(file);
  const at = (...keys: string[]) => ({ path: ['models', index, ...keys], place: undefined });
  if (!source) {
    findings.add(
      'model-file',
      'error',
      at('file'),
      `The model file ${file} is not there.`,
      'Give a path relative to the sweep document.',
    );
    return undefined;
  }
  const bound = [...model.axes.map((axis) => axis.name), ...model.derive.keys()];
  const unknown = bound.filter((name) => !source.dimensions.includes(name));
  const unbound = source.dimensions.filter((name) => !bound.includes(name));
  for (const name of unknown) {
    const close = nearest(name, source.dimensions);
    const known = source.dimensions.length === 0 ? 'it has none' : `it has ${source.dimensions.join(', ')}`;
    const axis = model.axes.find((candidate) => candidate.name === name);
    findings.add(
      'dimension-unknown',
      'error',
      axis ? { path: ['models', index, 'axes', name], place: axis.place } : at('derive', name),
      `${file} has no symbolic dimension "${name}": ${known}.`,
      close === undefined ? 'Remove it, or name a dimension of the file.' : `Did you mean ${close}?`,
      { remedies: [...(close === undefined ? [] : [{ kind: 'replace', text: close } as const]), { kind: 'remove' }] },
    );
  }
  for (const name of unbound) {
    findings.add(
      'dimension-unbound',
      'error',
      at('axes'),
      `The symbolic dimension "${name}" of ${file} has no value, so shapes and costs cannot be known.`,
      `Give it values under axes, for example {${name}: 1}.`,
      { remedies: [{ kind: 'set', path: ['models', index, 'axes'], key: name, text: '1' }] },
    );
  }
  if (model.batch !== undefined && !source.dimensions.includes(model.batch)) {
    findings.add(
      'dimension-unknown',
      'error',
      at('batch'),
      `${file} has no symbolic dimension "${model.batch}" to count items by.`,
      'Name one of its dimensions, or remove `batch`.',
    );
    return undefined;
  }
  if (unknown.length > 0 || unbound.length > 0) return undefined;
  const { batch } = model;
  return {
    defaults: {},
    artifact: source.artifact,
    cost(parameters) {
      const uncounted = source.partial(parameters);
      if (uncounted.length > 0) {
        findings.add(
          'cost-partial',
          'warning',
          at('file'),
          `The costs of ${file} are lower bounds: ${uncounted.join(', ')} could not be counted.`,
          'Nothing to do for measuring; read FLOP/s and rooflines of this model with that in mind.',
        );
      }
      return source.cost(parameters);
    },
    items: (parameters) => (batch === undefined ? 1 : Number(parameters[batch])),
    refuse(parameters) {
      try {
        source.cost(parameters);
        return undefined;
      } catch (error) {
        if (error instanceof CodedError) return error.message;
        throw error;
      }
    },
  };
}
