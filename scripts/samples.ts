// Makes the model files and recordings of samples/: real ONNX files with weights from a seed, not trained. A test holds
// them current.
import { mkdir, writeFile } from 'node:fs/promises';
import type { Graph } from '@edgewright/core/graph/graph.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { families } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxModel, OnnxValueInfo } from '@edgewright/core/onnx/messages.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { generateRecordings } from './recordings.ts';

/** Files by path below the repository's root, with their bytes. */
export function generateSamples(): ReadonlyMap<string, Uint8Array> {
  const recordings = [...generateRecordings()].map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return new Map<string, Uint8Array>([
    ['samples/models/tiny-classifier.onnx', tinyClassifier()],
    ['samples/models/ranking.onnx', ranking()],
    ...recordings,
  ]);
}

/** A residual network of 10 classes for images of 32 x 32; its dimension N is the number of images. */
function tinyClassifier(): Uint8Array {
  const parameters = { block: 'residual', blocks: [1, 1], filters: 8, image: 32, channels: 3, output: 10, batch: 1 };
  const fixed = decodeModel(encodeModel(families.cnn.build(parameters, 'float32', 1)));
  return encodeMessage('Model', withBatch(fixed, 'N'));
}

/**
 * What becomes of a visitor's history as a deep interest network has it: each candidate attends to the items of the history,
 * and the score is of the candidate, what it found there, and their product. 50 items of 16 values.
 */
function ranking(): Uint8Array {
  const graph = parseGraph(`graph "ranking" opset 17
input history: int64[16] below 50
input candidates: int64[8] below 50
constant table: float32[50,16] = random 1 0.5 0 parameter
constant w1: float32[48,32] = random 2 0.25 0 parameter
constant w2: float32[32,1] = random 3 0.25 0 parameter
constant flat: int64[1] = data 8 shape
seen = Gather(table, history)
asked = Gather(table, candidates)
turned = Transpose(seen) {perm: ints [1 0]}
logits = MatMul(asked, turned)
weights = Softmax(logits) {axis: int 1}
found = MatMul(weights, seen)
both = Mul(asked, found)
all = Concat(asked, found, both) {axis: int 1}
hidden = MatMul(all, w1)
active = Relu(hidden)
logit = MatMul(active, w2)
column = Sigmoid(logit)
scores = Reshape(column, flat)
output scores
`) as Graph;
  return encodeModel(graph);
}

/** The model with its first dimension, which is 1, left open under a name. Nothing in it may depend on its size. */
function withBatch(model: OnnxModel, name: string): OnnxModel {
  const { graph } = model;
  return {
    ...model,
    docString: 'Weights are random: it classifies nothing, and takes the time of one that does.',
    // Shapes between the nodes are inferred from the input.
    graph: { ...graph, input: graph?.input?.map(open), output: graph?.output?.map(open), valueInfo: undefined },
  };

  function open(info: OnnxValueInfo): OnnxValueInfo {
    const tensor = info.type?.tensorType;
    const [, ...others] = tensor?.shape?.dim ?? [];
    return { ...info, type: { tensorType: { ...tensor, shape: { dim: [{ dimParam: name }, ...others] } } } };
  }
}

if (import.meta.main) {
  for (const [path, bytes] of generateSamples()) {
    const file = new URL(`../${path}`, import.meta.url);
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, bytes);
  }
}
