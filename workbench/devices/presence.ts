// Keeps a link to one device for as long as somebody looks at it, and tells what the device is: there, gone, or not to be
// linked with. It comes back by itself after what passes by itself.
import type { Clock, Timer } from '@edgewright/core/link/channel.js';
import type { ReceivedNotification, Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { SensorSample } from '@edgewright/schemas/generated/record.js';
import {
  capabilities,
  type DeviceActivity,
  type DeviceDescription,
  type Limits,
  type Method,
  type Requests,
} from '@edgewright/schemas/wire.js';
import type { Credentials } from './credentials.ts';
import { dialTarget, type Hear } from './open.ts';
import type { Target } from './target.ts';
import { isTransient } from './transient.ts';

export type PresenceState =
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'online';
      /** As the device told it when the link was made; `busy` as it is now. */
      readonly description: DeviceDescription;
      /** The newest; undefined before the first, and of agents that tell none without a run. */
      readonly sample?: SensorSample;
      readonly status?: DeviceActivity;
    }
  /** `retryAt`: milliseconds since 1970. */
  | { readonly kind: 'offline'; readonly error: CodedError; readonly retryAt: number }
  /** A wrong token, another version, something else at the address: it stays so until `retry`. */
  | { readonly kind: 'refused'; readonly error: CodedError };

export interface PresenceOptions {
  readonly target: Target;
  readonly credentials: Credentials;
  /** Of the waits between two tries. */
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Called with every new state, one after another, never after `close`. It may not throw. */
  readonly onState: (state: PresenceState) => void;
  /** What the device tells besides samples and statuses of itself. */
  readonly onNotification?: Hear;
  /** Aborting is `close`. */
  readonly signal?: AbortSignal;
  /** Milliseconds since 1970, for `retryAt`: Date.now. */
  readonly now?: () => number;
  /** First and greatest wait in milliseconds: 500 and 30,000. */
  readonly firstWait?: number;
  readonly greatestWait?: number;
  /** Of the link; by default its heartbeat is faster than usual, so that a device that vanished is seen within 15 s. */
  readonly limits?: Partial<Limits>;
}

export interface Presence {
  readonly state: PresenceState;
  /** On the link that there is. Rejects with `link-closed` where there is none, and as `Session.request`. */
  request<M extends Method>(method: M, params: Requests[M]['params']): Promise<Requests[M]['result']>;
  /** Tries now where it waits or was refused. */
  retry(): void;
  close(): void;
}

/** Begins at once. What goes wrong is a state: nothing is thrown or rejected but by `request`. */
export function watchDevice(options: PresenceOptions): Presence {
  const { clock, random, now = Date.now, firstWait = 500, greatestWait = 30_000 } = options;
  let state: PresenceState = { kind: 'connecting' };
  let session: Session | undefined;
  let isClosed = options.signal?.aborted === true;
  let wake = (): void => {};
  let wait = firstWait;

  const presence: Presence = {
    get state() {
      return state;
    },
    request(method, params) {
      return session === undefined ? Promise.reject(notLinked(options.target)) : session.request(method, params);
    },
    retry: () => wake(),
    close() {
      isClosed = true;
      wake();
      session?.close();
    },
  };
  options.signal?.addEventListener('abort', presence.close, { once: true });
  void keep();
  return presence;

  async function keep(): Promise<void> {
    while (!isClosed) {
      enter({ kind: 'connecting' });
      const error = await linkOnce();
      if (isClosed) return;
      if (isTransient(error)) {
        // Full jitter, so that a workbench's many devices do not come back at the same moment.
        const pause = wait * (0.5 + 0.5 * random());
        wait = Math.min(2 * wait, greatestWait);
        enter({ kind: 'offline', error, retryAt: now() + pause });
        await rest(pause);
      } else {
        enter({ kind: 'refused', error });
        await rest(undefined);
        wait = firstWait;
      }
    }
  }

  /** Settles with why there is no link any more. */
  async function linkOnce(): Promise<CodedError> {
    try {
      const opened = await dialTarget(options.target, options.credentials, hear, options.limits ?? fasterPulse);
      if (isClosed) opened.close();
      session = opened;
      const begun = clock.now();
      const description = await opened.request('device.describe', {});
      if (!isClosed) enter({ kind: 'online', description });
      if (opened.peer.capabilities.includes(capabilities.deviceWatch)) await opened.request('device.watch', {});
      const { error, reason } = await opened.closed;
      // A link that held for a while starts the waits anew; one that drops at once does not.
      if (clock.now() - begun > greatestWait) wait = firstWait;
      return error ?? linkEnded(opened, reason);
    } catch (error) {
      return error instanceof CodedError ? error : bug(error);
    } finally {
      session?.close();
      session = undefined;
    }
  }

  function hear(notification: ReceivedNotification, from: Session): void {
    if (isClosed) return;
    if (state.kind === 'online' && notification.method === 'device.sample') {
      enter({ ...state, sample: notification.params.sample });
    } else if (state.kind === 'online' && notification.method === 'device.status') {
      const { status } = notification.params;
      enter({ ...state, status, description: { ...state.description, busy: status.busy } });
    } else options.onNotification?.(notification, from);
  }

  function enter(next: PresenceState): void {
    state = next;
    options.onState(next);
  }

  /** Until `retry`, `close` or so many milliseconds. */
  async function rest(milliseconds: number | undefined): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer: Timer | undefined = milliseconds === undefined ? undefined : clock.setTimer(resolve, milliseconds);
    wake = resolve;
    await promise;
    wake = () => {};
    if (milliseconds !== undefined) clock.clearTimer(timer);
  }
}

const fasterPulse: Partial<Limits> = { heartbeatTime: 5_000 };

function notLinked({ name, address }: Target): CodedError {
  return new CodedError(
    'link-closed',
    `There is no link to ${name ?? address ?? 'the device'}.`,
    'Look whether the device is on; it is dialled again by itself.',
  );
}

function linkEnded({ peer }: Session, reason: string): CodedError {
  return new CodedError(
    'link-closed',
    `The link to ${peer.name} ended${reason === '' ? '' : `: ${reason}`}.`,
    'The device goes on; look whether its network is up.',
  );
}

/** Trying again would meet it again, and whoever looks at the device cannot catch it. */
function bug(error: unknown): CodedError {
  return new CodedError(
    'internal-error',
    `Linking failed by a bug of the workbench: ${error instanceof Error ? error.message : String(error)}.`,
    'Report it with this message.',
  );
}
