// Lines of recordings: what is read, and what is said of those that cannot be.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueOf, readLine } from '@edgewright/core/task/event-line.js';
import { readRecording } from '@edgewright/workbench/task/recording.js';
import { temporaryFolder } from '../folder.ts';

const events = new Map([
  [
    'a',
    new Map([
      ['v', 'number' as const],
      ['k', 'string' as const],
    ]),
  ],
]);
const catalogue = catalogueOf([{ events }]);
const read = (line: string) => readLine(line, 1, catalogue);
const codeOf = (line: string) => {
  const result = read(line);
  return result?.kind === 'fault' ? result.fault.code : result?.kind;
};

describe('lines of recordings', () => {
  it('have a time in ISO 8601 or in milliseconds', () => {
    const event = { time: 1767225600500, event: 'a', fields: { v: 1 }, line: 1 };
    for (const time of ['"2026-01-01T00:00:00.5Z"', '"2026-01-01T01:00:00.500+01:00"', '1767225600500']) {
      assert.deepEqual(read(`{"time":${time},"event":"a","v":1}`), { kind: 'event', event });
    }
  });

  it('keep declared fields alone, and take null for a field that is missing', () => {
    const line = '{"time":1,"event":"a","v":null,"k":"x","other":{"deep":[1]},"__proto__":{"v":2}}';
    assert.deepEqual(read(line), { kind: 'event', event: { time: 1, event: 'a', fields: { k: 'x' }, line: 1 } });
  });

  for (const [line, code] of [
    ['', undefined],
    ['  \r', undefined],
    ['\uFEFF{"time":1,"event":"a"}', 'event'],
    ['{"time":1,"event":"z"}', 'foreign'],
    ['{"time":1', 'recording-line'],
    ['[1, 2]', 'recording-line'],
    ['null', 'recording-line'],
    ['{"event":"a"}', 'recording-line'],
    ['{"time":"2026-01-01T00:00:00","event":"a"}', 'recording-line'],
    ['{"time":"yesterday","event":"a"}', 'recording-line'],
    ['{"time":1e300,"event":"a"}', 'recording-line'],
    ['{"time":1}', 'recording-line'],
    ['{"time":1,"event":"a","v":"1"}', 'recording-field'],
    ['{"time":1,"event":"a","k":{}}', 'recording-field'],
  ] as const) {
    it(`${JSON.stringify(line)} is ${code ?? 'empty'}`, () => assert.equal(codeOf(line), code));
  }
});

describe('recordings', () => {
  const folder = temporaryFolder();
  const lines = async (text: string | Buffer) => {
    const path = join(folder(), 'r.jsonl');
    writeFileSync(path, text);
    const found = [];
    for await (const batch of readRecording(path, 'r.jsonl', catalogue)) found.push(...batch);
    return found;
  };

  it('are read over the borders of blocks, with their lines numbered', async () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `{"time":${at},"event":"a","k":"\u00fc${at}"}\n`).join('');
    const found = await lines(text);
    assert.equal(found.length, 20_000);
    for (const [at, line] of found.entries()) {
      assert.ok(line.kind === 'event' && line.event.line === at + 1 && line.event.fields.k === `\u00fc${at}`);
    }
  });

  it('may end without a line break', async () => assert.equal((await lines('{"time":1,"event":"a"}')).length, 1));

  it('without any line break do not fill the memory', async () => {
    await assert.rejects(lines(Buffer.alloc(3_000_000, 'x')), { code: 'recording-line' });
  });

  it('that are not there are told', async () => {
    const none = readRecording(join(folder(), 'none'), 'none', catalogue);
    await assert.rejects(none.next(), { code: 'file-unreadable' });
  });
});
