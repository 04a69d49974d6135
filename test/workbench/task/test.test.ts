// What is said of a test that does not pass: the first difference, where it is, and both sides as text.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTask } from '@edgewright/core/triggers/check.js';
import { type Difference, type Execute, runTest } from '@edgewright/workbench/task/test.js';
import { temporaryFolder } from '../folder.ts';

const recording = `{"time": 1000, "event": "click", "page": "home"}
{"time": 2000, "event": "click", "page": "cart"}
`;

describe('a test of a task', () => {
  const folder = temporaryFolder();

  const run = async (firings: string, { lines = recording, execute }: { lines?: string; execute?: Execute } = {}) => {
    writeFileSync(join(folder(), 'r.jsonl'), lines);
    const { task, diagnostics } = checkTask(`edgewright: task/v1
name: clicks
events: { click: { page: string } }
trigger: { key: page, event: click }
pipeline: { window: { events: 10 }, features: { count: { by: count } } }
script: { file: s.js, language: javascript, results: { n: number } }
tests: [{ name: one, events: r.jsonl, firings: ${firings} }]
`);
    assert.ok(task, JSON.stringify(diagnostics));
    return runTest(task, task.tests[0]!, join(folder(), 'clicks.task.yaml'), execute);
  };
  const executing =
    (n: number, failure?: { code: string; message: string; fix: string }): Execute =>
    async (fired) =>
      fired.map((one) => ({
        ...one,
        execution: {
          ...{ id: '', log: [], emitted: [], phases: { total: 1 } },
          ...(failure === undefined ? { results: [{ 'script.n': n }] } : { results: [], failure }),
        },
      }));

  const check = async (
    firings: string,
    what: RegExp,
    expected: Pick<Difference, 'path'> & Partial<Difference>,
    options?: Parameters<typeof run>[1],
  ) => {
    const { differences } = await run(firings, options);
    assert.equal(differences.length, 1, JSON.stringify(differences));
    const [{ message, fix: _, ...rest }] = differences as [Difference];
    assert.match(message, what);
    assert.deepEqual(rest, { code: 'task-test', ...expected });
  };

  it('passes where what it states is there', async () => {
    const result = await run('[{ key: home, features: { count: 1.0000001 } }, { time: 2000, events: 1 }]');
    assert.deepEqual(result, { test: 'one', events: 'r.jsonl', firings: 2, differences: [] });
  });

  it('shows of the firings that came what it states, and the event of the first that differs', async () => {
    await check(
      '[{ key: home }, { key: shop, features: { count: 1 } }]',
      /firing 2 has the key "cart", and "shop" is/,
      {
        path: ['tests', 0, 'firings', 1],
        line: 2,
        firings: {
          expected: '- key: home\n- key: shop\n  features.count: 1',
          actual: '- key: home\n- key: cart\n  features.count: 1',
        },
      },
    );
    await check('[{ kind: timeout }, {}]', /firing 1 is a match, and a timeout is expected/, {
      path: ['tests', 0, 'firings', 0],
      line: 1,
      firings: { expected: '- kind: timeout\n- any firing', actual: '- kind: match\n- any firing' },
    });
  });

  it('shows what is missing and what is too much', async () => {
    await check('[{}, {}, { key: home }]', /it fires 2 times, and 3 are expected/, {
      path: ['tests', 0, 'firings', 2],
      firings: { expected: '- any firing\n- any firing\n- key: home', actual: '- any firing\n- any firing' },
    });
    await check('[{ time: 1000 }]', /it fires 2 times, and 1 are expected/, {
      path: ['tests', 0],
      line: 2,
      firings: {
        expected: '- time: 1970-01-01T00:00:01.000Z',
        actual: '- time: 1970-01-01T00:00:01.000Z\n- time: 1970-01-01T00:00:02.000Z\n  key: cart',
      },
    });
  });

  it('compares results where they were executed, and not where they were not', async () => {
    const firings = '[{ results: [{ script.n: 3 }] }, {}]';
    assert.deepEqual((await run(firings)).differences, []);
    assert.deepEqual((await run(firings, { execute: executing(3) })).differences, []);
    const at = { path: ['tests', 0, 'firings', 0], line: 1 };
    const expected = '- results.0.script.n: 3\n- any firing';
    await check(
      firings,
      /firing 1 has the result script.n 4, and 3 is expected/,
      { ...at, firings: { expected, actual: '- results.0.script.n: 4\n- any firing' } },
      { execute: executing(4) },
    );
    const failure = { code: 'task-script', message: 'It throws.', fix: 'Mend it.' };
    await check(
      firings,
      /firing 1 fails with task-script: It throws/,
      {
        ...at,
        firings: { expected, actual: '- failure: "task-script: It throws."\n- failure: "task-script: It throws."' },
      },
      { execute: executing(4, failure) },
    );
  });

  it('says which line of the recording cannot be used, with the code of that', async () => {
    const { differences } = await run('[{}, {}]', { lines: `${recording}nonsense\n` });
    const [{ code, line, path, firings }] = differences as [Difference];
    assert.deepEqual([code, line, path, firings], ['recording-line', 3, ['tests', 0], undefined]);
    await assert.rejects(
      async () => {
        const { task } = checkTask(
          'edgewright: task/v1\nname: a\nevents: { b: {} }\ntrigger: { event: b }\ntests: [{ events: none.jsonl, firings: [] }]\n',
        );
        await runTest(task!, task!.tests[0]!, join(folder(), 'a.task.yaml'));
      },
      { code: 'file-unreadable' },
    );
  });
});
