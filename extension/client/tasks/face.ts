// How a task of a device looks in a list: words and a symbol, without the editor.
import type { TaskState, TaskStatus } from '@edgewright/schemas/deployment.js';
import { formatBytes, plural } from '@edgewright/workbench/text/units.js';

export interface TaskRowFace {
  /** Beside the name: "running · v1.4 · 652 firings". */
  readonly description: string;
  /** Name of a codicon, and of a theme colour. */
  readonly icon: string;
  readonly colour: string | undefined;
  /** The last failure or, where all is well, latency, deadline and bytes. */
  readonly detail: string;
}

const icons: Readonly<Record<TaskState, readonly [icon: string, colour: string | undefined]>> = {
  starting: ['loading~spin', undefined],
  running: ['pass', 'charts.green'],
  waiting: ['watch', 'list.warningForeground'],
  failing: ['warning', 'list.warningForeground'],
  stopped: ['error', 'list.errorForeground'],
};

export function taskFace({ state, version, counters, latency, trouble }: TaskStatus): TaskRowFace {
  const [icon, colour] = icons[state];
  const firings = plural(counters.fired + counters.timeouts, 'firing');
  const description = [state, ...(version === '' ? [] : [version]), firings].join(' · ');
  if (trouble !== null) return { description, icon, colour, detail: `${trouble.message} ${trouble.fix}` };
  const { p50, p99, deadline } = latency;
  const times = p50 === null || p99 === null ? [] : [`p50 ${time(p50.total)}, p99 ${time(p99.total)}`];
  const limit = deadline === null ? [] : [`deadline ${time(deadline)}`];
  const bytes = `${formatBytes(counters.bytesRaw)} kept, ${formatBytes(counters.bytesSent)} sent`;
  return { description, icon, colour, detail: [...times, ...limit, bytes].join(' · ') };
}

function time(milliseconds: number): string {
  return `${Number(milliseconds.toPrecision(3))} ms`;
}
