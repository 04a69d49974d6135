import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kept } from '@edgewright/agent/runtimes/calibration.js';
import { keepPlan, keptPlan } from '@edgewright/agent/runtimes/plans.js';
import type { Plan } from '@edgewright/core/graph/search/plan.js';

describe('a calibration in the data folder', () => {
  let folder: string;
  let made = 0;
  const make = async () => ({ inference: ++made, groups: {} });
  const ask = (...depends: unknown[]) => kept(folder, 'jit', depends, make);

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'calibration-')), 'device');
    made = 0;
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  it('is made once', async () => {
    assert.equal((await ask('a processor')).rates.inference, 1);
    assert.equal((await ask('a processor')).rates.inference, 1);
    assert.deepEqual(await readdir(folder), ['calibration-jit.json']);
  });

  it('is made again where what it depends on has changed', async () => {
    const before = await ask('a processor', '1.0');
    const after = await ask('a processor', '1.1');
    assert.equal(after.rates.inference, 2);
    assert.notEqual(after.fingerprint, before.fingerprint);
  });

  it('is made again where the file cannot be read', async () => {
    await ask('a processor');
    const path = join(folder, 'calibration-jit.json');
    const text = await readFile(path, 'utf8');
    for (const broken of ['', text.slice(0, -5), '[]', 'null', text.replace('"groups":{}', '"groups":{"a":{}}')]) {
      await writeFile(path, broken);
      const count = made;
      await ask('a processor');
      assert.equal(made, count + 1, broken);
    }
  });

  it('is there where the folder cannot be written', async () => {
    await writeFile(folder, 'a file');
    assert.equal((await ask('a processor')).rates.inference, 1);
  });
});

describe('a plan in the data folder', () => {
  const plan: Plan = {
    version: 1,
    fingerprint: 'f',
    parts: [{ runtime: 'jit', from: 0, to: 3, reason: 'compiled', alternatives: [] }],
    kernels: [],
    alternatives: [],
  };

  it('is found by all that it depends on, and the oldest go', async () => {
    const data = await mkdtemp(join(tmpdir(), 'plans-'));
    try {
      for (let at = 0; at < 4; at++) {
        await keepPlan(data, ['model', at], plan, 3);
        for (const name of await readdir(join(data, 'plans')))
          if (at === 0) await utimes(join(data, 'plans', name), 1, 1);
      }
      assert.equal(await keptPlan(data, ['model', 0]), undefined);
      assert.deepEqual(await keptPlan(data, ['model', 3]), plan);
      assert.equal(await keptPlan(data, ['another', 3]), undefined);
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });

  it('that is not whole is none', async () => {
    const data = await mkdtemp(join(tmpdir(), 'plans-'));
    try {
      const [part] = plan.parts;
      const bad = [
        { ...plan, version: 2 },
        { ...plan, parts: [{ ...part, from: 1 }] },
        { ...plan, kernels: undefined },
      ];
      for (const [at, each] of bad.entries()) {
        await keepPlan(data, [at], each as unknown as Plan);
        assert.equal(await keptPlan(data, [at]), undefined);
      }
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
});
