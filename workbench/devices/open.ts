// Links to the devices that a command means, whichever side dials.
import type { ReceivedNotification, Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Limits } from '@edgewright/schemas/wire.js';
import { dial } from './connect.ts';
import { type Credentials, environmentOf, tokenVariable } from './credentials.ts';
import { type Listener, listenForAgents } from './listen.ts';
import { findToken, readTokenFile, type Target, tokenOfCaller, withCertificate } from './target.ts';

export type Hear = (notification: ReceivedNotification, session: Session) => void;

/** A device with which a session was opened once. */
export interface Device {
  readonly target: Target;
  readonly id: string;
  /** As the fleet names it, else as it names itself; unique among those opened together, and fit for a file name. */
  readonly name: string;
  /** The session that is open, the first time; later a new one. */
  readonly dial: (hear: Hear) => Promise<Session>;
}

/** Dials all. If one cannot be reached, none stays open, and the error of the first is thrown. */
export async function openDevices(targets: readonly Target[], credentials: Credentials): Promise<readonly Device[]> {
  const opened = await Promise.allSettled(targets.map((target) => openDevice(target, credentials)));
  const failed = opened.find((result) => result.status === 'rejected');
  const devices = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (failed !== undefined) {
    for (const { session } of devices) session.close();
    throw failed.reason;
  }
  const names = uniqueNames(devices.map(({ target, session }) => target.name ?? session.peer.name));
  return devices.map(({ target, session, hearFrom }, index) => ({
    target,
    id: session.peer.id,
    name: names[index],
    dial: firstThen(session, hearFrom, (hear) => dialTarget(target, credentials, hear)),
  }));
}

/** A session with a device that listens. Rejects as `dial` and `findToken`. */
export async function dialTarget(
  target: Target,
  credentials: Credentials,
  hear?: Hear,
  limits?: Partial<Limits>,
): Promise<Session> {
  if (target.address === undefined) throw dialsIn(target.name ?? 'The device');
  const token = await findToken(target, credentials);
  const { address } = target;
  const { certificate } = await withCertificate(target, credentials);
  return dial({ address, token, certificate, ...(hear && { onNotification: hear }), ...(limits && { limits }) });
}

/** Waits for so many agents that dial in. `close` stops listening. */
export async function awaitDevices(
  port: number,
  count: number,
  tokenFile: string | undefined,
  credentials: Credentials,
  onListening: (port: number) => void,
  onRefused: (error: CodedError) => void,
): Promise<{ readonly devices: readonly Device[]; readonly listener: DialIn }> {
  const listener = await listenIn(port, tokenFile, credentials, onRefused);
  onListening(listener.port);
  const sessions: Session[] = [];
  while (sessions.length < count) sessions.push(await listener.next(undefined));
  const names = uniqueNames(sessions.map(({ peer }) => peer.name));
  const target: Target = { name: undefined, address: undefined, certificate: undefined, labels: {}, token: undefined };
  const devices = sessions.map((session, index) => ({
    target: { ...target, name: names[index] },
    id: session.peer.id,
    name: names[index],
    dial: firstThen(session, listener.route(session.peer.id), (hear) => listener.dial(session.peer.id, hear)),
  }));
  return { devices, listener };
}

export interface DialIn extends Listener {
  /** The next session of a device, its notifications going to `hear`. */
  dial(id: string, hear: Hear): Promise<Session>;
  route(id: string): (hear: Hear) => void;
}

export async function listenIn(
  port: number,
  tokenFile: string | undefined,
  credentials: Credentials,
  onRefused: (error: CodedError) => void,
): Promise<DialIn> {
  const pairings = await credentials.pairings();
  const fallback = tokenFile === undefined ? environmentOf(credentials)[tokenVariable] : await readTokenFile(tokenFile);
  const hears = new Map<string, Hear>();
  const listener = await listenForAgents({
    port,
    token: (peer) => tokenOfCaller(peer, pairings, fallback),
    onNotification: (notification, session) => hears.get(session.peer.id)?.(notification, session),
    onRefused,
  });
  const route = (id: string) => (hear: Hear) => {
    hears.set(id, hear);
  };
  return {
    ...listener,
    route,
    dial(id, hear) {
      route(id)(hear);
      return listener.next(id);
    },
  };
}

export function dialsIn(name: string): CodedError {
  return new CodedError(
    'no-device',
    `${name} has no address: its agent dials in.`,
    'Give --listen PORT, the port that the agent was told to dial.',
  );
}

async function openDevice(named: Target, credentials: Credentials) {
  const target = await withCertificate(named, credentials);
  let heard: Hear = () => {};
  const session = await dialTarget(target, credentials, (notification, from) => heard(notification, from));
  const hearFrom = (hear: Hear) => {
    heard = hear;
  };
  return { target, session, hearFrom };
}

function firstThen(session: Session, hearFrom: (hear: Hear) => void, again: (hear: Hear) => Promise<Session>) {
  let first: Session | undefined = session;
  return (hear: Hear): Promise<Session> => {
    if (first === undefined) return again(hear);
    first = undefined;
    hearFrom(hear);
    return Promise.resolve(session);
  };
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 56) || 'device';
    let unique = plain;
    for (let number = 2; taken.has(unique); number++) unique = `${plain}-${number}`;
    taken.add(unique);
    return unique;
  });
}
