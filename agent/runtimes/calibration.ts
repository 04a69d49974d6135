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

/** Measures what is not kept. */
export async function deviceCalibration(options: CalibrationOptions): Promise<Calibration> {
  const runtimes: Record<string, Rates> = {};
  const fingerprints: string[] = [];
  for (const { runtime, file, depends, measure } of partsOf(options)) {
    const { rates, fingerprint } = await kept(options.folder, file, depends, measure);
    runtimes[runtime] = rates;
    fingerprints.push(fingerprint);
  }
  return { fingerprint: fingerprints.join('-'), runtimes, copy: copyRate() };
}

/**
 * What is kept, for who cannot wait: measures no runtime, so that some may have no rates, or none. Looked up once for each set
 * of runtimes.
 */
export function keptCalibration(): typeof deviceCalibration {
  const known = new Map<string, Promise<Calibration>>();
  return (options) => {
    const key = JSON.stringify([options.folder, options.threads, options.others.map(({ name }) => name)]);
    const calibration = known.get(key) ?? findCalibration(options);
    known.set(key, calibration);
    return calibration;
  };
}

async function findCalibration(options: CalibrationOptions): Promise<Calibration> {
  const runtimes: Record<string, Rates> = {};
  const fingerprints: string[] = [];
  for (const { runtime, file, depends } of partsOf(options)) {
    const { fingerprint, rates } = await find(options.folder, file, depends);
    if (rates !== undefined) runtimes[runtime] = rates;
    fingerprints.push(rates === undefined ? `${fingerprint}?` : fingerprint);
  }
  // Nothing is handed over between runtimes whose parts are not planned.
  const copy = Object.keys(runtimes).length > 1 ? copyRate() : 0;
  return { fingerprint: fingerprints.join('-'), runtimes, copy };
}

interface CalibrationPart {
  readonly runtime: string;
  readonly file: string;
  readonly depends: readonly unknown[];
  readonly measure: () => Promise<Rates>;
}

function partsOf({ api, others, threads }: CalibrationOptions): readonly CalibrationPart[] {
  const { relaxed } = targetOf(api);
  const device = [version, cpus()[0]?.model ?? '', cpus().length, arch(), process.versions.v8];
  return [
    {
      runtime: 'jit',
      file: 'jit',
      depends: [...device, manifest.version, relaxed],
      measure: () => calibrateCompiler(api),
    },
    ...others.map((runtime) => ({
      runtime: runtime.name,
      file: `${runtime.name}-${threads}`,
      depends: [...device, runtime.version, runtime.providers, threads],
      measure: () => calibrateRuntime(runtime, threads),
    })),
  ];
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
  const { fingerprint, rates: found } = await find(folder, name, depends);
  if (found !== undefined) return { fingerprint, rates: found };
  const rates = await make();
  await write(pathOf(folder, name), JSON.stringify({ fingerprint, rates }));
  return { fingerprint, rates };
}

async function find(
  folder: string,
  name: string,
  depends: readonly unknown[],
): Promise<{ readonly fingerprint: string; readonly rates: Rates | undefined }> {
  const fingerprint = shortHash(JSON.stringify(depends));
  const found = parse(await readFile(pathOf(folder, name), 'utf8').catch(() => ''));
  return { fingerprint, rates: found?.fingerprint === fingerprint && isRates(found.rates) ? found.rates : undefined };
}

function pathOf(folder: string, name: string): string {
  return join(folder, `calibration-${name}.json`);
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
