// What commands that let a model be inspected share: where, progress, and the first Ctrl-C.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Inspection, InspectionOptions, InspectionWant } from '@edgewright/schemas/inspection.js';
import { startLocalAgent } from '../devices/local.ts';
import type { Target } from '../devices/target.ts';
import { fileCredentials } from '../devices/tokens.ts';
import { type InspectionProgress, inspectOn } from '../graph/inspect.ts';
import { exitCodes } from './exit.ts';
import type { Io } from './io.ts';
import { createScreen } from './screen.ts';
import { type DeviceOptions, targetsFor } from './targets.ts';

export interface WhereOptions extends DeviceOptions {
  readonly local?: boolean;
}

export interface Asked {
  readonly file: string;
  /** Where the model says that its weights lie. */
  readonly locations: readonly string[];
  readonly sizes: ReadonlyMap<string, number>;
  /** Path of a file with inputs. */
  readonly inputs?: string | undefined;
  readonly want: readonly InspectionWant[];
  readonly options?: InspectionOptions;
}

/** On the device that is named, else by an agent of this machine's own. @returns the exit code where it was interrupted */
export async function inspectFor(io: Io, where: WhereOptions, asked: Asked): Promise<Inspection | number> {
  const named = await targetFor(where, io);
  const abort = new AbortController();
  const stopListening = io.onInterrupt(() => abort.abort());
  const local = named === undefined ? await startLocalAgent({ environment: io.environment }) : undefined;
  const screen = io.isTerminal ? createScreen(io.err, () => io.width) : undefined;
  try {
    return await inspectOn({
      ...asked,
      target: named ?? local!.target,
      credentials: fileCredentials(io.environment),
      signal: abort.signal,
      onProgress: (progress) => screen?.draw([io.paint('dim', progressText(progress))]),
    });
  } catch (error) {
    if (abort.signal.aborted && error instanceof CodedError) return exitCodes.interrupted;
    throw error;
  } finally {
    screen?.draw([]);
    screen?.close();
    stopListening();
    await local?.close();
  }
}

/** Undefined: this machine. Throws `usage` where more than one place is named. */
async function targetFor(where: WhereOptions, io: Io): Promise<Target | undefined> {
  const isNamed = where.device !== undefined || where.fleet !== undefined;
  if (!isNamed) return undefined;
  const targets = await targetsFor(where, io);
  if (targets.length === 1 && !where.local) return targets[0];
  throw new CodedError(
    'usage',
    'A model is inspected in one place at a time, and several were named.',
    'Name one device, or --local.',
  );
}

function progressText({ phase, done, of }: InspectionProgress): string {
  const share = of > 0 ? ` ${((100 * done) / of).toFixed(0)} %` : '';
  return `${phases[phase] ?? phase}${share}`;
}

const phases: Readonly<Record<string, string>> = {
  sending: 'sending the model',
  compile: 'compiling',
  calibrate: 'measuring the device, once',
  plan: 'trying plans',
  profile: 'timing',
  diff: 'comparing values',
};
