// The records of one run folder, of all its devices. Lines that cannot be read are told and left out: a run with a hole is
// still a run.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Code } from '@edgewright/schemas/codes.js';
import { systemCode } from './durable.ts';
import type { Run } from './folder.ts';
import { parseLine, type StoredRecord } from './line.ts';
import { readLines } from './lines.ts';

/** A line that is not in the result. */
export interface RunFinding {
  readonly code: Extract<Code, 'record-not-json' | 'record-shape'>;
  /** Path of the file. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** Record after record of this folder alone, without its re-runs, without holding more than ids. Each once, however often a line repeats it. */
export async function* readRecords(
  run: Run,
  onFinding: (finding: RunFinding) => void,
): AsyncGenerator<StoredRecord & { readonly device: string }> {
  for (const file of await recordFiles(run)) {
    const device = basename(file, '.jsonl');
    const seen = new Set<string>();
    for await (const line of readLines(file)) {
      const parsed = parseLine(line.text);
      if (parsed.kind === 'broken') onFinding(brokenLine(file, line.number, line.isWhole, parsed.reason));
      else if (!seen.has(parsed.stored.record.id)) {
        seen.add(parsed.stored.record.id);
        yield { ...parsed.stored, device };
      }
    }
  }
}

/** Files of the devices that the head names, then of others. */
async function recordFiles(run: Run): Promise<readonly string[]> {
  const folder = join(run.path, 'records');
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const order = new Map(run.head.devices.map((device, index) => [`${device.name}.jsonl`, index]));
  const place = (name: string) => order.get(name) ?? order.size;
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

function brokenLine(file: string, line: number, isWhole: boolean, reason: string): RunFinding {
  const isTorn = !isWhole;
  return {
    code: isTorn || reason.includes('JSON') ? 'record-not-json' : 'record-shape',
    file,
    line,
    message: isTorn
      ? 'The last line is torn: the workbench ended while it was written.'
      : `The line is no record: ${reason}.`,
    fix: isTorn
      ? '`edgewright resume` cuts it off and fetches the record again.'
      : 'Look whether the file was edited; the other records are used without it.',
  };
}
