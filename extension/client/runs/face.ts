// How a run looks in a list and in the status bar, without the editor.
import type { RunState } from '@edgewright/schemas/generated/record.js';
import { formatDuration } from '@edgewright/workbench/text/units.js';

export interface RunFaceOptions {
  readonly run: { readonly path: string; readonly head: { readonly name: string; readonly started: string } };
  readonly devices: readonly {
    readonly device: string;
    readonly state: RunState | undefined;
    readonly reason: string;
    readonly slots: number;
    readonly done: number;
    readonly failed: number;
    readonly link:
      | { readonly kind: 'none'; readonly error?: { readonly message: string; readonly fix: string } }
      | { readonly kind: 'linking' | 'linked' }
      | { readonly kind: 'lost'; readonly message: string };
    readonly status: { readonly timeLeft: number | null } | undefined;
  }[];
  readonly tie: 'collecting' | 'following' | 'none';
}

export interface RunLook {
  /** "running 12/90, 1 failed, 1 min 20 s left" */
  readonly progress: string;
  /** The progress and when it began. */
  readonly description: string;
  readonly detail: string;
  readonly icon: string;
  readonly colour: string | undefined;
  /** For menus: `run-active`, `run-paused`, `run-waiting`, `run-over`, each with `-failed` where a point failed. */
  readonly context: string;
  /** 0 to 1; undefined before the number of slots is known. */
  readonly share: number | undefined;
}

export function runFace({ run, devices, tie }: RunFaceOptions): RunLook {
  const sum = (key: 'slots' | 'done' | 'failed') => devices.reduce((total, device) => total + device[key], 0);
  const [slots, done, failed] = [sum('slots'), sum('done'), sum('failed')];
  const state = overallState(devices.map((device) => device.state));
  const isOver = state === 'finished' || state === 'cancelled';
  const trouble = isOver ? undefined : devices.map(troubleOf).find((text) => text !== undefined);
  const left = Math.max(
    -1,
    ...devices.map(({ status, state: own }) => (own === 'running' ? (status?.timeLeft ?? -1) : -1)),
  );
  const progress = [
    `${state} ${slots === 0 ? '' : `${done}/${slots}`}`.trim(),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(left >= 0 && !isOver ? [`${formatDuration(left)} left`] : []),
    ...(tie === 'following' ? ['followed'] : []),
    ...(trouble === undefined ? [] : ['link lost']),
  ].join(', ');
  const reasons = devices.map(({ device, reason }) => (reason === '' ? '' : `${device}: ${reason}`));
  const look = looks[trouble === undefined ? state : 'lost'];
  return {
    progress,
    description: `${progress}, ${run.head.started.slice(0, 16).replace('T', ' ')} UTC`,
    detail: [run.path, ...(trouble === undefined ? reasons : [trouble])].filter((line) => line !== '').join('\n'),
    icon: state === 'finished' && failed > 0 ? 'warning' : look.icon,
    colour: state === 'finished' && failed > 0 ? 'list.warningForeground' : look.colour,
    context: `${contextOf(state)}${failed > 0 ? '-failed' : ''}`,
    share: slots === 0 ? undefined : done / slots,
  };
}

type Overall = RunState | 'not started';

/** Of several devices the one that goes on longest says what the run is. */
function overallState(states: readonly (RunState | undefined)[]): Overall {
  const order: readonly (RunState | undefined)[] = ['running', 'paused', 'queued', undefined, 'cancelled', 'finished'];
  const first = order.find((state) => states.includes(state));
  return first ?? 'not started';
}

const looks: Readonly<Record<Overall | 'lost', { readonly icon: string; readonly colour: string | undefined }>> = {
  running: { icon: 'sync~spin', colour: 'charts.blue' },
  queued: { icon: 'clock', colour: undefined },
  paused: { icon: 'debug-pause', colour: 'list.warningForeground' },
  cancelled: { icon: 'circle-slash', colour: undefined },
  finished: { icon: 'pass', colour: 'charts.green' },
  'not started': { icon: 'circle-outline', colour: undefined },
  lost: { icon: 'debug-disconnect', colour: 'list.warningForeground' },
};

function contextOf(state: Overall): string {
  if (state === 'finished' || state === 'cancelled') return 'run-over';
  if (state === 'paused') return 'run-paused';
  return state === 'not started' ? 'run-waiting' : 'run-active';
}

function troubleOf({ device, link }: RunFaceOptions['devices'][number]): string | undefined {
  if (link.kind === 'lost') return `${device}: ${link.message}`;
  if (link.kind === 'none' && link.error !== undefined) return `${device}: ${link.error.message} ${link.error.fix}`;
  return undefined;
}
