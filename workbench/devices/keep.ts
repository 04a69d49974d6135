// Keeps a link: dials, uses the session, and dials again when the link drops, with waits that grow.
import type { Clock } from '@edgewright/core/link/channel.js';
import type { Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { isTransient } from './transient.ts';

export interface KeepOptions<T> {
  readonly dial: () => Promise<Session>;
  /** Called with every session. Its result ends the keeping; a session that ends before means another one. */
  readonly use: (session: Session) => Promise<T>;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** The link dropped, or could not be made again; the next try is after `wait` milliseconds. */
  readonly onDropped?: (error: CodedError, wait: number) => void;
  readonly signal?: AbortSignal;
  /** First and greatest wait in milliseconds: 500 and 30,000. */
  readonly firstWait?: number;
  readonly greatestWait?: number;
}

/**
 * The result of `use`. Rejects with what `use` or `dial` rejects with unless that passes by itself; the first dial must
 * succeed, so that a wrong address is told at once. When `signal` aborts it rejects with its reason.
 */
export async function keepLinked<T>(options: KeepOptions<T>): Promise<T> {
  const { clock, random, signal, firstWait = 500, greatestWait = 30_000 } = options;
  let session = await dialUnlessAborted(options);
  let wait = firstWait;
  for (;;) {
    const begin = clock.now();
    const outcome = await useOnce(session, options.use, signal);
    session.close();
    if (outcome.kind === 'done') return outcome.result;
    // A link that held for a while starts the waits anew; one that drops at once does not.
    if (clock.now() - begin > greatestWait) wait = firstWait;
    let error = outcome.error;
    for (;;) {
      // Full jitter, so that many workbenches do not come back at the same moment.
      const pause = wait * (0.5 + 0.5 * random());
      options.onDropped?.(error, pause);
      await sleep(clock, pause, signal);
      wait = Math.min(2 * wait, greatestWait);
      try {
        session = await dialUnlessAborted(options);
        break;
      } catch (failure) {
        if (!isTransient(failure)) throw failure;
        error = failure;
      }
    }
  }
}

/** A link that is made only after `signal` aborted is nobody's, and is closed. */
async function dialUnlessAborted({ dial, signal }: Pick<KeepOptions<unknown>, 'dial' | 'signal'>): Promise<Session> {
  const dialled = dial();
  try {
    return await Promise.race([dialled, aborted(signal)]);
  } catch (error) {
    if (signal?.aborted)
      dialled.then(
        (session) => session.close(),
        () => undefined,
      );
    throw error;
  }
}

type Outcome<T> =
  | { readonly kind: 'done'; readonly result: T }
  | { readonly kind: 'dropped'; readonly error: CodedError };

async function useOnce<T>(
  session: Session,
  use: (session: Session) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<Outcome<T>> {
  try {
    return await Promise.race([
      use(session).then((result): Outcome<T> => ({ kind: 'done', result })),
      session.closed.then(
        ({ error, reason }): Outcome<T> => ({ kind: 'dropped', error: error ?? linkEnded(session, reason) }),
      ),
      aborted(signal),
    ]);
  } catch (error) {
    if (isTransient(error)) return { kind: 'dropped', error };
    session.close();
    throw error;
  }
}

async function sleep(clock: Clock, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = clock.setTimer(resolve, milliseconds);
  // A timer that is left would keep the process.
  await Promise.race([promise, aborted(signal)]).finally(() => clock.clearTimer(timer));
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    else signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function linkEnded(session: Session, reason: string): CodedError {
  return new CodedError(
    'link-closed',
    `The link to ${session.peer.name} ended${reason === '' ? '' : `: ${reason}`}.`,
    'The device goes on; look whether its network is up.',
  );
}
