// How the graph view writes types, views and attributes.
import type { Attribute, TensorType } from '@edgewright/core/graph/graph.js';
import type { Step } from '@edgewright/core/graph/program/scalar.js';
import { isDense, type View } from '@edgewright/core/graph/program/view.js';
import { readerOf } from '@edgewright/core/graph/tensor.js';

/** Elements, regions and steps of one list that are written; a person reads no more. */
export const shown = 16;

export function typeText(type: TensorType | undefined): string {
  return type === undefined ? '' : `${type.type}[${type.shape.join(',')}]`;
}

export function attributeText(attribute: Attribute): string {
  switch (attribute.kind) {
    case 'tensor': {
      const { type, data } = attribute.value;
      const first = Array.from({ length: Math.min(shown, data.length) }, (_, at) => String(readerOf(type, data)(at)));
      return `${typeText(attribute.value)}: ${listOf(first, data.length)}`;
    }
    case 'graph':
      return `graph of ${attribute.value.nodes.length} nodes`;
    case 'ints':
    case 'floats':
    case 'strings':
      return listText(attribute.value);
    default:
      return String(attribute.value);
  }
}

export function listText(list: readonly (number | string)[]): string {
  return listOf(list.slice(0, shown).map(String), list.length);
}

function listOf(first: readonly string[], count: number): string {
  return `${first.join(', ')}${count > first.length ? `, and ${count - first.length} more` : ''}`;
}

/** What part of its tensor, in what order; empty where it is all of it as it lies, with the tensor's number of elements. */
export function viewText({ offset, size, strides }: Omit<View, 'tensor'>, elements: number): string {
  const count = size.reduce((product, each) => product * each, 1);
  if (offset === 0 && count === elements && isDense({ size, strides })) return '';
  const from = offset === 0 ? '' : `from ${offset}, `;
  return `${from}${sizeText(size)} by strides ${strides.length === 0 ? 'none' : strides.join(', ')}`;
}

export function sizeText(size: readonly number[]): string {
  return size.length === 0 ? 'scalar' : size.join(' × ');
}

/** Registers are named as in kernel.ts: operands first, then a step each. */
export function stepText({ fn, type, arguments: from, value }: Step): string {
  if (fn === 'constant') return `${value} as ${type}`;
  const given = from.map((register) => `r${register}`).join(', ');
  return `${fn}(${given})${fn === 'cast' || fn === 'bitcast' ? ` to ${type}` : ''}`;
}
