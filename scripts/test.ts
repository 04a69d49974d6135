// `npm test` after set-up: builds, checks style, then runs every test. The last line counts the real results.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const patterns = process.argv.slice(2);

interface Counts {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

step('build and type check', 'tsc', ['-b']);
step('packages', 'node', ['scripts/pack.ts']);
step('package of the extension', 'node', ['scripts/vsix.ts']);
step('style', 'biome', ['ci', '--reporter=summary', '.']);

interface Part {
  readonly files: readonly string[];
  /** Of these, what another part has. */
  readonly without?: string;
  /** Of a test that fails. */
  readonly retries: number;
}

/** Waits for recordings that play in real time. */
const samples = 'test/e2e/samples.test.ts';

/** One after another; of each the parts side by side. What opens windows of VS Code has the machine nearly to itself. */
const rounds: readonly (readonly Part[])[] =
  patterns.length > 0
    ? [[{ files: patterns, retries: 0 }]]
    : [
        [
          { files: ['agent', 'core', 'repository', 'schemas', 'workbench'].map(allOf), retries: 0 },
          { files: [allOf('extension'), 'test/e2e/*.test.ts'], without: samples, retries: 0 },
        ],
        [
          // A window of VS Code is now and then busy with what nobody sees; what had to be tried again is told.
          { files: ['test/e2e/vscode/*.test.ts'], retries: 1 },
          { files: [samples], retries: 0 },
        ],
      ];
const counted: Counts[] = [];
for (const round of rounds) counted.push(...(await Promise.all(round.map((part, at) => run(part, at > 0)))));
const sum = (name: keyof Counts): number => counted.reduce((total, each) => total + each[name], 0);
const skipped = sum('pending');
console.log(`${sum('passes')} passed, ${sum('failures')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failures') > 0 || sum('passes') === 0 ? 1 : 0);

function allOf(folder: string): string {
  return `test/${folder}/**/*.test.ts`;
}

/** @param isHeld Whether what it writes is shown only when it has ended, so as not to mix with another's. */
function run({ files, without, retries }: Part, isHeld: boolean): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-tests-'));
  const counts = join(folder, 'counts.json');
  const options = ['--reporter', 'scripts/reporter.mjs', '--timeout', '120000', '--retries', String(retries), '--exit'];
  const ignored = without === undefined ? [] : ['--ignore', without];
  const child = spawn('mocha', [...options, ...ignored, ...files], {
    cwd: root,
    stdio: ['ignore', isHeld ? 'pipe' : 'inherit', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '--conditions=edgewright-source', COUNTS: counts },
  });
  const held: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => held.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      process.stdout.write(Buffer.concat(held));
      resolve(countsIn(counts, code, signal));
      rmSync(folder, { recursive: true });
    });
  });
}

/** A run that did not come to its end counts as a failure. */
function countsIn(file: string, code: number | null, signal: NodeJS.Signals | null): Counts {
  try {
    const counts: Counts = JSON.parse(readFileSync(file, 'utf8'));
    return code === 0 || counts.failures > 0 ? counts : { ...counts, failures: 1 };
  } catch {
    console.error(`the tests ended without a result: ${signal ?? `exit code ${code}`}`);
    return { passes: 0, failures: 1, pending: 0 };
  }
}

function step(name: string, command: string, args: readonly string[]): void {
  const begin = Date.now();
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) {
    console.error(`${name}: failed`);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  console.log(`${name}: ok (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
}
