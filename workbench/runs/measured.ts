// Runs for analysis: records say the names of their devices, which people know, in place of their ids.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { type RunContent, readRun } from './content.ts';
import type { Run } from './folder.ts';

/** Throws `run-empty` where there is nothing to analyse in one of them. */
export async function readMeasured(runs: readonly Run[]): Promise<readonly RunContent[]> {
  const contents: RunContent[] = [];
  for (const run of runs) {
    const content = await readRun(run.path);
    if (!content.records.some(({ kind }) => kind === 'point' || kind === 'failure')) throw emptyRun(run.path);
    contents.push(content);
  }
  const names = deviceNames(runs);
  const named = (record: DurableRecord) => ({ ...record, device: names.get(record.device) ?? record.device });
  return contents.map((content) => ({ ...content, records: content.records.map(named) }));
}

/** Names by id. Two devices of one name, as of two runs, are told apart by the beginning of their ids. */
export function deviceNames(runs: readonly Run[]): ReadonlyMap<string, string> {
  const names = new Map(runs.flatMap(({ head }) => head.devices.map(({ id, name }) => [id, name] as const)));
  const count = (name: string) => [...names.values()].filter((other) => other === name).length;
  return new Map([...names].map(([id, name]) => [id, count(name) > 1 ? `${name} (${id.slice(0, 6)})` : name]));
}

function emptyRun(path: string): CodedError {
  return new CodedError(
    'run-empty',
    `${path} has no measured point yet.`,
    'Fetch what the devices have with `edgewright resume RUN`.',
  );
}
