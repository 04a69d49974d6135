// `edgewright-agent doctor`: what this device has for measuring, what it lacks, and what to do about it.
import { existsSync, rmSync } from 'node:fs';
import { fingerprintOf } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Reading, SensorSample } from '@edgewright/schemas/generated/record.js';
import { openStore } from '../store/store.ts';
import type { DataFolder } from './data.ts';
import { program } from './program.ts';
import { createSelf } from './self.ts';
import { noKeys, readTrusted } from './trust.ts';

export interface Finding {
  readonly part: string;
  readonly kind: 'ok' | 'missing';
  /** What was found, or why nothing was. */
  readonly message: string;
  /** Empty where nothing is to be done. */
  readonly fix: string;
}

export async function examine(data: DataFolder, ortPath: string | undefined): Promise<readonly Finding[]> {
  const isFirst = !existsSync(data.journal);
  const store = await openForLook(data);
  const self = createSelf({ store: store.opened, name: '', scratch: data.scratch, ortPath });
  try {
    const { profile, fingerprint } = await self.profile();
    await self.sample();
    // Load is counted between two samples.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const sample = await self.sample();
    return [
      ok('agent', `${program}, Node ${profile.node}`),
      ok('device', [profile.board || profile.cpu, profile.os, `${profile.cores} cores`, fingerprint].join(', ')),
      store.finding,
      ok('tasks', existsSync(data.tasks) ? data.tasks : 'none was deployed to this device'),
      trustFinding(data.trusted),
      ...profile.runtimes.map((runtime) =>
        runtime.unavailable === undefined
          ? ok(runtime.name, [runtime.version, ...(runtime.providers ?? [])].join(', '))
          : missing(runtime.name, runtime.unavailable, runtime.fix ?? ''),
      ),
      reading('maximum frequency', profile.maxFrequency, 'MHz'),
      ...readings(sample),
    ];
  } finally {
    store.opened.close();
    rmSync(data.scratch, { recursive: true, force: true });
    // A look leaves no device behind that never was.
    if (isFirst) for (const end of ['', '-wal', '-shm']) rmSync(data.journal + end, { force: true });
  }
}

export function findingLine({ part, kind, message, fix }: Finding): string {
  return `${kind === 'ok' ? 'ok     ' : 'missing'}  ${part}: ${message}${fix === '' ? '' : `\n         ${fix}`}`;
}

/** The journal of an agent that runs is locked: then a journal in memory takes its place, which is enough to look around. */
async function openForLook(data: DataFolder) {
  try {
    const opened = openStore(data.journal);
    return { opened, finding: ok('journal', `${data.journal}, ${opened.runs().length} runs`) };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const opened = openStore(':memory:');
    if (error.code === 'store-locked')
      return { opened, finding: ok('journal', `${data.journal}, in use by an agent that runs`) };
    return { opened, finding: missing('journal', error.message, error.fix) };
  }
}

function trustFinding(path: string): Finding {
  try {
    const names = readTrusted(path).map(({ key, name }) => `${fingerprintOf(key)} ${name}`.trimEnd());
    return ok('trusted keys', names.length > 0 ? names.join(', ') : noKeys(path));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return missing('trusted keys', error.message, error.fix);
  }
}

function readings({ available, busy, frequency, temperature, power, throttle }: SensorSample): Finding[] {
  return [
    reading('memory available', available, 'bytes'),
    reading('load', busy, 'of 1'),
    reading('frequency', frequency, 'MHz'),
    reading('temperature', temperature, 'degrees Celsius'),
    ...(power === undefined ? [] : [reading('power', power, 'W')]),
    'unavailable' in throttle
      ? missing('throttling', throttle.unavailable, throttle.fix)
      : ok('throttling', throttle.active ? throttle.flags.join(', ') : 'none now'),
  ];
}

function reading(part: string, value: Reading, unit: string): Finding {
  if ('unavailable' in value) return missing(part, value.unavailable, value.fix);
  return ok(part, `${Number(value.value.toPrecision(4))} ${unit}`);
}

function ok(part: string, message: string): Finding {
  return { part, kind: 'ok', message, fix: '' };
}

function missing(part: string, message: string, fix: string): Finding {
  return { part, kind: 'missing', message, fix };
}
