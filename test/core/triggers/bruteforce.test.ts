// The matcher against brute force: thousands of random sets of patterns and recordings. EDGEWRIGHT_FUZZ=20000 for more.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchByForce } from './bruteforce.ts';
import { byKey, families, matchByEngine, patterns, recordings } from './patterns.ts';

const numRuns = Number(process.env.EDGEWRIGHT_FUZZ ?? 400);

describe('sequences', () => {
  it('match what brute force finds, alone and beside others', () => {
    let matches = 0;
    let timeouts = 0;
    const sets = fc.oneof(fc.array(patterns, { minLength: 1, maxLength: 4 }), families);
    fc.assert(
      fc.property(sets, recordings, (set, events) => {
        const end = (events.at(-1)?.time ?? 0) + 7;
        const told = matchByEngine(set, events, end);
        for (const [index, pattern] of set.entries()) {
          const expected = matchByForce(pattern, events, end);
          assert.deepEqual(byKey(told[index]!), byKey(expected));
          for (const { kind } of expected) kind === 'match' ? matches++ : timeouts++;
        }
      }),
      { numRuns },
    );
    // Patterns that never match would prove nothing.
    assert.ok(matches > numRuns && timeouts > numRuns / 20, `${matches} matches, ${timeouts} timeouts`);
  });
});
