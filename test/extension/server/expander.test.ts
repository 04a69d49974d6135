import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Expander } from 'edgewright/server/expander.js';

const module = fileURLToPath(new URL('../../../extension/server/main.ts', import.meta.url));

const sweep = (axes: string) => `edgewright: sweep/v1\nname: a\nmodels:\n  - family: fc\n    axes: { ${axes} }\n`;
const job = (text: string) => ({ text, file: '/work/a.sweep.yaml', devices: [] });
const small = job(sweep('nodes: [1, 2]'));
/** A million combinations take seconds. */
const large = job(sweep('nodes: { from: 1, to: 1000, step: 1 }, layers: { from: 1, to: 1000, step: 1 }'));

describe('an expansion in its thread', () => {
  let expander: Expander;
  const start = (limit = 60_000) => {
    expander = new Expander({ module, limit });
  };
  afterEach(() => expander.close());

  it('is done', async () => {
    start();
    const outcome = await expander.expand('a', small);
    assert.ok(outcome.kind === 'done');
    assert.equal(outcome.expansion.summary?.points, 2);
  });

  it('leaves this thread free, and is ended by a later one of the same document', async () => {
    start();
    const first = expander.expand('a', large);
    const begin = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.ok(performance.now() - begin < 3000);
    const second = expander.expand('a', small);
    assert.deepEqual(await first, { kind: 'outdated' });
    assert.equal((await second).kind, 'done');
  });

  it('waits for that of another document', async () => {
    start();
    const outcomes = await Promise.all([expander.expand('a', small), expander.expand('b', small)]);
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['done', 'done'],
    );
  });

  it('ends at its limit, and the next one is done', async () => {
    start(1);
    assert.deepEqual(await expander.expand('a', large), { kind: 'unfinished' });
    expander.close();
    start();
    assert.equal((await expander.expand('a', small)).kind, 'done');
  });

  it('is dropped with its document', async () => {
    start();
    const running = expander.expand('a', large);
    const waiting = expander.expand('b', large);
    expander.drop('b');
    expander.drop('a');
    assert.deepEqual(await Promise.all([running, waiting]), [{ kind: 'outdated' }, { kind: 'outdated' }]);
  });

  it('fails without a thread, and says so', async () => {
    expander = new Expander({ module: '/nowhere.ts', limit: 60_000 });
    const outcome = await expander.expand('a', small);
    assert.ok(outcome.kind === 'failed');
    assert.match(outcome.reason, /nowhere/);
  });

  it('is none after the end', async () => {
    start();
    expander.close();
    assert.deepEqual(await expander.expand('a', small), { kind: 'outdated' });
  });
});
