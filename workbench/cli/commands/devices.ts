import { CodedError } from '@edgewright/schemas/codes.js';
import type { DeviceDescription } from '@edgewright/schemas/wire.js';
import { dialTarget } from '../../devices/open.ts';
import type { Target } from '../../devices/target.ts';
import { fileCredentials } from '../../devices/tokens.ts';
import { formatBytes } from '../../text/units.ts';
import { exitCodeOf, exitCodes, formatFailure } from '../exit.ts';
import type { Io } from '../io.ts';
import { type DeviceOptions, targetsFor } from '../targets.ts';

/** `edgewright devices`: one that does not answer does not keep the others from it. */
export async function describeDevices(io: Io, options: DeviceOptions & { json?: boolean }): Promise<number> {
  const targets = await targetsFor(options, io);
  const answers = await Promise.all(targets.map((target) => describe(target, io)));
  if (options.json) {
    const rows = answers.map(({ target, description, error }) => ({
      name: target.name ?? description?.name ?? null,
      address: target.address ?? null,
      labels: target.labels,
      ...(description && { description }),
      ...(error && { error: { code: error.code, message: error.message, fix: error.fix } }),
    }));
    io.out(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    for (const { target, description, error } of answers) {
      if (description !== undefined) io.out(descriptionText(target, description, io));
      if (error !== undefined) io.err(`${target.name ?? target.address}: ${formatFailure(error, io)}`);
    }
  }
  const failed = answers.find(({ error }) => error !== undefined)?.error;
  return failed === undefined ? exitCodes.ok : exitCodeOf(failed);
}

interface Answer {
  readonly target: Target;
  readonly description?: DeviceDescription;
  readonly error?: CodedError;
}

async function describe(target: Target, io: Io): Promise<Answer> {
  try {
    const session = await dialTarget(target, fileCredentials(io.environment));
    const description = await session.request('device.describe', {}).finally(() => session.close());
    return { target, description };
  } catch (error) {
    if (error instanceof CodedError) return { target, error };
    throw error;
  }
}

export function descriptionText(target: Pick<Target, 'name' | 'address'>, device: DeviceDescription, io: Io): string {
  const { profile } = device;
  const frequency = 'value' in profile.maxFrequency ? ` at up to ${profile.maxFrequency.value} MHz` : '';
  const lines = [
    `${io.paint('strong', target.name ?? device.name)}  ${target.address ?? 'dialled in'}  ${device.agent}${device.busy ? '  busy' : ''}`,
    `  ${[profile.board, profile.soc].filter((part) => part !== '').join(', ') || profile.hostname}`,
    `  ${profile.cpu}, ${profile.cores} cores${frequency}, ${formatBytes(profile.memory)} memory`,
    `  ${profile.os}, kernel ${profile.kernel}, ${profile.arch}, Node ${profile.node}`,
    ...profile.runtimes.map(({ name, version, unavailable, fix }) =>
      unavailable === undefined
        ? `  ${name} ${version}`
        : `  ${name}: ${io.paint('warning', 'not available')}, ${unavailable}${fix === undefined ? '' : `\n    fix: ${fix}`}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
