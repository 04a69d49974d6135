// The backend test cases of the ONNX repository, where they lie beside this one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementTypes } from '@edgewright/core/graph/shapes.js';
import { readerOf, type Tensor } from '@edgewright/core/graph/tensor.js';
import { readTensor } from '@edgewright/core/onnx/data.js';
import { decodeMessage, decodeModel } from '@edgewright/core/onnx/decode.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';

const folder = join(import.meta.dirname, '../../../../shared/onnx-cases');
export const hasCases = existsSync(folder);

export interface Case {
  readonly name: string;
  readonly model: OnnxModel;
  /** Undefined entries: inputs or outputs that are no tensors of known types. */
  readonly sets: readonly {
    readonly inputs: readonly (Tensor | undefined)[];
    readonly outputs: readonly (Tensor | undefined)[];
  }[];
}

/** Cases of one op each, and small graphs. */
export function* smallCases(): Generator<Case> {
  for (const group of ['node', 'simple', 'pytorch-operator', 'pytorch-converted']) {
    for (const name of readdirSync(join(folder, group)).sort()) {
      const path = join(folder, group, name);
      const model = decodeModel(new Uint8Array(readFileSync(join(path, 'model.onnx'))));
      const sets = readdirSync(path)
        .filter((file) => file.startsWith('test_data_set_'))
        .map((set) => ({
          inputs: tensors(join(path, set), 'input_'),
          outputs: tensors(join(path, set), 'output_'),
        }));
      yield { name: `${group}/${name}`, model, sets };
    }
  }
}

/** Whole networks. */
export function* lightCases(): Generator<Omit<Case, 'sets'>> {
  const path = join(folder, 'light');
  for (const file of readdirSync(path).sort()) {
    if (!file.endsWith('.onnx')) continue;
    yield { name: `light/${file}`, model: decodeModel(new Uint8Array(readFileSync(join(path, file)))) };
  }
}

function tensors(path: string, prefix: string): readonly (Tensor | undefined)[] {
  const count = readdirSync(path).filter((file) => file.startsWith(prefix)).length;
  return Array.from({ length: count }, (_, at) => readFile(join(path, `${prefix}${at}.pb`)));
}

function readFile(path: string): Tensor | undefined {
  const bytes = new Uint8Array(readFileSync(path));
  // An absent optional.
  if (bytes.length === 0) return undefined;
  try {
    return readTensor(decodeMessage('Tensor', bytes));
  } catch {
    return undefined;
  }
}

/** Whether every input and output is declared as a tensor of a type that the compiler has. */
export function isEligible({ model, sets }: Case): boolean {
  const ports = [...(model.graph?.input ?? []), ...(model.graph?.output ?? [])];
  const areTensors = ports.every(({ type }) => elementTypes.has(type?.tensorType?.elemType ?? 0));
  return areTensors && sets.every(({ inputs, outputs }) => ![...inputs, ...outputs].includes(undefined));
}

/** Why two tensors differ, or undefined: |actual - expected| <= absolute + relative |expected|, NaN equals NaN. */
export function difference(actual: Tensor, expected: Tensor, relative = 1e-3, absolute = 1e-7): string | undefined {
  if (actual.type !== expected.type) return `${actual.type} for ${expected.type}`;
  if (`${actual.shape}` !== `${expected.shape}`) return `[${actual.shape}] for [${expected.shape}]`;
  const [read, readExpected] = [readerOf(actual.type, actual.data), readerOf(expected.type, expected.data)];
  for (let at = 0; at < expected.data.length; at++) {
    const [value, wanted] = [read(at), readExpected(at)];
    if (value === wanted || (Number.isNaN(value) && Number.isNaN(wanted))) continue;
    const off = Math.abs(Number(value) - Number(wanted));
    if (!(off <= absolute + relative * Math.abs(Number(wanted)))) return `${value} for ${wanted} at ${at}`;
  }
  return undefined;
}
