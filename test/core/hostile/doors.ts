// What a model goes through from its bytes to results, wherever one is opened: each door in turn, until one refuses it.
import { type Compiled, compileGraph } from '@edgewright/core/graph/compile.js';
import { bytesOf, elements } from '@edgewright/core/graph/graph.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { plainChoices } from '@edgewright/core/graph/wasm/backend/plain.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { targetOf, webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import { readGraph } from '@edgewright/core/onnx/read.js';
import { CodedError } from '@edgewright/schemas/codes.js';

/** Bytes of memory and multiplications up to which a program is run. */
const small = { bytes: 2 ** 22, kernels: 2000 };

/** `run`, `compiled` or `placed`, or the code that it was refused with. Throws what is a bug. */
export function pass(bytes: Uint8Array): string {
  try {
    const model = decodeModel(bytes);
    coded(() => inspectOnnx(model, ''));
    coded(() => readGraph(model, new Map()));
    const compiled = compileGraph(importModel(model), { passes: { verify: false } });
    return compiled.program === undefined || compiled.unsupported.length > 0 ? 'placed' : runOnce(compiled);
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

/** A door that may refuse what the next takes. */
function coded(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
  }
}

function runOnce({ program, memory }: Compiled): string {
  const target = targetOf(webAssembly);
  const translated = translateProgram(program!, memory!, { target, choices: plainChoices(program!) });
  const types = program!.inputs.map(({ tensor }) => program!.tensors[tensor]!);
  const held = memory!.bytes + types.reduce((sum, type) => sum + bytesOf(type), 0);
  const work = program!.tensors.reduce((sum, { shape }) => sum + elements(shape), 0);
  if (held > small.bytes || work > small.bytes || program!.kernels.length > small.kernels) return 'compiled';
  const made = instantiate(webAssembly!, program!, translated)(types.map((type) => new Uint8Array(bytesOf(type))));
  for (const at of program!.outputs.keys()) made(at);
  return 'run';
}
