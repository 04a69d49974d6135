// Run folders as they are and as they grow: records with their places in the files, so that what is large is read
// again when it is asked for and not held. What cannot be read is told and left out.
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { storageError, systemCode } from '@edgewright/workbench/runs/durable.js';
import { openRun, type Run } from '@edgewright/workbench/runs/folder.js';
import { parseLine } from '@edgewright/workbench/runs/line.js';
import { deviceNames } from '@edgewright/workbench/runs/measured.js';
import { rerunsOf } from '@edgewright/workbench/runs/reruns.js';
import type { AnalysisFinding } from '../protocol.ts';
import { readMerged } from './merge.ts';
import { readSpan, type ScannedLine, scanLines } from './scan.ts';
import { faultIn } from './usable.ts';

/** Where a record stands. */
export interface RecordPlace {
  readonly file: string;
  /** Bytes. */
  readonly start: number;
  readonly length: number;
}

export type TakeRecord = (record: DurableRecord, place: RecordPlace) => void;

export interface Folders {
  readonly runs: readonly Run[];
  /**
   * Every record since the last call, devices by the names that people know, with what re-runs measured in place of what
   * failed. Throws `run-broken` where what was told before does not hold any more: a file was replaced, or a re-run grew.
   */
  readNew(take: TakeRecord): Promise<void>;
  /** The record at a place that `take` was told. Throws `run-broken` where it is not there any more. */
  readAt(place: RecordPlace): Promise<DurableRecord>;
  /** Of all lines read so far. */
  findings(): { readonly list: readonly AnalysisFinding[]; readonly omitted: number };
}

/** More are counted, not kept: a file that is no records file has a finding a line. */
const findingLimit = 200;

interface Position {
  offset: number;
  lines: number;
  /** Of what stands after the last line feed: it may be whole by the next time. */
  torn: AnalysisFinding | undefined;
}

/** Throws `run-not-found` or `run-broken`. */
export async function openFolders(paths: readonly string[]): Promise<Folders> {
  const runs = await Promise.all(paths.map(openRun));
  const reruns = await Promise.all(runs.map(rerunsOf));
  const names = deviceNames(runs);
  const positions = new Map<string, Position>();
  const found = findingList(findingLimit);
  let isFirst = true;

  const readFile = async (file: string, take: TakeRecord): Promise<void> => {
    const known = positions.get(file) ?? { offset: 0, lines: 0, torn: undefined };
    positions.set(file, known);
    if ((await stat(file)).size < known.offset) throw changedFile(file);
    for await (const batch of scanLines(file, known)) {
      for (const line of batch) {
        if (!line.isWhole) {
          known.torn = tornLine(file, line);
          continue;
        }
        known.torn = undefined;
        known.offset = line.start + line.length + 1;
        known.lines = line.number;
        const record = recordIn(line);
        if (typeof record === 'string') {
          found.add({ file, line: line.number, message: `The line is no record: ${record}.`, fix: editedFix });
        } else take(record, { file, start: line.start, length: line.length });
      }
    }
  };

  const readRun = async (run: Run, take: TakeRecord): Promise<void> => {
    for (const file of await recordFiles(run)) {
      try {
        await readFile(file, take);
      } catch (error) {
        const code = systemCode(error);
        if (code === undefined || error instanceof CodedError) throw error;
        found.addOnce({ file, line: 0, message: `The file cannot be read (${code}).`, fix: unreadableFix });
      }
    }
  };

  /** What a re-run measured takes the place of what failed: a later look cannot add to that, it has to begin anew. */
  const checkUnchanged = async (run: Run, siblings: readonly Run[]): Promise<void> => {
    const now = await rerunsOf(run);
    if (now.length !== siblings.length) throw changedFile(run.path);
    for (const file of (await Promise.all([run, ...siblings].map(recordFiles))).flat()) {
      const { size } = await stat(file);
      const known = positions.get(file);
      if (known === undefined || (size !== known.offset && known.torn === undefined)) throw changedFile(file);
    }
  };

  return {
    runs,
    async readNew(take) {
      const takeNamed: TakeRecord = (record, place) =>
        take({ ...record, device: names.get(record.device) ?? record.device }, place);
      for (const [at, run] of runs.entries()) {
        const siblings = reruns[at] as readonly Run[];
        if (siblings.length === 0) {
          if (!isFirst && (await rerunsOf(run)).length > 0) throw changedFile(run.path);
          await readRun(run, takeNamed);
        } else if (isFirst) await readMerged(run, siblings, readRun, takeNamed);
        else await checkUnchanged(run, siblings);
      }
      isFirst = false;
    },
    async readAt(place) {
      const bytes = await readSpan(place.file, place).catch((error: unknown) => {
        throw storageError(error, place.file);
      });
      const record = recordIn({ bytes });
      if (typeof record === 'string') throw changedFile(place.file);
      return record;
    },
    findings() {
      const torn = [...positions.values()].flatMap((position) => (position.torn === undefined ? [] : [position.torn]));
      return { list: [...torn, ...found.list], omitted: found.omitted() };
    },
  };
}

function findingList(limit: number) {
  const list: AnalysisFinding[] = [];
  let omitted = 0;
  const add = (finding: AnalysisFinding): void => {
    if (list.length < limit) list.push(finding);
    else omitted++;
  };
  return {
    list,
    add,
    addOnce(finding: AnalysisFinding): void {
      if (!list.some(({ file, line }) => file === finding.file && line === finding.line)) add(finding);
    },
    omitted: () => omitted,
  };
}

/** The record, or what is wrong with the line. */
function recordIn({ bytes }: Pick<ScannedLine, 'bytes'>): DurableRecord | string {
  if (bytes === undefined) return 'it is longer than 64 MB';
  const parsed = parseLine(bytes.toString('utf8'));
  if (parsed.kind === 'broken') return parsed.reason;
  const { record } = parsed.stored;
  return faultIn(record) ?? record;
}

/** Files of the devices that the head names, then of others. */
async function recordFiles(run: Run): Promise<readonly string[]> {
  const folder = join(run.path, 'records');
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw storageError(error, folder);
  });
  const order = new Map(run.head.devices.map((device, index) => [device.name, index]));
  const place = (name: string) => order.get(basename(name, '.jsonl')) ?? order.size;
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

const editedFix = 'Look whether the file was edited; the other records are used without it.';
const unreadableFix = 'Look at its permissions and whether it is a file; the other files are used without it.';

function tornLine(file: string, { number }: ScannedLine): AnalysisFinding {
  return {
    file,
    line: number,
    message: 'The last line is torn: it is being written, or the workbench ended while it was.',
    fix: '`edgewright resume` cuts it off and fetches the record again.',
  };
}

function changedFile(file: string): CodedError {
  return new CodedError('run-broken', `${file} was changed while it was read.`, 'Open the analysis again.');
}
