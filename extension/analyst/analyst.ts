// The host's end of the analyst: a thread of its own, so that reading and computing never hold up the editor.
import { Worker } from 'node:worker_threads';
import { type Code, CodedError, codes } from '@edgewright/schemas/codes.js';
import type { Answer, Ask } from '../protocol.ts';
import type { AnalystReply, AnalystRequest, ExportFormat, FromAnalyst, ToAnalyst } from './wire.ts';

export interface Analyst {
  /** Rejects with the reason where the folders could not be opened. */
  readonly opened: Promise<Growth>;
  /** An older question of the same kind is answered with `obsolete`. */
  ask(ask: Ask): Promise<Answer>;
  /** Reads what was added to the files. */
  refresh(): Promise<Growth>;
  /** The absolute path of the report. */
  report(file: string): Promise<string>;
  /** A file for each run: the name gets the end of the run's id where there are several. */
  exportTable(format: ExportFormat, file: string): Promise<readonly string[]>;
  /** What waits for a reply rejects with `AnalystClosed`. */
  close(): Promise<void>;
}

/** Nobody waits any more: not for the user to see. */
export class AnalystClosed extends Error {}

export interface Growth {
  readonly rows: number;
  /** Rows that the last overview does not have. */
  readonly grown: number;
}

/** `script`: the analyst's program, worker.ts or its bundle. Every promise rejects with a CodedError or a bug's Error. */
export function startAnalyst(script: string | URL, folders: readonly string[]): Analyst {
  const worker = new Worker(script, { name: 'edgewright-analyst' });
  const waiting = new Map<number, { resolve: (reply: AnalystReply) => void; reject: (error: Error) => void }>();
  let last = 0;
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (message: FromAnalyst) => {
    const request = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'fault') request?.reject(errorOf(message.fault));
    else request?.resolve(message);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`The thread that analyses the run ended with code ${code}.`)));
  const send = (request: AnalystRequest): Promise<AnalystReply> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      const id = ++last;
      waiting.set(id, { resolve, reject });
      const message: ToAnalyst = { id, ...request };
      worker.postMessage(message);
    });
  const read = async (request: AnalystRequest): Promise<Growth> => {
    const { rows, grown } = expected(await send(request), 'read');
    return { rows, grown };
  };
  const written = async (request: AnalystRequest): Promise<readonly string[]> =>
    expected(await send(request), 'written').files;
  const opened = read({ kind: 'open', folders });
  // Whoever asks hears of it too; alone it must not end the host.
  opened.catch(() => undefined);
  return {
    opened,
    ask: async (ask) => expected(await send({ kind: 'ask', ask }), 'answer').answer,
    refresh: () => read({ kind: 'refresh' }),
    report: async (file) => (await written({ kind: 'report', file }))[0] as string,
    exportTable: (format, file) => written({ kind: 'export', format, file }),
    async close() {
      end(new AnalystClosed('The analysis was closed.'));
      await worker.terminate();
    },
  };
}

function expected<Kind extends AnalystReply['kind']>(reply: AnalystReply, kind: Kind) {
  if (reply.kind !== kind) throw new Error(`The analyst replied with ${reply.kind} where ${kind} was due.`);
  return reply as Extract<AnalystReply, { kind: Kind }>;
}

function errorOf({ code, message, fix }: { readonly code: string; readonly message: string; readonly fix: string }) {
  return Object.hasOwn(codes, code) ? new CodedError(code as Code, message, fix) : new Error(message);
}
