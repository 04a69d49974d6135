// Shows a run as it goes on: redrawn lines in a terminal, plain lines elsewhere, one JSON object a line with --json.
import type { RunEvent } from '../runs/event.ts';
import type { DeviceStatus } from '../runs/status.ts';
import type { Io } from './io.ts';
import { plainLine } from './plain.ts';
import { advance, type Progress, renderProgress, startProgress } from './progress.ts';
import { cut } from './table.ts';

export interface Follower {
  known(devices: readonly DeviceStatus[]): void;
  hear(event: RunEvent): void;
  /** Leaves the last picture in place. */
  end(): void;
}

/** Milliseconds between two pictures. */
const pictureTime = 200;

export async function createFollower(name: string, io: Io, isJson: boolean): Promise<Follower> {
  if (isJson)
    return { known: () => {}, hear: (event) => io.out(`${JSON.stringify(eventJson(event))}\n`), end: () => {} };
  return io.isTerminal ? drawn(name, io) : plain(name, io);
}

/** An event as `--json` writes it: `event` names it; raw latencies, the sweep and the profile stay in the run folder. */
export function eventJson(event: RunEvent): Readonly<Record<string, unknown>> {
  const { kind, ...rest } = event;
  if (event.kind !== 'record') return { event: kind, ...rest };
  const { latencies: _, sweep: __, profile: ___, ...record } = event.record as unknown as Record<string, unknown>;
  return { event: kind, device: event.device, cursor: event.cursor, record };
}

async function drawn(name: string, io: Io): Promise<Follower> {
  const { createLogUpdate } = await import('log-update');
  const draw = createLogUpdate(process.stdout);
  const clock = () => performance.now();
  let progress: Progress | undefined;
  const picture = () => {
    if (progress !== undefined) draw(renderProgress(progress, clock(), io.width, io.paint).join('\n'));
  };
  const timer = setInterval(picture, pictureTime);
  return {
    known(devices) {
      progress = startProgress(name, devices, clock());
    },
    hear(event) {
      if (progress !== undefined) progress = advance(progress, event, clock());
    },
    end() {
      clearInterval(timer);
      picture();
      draw.done();
    },
  };
}

function plain(name: string, io: Io): Follower {
  let progress = startProgress(name, [], 0);
  return {
    known(devices) {
      progress = startProgress(name, devices, 0);
    },
    hear(event) {
      progress = advance(progress, event, 0);
      const { done = 0, slots = 0 } = progress.devices.get(event.device) ?? {};
      const line = plainLine(event, done, slots);
      if (line !== undefined) io.out(`${cut(line.replaceAll('\n', ' '), 400)}\n`);
    },
    end: () => {},
  };
}
