// The elements of a constant, made when they are wanted.
import { fillFloat16, fillFloat32 } from '../../onnx/weights.ts';
import { type ElementType, elements } from '../graph.ts';
import { allocate, type Data, type Tensor, writerOf } from '../tensor.ts';
import type { Content } from './program.ts';

/** The tensor of a constant: a view of its data, or new memory. */
export function materialise(type: ElementType, shape: readonly number[], content: Content): Tensor {
  if (content.kind === 'data') return { type, shape, data: content.data };
  const data = allocate(type, elements(shape));
  writeContent(content, type, shape, data);
  return { type, shape, data };
}

/** @param data Zeros, as many as the shape has elements. */
export function writeContent(content: Content, type: ElementType, shape: readonly number[], data: Data): void {
  switch (content.kind) {
    case 'data':
      // Both are of one type.
      (data as Float32Array).set(content.data as Float32Array);
      return;
    case 'bytes':
      new Uint8Array(data.buffer, data.byteOffset, data.byteLength).set(content.bytes);
      return;
    case 'random':
      if (data instanceof Float32Array) fillFloat32(data, content, 0);
      else if (data instanceof Uint16Array && type === 'float16') fillFloat16(data, content, 0);
      else throw new TypeError(`no random ${type}`);
      return;
    case 'fill':
      if (data.length > 0) writerOf(type, data)(0, content.value);
      (data as Float32Array).fill(data[0] as number);
      return;
    case 'causal': {
      const width = shape[shape.length - 1]!;
      const write = writerOf(type, data);
      for (let at = 0; at < data.length; at++) if (at % width > Math.floor(at / width)) write(at, content.above);
    }
  }
}
