// The sources of tasks by kind. One of these for an agent: sources at the same address share a listener.
import { loadavg } from 'node:os';
import type { ResolvedSource } from '@edgewright/schemas/task-sources.js';
import { hottest, temperatureFiles } from '../../sensors/heat.ts';
import { type Host, realHost } from '../../sensors/host.ts';
import { batteryOf } from '../conditions.ts';
import type { Intake, OpenSource } from '../contract.ts';
import type { OpenSources } from '../keeper.ts';
import { sourceTrouble } from '../trouble.ts';
import { keepOpening } from './attempt.ts';
import { type Door, openDoor } from './door.ts';
import { openFile } from './file.ts';
import { openFolder } from './folder.ts';
import { defaultSourceTimes, paced, pause, type SourceTimes } from './pace.ts';
import { openProcess } from './process.ts';
import { openReplay } from './replay.ts';
import { type Secrets, tokenOf } from './secret.ts';
import { createTermux } from './termux.ts';

/** None rejects: what cannot be opened tells its trouble by its intake, is tried again, and the others go on. */
export function createSources(
  secrets: Secrets,
  times: SourceTimes = defaultSourceTimes,
  host: Host = realHost(),
): OpenSources {
  const termux = createTermux(times);
  const doors = new Map<string, Promise<Door>>();
  return async (task, makeIntake, fileOf) => {
    const opened: OpenSource[] = [];
    for (const [place, source] of task.sources.entries()) {
      const intake = makeIntake(source.kind, source.events);
      const open = () => openOne(source, intake, fileOf, `${task.name} ${place}`);
      opened.push(await keepOpening(open, intake, times.retry));
    }
    return opened;
  };

  async function openOne(
    source: ResolvedSource,
    intake: Intake,
    fileOf: (path: string) => string,
    name: string,
  ): Promise<OpenSource> {
    const { rate, events } = source;
    switch (source.kind) {
      case 'http':
      case 'websocket':
        return enter(source, `${source.host}:${source.port}`, source, intake, source.secret);
      case 'socket':
        return enter(source, source.path, source, intake, undefined);
      case 'timer':
        return every(source.every, intake, rate, () => ({ event: nameIn(events), fields: {} }));
      case 'sensor': {
        const read = reader(host, source.sensor);
        const fields = (value: number) => ({ event: nameIn(events), fields: { value, sensor: source.sensor } });
        return every(source.every, intake, rate, () => {
          const value = read();
          return typeof value === 'number' ? fields(value) : value;
        });
      }
      case 'file':
        return openFile(source.path, intake, rate, times);
      case 'replay':
        return openReplay(fileOf(source.path), intake, rate, source.from ?? 'start', times);
      case 'folder':
        return openFolder(source, intake);
      case 'process':
        return openProcess(source.command, intake, rate, times);
      case 'mqtt':
        return (await import('./mqtt.ts')).openMqtt(source, secretOf(source), intake, name, times);
      case 'nats':
        return (await import('./nats.ts')).openNats(source, secretOf(source), intake, times);
      case 'termux':
        return termux(source.name, nameIn(events), source.every, intake, rate);
    }
  }

  function secretOf({ secret }: { readonly secret?: string }): ReturnType<Secrets> | undefined {
    return secret === undefined ? undefined : secrets(secret);
  }

  async function enter(
    { kind, events, rate }: ResolvedSource & { readonly kind: 'http' | 'websocket' | 'socket' },
    key: string,
    where: { readonly path: string } | { readonly host: string; readonly port: number },
    intake: Intake,
    secret: string | undefined,
  ): Promise<OpenSource> {
    const token = secret === undefined ? undefined : tokenOf(secret, secrets);
    const opening =
      doors.get(key) ?? openDoor('path' in where ? { path: where.path } : { host: where.host, port: where.port });
    doors.set(key, opening);
    const door = await opening.catch((error: unknown) => {
      doors.delete(key);
      throw error;
    });
    const leave = door.add({ kind, events: new Set(events), rate, intake, ...(token !== undefined && { token }) });
    intake.tell(null);
    return {
      async close() {
        leave();
        if (door.size > 0) return;
        doors.delete(key);
        await door.close();
      },
    };
  }
}

/** Of a source that gives one event. */
function nameIn(events: readonly string[]): string {
  const [name] = events;
  if (name === undefined) throw new Error('a source without events');
  return name;
}

type Reading = { readonly event: string; readonly fields: Readonly<Record<string, unknown>> };

/** At whole multiples since it was opened; what cannot be read is the source's trouble. */
function every(
  time: number,
  intake: Intake,
  rate: number | undefined,
  read: () => Reading | { readonly unavailable: string; readonly fix: string },
): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  let isGiving = false;
  let isReady = true;
  const tick = (): void => {
    if (isGiving) return;
    const reading = read();
    if ('unavailable' in reading) {
      isReady = false;
      intake.tell(sourceTrouble(reading.unavailable, reading.fix));
      return;
    }
    if (!isReady) intake.tell(null);
    isReady = true;
    isGiving = true;
    void give([reading]).finally(() => {
      isGiving = false;
    });
  };
  const done = (async () => {
    const begin = performance.now();
    for (let passed = 0; ; passed = performance.now() - begin) {
      // A timer may come a little early.
      await pause((Math.round(passed / time) + 1) * time - passed, ending.signal);
      if (ending.signal.aborted) return;
      tick();
    }
  })();
  intake.tell(null);
  return {
    async close() {
      ending.abort();
      await done;
    },
  };
}

function reader(
  host: Host,
  sensor: 'temperature' | 'load' | 'battery',
): () => number | { unavailable: string; fix: string } {
  switch (sensor) {
    case 'temperature': {
      const zones = temperatureFiles(host);
      return () => {
        const heat = hottest(host, zones);
        return 'value' in heat ? heat.value : { unavailable: heat.unavailable, fix: heat.fix };
      };
    }
    case 'load':
      return () => (loadavg()[0] ?? 0) / host.cores;
    case 'battery':
      return () =>
        batteryOf(host).charge ?? { unavailable: 'This device shows no battery.', fix: 'Leave the source out here.' };
  }
}
