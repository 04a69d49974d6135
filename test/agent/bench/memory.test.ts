import assert from 'node:assert/strict';
import { markPeak, oomKills, residentBytes } from '@edgewright/agent/bench/memory.js';

describe('resident memory', () => {
  it('is what Node says', () => {
    const own = residentBytes('self')!;
    assert.ok(Math.abs(own - process.memoryUsage.rss()) < 32 * 2 ** 20);
    assert.equal(residentBytes(process.pid) !== undefined, true);
    assert.equal(residentBytes(2 ** 22 + 1), undefined);
  });

  it('has a high-water mark that starts anew', () => {
    let block: Buffer | undefined = Buffer.alloc(96 * 2 ** 20, 1);
    const peak = markPeak();
    const before = process.memoryUsage.rss();
    const more = Buffer.alloc(64 * 2 ** 20, block[5]);
    assert.ok(peak() >= before + 48 * 2 ** 20, `${peak()} after ${before}`);
    block = undefined;
    assert.equal(more[5], 1);
  });

  it('counts the kills of the kernel', () => {
    const kills = oomKills();
    assert.ok(kills === undefined || (Number.isInteger(kills) && kills >= 0));
  });
});
