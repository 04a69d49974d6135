// The thread that runs tests of a document: what it tells of each, what it asks of a device, and its end.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Execute } from '@edgewright/workbench/task/test.js';
import type { Testing, TestingWork } from 'edgewright/simulator/tester.js';
import { runTests } from 'edgewright/simulator/testing.js';

const script = fileURLToPath(import.meta.resolve('edgewright/simulator/tester.js'));

const document = `edgewright: task/v1
name: clicks
events: { click: { page: string } }
trigger: { key: page, event: click }
script: { file: s.js, language: javascript, results: { n: number } }
tests:
  - { name: right, events: r.jsonl, firings: [{ key: home }] }
  - { name: wrong, events: r.jsonl, firings: [{ key: cart }] }
  - { name: gone, events: gone.jsonl, firings: [] }
  - { name: result, events: r.jsonl, firings: [{ results: [{ script.n: 3 }] }] }
`;

describe('the thread that runs tests', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tests-'));
    writeFileSync(join(folder, 'r.jsonl'), '{"time": 1000, "event": "click", "page": "home"}\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (
    work: Partial<TestingWork>,
    execute?: Execute,
    hear: (message: Testing, ending: AbortController) => void = () => {},
  ) => {
    const told: Testing[] = [];
    const ending = new AbortController();
    await runTests({
      script,
      work: { text: document, path: join(folder, 'clicks.task.yaml'), tests: [0, 1, 2, 3], isExecuted: false, ...work },
      ...(execute !== undefined && { execute }),
      faultOf: (error) => ({ ...(error as CodedError), message: String(error) }),
      tell(message) {
        told.push(message);
        hear(message, ending);
      },
      signal: ending.signal,
    });
    return told;
  };
  const brief = (message: Testing): string => {
    if (message.kind === 'ended') {
      const [difference] = message.result.differences;
      return `${message.test} ${difference?.code ?? 'passes'}${message.isPart ? ' in part' : ''}`;
    }
    if (message.kind === 'failed') return `${message.test} ${message.fault.code}`;
    if (message.kind === 'said') return `${message.test} ${message.lines.map(({ text }) => text)}`;
    return message.kind === 'started' ? `${message.test} ...` : message.kind;
  };

  it('tells of each test that it starts, and how it ended', async () => {
    const told = await run({});
    assert.deepEqual(told.map(brief), [
      '0 ...',
      '0 passes',
      '1 ...',
      '1 task-test',
      '2 ...',
      '2 file-unreadable',
      '3 ...',
      '3 passes in part',
    ]);
  });

  it('runs those that are asked for, and none of a document with errors', async () => {
    assert.deepEqual((await run({ tests: [1, 7] })).map(brief), ['1 ...', '1 task-test']);
    assert.deepEqual((await run({ text: document.replace('event: click', 'event: clik') })).map(brief), ['invalid']);
  });

  it('lets the host execute what fires, and tells what scripts say', async () => {
    const execute: Execute = async (fired) =>
      fired.map((one) => ({
        ...one,
        execution: {
          ...{ id: '', emitted: [], phases: { total: 1 }, results: [{ 'script.n': 4 }] },
          log: [{ time: 0, level: 'info', text: `fires for ${one.firing.key}` }],
        },
      }));
    const told = await run({ tests: [3], isExecuted: true }, execute);
    assert.deepEqual(told.map(brief), ['3 ...', '3 fires for home', '3 task-test']);
  });

  it('tells why nothing could be executed', async () => {
    const refuse: Execute = () =>
      Promise.reject(new CodedError('unreachable', 'No agent answers at ws://pi:7317.', 'Start it.'));
    assert.deepEqual((await run({ tests: [3], isExecuted: true }, refuse)).map(brief), ['3 ...', '3 unreachable']);
  });

  it('ends where it is when it is cancelled', async () => {
    const told = await run({}, undefined, (message, ending) => {
      if (message.kind === 'ended') ending.abort();
    });
    assert.deepEqual(told.map(brief), ['0 ...', '0 passes']);
  });

  it('fails where the thread dies', async () => {
    await assert.rejects(run({ text: undefined as unknown as string }));
  });
});
