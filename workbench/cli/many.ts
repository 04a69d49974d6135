// The same asked of several devices at once: what each answers, or why it does not.
import { CodedError } from '@edgewright/schemas/codes.js';
import { fileCredentials } from '../devices/tokens.ts';
import type { Asked } from '../tasks/ask.ts';
import { formatFailure } from './exit.ts';
import type { Io } from './io.ts';
import { type DeviceOptions, targetsFor } from './targets.ts';

export interface Answer<T> {
  readonly name: string | null;
  readonly address: string | null;
  /** One of the two. */
  readonly answer?: T;
  readonly error?: CodedError;
}

/** `ask` gets the name of the device in the fleet, else its address. Throws as `targetsFor`. */
export async function askDevices<T>(
  options: DeviceOptions,
  io: Io,
  ask: (asked: Asked, name: string) => Promise<T>,
): Promise<readonly Answer<T>[]> {
  const credentials = fileCredentials(io.environment);
  const targets = await targetsFor(options, io);
  return Promise.all(
    targets.map(async (target) => {
      const who = { name: target.name ?? null, address: target.address ?? null };
      try {
        return { ...who, answer: await ask({ target, credentials }, target.name ?? target.address ?? '') };
      } catch (error) {
        if (error instanceof CodedError) return { ...who, error };
        throw error;
      }
    }),
  );
}

export function tellErrors(answers: readonly Answer<unknown>[], io: Io): void {
  for (const { name, address, error } of answers)
    if (error !== undefined) io.err(`${name ?? address}: ${formatFailure(error, io)}`);
}

/** With `error` {code, message, fix} in place of what a device that does not answer would have told. */
export function answersJson<T>(answers: readonly Answer<T>[], told: (answer: T) => object): readonly object[] {
  return answers.map(({ name, address, answer, error }) => ({
    name,
    address,
    ...(answer !== undefined && told(answer)),
    ...(error && { error: { code: error.code, message: error.message, fix: error.fix } }),
  }));
}
