// What sensors may touch of a machine, so that a test can stand in for any device.
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';

export interface Host {
  readonly platform: string;
  readonly arch: string;
  readonly hostname: string;
  /** Release of the kernel. */
  readonly release: string;
  /** Version of Node. */
  readonly node: string;
  /** Process whose load, with its children, counts as our own. */
  readonly pid: number;
  /** Processors that this process may use. */
  readonly cores: number;
  /** Bytes. */
  readonly totalMemory: number;
  /** What the system calls its processor; empty where it does not say. */
  readonly processor: string;
  /** Undefined where the file is missing or may not be read. */
  readFile(path: string): string | undefined;
  access(path: string): 'readable' | 'denied' | 'missing';
  /** Names in a folder, sorted with numbers in order; empty where it is missing or may not be read. */
  list(path: string): readonly string[];
  /** Standard output, or undefined where the command is missing, fails or takes longer than `timeout` ms. */
  run(command: string, args: readonly string[], timeout: number): Promise<string | undefined>;
}

/** Times of a clock that sensors need. */
export interface SensorClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Nanoseconds on a clock that never goes back. */
  nanoseconds(): bigint;
}

export const realClock: SensorClock = { now: Date.now, nanoseconds: process.hrtime.bigint };

/** This machine, with `pid` as the root of the processes that are our own. */
export function realHost(pid = process.pid): Host {
  return {
    platform: process.platform,
    arch: process.arch,
    hostname: os.hostname(),
    release: os.release(),
    node: process.versions.node,
    pid,
    cores: os.availableParallelism(),
    totalMemory: os.totalmem(),
    processor: os.cpus()[0]?.model.trim() ?? '',
    readFile(path) {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        // Missing, denied, or a sensor that is off and answers with an error of its own.
        return undefined;
      }
    },
    access(path) {
      try {
        accessSync(path, constants.R_OK);
        return 'readable';
      } catch {
        return existsSync(path) ? 'denied' : 'missing';
      }
    },
    list(path) {
      try {
        return readdirSync(path).sort(byNumber);
      } catch {
        return [];
      }
    },
    run: (command, args, timeout) =>
      new Promise((resolve) => {
        execFile(command, [...args], { timeout, killSignal: 'SIGKILL', maxBuffer: 1 << 20 }, (error, output) => {
          resolve(error ? undefined : output);
        });
      }),
  };
}

/** cpu2 before cpu10. Not by Intl.Collator: its tables would keep 3 MB of an agent resident. */
function byNumber(left: string, right: string): number {
  const [leftName, leftNumber] = splitNumber(left);
  const [rightName, rightNumber] = splitNumber(right);
  if (leftName !== rightName) return leftName < rightName ? -1 : 1;
  return leftNumber - rightNumber;
}

function splitNumber(name: string): readonly [name: string, number: number] {
  const digits = /\d*$/.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - digits.length), Number(digits)];
}
