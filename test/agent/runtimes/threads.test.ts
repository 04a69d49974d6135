// Our own runtime on several threads: the bits of one, whatever is cut; and threads that end, fail or are forgotten.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type JitOptions, openJit } from '@edgewright/agent/runtimes/jit.js';
import type { Outputs, Session } from '@edgewright/agent/runtimes/runtime.js';
import type { Graph } from '@edgewright/core/graph/graph.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { families } from '@edgewright/core/models/families.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import fc from 'fast-check';
import { type GeneratedName, smallParameters } from '../../core/models/arbitrary.ts';

const standIn = (name: string): URL => new URL(`./threads/${name}.ts`, import.meta.url);
const open = (graph: Graph, threads: number, options: JitOptions = { leastWork: 0 }): Promise<Session> =>
  openJit(webAssembly, options).load({ kind: 'bytes', bytes: encodeModel(graph) }, { threads, optimization: 'all' });
const small = families.fc.build({ layers: 2, nodes: 37, input: 19, output: 5, batch: 7 }, 'float32', 3);

async function outputsOf(graph: Graph, threads: number, turns: number): Promise<Outputs[]> {
  const session = await open(graph, threads);
  try {
    const infer = session.bind(makeInputs(graph.inputs, 1));
    const all: Outputs[] = [];
    for (let turn = 0; turn < turns; turn++) all.push(await infer());
    return all;
  } finally {
    await session.close();
  }
}

async function rejection(doing: () => Promise<unknown>): Promise<CodedError> {
  try {
    await doing();
  } catch (error) {
    assert.ok(error instanceof CodedError, String(error));
    return error;
  }
  assert.fail('nothing was thrown');
}

/** Of this process, as the system counts them. */
const countThreads = (): number => readdirSync('/proc/self/task').length;

describe('threads of jit', function () {
  this.timeout(120_000);

  for (const name of Object.keys(families) as GeneratedName[])
    it(`give the bits of one on ${name}, however small the parts`, async () => {
      const samples = fc.sample<Parameters<(typeof families)['fc']['build']>[0]>(smallParameters[name], {
        seed: 21,
        numRuns: 2,
      });
      for (const [at, parameters] of samples.entries()) {
        const graph = families[name].build(parameters, at === 0 ? 'float32' : 'float16', 3);
        const [expected] = await outputsOf(graph, 1, 1);
        for (const threads of [2, 3, 4])
          for (const made of await outputsOf(graph, threads, 5))
            assert.deepEqual(made, expected, `${threads} threads, ${JSON.stringify(parameters)}`);
      }
    });

  it('give the bits of one on a model that is shared as usual', async () => {
    const graph = families.cnn.build(
      { block: 'residual', blocks: 1, filters: 32, image: 64, channels: 3, output: 10, batch: 1 },
      'float32',
      1,
    );
    const [expected] = await outputsOf(graph, 1, 1);
    const session = await open(graph, 2, {});
    const infer = session.bind(makeInputs(graph.inputs, 1));
    for (let turn = 0; turn < 10; turn++) assert.deepEqual(await infer(), expected);
    await session.close();
  });

  it('wait for what the interpreter does', async () => {
    const x = { name: 'x', type: { type: 'float32', shape: [40, 50] }, below: undefined } as const;
    const node = (
      op: string,
      inputs: string[],
      output: string,
      attributes: Graph['nodes'][number]['attributes'] = {},
    ) => ({
      name: output,
      op,
      inputs,
      outputs: [output],
      attributes,
    });
    const cast = (input: string, to: 'float32' | 'float64', output: string) =>
      node('Cast', [input], output, { to: { kind: 'int', value: to === 'float32' ? 1 : 11 } });
    const graph: Graph = {
      name: 'nodes',
      opset: 17,
      inputs: [x],
      outputs: [{ name: 'z', type: { type: 'float32', shape: [40, 40] } }],
      // Products of float64 have no vector code.
      nodes: [
        node('Sigmoid', ['x'], 'a'),
        cast('a', 'float64', 'b'),
        node('Transpose', ['b'], 't'),
        node('MatMul', ['b', 't'], 'c'),
        cast('c', 'float32', 'd'),
        node('Exp', ['d'], 'z'),
      ],
      constants: [],
      values: new Map(),
    };
    const session = await open(graph, 1);
    assert.match(session.description, /1 interpreted/);
    await session.close();
    const [expected] = await outputsOf(graph, 1, 1);
    for (const made of await outputsOf(graph, 3, 20)) assert.deepEqual(made, expected);
  });

  it('end with their session, however many there were', async function () {
    if (!existsSync('/proc/self/task')) this.skip();
    await outputsOf(small, 3, 1);
    const before = countThreads();
    for (let turn = 0; turn < 15; turn++) await outputsOf(small, 3, 2);
    const both = await Promise.all([open(small, 2), open(small, 3)]);
    for (const session of both) await session.close();
    assert.ok(countThreads() <= before, `${countThreads()} threads, ${before} before`);
  });

  it('keep no process alive', async () => {
    const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(standIn('forgetful'))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    const [code] = await once(child, 'close');
    assert.deepEqual([code, text], [0, 'done\n']);
  });

  it('are over for the session where one ends between inferences', async () => {
    let session: Session | undefined;
    // It may end before the session is open.
    const error = await rejection(async () => {
      session = await open(small, 2, { leastWork: 0, thread: standIn('quitter') });
      const infer = session.bind(makeInputs(small.inputs, 1));
      for (let turn = 0; turn < 1000; turn++) {
        await infer();
        await setTimeout(10);
      }
    });
    assert.equal(error.code, 'runtime-refused');
    assert.match(error.message, /^A thread of jit ended with code 0\.$/);
    await session?.close();
  });

  it('are over for the session where one ends with a part, after the patience of the others', async () => {
    const session = await open(small, 2, { leastWork: 0, patience: 200, thread: standIn('deserter') });
    const infer = session.bind(makeInputs(small.inputs, 1));
    // The other thread may take all parts of one inference alone.
    const error = await rejection(async () => {
      for (let turn = 0; turn < 1000; turn++) {
        await infer();
        await setTimeout(1);
      }
    });
    assert.equal(error.code, 'runtime-refused');
    await rejection(infer);
    await session.close();
  });

  it('are none where they do not start', async () => {
    const error = await rejection(() => open(small, 2, { leastWork: 0, thread: standIn('stranger') }));
    assert.equal(error.code, 'runtime-refused');
    assert.match(error.message, /^A thread of jit failed: no such module\.$/);
  });
});
