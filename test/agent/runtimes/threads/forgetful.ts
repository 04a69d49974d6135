// Leaves a session with threads open at its end.
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { families } from '@edgewright/core/models/families.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';

const graph = families.fc.build({ layers: 1, nodes: 40, input: 40, output: 4, batch: 1 }, 'float32', 1);
const model = { kind: 'bytes', bytes: encodeModel(graph) } as const;
const session = await openJit(webAssembly, { leastWork: 0 }).load(model, { threads: 3, optimization: 'all' });
await session.bind(makeInputs(graph.inputs, 1))();
console.log('done');
