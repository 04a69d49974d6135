// Shows a run as it goes on: redrawn lines in a terminal, plain lines elsewhere, one JSON object a line with --json.
import type { RunEvent } from '../runs/event.ts';
import type { RunHead } from '../runs/folder.ts';
import type { DeviceStatus } from '../runs/status.ts';
import { type Naming, namingOf } from '../text/naming.ts';
import type { Io } from './io.ts';
import { plainLine } from './plain.ts';
import { advance, type Progress, renderEnd, renderProgress, startProgress } from './progress.ts';
import { createScreen } from './screen.ts';
import { cut } from './table.ts';

export interface Follower {
  known(devices: readonly DeviceStatus[]): void;
  hear(event: RunEvent): void;
  /** Leaves the last picture in place. */
  end(): void;
}

/** Milliseconds between two pictures. */
const pictureTime = 200;

export function createFollower({ name, sweep }: Pick<RunHead, 'name' | 'sweep'>, io: Io, isJson: boolean): Follower {
  if (isJson)
    return { known: () => {}, hear: (event) => io.out(`${JSON.stringify(eventJson(event))}\n`), end: () => {} };
  const naming = namingOf(sweep);
  return io.isTerminal ? drawn(name, naming, io) : plain(name, naming, io);
}

/** An event as `--json` writes it: `event` names it; raw latencies, the sweep and the profile stay in the run folder. */
export function eventJson(event: RunEvent): Readonly<Record<string, unknown>> {
  const { kind, ...rest } = event;
  if (event.kind !== 'record') return { event: kind, ...rest };
  const { latencies: _, sweep: __, profile: ___, ...record } = event.record as unknown as Record<string, unknown>;
  return { event: kind, device: event.device, cursor: event.cursor, record };
}

function drawn(name: string, naming: Naming, io: Io): Follower {
  const screen = createScreen(io.out, () => io.width);
  const clock = () => performance.now();
  let progress: Progress | undefined;
  const timer = setInterval(() => {
    if (progress !== undefined) screen.draw(renderProgress(progress, clock(), io, io.paint));
  }, pictureTime);
  return {
    known(devices) {
      progress = startProgress(name, naming, devices, clock());
    },
    hear(event) {
      if (progress !== undefined) progress = advance(progress, event, clock());
    },
    end() {
      clearInterval(timer);
      if (progress !== undefined) screen.draw(renderEnd(progress, clock(), io, io.paint));
      screen.close();
    },
  };
}

function plain(name: string, naming: Naming, io: Io): Follower {
  let progress = startProgress(name, naming, [], 0);
  return {
    known(devices) {
      progress = startProgress(name, naming, devices, 0);
    },
    hear(event) {
      progress = advance(progress, event, 0);
      const { done = 0, slots = 0 } = progress.devices.get(event.device) ?? {};
      const line = plainLine(event, { done, slots, naming, isNamed: progress.devices.size > 1 });
      if (line !== undefined) io.out(`${cut(line.replaceAll('\n', ' '), 400)}\n`);
    },
    end: () => {},
  };
}
