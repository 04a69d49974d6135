// What can be done with a document, above its lines.
import { formatDuration, plural } from '@edgewright/workbench/text/units.js';
import type { CodeLens } from 'vscode-languageserver/node';
import type { LensCommands } from '../language.ts';
import type { Summary } from './expansion.ts';
import type { Source } from './source.ts';
import { itemsOf, nodeAt, spanOf } from './tree.ts';

export function lenses(source: Source, summary: Summary | undefined): readonly CodeLens[] {
  if (source.isTooLarge) return [];
  if (source.kind === 'task') return taskLenses(source);
  if (source.kind !== 'sweep') return [];
  const { uri } = source;
  const count = summary && ` (${plural(summary.points, 'point')}, about ${formatDuration(summary.total)})`;
  const models = source.facts().models.flatMap(({ index, family, familyNode }) => {
    if (family === undefined || familyNode === undefined) return [];
    return [lens(source, spanOf(familyNode).start, 'Preview model', 'edgewright.previewModel', [uri, index])];
  });
  return [
    lens(source, 0, 'Run on...', 'edgewright.run', [uri]),
    lens(source, 0, `Estimate${count ?? ''}`, 'edgewright.estimate', [uri]),
    ...models,
  ];
}

/** The recording of a test is simulated from above the test. */
function taskLenses(source: Source): readonly CodeLens[] {
  const { uri } = source;
  const tree = source.tree();
  const tests = itemsOf(tree, nodeAt(tree, ['tests'])).map((test, index) =>
    lens(source, spanOf(test).start, 'Simulate', 'edgewright.simulateTask', [uri, index]),
  );
  return [
    lens(source, 0, 'Simulate...', 'edgewright.simulateTask', [uri]),
    lens(source, 0, 'Deploy to...', 'edgewright.deployTask', [uri]),
    ...tests,
  ];
}

function lens<Name extends keyof LensCommands>(
  source: Source,
  offset: number,
  title: string,
  command: Name,
  args: LensCommands[Name],
): CodeLens {
  const start = source.lines.positionAt(offset);
  return { range: { start, end: start }, command: { title, command, arguments: args } };
}
