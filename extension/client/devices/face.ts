// How a device looks in a list: words and symbols for its state, without the editor.
import type { DeviceProfile, Reading, SensorSample } from '@edgewright/schemas/generated/record.js';
import type { RunStatus } from '@edgewright/schemas/wire.js';

export interface Face {
  /** Beside the name: "online, busy: quickstart 12/90". */
  readonly description: string;
  /** Name of a codicon, and of a theme colour. */
  readonly icon: string;
  readonly colour: string | undefined;
  /** What cannot be seen from the description, and what to do. */
  readonly detail: string;
  /** For menus: `online`, `offline`, `refused`, `unwatched`. */
  readonly context: string;
}

/** What of a device's state its face needs; the registry's states fit. */
export type FaceState =
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'online';
      readonly description: { readonly agent: string; readonly busy: boolean; readonly profile: DeviceProfile };
      readonly sample?: SensorSample;
      readonly status?: { readonly busy: boolean; readonly run: RunStatus | null };
    }
  | { readonly kind: 'offline' | 'refused'; readonly error: { readonly message: string; readonly fix: string } }
  | { readonly kind: 'unwatched'; readonly reason: string };

export function faceOf(state: FaceState): Face {
  switch (state.kind) {
    case 'connecting':
      return { description: 'connecting', icon: 'loading~spin', colour: undefined, detail: '', context: 'connecting' };
    case 'offline':
      return {
        description: 'offline',
        icon: 'debug-disconnect',
        colour: 'disabledForeground',
        detail: `${state.error.message} ${state.error.fix}`,
        context: 'offline',
      };
    case 'refused':
      return {
        description: 'refused',
        icon: 'error',
        colour: 'list.errorForeground',
        detail: `${state.error.message} ${state.error.fix}`,
        context: 'refused',
      };
    case 'unwatched':
      return {
        description: 'not linked',
        icon: 'circle-outline',
        colour: undefined,
        detail: `Not linked: ${state.reason}.`,
        context: 'unwatched',
      };
    case 'online':
      return onlineFace(state);
  }
}

function onlineFace({ description, sample, status }: Extract<FaceState, { kind: 'online' }>): Face {
  const run = status?.run ?? null;
  const isBusy = status?.busy ?? description.busy;
  const isThrottled = sample !== undefined && 'active' in sample.throttle && sample.throttle.active;
  const work = run === null ? (isBusy ? 'busy' : 'online') : `${run.state} ${run.name} ${run.done}/${run.slots}`;
  const parts = [work, ...(isThrottled ? ['throttled'] : [])];
  return {
    description: parts.join(', '),
    icon: isThrottled ? 'flame' : isBusy ? 'sync~spin' : 'vm-active',
    colour: isThrottled ? 'list.warningForeground' : isBusy ? 'charts.blue' : 'charts.green',
    detail: `${description.agent} on ${boardOf(description.profile)}`,
    context: 'online',
  };
}

/** A line below a device: a name, a value, why there is none. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly icon: string;
  readonly detail: string;
}

/** What an online device tells of itself and of this moment. */
export function factsOf({ description, sample }: Extract<FaceState, { kind: 'online' }>): readonly Fact[] {
  const { profile, agent } = description;
  const live: Fact[] =
    sample === undefined
      ? []
      : [
          fact('processor', 'dashboard', sample.busy, (value) => `${Math.round(100 * value)} % busy`),
          fact(
            'memory',
            'server',
            sample.available,
            (value) => `${formatGiB(value)} of ${formatGiB(profile.memory)} free`,
          ),
          fact('frequency', 'pulse', sample.frequency, (value) => `${Math.round(value)} MHz`),
          fact('temperature', 'flame', sample.temperature, (value) => `${value.toFixed(1)} °C`),
          fact(
            'power',
            'zap',
            sample.power ?? { unavailable: 'the agent is older than this reading', fix: 'Update the agent.' },
            (value) => `${value.toFixed(2)} W`,
          ),
          throttleFact(sample),
        ];
  const runtimes = profile.runtimes.map(
    ({ name, version, unavailable, fix }): Fact => ({
      name,
      value: unavailable === undefined ? version : 'not available',
      icon: unavailable === undefined ? 'package' : 'circle-slash',
      detail: unavailable === undefined ? '' : `${unavailable}. ${fix ?? ''}`.trim(),
    }),
  );
  return [
    ...live,
    ...runtimes,
    { name: 'board', value: boardOf(profile), icon: 'circuit-board', detail: `${profile.cpu}, ${profile.cores} cores` },
    {
      name: 'agent',
      value: agent,
      icon: 'info',
      detail: `${profile.os}, kernel ${profile.kernel}, Node ${profile.node}`,
    },
  ];
}

function fact(name: string, icon: string, reading: Reading, format: (value: number) => string): Fact {
  return 'value' in reading
    ? { name, icon, value: format(reading.value), detail: '' }
    : { name, icon, value: 'unavailable', detail: `${reading.unavailable}. ${reading.fix}` };
}

function throttleFact({ throttle }: SensorSample): Fact {
  if ('unavailable' in throttle)
    return {
      name: 'throttling',
      icon: 'warning',
      value: 'unavailable',
      detail: `${throttle.unavailable}. ${throttle.fix}`,
    };
  return {
    name: 'throttling',
    icon: throttle.active ? 'warning' : 'pass',
    value: throttle.active ? `active: ${throttle.flags.join(', ')}` : 'none',
    detail: '',
  };
}

function boardOf({ board, soc, hostname }: DeviceProfile): string {
  return [board, soc].filter((part) => part !== '').join(', ') || hostname;
}

function formatGiB(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
