// What a task and its model say of each other: whether the inputs are made, in shapes that fit, and the outputs are there.
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { nearest } from '@edgewright/schemas/nearest.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { shapeOf } from '../pipeline/vectorise.ts';

export interface ModelPorts {
  /** Symbolic dimensions by name. */
  readonly inputs: readonly { readonly name: string; readonly shape: readonly (number | string)[] }[];
  readonly outputs: readonly string[];
}

/** Without places. Of a task with a script only the outputs: `prepare` may make any inputs. */
export function checkPorts(
  { model, script, pipeline }: Pick<ResolvedTask, 'model' | 'script' | 'pipeline'>,
  { inputs, outputs }: ModelPorts,
): readonly Diagnostic[] {
  if (model === undefined) return [];
  const found = model.outputs.flatMap((name, at) => (outputs.includes(name) ? [] : unknownOutput(name, at, outputs)));
  if (script !== undefined) return found;
  const tensors = new Map(pipeline?.tensors.map((tensor) => [tensor.name, shapeOf(tensor)]));
  return [...found, ...inputs.flatMap(({ name, shape }) => inputFault(name, shape, tensors.get(name)))];
}

function unknownOutput(name: string, at: number, outputs: readonly string[]): Diagnostic {
  const close = nearest(name, outputs);
  return {
    code: 'unknown-field',
    severity: 'error',
    path: ['model', 'outputs', at],
    message: `The model has no output "${name}".`,
    fix:
      close === undefined
        ? `Name one of its outputs: ${outputs.slice(0, named).join(', ')}.`
        : `Did you mean "${close}"?`,
    ...(close !== undefined && { remedies: [{ kind: 'replace', text: close }] }),
  };
}

/** Names in a sentence. */
const named = 10;

function inputFault(
  name: string,
  wanted: readonly (number | string)[],
  made: readonly number[] | undefined,
): readonly Diagnostic[] {
  const input = { code: 'model-inputs', severity: 'error' } as const;
  if (made === undefined)
    return [
      {
        ...input,
        path: ['model', 'file'],
        message: `Nothing makes the input "${name}" [${wanted.join(', ')}] of the model.`,
        fix: `Give a tensor under \`pipeline.tensors\` the name "${name}", or a script with \`prepare\`.`,
      },
    ];
  const fits =
    made.length === wanted.length && wanted.every((size, axis) => typeof size === 'string' || size === made[axis]);
  if (fits) return [];
  return [
    {
      ...input,
      path: ['pipeline', 'tensors', name],
      message: `The tensor "${name}" is [${made.join(', ')}], and the model wants [${wanted.join(', ')}].`,
      fix: 'Change its features or its length, or give a script with `prepare`, which may reshape it.',
    },
  ];
}
