// All states of all views. A view that gets a new state gets it here, and so in the gallery and in its tests.
import { analysisStates } from './analysis.ts';
import { graphStates } from './graph.ts';
import { liveStates } from './live.ts';
import type { Played } from './played.ts';
import { previewStates } from './preview.ts';
import { simulatorStates } from './simulator.ts';
import { taskStates } from './task.ts';
import { beginTraffic } from './traffic.ts';

export type ViewName = 'run' | 'preview' | 'graph' | 'simulator' | 'task';

export function statesOf(view: ViewName): Readonly<Record<string, Played>> {
  return { run, preview: previewStates, graph: graphStates, simulator: simulatorStates, task: taskStates }[view];
}

const run: Readonly<Record<string, Played>> = {
  ...Object.fromEntries(Object.entries(liveStates).map(([name, begin]) => [name, { begin }])),
  /** Waits for `window.traffic`. */
  traffic: { begin: beginTraffic },
  ...analysisStates,
};
