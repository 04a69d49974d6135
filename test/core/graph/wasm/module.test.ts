// The module writer: bytes that an engine takes, values that come back, text that can be read; and kernels on shared memory,
// run by several threads.
import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import {
  constant,
  extractLane,
  f32x4,
  f64,
  type I32,
  i32,
  i64,
  load,
  long,
  plus,
  shuffle32,
  store,
  times,
  vector,
} from '@edgewright/core/graph/wasm/code.js';
import { accesses, lanes, plain } from '@edgewright/core/graph/wasm/instructions.js';
import { emitMatmul } from '@edgewright/core/graph/wasm/matmul.js';
import { ModuleBuilder, relaxedProbe } from '@edgewright/core/graph/wasm/module.js';
import { printFunction } from '@edgewright/core/graph/wasm/print.js';
import { noise } from './machine.ts';
import { packPanels } from './packed.ts';

const target = { relaxed: false, shared: false };

function run(build: (module: ModuleBuilder) => number, ...operands: (number | bigint)[]): unknown {
  const module = new ModuleBuilder(target);
  module.export('run', build(module));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.encode({ least: 1 }, 'with names')), {
    env: { memory },
  });
  return (instance.exports.run as (...values: unknown[]) => unknown)(...operands);
}

describe('module writer', () => {
  it('writes constants of every type and sign', () => {
    for (const value of [0, 1, -1, 63, 64, -64, -65, 127, 128, 2 ** 31 - 1, -(2 ** 31)])
      assert.equal(
        run((module) => {
          const { code, index } = module.function('f', [], ['i32']);
          code.yield(constant('i32', value));
          return index;
        }),
        value,
      );
    for (const value of [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 0x80n])
      assert.equal(
        run((module) => {
          const { code, index } = module.function('f', [], ['i64']);
          code.yield(long(value));
          return index;
        }),
        value,
      );
    for (const value of [0.1, -0, Number.POSITIVE_INFINITY, 1e300])
      assert.ok(
        Object.is(
          run((module) => {
            const { code, index } = module.function('f', [], ['f64']);
            code.yield(constant('f64', value));
            return index;
          }),
          value,
        ),
      );
  });

  it('runs loops, conditions, memory and vectors', () => {
    // Sum of i * 1.5 for i < n, through memory, in the second lane of a hoisted constant's product.
    const result = run((module) => {
      const { code, index } = module.function('f', ['i32'], ['f64']);
      const n = code.param(0, 'i32');
      const sum = code.let(constant('f64', 0));
      const factors = code.hoist(module.constant([...new Uint8Array(Float32Array.of(0, 1.5, 0, 0).buffer)]));
      code.for(0, n, 1, (i) => {
        code.do(store('i32.store', times(i, 4), i, 8));
        code.if(
          i32.eq(i32.and(i, 1), 0),
          () => code.do(store('v128.store', 1024, f32x4.splat(1))),
          () => code.do(store('v128.store', 1024, vector([...new Uint8Array(Float32Array.of(1, 1, 1, 1).buffer)]))),
        );
        const product = f32x4.mul(load('v128.load', 1024), factors);
        const lane = extractLane('f32x4.extract_lane', shuffle32(product, product, [1, 1, 1, 1]), 3);
        code.set(
          sum,
          f64.add(sum, f64.mul(f64.convert_i32_s(load('i32.load', times(i, 4), 8)), f64.promote_f32(lane))),
        );
      });
      code.yield(sum);
      return index;
    }, 10);
    assert.equal(result, 67.5);
  });

  it('refuses operands of the wrong type', () => {
    assert.throws(() => i32.add(constant('f32', 1) as never, 1), /operand 0 of i32.add is f32, not i32/);
    assert.throws(() => load('v128.load', 0, -1), /offset -1/);
  });

  it('folds addresses', () => {
    const x = constant('i32', 1);
    assert.equal(plus(x, 0), x);
    assert.equal(times(x, 1), x);
    assert.equal(plus(2, 3).kind, 'constant');
  });

  it('gives equal bytes for equal content', () => {
    const build = (): Uint8Array => {
      const module = new ModuleBuilder(target);
      matmulOf(module, 17, 9, 5);
      return module.encode({ least: 1 });
    };
    assert.deepEqual(build(), build());
  });

  it('writes every instruction of its tables as an engine reads it', () => {
    const types = { i: 'i32', I: 'i64', f: 'f32', F: 'f64', v: 'v128' } as const;
    for (const [table, kind] of [
      [plain, 'plain'],
      [lanes, 'lane'],
      [accesses, 'access'],
    ] as const)
      for (const [name, row] of Object.entries(table)) {
        const module = new ModuleBuilder({ relaxed: true, shared: name.includes('atomic') });
        const list = [...row[0]].map((letter) => types[letter as 'i']);
        const result = row[1] === '-' ? undefined : types[row[1] as 'i'];
        const { code } = module.function('f', list, result === undefined ? [] : [result]);
        const operands = list.map((type, at) => code.param(at, type));
        const lane = name.includes('lane') && kind !== 'plain' ? { lane: 1 } : {};
        const instruction = { kind, name, type: result ?? 'none', operands, offset: 0, ...lane } as never;
        if (result === undefined) code.do(instruction);
        else code.yield(instruction);
        assert.ok(WebAssembly.validate(module.encode({ least: 1, most: 1 })), name);
      }
  });

  it('has a probe for relaxed SIMD', () => {
    assert.equal(typeof WebAssembly.validate(relaxedProbe()), 'boolean');
  });

  it('makes a shared function once, and receives what it gives, in order', () => {
    const module = new ModuleBuilder(target);
    const quotient = (name: string): number => {
      const { code, index } = module.function(name, ['i32', 'i32'], ['i32', 'i32']);
      const [x, y] = [code.param(0, 'i32'), code.param(1, 'i32')];
      code.yield(i32.div_s(x, y), i32.rem_s(x, y));
      return index;
    };
    const { code, index } = module.function('f', ['i32'], ['i32']);
    const x = code.param(0, 'i32');
    const calls = [7, 10].map((by) =>
      code.receive(module.call(module.shared('quotient', quotient), [x, constant('i32', by)]), ['i32', 'i32']),
    );
    const [[q7, r7], [q10, r10]] = calls as unknown as [I32[], I32[]];
    code.yield(i32.add(i32.add(i32.mul(q7, 1000), i32.mul(r7, 100)), i32.add(i32.mul(q10, 10), r10)));
    module.export('f', index);
    const { f } = new WebAssembly.Instance(new WebAssembly.Module(module.encode({ least: 0 })), {
      env: { memory: new WebAssembly.Memory({ initial: 0 }) },
    }).exports as { f: (x: number) => number };
    assert.equal(f(38), 5000 + 300 + 30 + 8);
    assert.equal(module.functions.length, 2);
    assert.match(printFunction(code), /\(local.set 1 2 \(call 1 \(local.get 0\) \(i32.const 7\)\)\)/);
    assert.throws(() => code.yield(x, x), /gives i32 i32, not i32/);
  });

  it('prints a function', () => {
    const module = new ModuleBuilder(target);
    const { code } = module.function('twice', ['i32'], ['i64']);
    const x = code.param(0, 'i32');
    code.for(0, x, 1, (i) => code.do(store('i32.store', i, constant('i32', 7), 4)));
    code.yield(i64.extend_i32_s(i32.shl(x, 1)));
    assert.equal(
      printFunction(code),
      `(func $twice (param i32) (result i64)
  (local i32)
  (local.set 1 (i32.const 0))
  (if
    (i32.lt_s (local.get 1) (local.get 0))
   (then
     (loop
       (i32.store offset=4 (local.get 1) (i32.const 7))
       (local.set 1 (i32.add (local.get 1) (i32.const 1)))
       (br_if 0 (i32.lt_s (local.get 1) (local.get 0)))
     )
   )
  )
  (i64.extend_i32_s (i32.shl (local.get 0) (i32.const 1))))
`,
    );
  });
});

describe('threads', () => {
  it('share one call on shared memory, to the bit', async () => {
    const [m, n, k] = [53, 29, 31];
    const module = new ModuleBuilder({ relaxed: false, shared: true });
    const kernel = matmulOf(module, m, n, k);
    module.export('run', kernel.index);
    const bytes = module.encode({ least: 4, most: 4 });
    const packed = packPanels(noise(k * n, 2), k, n);
    const results: Uint8Array[] = [];
    for (const workers of [1, 3]) {
      const memory = new WebAssembly.Memory({ initial: 4, maximum: 4, shared: true });
      const [a, b, output] = [64, 64 + m * k * 4, 100_000];
      new Float32Array(memory.buffer, a, m * k).set(noise(m * k, 1));
      new Float32Array(memory.buffer, b, packed.length).set(packed);
      const cuts = Array.from({ length: workers + 1 }, (_, at) => Math.round((kernel.range * at) / workers));
      await Promise.all(
        cuts.slice(1).map(async (end, at) => {
          const worker = new Worker(
            `const { workerData } = require('node:worker_threads');
             const { bytes, memory, operands } = workerData;
             new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } }).exports.run(...operands);`,
            { eval: true, workerData: { bytes, memory, operands: [a, b, output, cuts[at], end] } },
          );
          await new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject));
        }),
      );
      results.push(new Uint8Array(memory.buffer).slice(output, output + m * n * 4));
    }
    assert.deepEqual(results[1], results[0]);
    assert.ok(results[0]!.some((byte) => byte !== 0));
  });
});

function matmulOf(module: ModuleBuilder, m: number, n: number, k: number) {
  return emitMatmul(module, 'matmul', {
    batch: [],
    m,
    n,
    k,
    a: { batch: [], row: k, column: 1 },
    b: { kind: 'packed', batch: [] },
    output: { type: 'float32', batch: [], row: n },
  });
}
