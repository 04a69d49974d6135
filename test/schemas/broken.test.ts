// What is said of broken input, all of it in one snapshot: read it aloud after a change.
import assert from 'node:assert/strict';
import { startHandshake } from '@edgewright/core/link/handshake.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import { codes } from '@edgewright/schemas/codes.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { parseFleet } from '@edgewright/schemas/fleet.js';
import { checkParams, checkResult, parseFrame } from '@edgewright/schemas/frame.js';
import { checkRecord, parseRecord } from '@edgewright/schemas/record.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { defaultLimits, type WireError } from '@edgewright/schemas/wire.js';
import { formatDiagnostic } from '@edgewright/workbench/cli/excerpt.js';
import { filesEnding, textOf } from '../repository/source.ts';
import { matchSnapshot } from '../snapshot.ts';
import { brokenFleets } from './broken/fleets.ts';
import { brokenFrames } from './broken/frames.ts';
import { brokenRecords } from './broken/records.ts';
import { brokenSweeps, type DocumentCase } from './broken/sweeps.ts';
import { brokenTasks } from './broken/tasks.ts';

const plain = { paint: (_: string, text: string) => text, width: 100 };

describe('broken input', () => {
  const said: string[] = [];
  const provoked = new Set<string>();

  checkDocuments('sweep.yaml', brokenSweeps, (text) => {
    const { diagnostics, sweep } = parseSweep(text);
    return { diagnostics, result: sweep };
  });
  checkDocuments('fleet.yaml', brokenFleets, (text) => {
    const { diagnostics, fleet } = parseFleet(text);
    return { diagnostics, result: fleet };
  });

  checkDocuments('task.yaml', brokenTasks, (text) => {
    const { diagnostics, task } = checkTask(text);
    return { diagnostics, result: task };
  });

  function checkDocuments(
    file: string,
    cases: readonly DocumentCase[],
    parse: (text: string) => { diagnostics: readonly Diagnostic[]; result: unknown },
  ): void {
    for (const { title, text, codes: expected } of cases) {
      it(`${file}: ${title}`, () => {
        const { diagnostics, result } = parse(text);
        assert.deepEqual(
          diagnostics.map(({ code }) => code),
          expected,
        );
        const isRefused = diagnostics.some(({ severity }) => severity === 'error');
        assert.equal(result === undefined, isRefused);
        for (const diagnostic of diagnostics) {
          provoked.add(diagnostic.code);
          assertSentence(diagnostic.message);
          assertSentence(diagnostic.fix);
        }
        const shown = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, file, text, plain));
        // Of a hundred equal ones the first and the last tell all.
        const few = shown.length > 10 ? [shown[0], '...\n', shown.at(-1)] : shown;
        said.push(`# ${title}\n${few.join('')}`);
      });
    }
  }

  for (const { title, text, code } of brokenFrames) {
    it(`frame: ${title}`, () => {
      const error = refusalOf(text);
      assert.equal(error?.data?.code, code);
      provoked.add(code);
      assertSentence(error?.message ?? '');
      assertSentence(error?.data?.fix ?? '');
      const shown = text.length > 100 ? `${text.slice(0, 80)}... (${text.length} characters)` : text;
      said.push(
        `# frame: ${title}\n${shown}\nerror ${error?.code} [${code}]: ${error?.message}\n  fix: ${error?.data?.fix}\n`,
      );
    });
  }

  it('answer: a status without a state', () => {
    const error = checkResult('run.pause', { run: 'a' });
    assert.equal(error?.data?.code, 'bad-result');
    provoked.add('bad-result');
    said.push(
      `# answer: a status without a state\nerror ${error?.code} [bad-result]: ${error?.message}\n  fix: ${error?.data?.fix}\n`,
    );
  });

  for (const { title, line, code } of brokenRecords) {
    it(`record: ${title}`, () => {
      const parsed = typeof line === 'string' ? parseRecord(line) : checkRecord(line);
      assert.ok(parsed.kind === 'refused');
      assert.equal(parsed.code, code);
      provoked.add(code);
      assertSentence(parsed.message);
      said.push(`# record: ${title}\nerror[${code}]: ${parsed.message}\n  fix: ${parsed.fix}\n`);
    });
  }

  it('reads as the snapshot', () => matchSnapshot('schemas/snapshots/broken.txt', said.join('\n')));

  it('holds at least 60 cases', () => assert.ok(said.length >= 60));

  it('provokes every code of documents and of the wire, here or in another test', () => {
    const others = filesEnding('.test.ts', 'test').map(textOf).join('\n');
    const missing = Object.entries(codes)
      .filter(([code, { kind }]) => (kind === 'document' || kind === 'wire') && !provoked.has(code))
      .map(([code]) => code)
      .filter((code) => !new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(others));
    assert.deepEqual(missing, []);
  });
});

/** What the receiver answers: the frame, then its params, then the handshake. */
function refusalOf(text: string): WireError | undefined {
  const parsed = parseFrame(text, defaultLimits);
  if (parsed.kind === 'refused') return parsed.error;
  const { frame } = parsed;
  assert.ok('method' in frame);
  const fault = checkParams(frame.method, frame.params);
  if (fault !== undefined) return fault;
  const own = {
    role: 'device',
    protocol: [1, 1],
    program: 'edgewright-agent 0.1.0',
    id: 'd',
    name: 'pi',
    capabilities: [],
    nonce: 'cd'.repeat(32),
  } as const;
  const step = startHandshake(own, 'token')(frame);
  assert.ok(step.kind === 'refuse');
  return { code: -32000, message: step.error.message, data: { code: step.error.code, fix: step.error.fix } };
}

/** Starts with a capital, a quoted part, an operator or a name; ends as a sentence; has no leak of code. */
function assertSentence(text: string): void {
  assert.match(text, /^(?:[\p{Lu}`"+\-*/<>=!&|^?%]|(?:abs|edgewright-agent) )/u, text);
  assert.match(text, /[.?]$/, text);
  assert.doesNotMatch(text, /undefined|NaN|\[object|\.\.$/, text);
}
