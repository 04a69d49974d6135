// What a sealed process says that has been taken over: nonsense, foreign codes, and more than anybody wants to hear.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { openAcross } from '@edgewright/agent/tasks/execute/across.js';
import { openSealed } from '@edgewright/agent/tasks/execute/carrier.js';
import { launch } from '@edgewright/agent/tasks/execute/launch.js';
import type { Opening } from '@edgewright/agent/tasks/execute/messages.js';
import type { CodedError } from '@edgewright/schemas/codes.js';

const firing = {
  task: 'shop',
  id: 'one',
  time: 1,
  kind: 'match',
  key: null,
  late: false,
  events: [],
  features: {},
  window: [],
} as const;

/** Answers to the run of a script, each with the code that it ends in. */
const answers: readonly [line: string, code: string, message: RegExp][] = [
  ['no JSON', 'task-crashed', /no answer/],
  ['null', 'task-crashed', /no answer/],
  ['{"kind":"ready","prepares":false}', 'task-crashed', /no answer/],
  ['{"kind":"call","name":"constructor","text":"1"}', 'task-crashed', /no answer/],
  ['{"kind":"call","name":"log","text":{"length":1}}', 'task-crashed', /no answer/],
  ['{"kind":"failed","code":"internal","message":"m","fix":""}', 'task-crashed', /failed: m/],
  ['{"kind":"failed","code":"task-script","message":"line 3","fix":""}', 'task-script', /line 3/],
];

describe('a worker and its sealed process', () => {
  for (const [line, code, message] of answers) {
    it(`ends in ${code} at the answer ${line}`, async () => {
      const { port1: own, port2: theirs } = new MessageChannel();
      own.on('message', ({ text }: { readonly text: string }) => {
        const ready = text.startsWith('{"kind":"open"');
        // In two pieces, as pipes cut.
        const bytes = Buffer.from(`${ready ? '{"kind":"ready","prepares":false}' : line}\n`);
        own.postMessage(bytes.subarray(0, 3));
        own.postMessage(bytes.subarray(3));
      });
      const host = { emit: () => undefined, output: () => undefined, log: () => undefined };
      const script = await openAcross(theirs)('', 'script.py', host, 2 ** 20);
      await assert.rejects(script.run(firing, {}, {}) as Promise<unknown>, (error: CodedError) => {
        assert.equal(error.code, code);
        assert.match(error.message, message);
        return true;
      });
      own.close();
    });
  }

  it('end where bytes come without end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'edgewright-across-'));
    const path = join(folder, 'script.py');
    writeFileSync(path, 'def run(firing, outputs): pass\n');
    const opening: Opening = {
      model: undefined,
      script: { file: 'script.py', language: 'python', results: new Map(), path },
      policy: { isolation: 'boundary', memory: 2 ** 26, time: 1_000 },
      events: [],
      data: folder,
      ortPath: undefined,
      rank: 'normal',
    };
    const flood = "const line = 'x'.repeat(65536); for (;;) require('fs').writeSync(1, line);";
    const why = await new Promise<CodedError>((resolve) => {
      const seal = () => launch({ command: process.execPath, words: ['--eval', flood], as: 'stdio', isBehind: false });
      void openSealed(seal, 'flood', opening, { onReply: () => {}, onEnd: resolve });
    });
    assert.equal(why.code, 'task-flood');
    rmSync(folder, { recursive: true });
  });
});
