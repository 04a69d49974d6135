// What VS Code runs inside the extension host instead of a window's work: mocha over the suites here. The results go
// to a file, because an extension host that dies early ends with 0 as well.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Read by the end-to-end test that starts this, which makes each result one of its own. */
export interface HostReport {
  readonly tests: readonly HostResult[];
}

export interface HostResult {
  readonly title: string;
  /** Milliseconds. */
  readonly duration: number;
  /** Absent where it passed. */
  readonly error?: { readonly message: string; readonly stack: string };
}

/** Called by VS Code; rejects where a test failed. */
export async function run(): Promise<void> {
  const path = process.env.EDGEWRIGHT_HOST_REPORT;
  if (path === undefined) throw new Error('EDGEWRIGHT_HOST_REPORT does not say where the report goes');
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Silent });
  mocha.suite.emit('pre-require', globalThis, 'host', mocha);
  await loadSuites();

  const tests: HostResult[] = [];
  const runner = mocha.run();
  runner.on('pass', (test) => tests.push({ title: test.fullTitle(), duration: test.duration ?? 0 }));
  runner.on('fail', (test, error: Error) => {
    const { message, stack = '' } = error;
    tests.push({ title: test.fullTitle(), duration: test.duration ?? 0, error: { message, stack } });
  });
  await new Promise<void>((resolve) => runner.once('end', () => resolve()));
  const report: HostReport = { tests };
  writeFileSync(path, JSON.stringify(report));
  if (tests.some(({ error }) => error !== undefined)) throw new Error('a test failed: the report says which');
}

class Silent extends Mocha.reporters.Base {
  override epilogue(): void {}
}

/** Here, not at the top: the suites need the functions that mocha puts among the globals. */
async function loadSuites(): Promise<void> {
  await import('./manifest.host.ts');
  await import('./documents.host.ts');
  await import('./devices.host.ts');
  await import('./runs.host.ts');
  await import('./graphs.host.ts');
}
