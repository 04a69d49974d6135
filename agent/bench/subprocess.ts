// One measuring process, from its start to its death.
import { fork } from 'node:child_process';
import type { RuntimeStatus } from '@edgewright/schemas/generated/record.js';
import { oomKills, residentBytes } from './memory.ts';
import type { BenchReply, BenchRequest, ChildOptions } from './messages.ts';

export interface Subprocess {
  /** Undefined where it could not be started. */
  readonly pid: number | undefined;
  /** Resolves when the runtime is loaded or known not to load; or with how the process died instead. */
  readonly ready: Promise<RuntimeStatus | Death>;
  /** Resolves when the process is gone. */
  readonly death: Promise<Death>;
  alive(): boolean;
  /** Bytes; undefined where the system does not tell. */
  resident(): number | undefined;
  /** One at a time. Progress goes to `onProgress`; resolves with the last reply or with how the process died. */
  exchange(request: BenchRequest, onProgress: (reply: BenchReply) => void): Promise<BenchReply | Death>;
  kill(): void;
}

export interface Death {
  readonly kind: 'death';
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The last lines of standard error. */
  readonly stderr: string;
  /** Whether the kernel ended a process for lack of memory while this one lived; undefined where it does not tell. */
  readonly kernelShortOfMemory: boolean | undefined;
}

/** Characters of standard error that are kept. */
const stderrKept = 4000;

export function startSubprocess(path: string, options: ChildOptions): Subprocess {
  const killsBefore = oomKills();
  const child = fork(path, [JSON.stringify(options)], {
    // Garbage of one point must not be collected, nor counted, in the next.
    execArgv: [...process.execArgv, '--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-stderrKept);
  });

  let alive = true;
  const death = new Promise<Death>((resolve) => {
    const end = (exitCode: number | null, signal: string | null): void => {
      alive = false;
      const kills = oomKills();
      const kernelShortOfMemory = kills === undefined || killsBefore === undefined ? undefined : kills > killsBefore;
      resolve({ kind: 'death', exitCode, signal, stderr: stderr.trim(), kernelShortOfMemory });
    };
    child.once('close', end);
    child.once('error', (error) => {
      stderr += `\n${error.message}`;
      // An error before the start has no close; one after it is followed by one.
      if (child.pid === undefined) end(null, null);
    });
  });
  const ready = new Promise<RuntimeStatus>((resolve) => {
    child.once('message', (reply: BenchReply) => {
      if (reply.kind === 'ready') resolve(reply.status);
    });
  });

  return {
    pid: child.pid,
    ready: Promise.race([ready, death]),
    death,
    alive: () => alive,
    resident: () => (child.pid === undefined ? undefined : residentBytes(child.pid)),
    exchange(request, onProgress) {
      const answered = new Promise<BenchReply>((resolve) => {
        const listen = (reply: BenchReply): void => {
          if (reply.kind === 'phase') {
            onProgress(reply);
          } else {
            child.off('message', listen);
            resolve(reply);
          }
        };
        child.on('message', listen);
        // Where the process is dying, its death is the answer.
        child.send(request, () => undefined);
      });
      return Promise.race([answered, death]);
    },
    kill: () => child.kill('SIGKILL'),
  };
}
