// Sensors of a phone by the commands of Termux:API. All sensors of Android come by one `termux-sensor`: the app behind it has one
// writer for all who ask, and who asks second takes the sensors away from the first.
// https://github.com/termux/termux-api/blob/master/app/src/main/java/com/termux/api/apis/SensorAPI.java
import { execFile } from 'node:child_process';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { longestLine } from './event.ts';
import { paced, pause, type SourceTimes } from './pace.ts';
import { keepRunning } from './process.ts';

/** Milliseconds that a command may take: a position without a view of the sky takes long. */
const commandTime = 60_000;

const fix = 'Install the package termux-api and the app Termux:API, and give the app its permissions.';

interface Listener {
  readonly name: string;
  /** Milliseconds. */
  readonly every: number;
  readonly hear: (sensor: string, values: readonly number[]) => void;
  readonly tell: (message: string | null) => void;
}

/** Opens a source: `battery` and `location` by their own commands, anything else as a sensor of Android. */
export type OpenTermux = (
  name: string,
  event: string,
  every: number,
  intake: Intake,
  rate: number | undefined,
) => OpenSource;

export function createTermux(times: SourceTimes): OpenTermux {
  const listeners = new Set<Listener>();
  let stop = async (): Promise<void> => {};
  /** Starts and stops, one after another. */
  let last: Promise<unknown> = Promise.resolve();

  return (name, event, every, intake, rate) => {
    if (name === 'battery' || name === 'location') return openCommand(name, event, every, intake, rate);
    const ending = new AbortController();
    const give = paced(intake, rate, ending.signal);
    let notBefore = 0;
    let isGiving = false;
    const listener: Listener = {
      name,
      every,
      hear(sensor, values) {
        const now = performance.now();
        // The command is as quick as the quickest of its listeners wants it.
        if (isGiving || now < notBefore) return;
        notBefore = now + 0.9 * every;
        isGiving = true;
        const [value, y, z] = values;
        void give([{ event, fields: { sensor, value, x: value, y, z } }]).finally(() => {
          isGiving = false;
        });
      },
      tell: (message) => intake.tell(message === null ? null : sourceTrouble(message, fix)),
    };
    listeners.add(listener);
    change();
    return {
      async close() {
        ending.abort();
        listeners.delete(listener);
        await change();
      },
    };
  };

  function change(): Promise<unknown> {
    last = last.then(async () => {
      await stop();
      stop = listeners.size === 0 ? async () => {} : listen([...listeners], times);
    });
    return last;
  }
}

/** @returns What ends it, and lets go of the sensors. */
function listen(listeners: readonly Listener[], times: SourceTimes): () => Promise<void> {
  const ending = new AbortController();
  const tell = (message: string | null): void => {
    for (const listener of listeners) listener.tell(message);
  };
  const names = [...new Set(listeners.map(({ name }) => name))].join(',');
  const delay = Math.max(1, Math.round(Math.min(...listeners.map(({ every }) => every))));
  const done = keepRunning(
    ['termux-sensor', '-s', names, '-d', `${delay}`],
    ending.signal,
    times.restart,
    async (output) => {
      for await (const text of objectsIn(output)) {
        if (ending.signal.aborted) return;
        const readings = readingsOf(text);
        if (readings === undefined) tell(`termux-sensor says: ${text.slice(0, 200)}`);
        else for (const listener of listeners) hearNearest(listener, readings);
      }
    },
    () => tell(null),
    (why) => tell(`termux-sensor does not run: ${why}.`),
  );
  return async () => {
    ending.abort();
    await done;
    await run('termux-sensor', ['-c']).catch(() => undefined);
  };
}

/** As the app chooses: of the sensors with the name in theirs the one with the shortest. */
function hearNearest({ name, hear }: Listener, readings: ReadonlyMap<string, readonly number[]>): void {
  const fits = [...readings.keys()].filter((sensor) => sensor.toUpperCase().includes(name.toUpperCase()));
  const [nearest] = fits.toSorted((a, b) => a.length - b.length);
  if (nearest !== undefined) hear(nearest, readings.get(nearest) ?? []);
}

/** Values by sensor of one object; before the first values it is empty. */
function readingsOf(text: string): ReadonlyMap<string, readonly number[]> | undefined {
  const object = parsed(text);
  if (object === undefined) return undefined;
  const readings = new Map<string, readonly number[]>();
  for (const [sensor, reading] of Object.entries(object)) {
    const values: unknown = (reading as { readonly values?: unknown } | null)?.values;
    if (Array.isArray(values) && values.every((value) => typeof value === 'number')) readings.set(sensor, values);
  }
  return readings;
}

/**
 * The JSON objects of a stream, each printed over many lines one after another; what stands between them is given by its lines.
 * Exported for its test.
 */
export async function* objectsIn(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  for await (const chunk of stream) {
    for (const letter of chunk) {
      if (depth === 0 && letter === '\n') {
        if (text.trim() !== '') yield text.trim();
        text = '';
        continue;
      }
      if (text.length < longestLine) text += letter;
      if (isString) {
        if (letter === '"' && !isEscaped) isString = false;
        isEscaped = letter === '\\' && !isEscaped;
      } else if (letter === '"') isString = depth > 0;
      else if (letter === '{') depth++;
      else if (letter === '}' && depth > 0 && --depth === 0) {
        yield text.trim();
        text = '';
      }
    }
  }
  if (text.trim() !== '') yield text.trim();
}

/** Its object as the fields of an event, every so often after the last has come. */
function openCommand(
  name: 'battery' | 'location',
  event: string,
  every: number,
  intake: Intake,
  rate: number | undefined,
): OpenSource {
  const command = { battery: 'termux-battery-status', location: 'termux-location' }[name];
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const done = (async () => {
    for (; !ending.signal.aborted; await pause(every, ending.signal)) {
      try {
        const text = await run(command, [], ending.signal);
        const object = parsed(text);
        const fault = object === undefined ? text.trim().slice(0, 200) || 'nothing' : object.API_ERROR;
        if (object === undefined || fault !== undefined)
          intake.tell(sourceTrouble(`${command} says: ${String(fault).slice(0, 200)}`, fix));
        else {
          intake.tell(null);
          await give([{ event, fields: { sensor: name, ...object } }]);
        }
      } catch (error) {
        if (ending.signal.aborted) return;
        intake.tell(sourceTrouble(`${command} does not run: ${(error as Error).message.split('\n')[0]}.`, fix));
      }
    }
  })();
  return {
    async close() {
      ending.abort();
      await done;
    },
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function run(command: string, words: readonly string[], signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      words,
      { timeout: commandTime, maxBuffer: longestLine, ...(signal && { signal }) },
      (error, output) => (error === null ? resolve(output) : reject(error)),
    );
  });
}
