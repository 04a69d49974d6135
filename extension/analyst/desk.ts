// What comes to the analyst, one thing after another: folders are read before questions are answered, and a question
// of which a newer one came is left. Knows no thread, so that a test needs none.

import { join, parse } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { analyse, summariseRun } from '@edgewright/core/analysis/analyse.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { environmentsOf } from '@edgewright/workbench/report/parts.js';
import { renderReport } from '@edgewright/workbench/report/report.js';
import { writeDurably } from '@edgewright/workbench/runs/durable.js';
import { exportTable } from '@edgewright/workbench/runs/export.js';
import { readMeasured } from '@edgewright/workbench/runs/measured.js';
import { sourcesOf } from '@edgewright/workbench/sweep/load.js';
import type { Answer, Ask, Fault } from '../protocol.ts';
import { answerCharts, answerHeadline } from './answer.ts';
import { type Folders, openFolders, type RecordPlace } from './folders.ts';
import { measurementOf } from './measurement.ts';
import { overviewOf } from './overview.ts';
import type { Steps } from './steps.ts';
import { type Study, type StudyBuilder, studyBuilder } from './study.ts';
import type { AnalystReply, AnalystRequest, FromAnalyst, ToAnalyst } from './wire.ts';

export interface Desk {
  /** Replies to every message, whatever becomes of it. Never throws. */
  hear(message: ToAnalyst): void;
}

export function openDesk(reply: (message: FromAnalyst) => void): Desk {
  return new Clerk(reply);
}

/** Answers to charts that are kept: enough to go back and forth between filters. */
const cacheSize = 48;

interface Opened {
  readonly folders: Folders;
  readonly builder: StudyBuilder;
  readonly places: Places;
}

class Clerk implements Desk {
  readonly #reply: (message: FromAnalyst) => void;
  /** The newest question of each kind of analysis. */
  readonly #newest = new Map<string, number>();
  readonly #answers = new Map<string, Answer>();
  #paths: readonly string[] = [];
  #opened: Opened | undefined;
  #study: Study | undefined;
  /** Rows of the last overview. */
  #shown = 0;
  /** Reading, and what needs all that was read. */
  #reading: Promise<unknown> = Promise.resolve();
  /** Computing: one question at a time. */
  #computing: Promise<unknown> = Promise.resolve();

  constructor(reply: (message: FromAnalyst) => void) {
    this.#reply = reply;
  }

  hear(message: ToAnalyst): void {
    const { id } = message;
    const lane = laneOf(message);
    if (lane !== undefined) this.#newest.set(lane, id);
    this.#handle(message)
      .catch((error: unknown): AnalystReply => ({ kind: 'fault', fault: faultOf(error) }))
      .then((answer) => this.#reply({ id, ...answer }));
  }

  #handle(message: ToAnalyst): Promise<AnalystReply> {
    switch (message.kind) {
      case 'open':
        this.#paths = message.folders;
        return this.#afterReading(() => this.#read());
      case 'refresh':
        return this.#afterReading(() => this.#read());
      case 'report':
        return this.#afterReading(() => this.#report(message.file));
      case 'export':
        return this.#afterReading(() => this.#export(message));
      case 'ask':
        return this.#answer(message.id, message.ask);
    }
  }

  #afterReading<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#reading.then(act);
    this.#reading = result.catch(() => undefined);
    return result;
  }

  async #answer(id: number, ask: Ask): Promise<AnalystReply> {
    await this.#reading;
    if (ask.kind === 'overview') {
      await this.#afterReading(() => this.#read());
      const study = this.#needStudy();
      this.#shown = study.rows.count;
      const findings = this.#opened?.folders.findings() ?? { list: [], omitted: 0 };
      return { kind: 'answer', answer: { kind: 'overview', overview: overviewOf(study, findings) } };
    }
    if (ask.kind === 'measurement') return { kind: 'answer', answer: await this.#measurement(ask.row) };
    const lane = laneOf({ kind: 'ask', ask }) as string;
    const isObsolete = () => this.#newest.get(lane) !== id;
    const computed = this.#computing.then(() => this.#compute(ask, isObsolete));
    this.#computing = computed.catch(() => undefined);
    return { kind: 'answer', answer: await computed };
  }

  async #compute(ask: Exclude<Ask, { kind: 'overview' | 'measurement' }>, isObsolete: () => boolean): Promise<Answer> {
    if (isObsolete()) return { kind: 'obsolete' };
    const study = this.#needStudy();
    const key = JSON.stringify(ask);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const steps: Steps<Answer> =
      ask.kind === 'headline' ? answerHeadline(study, ask.filter) : answerCharts(study, ask.query);
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        if (study === this.#study) this.#keep(key, value as Answer);
        return value as Answer;
      }
      // What came meanwhile is heard here.
      await setImmediate();
      if (isObsolete()) return { kind: 'obsolete' };
    }
  }

  #keep(key: string, answer: Answer): void {
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > cacheSize && oldest !== undefined) this.#answers.delete(oldest);
  }

  async #measurement(row: number): Promise<Answer> {
    const study = this.#needStudy();
    const opened = this.#opened;
    const known = study.table.rows[row];
    if (known === undefined || opened === undefined) throw new Error(`There is no row ${row}.`);
    const record = await opened.folders.readAt(opened.places.at(row));
    if (record.kind !== 'point' && record.kind !== 'failure') throw new Error(`Row ${row} is a ${record.kind}.`);
    const runs = study.table.runs.map((run) => summariseRun(study.table, run));
    const environment = environmentsOf(runs)[`${known.run} ${known.device}`] ?? [['device', known.device] as const];
    return { kind: 'measurement', measurement: measurementOf(row, known, record, environment) };
  }

  /** What is new since the last time; all of it where there was none, or where files were replaced. */
  async #read(): Promise<AnalystReply> {
    try {
      await this.#readNew();
    } catch (error) {
      if (this.#opened === undefined || !(error instanceof CodedError) || error.code !== 'run-broken') throw error;
      this.#opened = undefined;
      this.#study = undefined;
      await this.#readNew();
    }
    const rows = this.#study?.rows.count ?? 0;
    return { kind: 'read', rows, grown: rows - Math.min(rows, this.#shown) };
  }

  async #readNew(): Promise<void> {
    if (this.#opened === undefined) {
      const folders = await openFolders(this.#paths);
      const files = new Map(
        (await Promise.all(folders.runs.map(({ head }) => sourcesOf(head)))).flatMap((map) => [...map]),
      );
      this.#opened = {
        folders,
        builder: studyBuilder(
          folders.runs.map(({ head }) => head),
          files,
        ),
        places: new Places(),
      };
    }
    const { folders, builder, places } = this.#opened;
    let added = 0;
    await folders.readNew((record, place) => {
      added++;
      const row = builder.add(record);
      if (row !== undefined) places.set(row, place);
    });
    if (this.#study !== undefined && added === 0) return;
    this.#study = builder.study();
    this.#answers.clear();
  }

  async #report(file: string): Promise<AnalystReply> {
    const contents = await readMeasured(this.#needOpened().folders.runs);
    const [first] = contents;
    const records: readonly DurableRecord[] = contents.flatMap((content) => content.records);
    const isOne = contents.every(({ head }) => head.sweep === first?.head.sweep);
    const sweep = isOne ? parseSweep(first?.head.sweep ?? '').sweep : undefined;
    const files = await sourcesOf(first?.head ?? { sweep: '', artifacts: {} });
    await writeDurably(file, renderReport(analyse(tableOf(records), sweep, { files }), { records }));
    return { kind: 'written', files: [file] };
  }

  async #export({ format, file }: Extract<AnalystRequest, { kind: 'export' }>): Promise<AnalystReply> {
    const { runs } = this.#needOpened().folders;
    const { dir, name, ext } = parse(file);
    const files: string[] = [];
    for (const run of runs) {
      const own = runs.length === 1 ? file : join(dir, `${name}-${run.head.id.slice(-6)}${ext}`);
      await exportTable(run, format, own);
      files.push(own);
    }
    return { kind: 'written', files };
  }

  #needOpened(): Opened {
    if (this.#opened === undefined) throw new Error('No run is open.');
    return this.#opened;
  }

  #needStudy(): Study {
    if (this.#study === undefined) throw new Error('No run is open.');
    return this.#study;
  }
}

/** Questions of one lane replace each other. */
function laneOf(message: AnalystRequest): string | undefined {
  if (message.kind !== 'ask') return undefined;
  const { ask } = message;
  if (ask.kind === 'headline') return 'headline';
  return ask.kind === 'charts' ? ask.query.kind : undefined;
}

function faultOf(error: unknown): Fault {
  if (error instanceof CodedError) return { code: error.code, message: error.message, fix: error.fix };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: 'internal-error',
    message,
    fix: 'Open the analysis again; if it fails again, report it with this text.',
  };
}

/** Where the record of each row stands: three numbers a row, whatever the number of rows. */
class Places {
  readonly #files: string[] = [];
  readonly #fileOf = new Map<string, number>();
  #count = 0;
  #file = new Uint16Array(1024);
  #start = new Float64Array(1024);
  #length = new Uint32Array(1024);

  set(row: number, { file, start, length }: RecordPlace): void {
    if (row >= this.#file.length) this.#grow(2 * Math.max(row, this.#file.length));
    const known = this.#fileOf.get(file) ?? this.#files.push(file) - 1;
    this.#fileOf.set(file, known);
    this.#file[row] = known;
    this.#start[row] = start;
    this.#length[row] = length;
    this.#count = Math.max(this.#count, row + 1);
  }

  at(row: number): RecordPlace {
    if (!(row >= 0 && row < this.#count)) throw new Error(`There is no row ${row}.`);
    return {
      file: this.#files[this.#file[row] as number] as string,
      start: this.#start[row] as number,
      length: this.#length[row] as number,
    };
  }

  #grow(size: number): void {
    const grown = { file: new Uint16Array(size), start: new Float64Array(size), length: new Uint32Array(size) };
    grown.file.set(this.#file);
    grown.start.set(this.#start);
    grown.length.set(this.#length);
    this.#file = grown.file;
    this.#start = grown.start;
    this.#length = grown.length;
  }
}
