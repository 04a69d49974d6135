import assert from 'node:assert/strict';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { checkRecord, parseRecord } from '@edgewright/schemas/record.js';
import fc from 'fast-check';
import { pointRecord } from './records.ts';

const state: DurableRecord = {
  kind: 'state',
  id: 's',
  run: 'r',
  device: 'd',
  time: 't',
  state: 'paused',
  reason: 'asked',
};

const failure: DurableRecord = {
  kind: 'failure',
  id: 'f',
  run: 'r',
  device: 'd',
  time: 't',
  fingerprint: 'x',
  slot: 0,
  role: 'point',
  repeat: 0,
  point: {
    id: 'p',
    seed: 1,
    model: { name: 'cnn', family: 'cnn', parameters: { blocks: [3, 4, 6, 3], block: 'bottleneck', filters: 64 } },
    execution: {
      runtime: 'ort',
      threads: 1,
      precision: 'float32',
      optimization: 'all',
      scenario: { kind: 'idle-gap', gap: 5 },
    },
  },
  cost: { parameters: 1, macs: 1, flops: 2, weightBytes: 4, activationBytes: 4, trafficBytes: 8 },
  attempt: 1,
  phase: 'load',
  code: 'out-of-memory',
  message: 'm',
  fix: 'f',
  detail: { signal: 'SIGKILL', code: null, memory: 5 },
};

describe('records', () => {
  for (const record of [state, failure, pointRecord(3)]) {
    it(`of the kind ${record.kind} are read as they were written`, () => {
      assert.deepEqual(parseRecord(JSON.stringify(record)), { kind: 'ok', record });
    });

    it(`of the kind ${record.kind} need every field, each of its type`, () => {
      for (const key of Object.keys(record)) {
        const { [key]: _, ...rest } = record as unknown as Record<string, unknown>;
        // The digest of the output is the one field that may lack.
        assert.equal(checkRecord(rest).kind, key === 'output' ? 'ok' : 'refused', key);
        assert.equal(checkRecord({ ...record, [key]: { not: 'this' } }).kind, key === 'detail' ? 'ok' : 'refused', key);
      }
    });
  }

  it('never make the reader throw', () => {
    fc.assert(fc.property(fc.string(), (line) => void parseRecord(line)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void checkRecord({ ...failure, point: value })));
  });
});
