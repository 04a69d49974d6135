// A study of given records, as the analyst makes it of those in a folder.
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { type Study, studyBuilder } from 'edgewright/analyst/study.js';

export function studyOf(records: readonly DurableRecord[], sweep = ''): Study {
  const ids = [...new Set(records.map(({ run }) => run))];
  const builder = studyBuilder(ids.map((id) => ({ id, name: 'made-up', sweep })));
  for (const record of records) builder.add(record);
  return builder.study();
}
