import assert from 'node:assert/strict';
import type { Clock } from '@edgewright/core/link/channel.js';
import type { Closed } from '@edgewright/core/link/close.js';
import type { Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { keepLinked } from '@edgewright/workbench/devices/keep.js';

/** A clock whose timers fire at once, and which tells what was waited for. */
function eagerClock(): { readonly clock: Clock; readonly waits: number[] } {
  const waits: number[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    setTimer(run, milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
      setImmediate(run);
      return undefined;
    },
    clearTimer: () => {},
  };
  return { clock, waits };
}

function fakeSession(): { readonly session: Session; drop(): void } {
  const { promise, resolve } = Promise.withResolvers<Closed>();
  const drop = () => resolve({ by: 'peer', code: 1006, reason: '', error: undefined });
  const session = { peer: { name: 'pi' }, closed: promise, close: drop } as unknown as Session;
  return { session, drop };
}

const unreachable = () => new CodedError('unreachable', 'No.', 'Look.');

describe('a link that is kept', () => {
  it('is made again with waits that double, up to the greatest', async () => {
    const { clock, waits } = eagerClock();
    const dropped: string[] = [];
    let dials = 0;
    const result = await keepLinked({
      clock,
      random: () => 1,
      greatestWait: 4_000,
      async dial() {
        dials++;
        if (dials > 1 && dials < 8) throw unreachable();
        return fakeSession().session;
      },
      async use(session) {
        if (dials === 1) {
          session.close();
          return new Promise<string>(() => {});
        }
        return 'done';
      },
      onDropped: ({ code }) => dropped.push(code),
    });
    assert.equal(result, 'done');
    assert.deepEqual(waits, [500, 1000, 2000, 4000, 4000, 4000, 4000]);
    assert.deepEqual(dropped, ['link-closed', ...Array(6).fill('unreachable')]);
  });

  it('waits at least half of the wait', async () => {
    const { clock, waits } = eagerClock();
    let dials = 0;
    await keepLinked({
      clock,
      random: () => 0,
      async dial() {
        if (++dials === 2) throw unreachable();
        return fakeSession().session;
      },
      use: (session) => (dials === 1 ? Promise.reject(unreachable()) : Promise.resolve(session)),
    });
    assert.deepEqual(waits, [250, 500]);
  });

  it('gives up at once where the first dial fails, and later where the failure does not pass', async () => {
    const { clock } = eagerClock();
    const options = { clock, random: () => 0 };
    const use = () => Promise.resolve('done');
    await assert.rejects(keepLinked({ ...options, use, dial: () => Promise.reject(unreachable()) }), {
      code: 'unreachable',
    });
    let dials = 0;
    const refused = keepLinked({
      ...options,
      async dial() {
        if (++dials > 1) throw new CodedError('unauthorized', 'No.', 'Pair.');
        const { session, drop } = fakeSession();
        setImmediate(drop);
        return session;
      },
      use: () => new Promise(() => {}),
    });
    await assert.rejects(refused, { code: 'unauthorized' });
    const full = keepLinked({
      ...options,
      dial: async () => fakeSession().session,
      use: () => Promise.reject(new CodedError('disk-full', 'Full.', 'Free.')),
    });
    await assert.rejects(full, { code: 'disk-full' });
  });

  it('ends when the user leaves', async () => {
    const { clock } = eagerClock();
    const leaving = new AbortController();
    const kept = keepLinked({
      clock,
      random: () => 0,
      signal: leaving.signal,
      dial: async () => fakeSession().session,
      use: () => new Promise(() => {}),
    });
    setImmediate(() => leaving.abort());
    await assert.rejects(kept, (error) => error === leaving.signal.reason);
  });
});
