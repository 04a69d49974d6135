// What a session of jit holds beside its memory.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import type { Session } from '@edgewright/agent/runtimes/runtime.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { families } from '@edgewright/core/models/families.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';

describe('a session of jit', () => {
  it('lets go of the bytes of the model', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const graph = families.fc.build({ layers: 2, nodes: 64, input: 64, output: 64, batch: 1 }, 'float32', 1);
    const load = async (): Promise<{ session: Session; bytes: WeakRef<ArrayBufferLike> }> => {
      const bytes = encodeModel(graph);
      const session = await openJit(webAssembly).load({ kind: 'bytes', bytes }, { threads: 1, optimization: 'all' });
      return { session, bytes: new WeakRef(bytes.buffer) };
    };
    const { session, bytes } = await load();
    for (let turn = 0; turn < 10 && bytes.deref() !== undefined; turn++) {
      // A reference that was read lives to the end of the task.
      await new Promise((resolve) => setTimeout(resolve, 10));
      collect();
    }
    assert.equal(bytes.deref(), undefined);
    await session.close();
  });
});
