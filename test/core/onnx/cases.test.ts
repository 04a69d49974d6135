import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { families } from '@edgewright/core/models/families.js';
import { decodeMessage, decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { readGraph } from '@edgewright/core/onnx/read.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import fc from 'fast-check';
import { InferenceSession } from 'onnxruntime-node';
import { type GeneratedName, smallParameters } from '../models/arbitrary.ts';

/** Test cases of the ONNX repository, where they lie beside this one; else the tests hold for own files alone. */
const folder = join(import.meta.dirname, '../../../../shared/onnx-cases');

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Expected outputs in order; undefined where they are no tensors. */
  readonly outputs: readonly (readonly number[] | undefined)[];
}

function* cases(): Generator<Case> {
  for (const [name, parameters] of Object.entries(smallParameters) as [
    GeneratedName,
    (typeof smallParameters)['fc'],
  ][]) {
    const [sample] = fc.sample(parameters, { seed: 1, numRuns: 1 });
    const graph = families[name].build(sample!, 'float32', 1);
    yield { name, bytes: encodeModel(graph), outputs: graph.outputs.map(({ type }) => type.shape) };
  }
  if (!existsSync(folder)) return;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const path of paths.filter((path) => path.endsWith('.onnx')).sort()) {
    const data = join(folder, path, '../test_data_set_0');
    const outputs = existsSync(data) ? readdirSync(data).filter((file) => file.startsWith('output_')) : [];
    const expected = outputs.map((_, at) => readShape(join(data, `output_${at}.pb`)));
    yield { name: path, bytes: new Uint8Array(readFileSync(join(folder, path))), outputs: expected };
  }
}

function readShape(path: string): readonly number[] | undefined {
  try {
    const { dims = [], dataType } = decodeMessage('Tensor', new Uint8Array(readFileSync(path)));
    return dataType === undefined ? undefined : dims;
  } catch {
    // A sequence or an optional.
    return undefined;
  }
}

async function loads(bytes: Uint8Array): Promise<boolean> {
  try {
    const session = await InferenceSession.create(bytes, { logSeverityLevel: 4, graphOptimizationLevel: 'disabled' });
    await session.release();
    return true;
  } catch {
    return false;
  }
}

describe('files of all ops', function () {
  this.timeout(180_000);

  it('decode, and encode to files that mean the same', async () => {
    for (const { name, bytes } of cases()) {
      const model = decodeModel(bytes);
      const again = encodeMessage('Model', model);
      assert.deepEqual(decodeModel(again), model, name);
      assert.ok((await loads(again)) || !(await loads(bytes)), name);
    }
  });

  it('have outputs of the shapes that inference gives, where it gives any', () => {
    let compared = 0;
    for (const { name, bytes, outputs } of cases()) {
      const model = decodeModel(bytes);
      const inferred = readGraph(withoutTypes(model), new Map());
      for (const [at, { name: output }] of (model.graph?.output ?? []).entries()) {
        const type = inferred.outputs.find((value) => value.name === output)?.type;
        const expected = outputs[at];
        if (type === undefined || expected === undefined) continue;
        assert.deepEqual(type.shape, expected, `${name} ${output}`);
        compared++;
      }
    }
    assert.ok(compared >= (existsSync(folder) ? 550 : 5), `${compared} shapes`);
  });
});

/** The model without what it says of shapes behind its inputs. */
function withoutTypes(model: OnnxModel): OnnxModel {
  const output = (model.graph?.output ?? []).map(({ name }) => ({ name }));
  return { ...model, graph: { ...model.graph, valueInfo: undefined, output } };
}
