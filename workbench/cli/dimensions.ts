// Sizes of a model's symbolic dimensions, as `--dim` gives them.
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { openDimensions } from '../graph/ports.ts';

/** Of every open dimension of the model. Throws `usage`, `dimension-unknown` or `dimension-unbound`. */
export function bindingsOf(model: OnnxModel, given: readonly string[]): ReadonlyMap<string, number> {
  const open = new Set(openDimensions(model).map(({ name }) => name));
  const bindings = new Map(
    given.map((text): [string, number] => {
      const [, name = '', size = ''] = /^(.+)=(\d{1,15})$/.exec(text) ?? [];
      if (name === '')
        throw new CodedError('usage', `"${text}" is no size of a dimension.`, 'Write it as --dim batch=1.');
      if (open.has(name)) return [name, Number(size)];
      const names = open.size === 0 ? 'It has none.' : `It has ${[...open].join(', ')}.`;
      throw new CodedError('dimension-unknown', `The model has no open dimension "${name}".`, names);
    }),
  );
  const missing = [...open].filter((name) => !bindings.has(name));
  if (missing.length === 0) return bindings;
  throw new CodedError(
    'dimension-unbound',
    `${missing.length === 1 ? 'A dimension' : 'Dimensions'} of the model ${missing.length === 1 ? 'has' : 'have'} no size: ${missing.join(', ')}.`,
    `Give sizes with ${missing.map((name) => `--dim ${name}=1`).join(' ')}.`,
  );
}
