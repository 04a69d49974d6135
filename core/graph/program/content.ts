// The elements of a constant, made when they are wanted.
import { fillFloat16, fillFloat32 } from '../../onnx/weights.ts';
import { type ElementType, elements } from '../graph.ts';
import { allocate, type Tensor, writerOf } from '../tensor.ts';
import type { Content } from './program.ts';

/** The tensor of a constant: a view of its data, or new memory. */
export function materialise(type: ElementType, shape: readonly number[], content: Content): Tensor {
  if (content.kind === 'data') return { type, shape, data: content.data };
  const data = allocate(type, elements(shape));
  if (content.kind === 'random') {
    if (data instanceof Float32Array) fillFloat32(data, content, 0);
    else if (data instanceof Uint16Array && type === 'float16') fillFloat16(data, content, 0);
    else throw new TypeError(`no random ${type}`);
    return { type, shape, data };
  }
  const width = shape[shape.length - 1]!;
  const write = writerOf(type, data);
  for (let at = 0; at < data.length; at++) if (at % width > Math.floor(at / width)) write(at, content.above);
  return { type, shape, data };
}
