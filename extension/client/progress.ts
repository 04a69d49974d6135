// The status bar: the run that goes on, how far it is; and how many.
import { isOver } from '@edgewright/workbench/runs/status.js';
import { type Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { atMost } from './gentle.ts';
import type { RunController, RunEntry } from './runs/controller.ts';
import { runFace } from './runs/face.ts';
import { openingRun } from './views/editor.ts';

/** Milliseconds between two paintings. */
const paintTime = 250;

export function showProgress(controller: RunController): Disposable[] {
  const item = window.createStatusBarItem('edgewright.progress', StatusBarAlignment.Left, 10);
  item.name = 'Edgewright Runs';
  const show = atMost(paintTime, () =>
    paint(
      item,
      controller.runs.filter((entry) => entry.tie !== 'none' && isGoing(entry)),
    ),
  );
  return [item, controller.onDidChange(() => show.call()), { dispose: () => show.stop() }];
}

function isGoing({ devices }: RunEntry): boolean {
  return devices.some(({ state }) => !isOver(state));
}

function paint(item: StatusBarItem, going: readonly RunEntry[]): void {
  const [first] = going;
  if (first === undefined) {
    item.hide();
    return;
  }
  const { progress, icon } = runFace(first);
  const others = going.length > 1 ? ` +${going.length - 1}` : '';
  item.text = `$(${icon}) ${first.run.head.name}: ${progress}${others}`;
  item.tooltip = going.map((entry) => `${entry.run.head.name}: ${runFace(entry).progress}`).join('\n');
  item.accessibilityInformation = { label: `Edgewright run ${first.run.head.name}: ${progress}${others}` };
  item.command = openingRun(first.run.path);
  item.show();
}
