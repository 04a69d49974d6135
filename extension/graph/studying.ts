// The host's end of the process that takes a model apart: starts it, and says so where it ends before it is done.
import { fork } from 'node:child_process';
import type { Code } from '@edgewright/schemas/codes.js';
import { type StageName, stageNames, type ToGraphView } from '../protocol.ts';
import type { GraphTask } from './child.ts';

export interface Studying {
  /** Nothing is told any more. */
  close(): void;
}

export interface StudyingOptions {
  /** The process's program: child.ts or its bundle. */
  readonly script: string;
  readonly task: GraphTask;
  readonly tell: (message: ToGraphView) => void;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Of standard error, in characters, that is told where the process dies. */
const stderrKept = 2000;

export function startStudying({ script, task, tell, timeout = 300_000 }: StudyingOptions): Studying {
  let next: StageName | undefined;
  let isOpen = true;
  let stderr = '';
  const child = fork(script, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    // In VS Code the executable is Electron, which is to be Node here.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const end = (): void => {
    isOpen = false;
    clearTimeout(timer);
    child.kill('SIGKILL');
  };
  const fail = (code: Code, message: string, fix: string): void => {
    const fault = { code, message, fix };
    if (isOpen) tell(next === undefined ? { kind: 'broken', fault } : { kind: 'stopped', stage: next, fault });
    end();
  };
  const timer = setTimeout(() => {
    const fix = 'Choose smaller sizes of open dimensions, or look at a smaller model.';
    fail('study-timeout', `Taking the model apart took longer than ${timeout / 1000} s.`, fix);
  }, timeout);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-stderrKept);
  });
  child.on('message', (message: ToGraphView) => {
    if (!isOpen) return;
    if (message.kind === 'opened') next = stageNames[0];
    if (message.kind === 'stage') next = stageNames[stageNames.indexOf(message.stage.name) + 1];
    tell(message);
    if (message.kind === 'stopped' || message.kind === 'broken' || isLast(message)) end();
  });
  child.once('error', (error) => fail('study-died', `The process cannot be started: ${error.message}.`, freeMemory));
  child.once('close', (code, signal) => {
    const last = stderr.trim().split('\n').at(-1) ?? '';
    const how = signal === null ? `exit code ${code}` : signal;
    const message = `The process that takes the model apart ended with ${how}${last === '' ? '.' : `: ${last}`}`;
    fail('study-died', message, freeMemory);
  });
  child.send(task, () => undefined);
  return { close: end };
}

const freeMemory = 'Free memory, or choose smaller sizes of open dimensions; a small model that does this is a bug.';

function isLast(message: ToGraphView): boolean {
  return message.kind === 'stage' && message.stage.name === stageNames.at(-1);
}
