// What was measured of the device, kept in the agent's data folder: made again where anything that it depends on has changed,
// and where the file cannot be read.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { arch, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { shortHash } from '@edgewright/core/canonical.js';
import { type Calibration, isRates, type Rates } from '@edgewright/core/graph/search/calibration.js';
import { targetOf, type WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import manifest from '../package.json' with { type: 'json' };
import { calibrateCompiler, calibrateRuntime, copyRate } from './calibrate.ts';
import type { Runtime } from './runtime.ts';

/** Raised where samples, terms or kernels change, so that rates of before are not read as such of now. */
const version = 2;

export interface CalibrationOptions {
  /** Made where it is not there. */
  readonly folder: string;
  readonly api: WebAssemblyApi;
  /** onnxruntimes that parts may go to. */
  readonly others: readonly Runtime[];
  readonly threads: number;
}

export async function deviceCalibration({ folder, api, others, threads }: CalibrationOptions): Promise<Calibration> {
  const { relaxed } = targetOf(api);
  const device = [version, cpus()[0]?.model ?? '', cpus().length, arch(), process.versions.v8];
  const jit = await kept(folder, 'jit', [...device, manifest.version, relaxed], () => calibrateCompiler(api));
  const runtimes: Record<string, Rates> = { jit: jit.rates };
  const fingerprints = [jit.fingerprint];
  for (const runtime of others) {
    const { rates, fingerprint } = await kept(
      folder,
      `${runtime.name}-${threads}`,
      [...device, runtime.version, runtime.providers, threads],
      () => calibrateRuntime(runtime, threads),
    );
    runtimes[runtime.name] = rates;
    fingerprints.push(fingerprint);
  }
  return { fingerprint: fingerprints.join('-'), runtimes, copy: copyRate() };
}

interface Kept {
  readonly fingerprint: string;
  readonly rates: Rates;
}

/** From the file, if it is of this fingerprint; else made, and written. */
export async function kept(
  folder: string,
  name: string,
  depends: readonly unknown[],
  make: () => Promise<Rates>,
): Promise<Kept> {
  const path = join(folder, `calibration-${name}.json`);
  const fingerprint = shortHash(JSON.stringify(depends));
  const found = parse(await readFile(path, 'utf8').catch(() => ''));
  if (found?.fingerprint === fingerprint && isRates(found.rates)) return { fingerprint, rates: found.rates };
  const rates = await make();
  await write(path, JSON.stringify({ fingerprint, rates }));
  return { fingerprint, rates };
}

/** Several processes may be at it: each writes a file of its own, and the last to be named stays. */
async function write(path: string, text: string): Promise<void> {
  const part = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, text);
    await rename(part, path);
  } catch {
    // Where the folder cannot be written, the next process measures again.
    await rm(part, { force: true }).catch(() => undefined);
  }
}

function parse(text: string): Partial<Record<keyof Kept, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
