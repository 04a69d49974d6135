// Who takes which part, without threads: functions stand in for a module's, and those that assist run when the leader calls
// one of them.
import assert from 'node:assert/strict';
import { assist, dismiss, lead, makeControl, type Share } from '@edgewright/core/graph/wasm/backend/team.js';
import type { WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import { CodedError } from '@edgewright/schemas/codes.js';

type Parts = (...operands: number[]) => void;

function shareOf(threads: number, cuts: readonly number[], advance?: readonly number[]): Share {
  const call = { export: 'f', pointers: [1000], advance, takesScratch: true, cuts };
  const memory = { buffer: new SharedArrayBuffer(0) };
  return { module: {}, memory, control: makeControl(threads), threads, calls: [call], scratch: 64, scratchBytes: 32 };
}

/** An engine whose modules have `f`. */
function engineOf(f: Parts): WebAssemblyApi {
  const Instance = class {
    readonly exports = { f };
  };
  return { Instance } as unknown as WebAssemblyApi;
}

function isBroken(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'runtime-refused' && error.fix !== '';
}

describe('a team', () => {
  it('does every part once, with the leader alone too', () => {
    const done: number[][] = [];
    const perform = lead(shareOf(3, [0, 2, 3, 7, 8], [10]), { f: (...operands) => done.push(operands) });
    perform(0, 0);
    assert.deepEqual(
      done.map((operands) => operands.slice(-2)).sort(([a], [b]) => a! - b!),
      [
        [0, 2],
        [2, 3],
        [3, 7],
        [7, 8],
      ],
    );
    assert.ok(done.every(([pointer, scratch]) => pointer === 1000 && scratch === 64));
    done.length = 0;
    perform(0, 4);
    assert.ok(done.length === 4 && done.every(([pointer]) => pointer === 1040));
  });

  it('lets whoever assists take parts, its own first, with scratch of its own', () => {
    const share = shareOf(2, [0, 1, 2, 3, 4, 5]);
    const assisted: number[][] = [];
    const led: number[][] = [];
    const engine = engineOf((...operands) => assisted.push(operands));
    const perform = lead(share, {
      f: (...operands) => {
        led.push(operands);
        // Once nothing is left it looks whether it is dismissed, and is.
        dismiss(share);
        assist(engine, share, 1, () => undefined);
      },
    });
    perform(0, 0);
    assert.deepEqual(
      assisted.map(([, , begin]) => begin),
      [2, 3, 4, 1],
    );
    assert.ok(assisted.every(([, scratch]) => scratch === 96));
    assert.deepEqual(
      led.map(([, , begin]) => begin),
      [0],
    );
  });

  it('is broken for good where a part failed, and says so', () => {
    const share = shareOf(2, [0, 1, 2]);
    const engine = engineOf(() => {
      throw new Error('unreachable');
    });
    // Of two parts the leader has the first: while it does that, the other fails.
    const perform = lead(share, {
      f: () => assert.throws(() => assist(engine, share, 1, () => undefined), /unreachable/),
    });
    assert.throws(() => perform(0, 0), isBroken);
    assert.throws(() => perform(0, 0), isBroken);
  });

  it('is broken where the leader failed', () => {
    const perform = lead(shareOf(2, [0, 1, 2]), {
      f: () => {
        throw new Error('unreachable');
      },
    });
    assert.throws(() => perform(0, 0), /unreachable/);
    assert.throws(() => perform(0, 0), isBroken);
  });
});
