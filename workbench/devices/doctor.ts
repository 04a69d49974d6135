// Why a device does not work, step by step: each step stands on the one before.
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Reading, SensorSample } from '@edgewright/schemas/generated/record.js';
import { capabilities, type DeviceDescription, protocolVersions } from '@edgewright/schemas/wire.js';
import { systemCode } from '../runs/durable.ts';
import type { Credentials } from './credentials.ts';
import { version } from './identity.ts';
import { dialsIn, dialTarget } from './open.ts';
import { findToken, type Target } from './target.ts';

export interface Finding {
  readonly step: string;
  readonly outcome: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  readonly fix?: string;
}

/** Milliseconds that the clocks of the two ends may differ: a sample is under way for less. */
const clockTolerance = 2_000;

/** A finding a step, as soon as it is known; one that failed is the last. `now`: milliseconds since 1970. */
export async function* examine(
  target: Target,
  credentials: Credentials,
  now: () => number = Date.now,
): AsyncGenerator<Finding> {
  if (target.address === undefined) {
    yield await attempt('address', () => Promise.reject(dialsIn(target.name ?? 'The device')));
    return;
  }
  const { hostname, port, protocol } = new URL(target.address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await attempt('host name', async () => (await lookup(host)).address);
  yield found;
  if (found.outcome === 'failed') return;
  const reached = await attempt('port', () => reachPort(host, Number(port || (protocol === 'wss:' ? 443 : 80))));
  yield reached;
  if (reached.outcome === 'failed') return;
  const token = await attempt('token', async () => `${(await findToken(target, credentials)).length} characters`);
  yield token;
  if (token.outcome === 'failed') return;
  let seen: Seen | undefined;
  const linked = await attempt('link', async () => {
    seen = await lookAt(target, credentials, now);
    return `${seen.program}, protocol ${seen.protocol}`;
  });
  yield linked;
  if (seen !== undefined) yield* examineSeen(seen);
}

interface Seen {
  readonly program: string;
  readonly protocol: number;
  readonly greatest: number;
  readonly device: DeviceDescription;
  /** Undefined where the agent does not tell one. */
  readonly sample: SensorSample | undefined;
  /** When the sample came. */
  readonly heard: number;
}

/** Milliseconds to wait for a sample. */
const sampleTime = 3_000;

async function lookAt(target: Target, credentials: Credentials, now: () => number): Promise<Seen> {
  const sampled = Promise.withResolvers<{ readonly sample: SensorSample | undefined; readonly heard: number }>();
  const session = await dialTarget(target, credentials, (notification) => {
    if (notification.method !== 'device.sample') return;
    sampled.resolve({ sample: notification.params.sample, heard: now() });
  });
  const nothing = { sample: undefined, heard: now() };
  const timer = setTimeout(() => sampled.resolve(nothing), sampleTime);
  try {
    const device = await session.request('device.describe', {});
    if (session.peer.capabilities.includes(capabilities.deviceWatch)) await session.request('device.watch', {});
    else sampled.resolve(nothing);
    void session.closed.then(() => sampled.resolve(nothing));
    const { program, protocol: offered } = session.peer;
    return { program, protocol: session.protocol, greatest: offered[1], device, ...(await sampled.promise) };
  } finally {
    clearTimeout(timer);
    session.close();
  }
}

function* examineSeen({ device, sample, heard, greatest }: Seen): Generator<Finding> {
  const { profile, busy } = device;
  const agent = device.agent.replace(/^\S+ /, '');
  if (agent !== version || greatest !== protocolVersions[1]) {
    yield {
      step: 'version',
      outcome: 'warning',
      detail: `the agent is ${agent} and speaks protocol ${greatest}, this workbench is ${version} and speaks ${protocolVersions[1]}`,
      fix: 'They work together; install the same version on both for the same checks and features.',
    };
  }
  if (sample !== undefined) yield* examineClock(sample, heard);
  for (const { name, version: installed, unavailable, fix } of profile.runtimes) {
    yield unavailable === undefined
      ? { step: `runtime ${name}`, outcome: 'ok', detail: installed }
      : { step: `runtime ${name}`, outcome: 'warning', detail: unavailable, ...(fix !== undefined && { fix }) };
  }
  const { governor, maxFrequency } = profile;
  if (governor !== '' && governor !== 'performance') {
    yield {
      step: 'governor',
      outcome: 'warning',
      detail: `the processor's frequency governor is ${governor}: frequencies change while a point is measured`,
      fix: 'For steadier figures set it to performance while measuring.',
    };
  }
  if ('unavailable' in maxFrequency) {
    yield { step: 'frequency', outcome: 'warning', detail: maxFrequency.unavailable, fix: maxFrequency.fix };
  }
  yield {
    step: 'sensors',
    outcome: profile.sensors.length > 0 ? 'ok' : 'warning',
    detail: profile.sensors.length > 0 ? `${profile.sensors.length} sources` : 'none gave a reading',
  };
  if (sample?.power !== undefined) yield powerFinding(sample.power);
  yield { step: 'load', outcome: busy ? 'warning' : 'ok', detail: busy ? 'a run goes on' : 'no run goes on' };
}

function* examineClock(sample: SensorSample, heard: number): Generator<Finding> {
  const ahead = Date.parse(sample.time) - heard;
  if (!(Math.abs(ahead) > clockTolerance)) return;
  yield {
    step: 'clock',
    outcome: 'warning',
    detail: `the clock of the device is ${Math.round(Math.abs(ahead) / 1000)} s ${ahead > 0 ? 'ahead of' : 'behind'} this machine's`,
    fix: 'Let both take their time from the network (NTP): records carry the time of the device. No latency depends on it.',
  };
}

function powerFinding(power: Reading): Finding {
  if ('value' in power) return { step: 'power', outcome: 'ok', detail: `${power.value.toPrecision(3)} W` };
  return { step: 'power', outcome: 'ok', detail: power.unavailable, fix: power.fix };
}

async function attempt(step: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { step, outcome: 'ok', detail: await look() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const fix = error instanceof CodedError ? error.fix : fixes[step];
    return { step, outcome: 'failed', detail: error.message, ...(fix !== undefined && { fix }) };
  }
}

const fixes: Readonly<Record<string, string>> = {
  'host name': 'Look whether the name is spelt right, or write the IP address.',
  port: 'Start `edgewright-agent` on the device, and look whether a firewall stands between.',
};

/** Milliseconds. */
const reachTime = 5_000;

function reachPort(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: reachTime });
    socket.once('connect', () => {
      socket.destroy();
      resolve(`${port} is open`);
    });
    socket.once('timeout', () => {
      socket.destroy();
      reject(new Error(`port ${port} does not answer`));
    });
    socket.once('error', (error) =>
      reject(new Error(isRefused(error) ? `nothing listens on port ${port}` : `port ${port}: ${error.message}`)),
    );
  });
}

function isRefused(error: Error): boolean {
  return systemCode(error) === 'ECONNREFUSED';
}
