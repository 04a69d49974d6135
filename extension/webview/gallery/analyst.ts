// Stands in for the analyst's thread: the same studies and answers, of made-up records, in a worker of the browser.

import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { withAblation } from '../../../test/fixtures/ablation.ts';
import { makeRecords, type RecordOptions } from '../../../test/fixtures/records.ts';
import { answerCharts, answerHeadline } from '../../analyst/answer.ts';
import { measurementOf } from '../../analyst/measurement.ts';
import { overviewOf } from '../../analyst/overview.ts';
import { finish } from '../../analyst/steps.ts';
import { type Study, studyBuilder } from '../../analyst/study.ts';
import type { AnalysisFinding, Answer, Ask, ToRunView } from '../../protocol.ts';

export interface MadeRun {
  readonly records: readonly Partial<RecordOptions>[];
  readonly findings: readonly AnalysisFinding[];
  /** Every point of ort as two of jit, with fusion and without it. */
  readonly isAblated?: boolean;
}

export type ToMadeAnalyst =
  | { readonly kind: 'make'; readonly run: MadeRun }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask };

let made: { readonly study: Study; readonly records: readonly DurableRecord[]; readonly run: MadeRun } | undefined;

addEventListener('message', ({ data }: MessageEvent<ToMadeAnalyst>) => {
  if (data.kind === 'make') {
    const plain = data.run.records.flatMap((options) => makeRecords(options));
    const all = data.run.isAblated ? withAblation(plain) : plain;
    const sweep = all.find((record) => record.kind === 'run')?.sweep ?? '';
    const heads = [...new Set(all.map(({ run }) => run))].map((id) => ({ id, name: 'made-up', sweep }));
    const builder = studyBuilder(heads);
    const records = all.filter((record) => builder.add(record) !== undefined);
    made = { study: builder.study(), records, run: data.run };
    return;
  }
  const answer = answerTo(data.ask);
  const message: ToRunView = { kind: 'answer', id: data.id, answer };
  postMessage(message);
});

function answerTo(ask: Ask): Answer {
  if (made === undefined) throw new Error('No run was made.');
  const { study, records, run } = made;
  switch (ask.kind) {
    case 'overview':
      return { kind: 'overview', overview: overviewOf(study, { list: run.findings, omitted: 0 }) };
    case 'headline':
      return finish(answerHeadline(study, ask.filter));
    case 'charts':
      return finish(answerCharts(study, ask.query));
    case 'measurement': {
      const [row, record] = [study.table.rows[ask.row], records[ask.row]];
      if (row === undefined || (record?.kind !== 'point' && record?.kind !== 'failure'))
        throw new Error('No such row.');
      const environment = [['device', row.device] as const, ['processor', 'Cortex-A76, 4 cores'] as const];
      return { kind: 'measurement', measurement: measurementOf(ask.row, row, record, environment) };
    }
  }
}
