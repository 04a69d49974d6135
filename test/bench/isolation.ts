// What a script that misbehaves costs its neighbour: the time from an event to its result of a task with a script of its own,
// alone and beside each that misbehaves, by turns, in one process with the keeper and the executions of an agent; and what
// each tier costs to start and to hold.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@edgewright/agent/link/clock.js';
import { createTaskClock } from '@edgewright/agent/tasks/clock.js';
import type { Intake } from '@edgewright/agent/tasks/contract.js';
import { openExecution } from '@edgewright/agent/tasks/execute/open.js';
import { openKeeper } from '@edgewright/agent/tasks/keeper.js';
import { quantile } from '@edgewright/core/quantile.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { TaskStatus } from '@edgewright/schemas/deployment.js';

// The main thread is where all tasks meet: what a task costs there all others wait for, whatever else the machine does.

/** Milliseconds between two firings of the neighbour, of a turn alone and of one beside, and how often they take turns. */
const [every, alone, beside, turns] = [5, 600, 600, 7] as const;

const kinds = [
  ['javascript', 'boundary'],
  ['javascript', 'fault'],
  ['python', 'boundary'],
  ['python', 'fault'],
] as const;

const misbehaving = {
  'loops for ever': { javascript: 'while (true);', python: 'while True: pass' },
  'allocates for ever': {
    javascript: 'const all = []; while (true) all.push(new Array(1000).fill(all.length));',
    python: 'all = []\n    while True: all.append([0] * 10000)',
  },
  'floods with results': {
    javascript: 'while (true) try { output({ x: 1 }); } catch {}',
    python: "while True:\n        try: output({'x': 1})\n        except ValueError: pass",
  },
  'floods the log': { javascript: 'while (true) log("line");', python: "while True: log('line')" },
};

const folder = mkdtempSync(join(tmpdir(), 'edgewright-isolation-'));
mkdirSync(join(folder, 'data'));
try {
  console.log('  script                start ms   holds MiB');
  for (const [language, tier] of kinds) await costs(language, tier);
  console.log(
    '  medians of turns, p99 of all beside one that p50 alone   beside    ratio  p99 alone   beside    ratio   main thread %, so    failures',
  );
  for (const [language, tier] of kinds)
    for (const title of Object.keys(misbehaving)) await neighbour(language, tier, title as keyof typeof misbehaving);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

function scriptOf(language: 'javascript' | 'python', body: string): string {
  return language === 'python'
    ? `from edgewright import output, log\ndef run(firing, outputs):\n    ${body}\n`
    : `import { output, log } from 'edgewright';\nexport function run(firing) {\n  ${body}\n}\n`;
}

function documentOf(name: string, language: string, tier: string): string {
  return `edgewright: task/v1
name: ${name}
events: { ${name}: { x: number } }
trigger: { event: ${name} }
script: { file: ${name}.${language}, language: ${language}, results: { x: number } }
policy: { isolation: ${tier}, memory: 64MiB, time: 500ms, concurrency: single }
`;
}

/** Time until a script is loaded, and memory of process and children together that each more of them takes. */
async function costs(language: 'javascript' | 'python', tier: string): Promise<void> {
  const count = 5;
  writeFileSync(join(folder, `cost.${language}`), scriptOf(language, 'return { "x": 1 }'));
  const { task } = checkTask(documentOf('cost', language, tier));
  if (task === undefined) throw new Error('the document is wrong');
  const open = () =>
    openExecution({
      task,
      fileOf: (path) => join(folder, path),
      data: join(folder, 'data'),
      ortPath: undefined,
      onLog: () => {},
    });
  // What is loaded or found out once is nobody's.
  await (await open()).close();
  const before = heldMiB();
  const executions = [];
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const begin = performance.now();
    executions.push(await open());
    times.push(performance.now() - begin);
  }
  const held = (heldMiB() - before) / count;
  for (const execution of executions) await execution.close();
  const start = quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
  console.log(`  ${`${language}, ${tier}`.padEnd(20)}${start.toFixed(0).padStart(10)}${held.toFixed(0).padStart(12)}`);
}

async function neighbour(
  language: 'javascript' | 'python',
  tier: string,
  title: keyof typeof misbehaving,
): Promise<void> {
  writeFileSync(
    join(folder, 'good.javascript'),
    scriptOf('javascript', 'return { x: firing.events[0].fields.x * 2 };'),
  );
  writeFileSync(join(folder, `bad.${language}`), scriptOf(language, misbehaving[title][language]));
  const path = join(folder, `${language}-${tier}-${title.replaceAll(' ', '-')}.sqlite`);
  const intakes = new Map<string, Intake>();
  const steady = (): number => performance.now();
  let isDone = (): void => {};
  let failures = 0;
  const keeper = openKeeper({
    path,
    artifacts: { has: () => true, path: (name) => join(folder, name), discard: () => {} },
    async openSources(task, makeIntake) {
      intakes.set(task.name, makeIntake('bench', undefined));
      return [{ close: async () => {} }];
    },
    openExecution,
    clock: createTaskClock(Date.now, steady),
    steady,
    timers: systemClock,
    conditions: () => ({ charge: undefined, isExternal: true, temperature: undefined, network: 'unmetered' }),
    power: () => ({ unavailable: 'no sensor', fix: 'none' }),
    data: join(folder, 'data'),
    ortPath: undefined,
    // It misbehaves all the time, where an agent waits ever longer and stops it in the end.
    limits: { firstWait: 1, longestWait: 1, ends: Number.POSITIVE_INFINITY },
    onFault: (fault) => console.error(fault),
  });
  keeper.listen({
    onFiring(task, { outcome, phases }) {
      if (task === 'bad' && outcome === 'failed') failures++;
      if (task === 'good' && phases !== undefined) isDone();
    },
  });
  for (const [name, of, by] of [
    ['good', 'javascript', 'boundary'],
    ['bad', language, tier],
  ] as const) {
    const file = `${name}.${of}`;
    await keeper.deploy({ document: documentOf(name, of, by), artifacts: { [file]: file }, version: '' });
  }
  while (keeper.list().some(({ state }) => state !== 'running')) await wait(20);
  const turn = async (length: number): Promise<Turn> => {
    const times: number[] = [];
    const [begun, cpu] = [steady(), mainThreadMs()];
    for (const end = begun + length; steady() < end; await wait(every)) {
      const done = new Promise<void>((resolve) => {
        isDone = resolve;
      });
      const begin = steady();
      await intakes.get('good')?.accept([{ event: 'good', fields: { x: 1 } }]);
      await done;
      times.push(steady() - begin);
    }
    times.sort((a, b) => a - b);
    const busy = (mainThreadMs() - cpu) / (steady() - begun);
    return { times, p50: quantile(times, 0.5), busy };
  };
  const all: { readonly alone: Turn; readonly beside: Turn }[] = [];
  await turn(alone);
  for (let i = 0; i < turns; i++) {
    const first = await turn(alone);
    let feeds = true;
    const feeding = (async () => {
      while (feeds) {
        await intakes.get('bad')?.accept([{ event: 'bad', fields: { x: 1 } }]);
        await wait(50);
      }
    })();
    all.push({ alone: first, beside: await turn(beside) });
    feeds = false;
    await feeding;
    while (keeper.list().some(isBusy)) await wait(20);
  }
  await keeper.close();
  const median = (of: (one: (typeof all)[number]) => number): number =>
    quantile(
      all.map(of).toSorted((a, b) => a - b),
      0.5,
    );
  const shown = (values: readonly number[]): string => values.map((value) => value.toFixed(2).padStart(9)).join('');
  const medians = (name: 'p50' | 'busy', scale: number): string =>
    shown([
      scale * median((one) => one.alone[name]),
      scale * median((one) => one.beside[name]),
      median((one) => one.beside[name] / one.alone[name]),
    ]);
  // A turn has too few firings for a hundredth of them.
  const tail = (which: 'alone' | 'beside'): number =>
    quantile(
      all.flatMap((one) => one[which].times).toSorted((a, b) => a - b),
      0.99,
    );
  const [before, after] = [tail('alone'), tail('beside')];
  const cells = [medians('p50', 1), shown([before, after, after / before]), medians('busy', 100)];
  console.log(
    `  ${`${language}, ${tier}`.padEnd(22)}${title.padEnd(20)}${cells.join('  ')}${String(failures).padStart(7)}`,
  );
}

/** `times`: of each firing, ascending. `busy`: the part of the time that the main thread computes. */
interface Turn {
  readonly times: readonly number[];
  readonly p50: number;
  readonly busy: number;
}

function mainThreadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function isBusy({ counters: { fired, executed, failed, skipped } }: TaskStatus): boolean {
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  return fired > executed + failed + left;
}

/** Of this process and all that it has started. */
function heldMiB(pid: number | 'self' = 'self'): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const own = pid === 'self' ? process.pid : pid;
    const children = readFileSync(`/proc/${own}/task/${own}/children`, 'utf8').trim();
    const all = children === '' ? [] : children.split(' ').map(Number);
    return Number(kilobytes) / 1024 + all.reduce((sum, child) => sum + heldMiB(child), 0);
  } catch {
    return 0;
  }
}
