// When what is said: with a thread and a clock of the test's own.
import assert from 'node:assert/strict';
import { Checker } from 'edgewright/server/checker.js';
import { linker } from 'edgewright/server/diagnostics.js';
import type { Expander, Outcome } from 'edgewright/server/expander.js';
import type { Summary } from 'edgewright/server/expansion.js';
import { createSchemaHelp } from 'edgewright/server/schema.js';
import { readSource } from 'edgewright/server/source.js';

const uri = 'file:///work/a.sweep.yaml';
const sound = 'edgewright: sweep/v1\nname: a\nmodels: [{ family: fc }]\n';
const range = [0, 0] as const;
const summary: Summary = {
  points: 1,
  slots: 1,
  excluded: 0,
  total: 1,
  longest: 1,
  assumption: 'None.',
  models: [{ points: 1, parameters: range, macs: range, weightBytes: range }],
};
const shared = { code: 'points-shared', severity: 'warning', path: ['models', 0], message: 'A.', fix: 'B.' } as const;
const done: Outcome = { kind: 'done', expansion: { diagnostics: [shared], summary, dimensions: {} } };

/** An expander whose jobs the test settles. */
function setUp() {
  const jobs: { settle(outcome: Outcome): void }[] = [];
  const published: string[] = [];
  const log: string[] = [];
  const expander: Pick<Expander, 'expand' | 'drop'> = {
    expand: () => new Promise((settle) => jobs.push({ settle })),
    drop: () => undefined,
  };
  const checker = new Checker({ delay: 0, limit: 1000, linkOf: linker(undefined) }, expander, createSchemaHelp(), {
    publish: (_, version, diagnostics) => published.push(`${version}: ${diagnostics.map(({ code }) => code).join()}`),
    refresh: () => published.push('refresh'),
    busy: () => undefined,
    log: (message) => log.push(message),
  });
  const change = (version: number, text: string) => {
    const source = readSource(uri, version, text);
    assert.ok(source);
    checker.change(source);
    return source;
  };
  return { checker, jobs, published, log, change };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('the checker', () => {
  it('says first what the text tells, then what its expansion tells', async () => {
    const { jobs, published, change } = setUp();
    change(1, sound);
    await pause();
    assert.deepEqual(published, ['1: ']);
    jobs[0]?.settle(done);
    await pause();
    assert.deepEqual(published, ['1: ', '1: points-shared', 'refresh']);
  });

  it('checks the last of several changes', async () => {
    const { published, jobs, change } = setUp();
    change(1, sound);
    change(2, sound);
    change(3, sound);
    await pause();
    assert.deepEqual([published, jobs.length], [['3: '], 1]);
  });

  it('keeps what an expansion found until the next, and its numbers while the text is sound', async () => {
    const { checker, published, jobs, change } = setUp();
    change(1, sound);
    await pause();
    jobs[0]?.settle(done);
    await pause();
    assert.equal(checker.summaryOf(uri)?.points, 1);
    change(2, sound.replace('name', '# more\nname'));
    await pause();
    assert.equal(published.at(-1), '2: points-shared');
    change(3, 'edgewright: sweep/v1\nname: a\nmodels: []\n');
    await pause();
    assert.equal(published.at(-1), '3: wrong-length');
    assert.equal(checker.summaryOf(uri), undefined);
  });

  it('does not say what an outdated expansion found', async () => {
    const { published, jobs, change } = setUp();
    change(1, sound);
    await pause();
    change(2, sound);
    jobs[0]?.settle(done);
    await pause();
    assert.deepEqual(published, ['1: ', '2: ']);
  });

  it('says that it gave up, or that it failed', async () => {
    const { published, jobs, log, change } = setUp();
    change(1, sound);
    await pause();
    jobs[0]?.settle({ kind: 'unfinished' });
    await pause();
    assert.deepEqual(published.at(-2), '1: check-unfinished');
    change(2, sound);
    await pause();
    jobs[1]?.settle({ kind: 'failed', reason: 'a bug' });
    await pause();
    assert.deepEqual(published.at(-2), '2: check-unfinished');
    assert.match(log.join(), /a bug/);
  });

  it('estimates again where a check took the place of the estimate', async () => {
    const { checker, jobs, change } = setUp();
    const estimate = checker.estimate(change(1, sound));
    jobs[0]?.settle({ kind: 'outdated' });
    await Promise.resolve();
    await pause();
    for (const job of jobs.slice(1)) job.settle(done);
    assert.equal((await estimate).kind, 'estimate');
  });

  it('takes back what it said of a document that is closed', async () => {
    const { checker, published, change } = setUp();
    change(1, 'edgewright: sweep/v1\n');
    await pause();
    checker.forget(uri);
    assert.equal(published.at(-1), 'undefined: ');
    assert.equal(checker.count, 0);
    assert.deepEqual(checker.toldOf(uri), []);
  });
});
