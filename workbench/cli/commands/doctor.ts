import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { DeviceDescription } from '@edgewright/schemas/wire.js';
import { dialTarget } from '../../devices/open.ts';
import { findToken, targetOf } from '../../devices/target.ts';
import { systemCode } from '../../runs/durable.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

/** An element of `doctor --json`. */
interface Finding {
  readonly step: string;
  readonly outcome: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  readonly fix?: string;
}

/** `edgewright doctor ADDRESS`: each step stands on the one before; exit code 3 where one failed. */
export async function examineDevice(
  io: Io,
  address: string,
  options: { readonly tokenFile?: string; readonly certificate?: string; readonly json?: boolean },
): Promise<number> {
  const findings: Finding[] = [];
  for await (const finding of examine(io, address, options)) {
    findings.push(finding);
    if (!options.json) io.out(findingText(finding, io));
  }
  if (options.json) io.out(`${JSON.stringify(findings, null, 2)}\n`);
  return findings.some(({ outcome }) => outcome === 'failed') ? exitCodes.device : exitCodes.ok;
}

async function* examine(
  io: Io,
  address: string,
  options: { readonly tokenFile?: string; readonly certificate?: string },
): AsyncGenerator<Finding> {
  const target = targetOf(address, options, io.cwd);
  const { hostname, port, protocol } = new URL(target.address as string);
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await attempt('host name', async () => (await lookup(host)).address);
  yield found;
  if (found.outcome === 'failed') return;
  const reached = await attempt('port', () => reachPort(host, Number(port || (protocol === 'wss:' ? 443 : 80))));
  yield reached;
  if (reached.outcome === 'failed') return;
  const token = await attempt('token', async () => `${(await findToken(target, io.environment)).length} characters`);
  yield token;
  if (token.outcome === 'failed') return;
  let device: DeviceDescription | undefined;
  const linked = await attempt('link', async () => {
    const session = await dialTarget(target, io.environment);
    device = await session.request('device.describe', {}).finally(() => session.close());
    return `${session.peer.program}, protocol ${session.protocol}`;
  });
  yield linked;
  if (device !== undefined) yield* examineProfile(device);
}

function* examineProfile({ profile, busy }: DeviceDescription): Generator<Finding> {
  for (const { name, version, unavailable, fix } of profile.runtimes) {
    yield unavailable === undefined
      ? { step: `runtime ${name}`, outcome: 'ok', detail: version }
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
  yield { step: 'load', outcome: busy ? 'warning' : 'ok', detail: busy ? 'a run goes on' : 'no run goes on' };
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

function findingText({ step, outcome, detail, fix }: Finding, io: Io): string {
  const tone = { ok: 'good', warning: 'warning', failed: 'bad' } as const;
  return `${io.paint(tone[outcome], outcome.padEnd(7))}  ${step}: ${detail}\n${fix === undefined ? '' : `         fix: ${fix}\n`}`;
}
