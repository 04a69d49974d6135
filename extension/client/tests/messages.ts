// What VS Code's test view shows of a test that did not pass: why, what was expected beside what came, and where.
import { dirname, join } from 'node:path';
import type { Diagnostic, Place } from '@edgewright/schemas/diagnostic.js';
import { placeIn } from '@edgewright/workbench/task/discover.js';
import type { Difference } from '@edgewright/workbench/task/test.js';
import { Location, Position, Range, TestMessage, TestMessageStackFrame, Uri } from 'vscode';
import type { Fault } from '../../protocol.ts';

/** A document as its tests were run. */
export interface TestedDocument {
  readonly uri: Uri;
  readonly text: string;
}

/** `events`: path of the recording, as the test names it. */
export function differenceMessage(
  { uri, text }: TestedDocument,
  { code, message, fix, path, line, firings }: Difference,
  events: string,
): TestMessage {
  const words = `${message} ${fix} (${code})`;
  const place = locationOf(uri, placeIn(text, path));
  const inRecording =
    line === undefined
      ? undefined
      : new Location(Uri.file(join(dirname(uri.fsPath), events)), new Position(line - 1, 0));
  if (firings === undefined) {
    const shown = new TestMessage(words);
    shown.location = inRecording ?? place;
    return shown;
  }
  const shown = TestMessage.diff(words, firings.expected, firings.actual);
  shown.location = place;
  // The last event of the firing that differs.
  if (inRecording !== undefined)
    shown.stackTrace = [
      new TestMessageStackFrame(`${events}:${line}`, inRecording.uri, inRecording.range.start),
      new TestMessageStackFrame('what the test expects', uri, place.range.start),
    ];
  return shown;
}

/** Of a test that could not be run. `path`: what it is about. */
export function faultMessage(
  { uri, text }: TestedDocument,
  { code, message, fix }: Fault,
  path: Diagnostic['path'],
): TestMessage {
  const shown = new TestMessage(`${message} ${fix} (${code})`);
  shown.location = locationOf(uri, placeIn(text, path));
  return shown;
}

/** Of a document with errors: its first. */
export function invalidMessage({ uri }: TestedDocument, diagnostics: readonly Diagnostic[]): TestMessage {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  const shown = new TestMessage(
    first === undefined ? 'The task has errors.' : `The task has errors. ${first.message} ${first.fix} (${first.code})`,
  );
  shown.location = locationOf(uri, first?.place);
  return shown;
}

function locationOf(uri: Uri, place: Place | undefined): Location {
  const { line, column, length } = place ?? { line: 1, column: 1, length: 0 };
  return new Location(uri, new Range(line - 1, column - 1, line - 1, column - 1 + length));
}
