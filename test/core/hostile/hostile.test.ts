import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxGraph, OnnxModel, OnnxNode, OnnxTensor } from '@edgewright/core/onnx/messages.js';
import type { Range, Told } from './child.ts';
import { pass } from './doors.ts';

/** HOSTILE_SEED=n starts at another seed; HOSTILE_RUNS=n changes more models. */
const from = Number(process.env.HOSTILE_SEED ?? 0);
const runs = Number(process.env.HOSTILE_RUNS ?? 1500);

/** Of one model: milliseconds after which it hangs, and bytes of its process. */
const limits = { time: 20_000, memory: 3 * 2 ** 30 };

/** What is wrong with the first model at fault, and what became of all before. */
function openAll({
  from,
  to,
}: Range): Promise<{ readonly fault: string | undefined; readonly outcomes: Map<string, number> }> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [], {
    execArgv: ['--conditions=edgewright-source', '--max-old-space-size=2048'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const outcomes = new Map<string, number>();
  let seed: number | undefined;
  let started = 0;
  let fault: string | undefined;
  const end = (reason?: string): void => {
    if (reason !== undefined) fault ??= `seed ${seed}: ${reason}`;
    child.kill('SIGKILL');
  };
  const watch = setInterval(() => {
    if (seed !== undefined && Date.now() - started > limits.time) end('it hangs');
    const resident = residentBytes(child.pid);
    if (resident > limits.memory) end(`it takes ${resident} bytes`);
  }, 100);
  child.on('message', (told: Told) => {
    if (told.kind === 'ready') {
      child.send({ from, to } satisfies Range);
    } else if (told.kind === 'start') {
      seed = told.seed;
      started = Date.now();
    } else {
      outcomes.set(told.outcome, (outcomes.get(told.outcome) ?? 0) + 1);
      if (told.fault !== undefined) end(told.fault);
      else if (told.seed === to - 1) end();
    }
  });
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      if (signal !== 'SIGKILL') fault ??= `seed ${seed}: its process ended with ${signal ?? code}`;
      resolve({ fault, outcomes });
    });
  });
}

/** 0 where the system has no /proc. */
function residentBytes(pid: number | undefined): number {
  try {
    return 4096 * Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  } catch {
    return 0;
  }
}

const x = { name: 'x', type: { tensorType: { elemType: 1, shape: { dim: [{ dimValue: 2 }] } } } };
const y = { name: 'y' };

function outcomeOf(graph: OnnxGraph, rest: OnnxModel = {}): string {
  return pass(encodeMessage('Model', { irVersion: 8, opsetImport: [{ domain: '', version: 18 }], graph, ...rest }));
}

function int64(name: string, dims: readonly number[], ...values: bigint[]): OnnxTensor {
  return { name, dims, dataType: 7, int64Data: BigInt64Array.from(values) };
}

function node(
  opType: string,
  input: readonly string[],
  output: readonly string[],
  attribute: OnnxNode['attribute'] = [],
) {
  return { opType, input, output, attribute };
}

describe('a hostile file', () => {
  it('however a model is changed, ends as a result or with a code, within time and memory', async function () {
    this.timeout(60_000 + 200 * runs);
    const { fault, outcomes } = await openAll({ from, to: from + runs });
    assert.equal(fault, undefined);
    // Some must come through, or nothing behind the first door is tried.
    if (runs >= 500) assert.ok(outcomes.get('run')! > runs / 20, JSON.stringify([...outcomes]));
  });

  it('whose functions grow without end by way of branches, is refused', () => {
    const call = { ...node('f', ['c', 'x'], ['y']), domain: 'f' };
    const branch = (name: string) => ({
      name,
      type: 5,
      g: { node: [call, { ...call, output: ['z'] }], output: [y] },
    });
    const functions = [
      {
        domain: 'f',
        name: 'f',
        input: ['c', 'x'],
        output: ['y'],
        node: [node('If', ['c'], ['y'], ['then_branch', 'else_branch'].map(branch))],
      },
    ];
    const c = { name: 'c', type: { tensorType: { elemType: 9, shape: {} } } };
    assert.equal(outcomeOf({ node: [call], input: [c, x], output: [y] }, { functions }), 'graph-too-large');
  });

  it('with graphs ten thousand deep in each other, is refused', () => {
    const close = (bytes: Uint8Array, field: number): Uint8Array => {
      const length: number[] = [];
      for (let rest = bytes.length; ; rest >>>= 7) {
        length.push(rest > 127 ? (rest & 127) | 128 : rest);
        if (rest <= 127) break;
      }
      return Buffer.concat([Uint8Array.of((field << 3) | 2, ...length), bytes]);
    };
    let graph: Uint8Array = new Uint8Array();
    // Graph.node, Node.attribute, Attribute.g: few bytes a level.
    for (let depth = 0; depth < 10_000 && graph.length < 60_000; depth++) graph = close(close(close(graph, 6), 5), 1);
    assert.equal(pass(close(graph, 7)), 'onnx-malformed');
  });

  it('with sparse tensors beyond bounds, is refused', () => {
    const sparse = (dims: readonly number[], ...places: bigint[]) => ({
      dims,
      values: { name: 's', dims: [1], dataType: 1, floatData: Float32Array.of(1) },
      indices: int64('', [places.length], ...places),
    });
    const opened = (...sparseInitializer: ReturnType<typeof sparse>[]): string =>
      outcomeOf({ sparseInitializer, node: [node('Neg', ['s'], ['y'])], output: [y] });
    assert.equal(opened(sparse([4], 1n)), 'run');
    for (const bad of [
      sparse([4], 4n),
      sparse([4], -1n),
      sparse([4], 1n, 2n),
      sparse([-2, -2], 0n),
      sparse([2 ** 40], 0n),
    ]) {
      assert.equal(opened(bad), 'onnx-malformed');
    }
    const each = sparse([2 ** 27], 0n);
    const many = Array.from({ length: 3 }, (_, at) => ({ ...each, values: { ...each.values, name: `s${at}` } }));
    assert.equal(opened(...many), 'onnx-malformed');
  });

  it('with shapes of negative sizes whose product fits, is refused', () => {
    const w: OnnxTensor = { name: 'w', dims: [-2, -2], dataType: 1, rawData: new Uint8Array(16) };
    assert.equal(outcomeOf({ initializer: [w], node: [node('Neg', ['w'], ['y'])], output: [y] }), 'onnx-malformed');
  });

  it('whose lists are long in one node or in all together, is refused', () => {
    const range = (at: number) => node('Range', ['a', 'b', 'd'], [`r${at}`]);
    const bounds = (count: bigint) => [int64('a', [], 0n), int64('b', [], count), int64('d', [], 1n)];
    const opened = (count: bigint, times: number): string =>
      outcomeOf({
        initializer: bounds(count),
        node: [...Array.from({ length: times }, (_, at) => range(at)), node('Neg', ['r0'], ['y'])],
        output: [y],
      });
    assert.equal(opened(100n, 3), 'run');
    assert.equal(opened(2n ** 40n, 1), 'graph-too-large');
    assert.equal(opened(2n ** 20n, 100), 'graph-too-large');
    const window = node('HannWindow', ['n'], ['y']);
    assert.equal(
      outcomeOf({ initializer: [int64('n', [], 2n ** 30n)], node: [window], output: [y] }),
      'graph-too-large',
    );
  });

  it('whose loops of constants run without end inside each other, is not run while it is compiled', () => {
    let body: OnnxGraph = { node: [node('Add', ['s', 's'], ['t']), node('Identity', ['c'], ['d'])] };
    const ports = { input: ['i', 'c', 's'].map((name) => ({ name })), output: ['d', 't'].map((name) => ({ name })) };
    for (let depth = 0; depth < 6; depth++) {
      const loop = node('Loop', ['n', 'go', 's'], ['t'], [{ name: 'body', type: 5, g: { ...body, ...ports } }]);
      body = { node: [loop, node('Identity', ['c'], ['d'])] };
    }
    const outermost = node('Loop', ['n', 'go', 'one'], ['t'], [{ name: 'body', type: 5, g: { ...body, ...ports } }]);
    const initializer = [
      int64('n', [], 1000n),
      int64('one', [1], 1n),
      { name: 'go', dims: [], dataType: 9, rawData: Uint8Array.of(1) },
    ];
    // A shape made of what the loops make: it would have to be known.
    const shaped = node('ConstantOfShape', ['t'], ['y']);
    assert.equal(outcomeOf({ initializer, node: [outermost, shaped], output: [y] }), 'placed');
  });

  it('whose types are none that an op takes, is refused before there is code', () => {
    // An index of floats.
    const wrong = node('GatherElements', ['x', 'x'], ['y']);
    assert.equal(outcomeOf({ input: [x], node: [wrong], output: [y] }), 'graph-type');
  });
});
