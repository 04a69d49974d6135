// What a script that misbehaves costs its neighbour: the time from an event to its result of a task with a script of its own,
// beside one that does well and beside one that misbehaves, by turns, in one process with the keeper and the executions of an
// agent; and what each tier costs to start and to hold.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@edgewright/agent/link/clock.js';
import { createTaskClock } from '@edgewright/agent/tasks/clock.js';
import type { Intake } from '@edgewright/agent/tasks/contract.js';
import { openExecution } from '@edgewright/agent/tasks/execute/open.js';
import { type KeeperLimits, openKeeper } from '@edgewright/agent/tasks/keeper.js';
import { quantile } from '@edgewright/core/quantile.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { TaskStatus } from '@edgewright/schemas/deployment.js';

// The main thread is where all tasks meet: what a task costs there all others wait for, whatever else the machine does.

/** Milliseconds between two firings of the neighbour, between two of the others, and of a turn; how often they take turns. */
const [every, often, length, turns] = [5, 50, 600, 7] as const;
/** Of each of the two, where all misbehave at once. */
const longTurn = 15_000;

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

type Title = keyof typeof misbehaving;
const titles = Object.keys(misbehaving) as Title[];

let databases = 0;
const folder = mkdtempSync(join(tmpdir(), 'edgewright-isolation-'));
mkdirSync(join(folder, 'data'));
try {
  console.log('  script                start ms   holds MiB');
  for (const [language, tier] of kinds) await costs(language, tier);
  console.log(
    '  medians of turns, p99 of all; beside good, bad p50 good      bad    ratio   p99 good      bad    ratio   main thread %, so    failures',
  );
  for (const [language, tier] of kinds) for (const title of titles) await neighbour(language, tier, title);
  await neighbours();
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
      rank: 'normal',
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

async function neighbour(language: 'javascript' | 'python', tier: string, title: Title): Promise<void> {
  // It misbehaves all the time, where an agent waits ever longer and stops it in the end.
  const limits = { firstWait: 1, longestWait: 1, ends: Number.POSITIVE_INFINITY };
  const agent = await openAgent([[language, tier, title]], limits);
  const all: Pair[] = [];
  await agent.besides('calm', length);
  for (let i = 0; i < turns; i++)
    all.push({ good: await agent.besides('calm', length), bad: await agent.besides('bad', length) });
  await agent.close();
  print(`${language}, ${tier}`, title, all, agent.failures());
}

/** All that misbehave at once, more than may execute at once, each started again as an agent does; deployed anew each time. */
async function neighbours(): Promise<void> {
  const all: Pair[] = [];
  let failures = 0;
  for (let i = 0; i < 4; i++) {
    const agent = await openAgent(
      kinds.map(([language, tier], at) => [language, tier, titles[(at + i) % titles.length] as Title]),
      {},
    );
    await agent.besides('calm', length);
    all.push({ good: await agent.besides('calm', longTurn), bad: await agent.besides('bad', longTurn) });
    await agent.close();
    failures += agent.failures();
  }
  print('all four kinds', 'as by an agent', all, failures);
}

interface Agent {
  /** A turn in which those that do well or those that misbehave have events too; settles when none of them executes any more. */
  besides(others: Others, length: number): Promise<Turn>;
  failures(): number;
  close(): Promise<void>;
}

type Others = 'calm' | 'bad';

/** With the neighbour, and for each task that misbehaves one of its kind that does well. */
async function openAgent(
  bad: readonly (readonly ['javascript' | 'python', string, Title])[],
  limits: Partial<KeeperLimits>,
): Promise<Agent> {
  const good = scriptOf('javascript', 'return { x: firing.events[0].fields.x * 2 };');
  const tasks = [
    { name: 'good', language: 'javascript', tier: 'boundary', text: good },
    ...bad.flatMap(([language, tier, title], at) => [
      { name: `calm${at}`, language, tier, text: scriptOf(language, 'return { "x": 1 }') },
      { name: `bad${at}`, language, tier, text: scriptOf(language, misbehaving[title][language]) },
    ]),
  ];
  const intakes = new Map<string, Intake>();
  const steady = (): number => performance.now();
  let isDone = (): void => {};
  let failures = 0;
  const keeper = openKeeper({
    path: join(folder, `${databases++}.sqlite`),
    artifacts: { has: () => true, path: (name) => join(folder, name), discard: () => {} },
    async openSources(task, makeIntake) {
      intakes.set(task.name, makeIntake('bench', undefined));
      return [{ close: async () => {} }];
    },
    openExecution,
    trust: { look: () => false, denial: () => undefined, isTrusted: () => true },
    clock: createTaskClock(Date.now, steady),
    steady,
    timers: systemClock,
    conditions: () => ({ charge: undefined, isExternal: true, temperature: undefined, network: 'unmetered' }),
    power: () => ({ unavailable: 'no sensor', fix: 'none' }),
    data: join(folder, 'data'),
    ortPath: undefined,
    limits,
    onFault: (fault) => console.error(fault),
  });
  keeper.listen({
    onFiring(task, { outcome, phases }) {
      if (outcome === 'failed') failures++;
      if (task === 'good' && phases !== undefined) isDone();
    },
  });
  for (const { name, language, tier, text } of tasks) {
    const file = `${name}.${language}`;
    writeFileSync(join(folder, file), text);
    await keeper.deploy({ document: documentOf(name, language, tier), artifacts: { [file]: file }, version: '' });
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
  return {
    async besides(others, length) {
      const fed = tasks.filter(({ name }) => name.startsWith(others));
      let feeds = true;
      const feeding = (async () => {
        while (feeds) {
          for (const { name } of fed) await intakes.get(name)?.accept([{ event: name, fields: { x: 1 } }]);
          await wait(often);
        }
      })();
      const told = await turn(length);
      feeds = false;
      await feeding;
      while (keeper.list().some(isBusy)) await wait(20);
      return told;
    },
    failures: () => failures,
    close: () => keeper.close(),
  };
}

function print(kind: string, title: string, all: readonly Pair[], failures: number): void {
  const median = (of: (one: Pair) => number): number =>
    quantile(
      all.map(of).toSorted((a, b) => a - b),
      0.5,
    );
  const shown = (values: readonly number[]): string => values.map((value) => value.toFixed(2).padStart(9)).join('');
  const medians = (name: 'p50' | 'busy', scale: number): string =>
    shown([
      scale * median((one) => one.good[name]),
      scale * median((one) => one.bad[name]),
      median((one) => one.bad[name] / one.good[name]),
    ]);
  // A turn has too few firings for a hundredth of them.
  const tail = (which: keyof Pair): number =>
    quantile(
      all.flatMap((one) => one[which].times).toSorted((a, b) => a - b),
      0.99,
    );
  const [before, after] = [tail('good'), tail('bad')];
  const cells = [medians('p50', 1), shown([before, after, after / before]), medians('busy', 100)];
  console.log(`  ${kind.padEnd(22)}${title.padEnd(20)}${cells.join('  ')}${String(failures).padStart(7)}`);
}

interface Pair {
  readonly good: Turn;
  readonly bad: Turn;
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
