import assert from 'node:assert/strict';
import { blame } from '@edgewright/agent/bench/blame.js';
import type { Death } from '@edgewright/agent/bench/subprocess.js';

const death: Death = {
  kind: 'death',
  exitCode: null,
  signal: 'SIGKILL',
  stderr: 'last words',
  kernelShortOfMemory: true,
};
const detail = { signal: 'SIGKILL', exitCode: null, stderr: 'last words', peak: 2 ** 30 };

describe('blame for a death', () => {
  it('SIGKILL is lack of memory where the kernel counted one, or does not count', () => {
    for (const kernelShortOfMemory of [true, undefined]) {
      const failure = blame({ ...death, kernelShortOfMemory }, 'load', undefined, 2 ** 30);
      assert.equal(failure.code, 'out-of-memory');
      assert.equal(failure.phase, 'load');
      assert.match(failure.message, /^The system ended .* in phase load; it had 1024 MiB\.$/);
      assert.deepEqual(failure.detail, detail);
    }
  });

  it('SIGKILL is a crash where the kernel counted none', () => {
    const failure = blame({ ...death, kernelShortOfMemory: false }, 'load', undefined, 0);
    assert.deepEqual(
      [failure.code, failure.message],
      ['native-crash', 'The measuring process ended by SIGKILL in phase load.'],
    );
  });

  it('a limit of ours goes before what the kernel counted', () => {
    assert.equal(blame(death, 'first', { because: 'timeout', limit: 5 }, 0).code, 'timeout');
    const failure = blame(death, 'first', { because: 'memory', limit: 2 ** 20, resident: 2 ** 21 }, 0);
    assert.equal(failure.message, 'The measuring process grew to 2 MiB in phase first and may use 1 MiB.');
  });
});
