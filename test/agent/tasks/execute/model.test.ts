import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openModel } from '@edgewright/agent/tasks/execute/model.js';
import { families } from '@edgewright/core/models/families.js';
import { encodeExternal } from '@edgewright/core/onnx/write.js';

describe('the model of a task', () => {
  it('is refused where its weights are in another file, which a deployment does not carry', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'edgewright-model-'));
    try {
      const graph = families.fc.build({ layers: 1, nodes: 8, input: 4, output: 3, batch: 1 }, 'float32', 1);
      const path = join(folder, 'model.onnx');
      writeFileSync(path, encodeExternal(graph, 'weights.bin', { externalFrom: 16 }).model);
      const model = { path, runtime: 'auto', outputs: [], sizes: new Map() };
      const opening = { model, data: folder, ortPath: undefined } as unknown as Parameters<typeof openModel>[0];
      await assert.rejects(openModel(opening), { code: 'task-model', message: /another file/ });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
