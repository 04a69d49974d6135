// Verifies cases one after another in a process of their own, which is ended where a case takes too long and replaced
// where it died.
import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from './cases.ts';
import type { Assignment } from './child.ts';
import type { Tolerance } from './compare.ts';
import { toleranceOf } from './tolerance.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface VerifierOptions {
  /** In place of what ONNX's own tests allow. */
  readonly tolerance?: Partial<Tolerance>;
  /** Seconds that a case may take. */
  readonly timeout: number;
  /** Cases after which the process is replaced, so that what its engine keeps does not add up. */
  readonly casesOfProcess?: number;
  readonly childPath?: string;
}

/** Of standard error, in characters, that is told where the process dies. */
const stderrKept = 2000;

const ownChild = fileURLToPath(new URL(`./child${extname(import.meta.url)}`, import.meta.url));

export class Verifier {
  readonly #options: Required<VerifierOptions>;
  #child: ChildProcess | undefined;
  #done = 0;
  #stderr = '';

  constructor(options: VerifierOptions) {
    this.#options = { tolerance: {}, casesOfProcess: 200, childPath: ownChild, ...options };
  }

  /** One at a time. Whatever the case is, there is a verdict. */
  async verify(place: Place): Promise<Verdict> {
    const { tolerance, timeout, casesOfProcess } = this.#options;
    if (this.#done >= casesOfProcess) this.close();
    this.#child ??= this.#start();
    this.#done++;
    const child = this.#child;
    const { promise, resolve } = Promise.withResolvers<Verdict>();
    const timer = setTimeout(() => {
      const message = `The case took longer than ${timeout} s.`;
      const fix = 'Allow it more with --timeout; a model that never ends stays refused.';
      resolve(verdictOf(place.name, 'refused', { error: { code: 'case-timeout', message, fix } }));
      this.close();
    }, timeout * 1000);
    const onDeath = (code: number | null, signal: NodeJS.Signals | null): void => {
      const last = this.#stderr.trim().split('\n').at(-1) ?? '';
      const how = signal === null ? `exit code ${code}` : signal;
      const message = `The process that verified the case ended with ${how}${last === '' ? '.' : `: ${last}`}`;
      const fix = 'Free memory, or take the case out; another that dies alone is a bug worth a report.';
      resolve(verdictOf(place.name, 'refused', { error: { code: 'case-died', message, fix } }));
      if (this.#child === child) this.close();
    };
    child.once('message', resolve).once('close', onDeath);
    const assignment: Assignment = { place, tolerance: toleranceOf(place.name, tolerance) };
    // Where the process is dying, its death is the answer.
    child.send(assignment, () => undefined);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      child.off('message', resolve).off('close', onDeath);
    }
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
    this.#done = 0;
  }

  #start(): ChildProcess {
    this.#stderr = '';
    const child = fork(this.#options.childPath, [], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-stderrKept);
    });
    // One that could not be started has no other end.
    child.once('error', () => child.emit('close', null, null));
    return child;
  }
}
