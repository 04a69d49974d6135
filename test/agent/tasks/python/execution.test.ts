// A task's Python script with numpy, in its worker: arrays as tensors of the model and as results.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Execution } from '@edgewright/agent/tasks/contract.js';
import { openExecution } from '@edgewright/agent/tasks/execute/open.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { CodedError } from '@edgewright/schemas/codes.js';

const script = `import numpy as np
from edgewright import output
def run(firing, outputs):
    t = firing['tensors']['t']
    x = np.array(t['data']).reshape(t['shape'])
    if firing['features']['n'] > 5:
        all = []
        while True:
            all.append(np.arange(2 ** 20) + 1)
            all[-1].tobytes()
    output({'row': x[0] * 2, 'best': x.max()})
    return {'row': np.sort(x[:, 0])[::-1], 'best': x.argmax()}
`;

for (const tier of ['fault', 'boundary'])
  describe(`numpy in the worker of a task, ${tier}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'edgewright-numpy-'));
    let execution: Execution;
    before(async () => {
      writeFileSync(join(folder, 'script.py'), script);
      const { task, diagnostics } = checkTask(`edgewright: task/v1
name: shop
events: { click: { item: string } }
trigger: { event: click }
script: { file: script.py, language: python, results: { row: "number[]", best: number } }
policy: { isolation: ${tier}, memory: 64MiB, time: 20s }
`);
      assert.ok(task !== undefined, JSON.stringify(diagnostics));
      execution = await openExecution({
        task,
        fileOf: (path) => join(folder, path),
        data: join(folder, 'data'),
        ortPath: undefined,
        rank: 'normal',
        onLog: () => {},
      });
    });
    after(async () => {
      await execution.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const run = (n: number) => {
      const firing = { task: 'shop', kind: 'match', time: 1, key: 'home', events: [], late: false } as const;
      const tensors = { t: { shape: [2, 2], data: new Float32Array([1, 2, 5, 4]) } };
      return execution.run(
        { id: 'one', firing, computed: { features: { n }, tensors, window: [] } },
        new AbortController().signal,
      );
    };

    it('gives arrays as results', async () => {
      assert.deepEqual((await run(1)).results, [
        { 'script.row': [2, 4], 'script.best': 5 },
        { 'script.row': [5, 1], 'script.best': 2 },
      ]);
    });

    it('ends in `task-memory` where arrays grow past the memory of the task', async () => {
      await assert.rejects(run(9), ({ code }: CodedError) => code === 'task-memory');
    });
  });
