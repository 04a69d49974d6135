// Hostile models at the doors of the agent: a process that inspects one, and a process that measures one. Both must end in
// a result or a code of their own, within their limits, and the process that asked goes on. EDGEWRIGHT_FUZZ=300 changes
// that many models.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Bench, openBench } from '@edgewright/agent/bench/process.js';
import { inspect } from '@edgewright/agent/inspect/process.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { seededRandom } from '@edgewright/core/random.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { bombs } from '../core/hostile/bombs.ts';
import { mutate } from '../core/hostile/mutate.ts';
import { seedModel } from '../core/hostile/seeds.ts';
import { temporaryFolder } from '../workbench/folder.ts';
import { pointOf, requestOf } from './bench/points.ts';
import { chainGraph, taskOf, writeModel } from './inspect/models.ts';

const signal = new AbortController().signal;
const memoryLimit = 1.5 * 2 ** 30;
const mutated = Math.ceil(Number(process.env.EDGEWRIGHT_FUZZ ?? 2));

/** Those that only a limit of the process ends; all others are refused. */
const ends: Readonly<Record<string, RegExp>> = {
  'constants of gigabytes by repetition': /^(inspection-memory|out-of-memory) /,
  'a loop without end': /^((inspection-)?timeout|runtime-refused) /,
  'loops of a million inside each other': /^((inspection-)?timeout|runtime-refused) /,
};
const refused =
  /^(onnx-malformed|graph-invalid|graph-type|graph-too-large|runtime-refused|out-of-memory) (?!The runtime)/;
/** A process that ends by itself with a code of its own has a bug; onnxruntime may crash of a signal. */
const notABug = /^(?!native-crash |inspection-died .*exit code|runtime-refused The runtime)/;

/** Milliseconds. Loops take all of it. */
const timeoutOf = (name: string): number => (name.includes('loop') ? 1000 : 30_000);

describe('a hostile model', function () {
  this.timeout(120_000 + mutated * 60_000);
  const folder = temporaryFolder();

  it('ends its inspection in a result or with a code, and the next is inspected', async () => {
    for (const [name, make] of Object.entries(bombs)) {
      const end = await inspected(make(), timeoutOf(name));
      assert.match(end, ends[name] ?? refused, `${name}: ${end}`);
    }
    for (let seed = 0; seed < mutated; seed++) assert.match(await inspected(changed(seed), 30_000), notABug, `${seed}`);
    assert.equal(await inspected(encodeModel(chainGraph())), 'result');
  });

  it('ends its measurement in a result or with a code, and the next is measured', async () => {
    const bench = openBench({ scratch: join(folder(), 'scratch') });
    try {
      for (const [name, make] of Object.entries(bombs)) {
        const end = await measured(bench, make(), timeoutOf(name));
        assert.match(end, ends[name] ?? refused, `${name}: ${end}`);
      }
      for (let seed = 0; seed < mutated; seed++) {
        assert.match(await measured(bench, changed(seed), 30_000), notABug, `${seed}`);
      }
      assert.equal(await measured(bench, encodeModel(chainGraph())), 'measured');
    } finally {
      await bench.close();
    }
  });

  function changed(seed: number): Uint8Array {
    const random = seededRandom(seed);
    return mutate(random, seedModel(random));
  }

  async function inspected(bytes: Uint8Array, timeout = 30_000): Promise<string> {
    const { scratch: _, ...task } = taskOf(writeModel(folder(), bytes), '', { want: ['diff'] });
    try {
      await inspect(task, { timeout, memoryLimit, signal, onProgress: () => undefined });
      return 'result';
    } catch (error) {
      assert.ok(error instanceof CodedError, String(error));
      return `${error.code} ${error.message}`;
    }
  }

  async function measured(bench: Bench, bytes: Uint8Array, timeout = 30_000): Promise<string> {
    const model = { name: 'own', family: 'onnx' as const, parameters: {}, artifact: 'a' };
    const point = { ...pointOf({ runtime: 'jit' }), model };
    const file = { path: writeModel(folder(), bytes), external: new Map<string, string>() };
    const request = { ...requestOf(pointOf(), { timeout, memoryLimit }), point, file };
    const outcome = await bench.measure(request, () => undefined, signal);
    return outcome.kind === 'failed' ? `${outcome.code} ${outcome.message}` : outcome.kind;
  }
});
