// What tasks cost on an agent as a process: events a second through its door until they are durable and have fired, the time
// from an event to its result by phase, and the memory of the agent, beside how many tasks are deployed. Every task sees every
// event and waits for one item of its own; the first one has a script, in a thread. Senders share the machine's cores.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TaskPhases } from '@edgewright/schemas/deployment.js';
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
import { askSigned } from '@edgewright/workbench/signing/sign.js';
import { WebSocket } from 'ws';
import {
  type AgentProcess,
  createFolders,
  linkTo,
  startAgentProcess,
  tokenIn,
  type Workbench,
} from '../e2e/process.ts';

const counts = [0, 1, 10, 100, 1_000];
const senders = 4;
const inMessage = 64;
const messages = 60;
const singles = 200;

/** The memory of a heap that was just collected: what V8 would free is nobody's. */
const program = [
  '--expose-gc',
  '--import',
  "data:text/javascript,process.on('SIGUSR2',()=>gc())",
  '--conditions=edgewright-source',
  fileURLToPath(new URL('../../agent/main.ts', import.meta.url)),
];

const script = 'export function run(firing) { return { x: firing.events[0].fields.x }; }\n';

const documentOf = (index: number, address: string): string => `edgewright: task/v1
name: task-${index}
events: { view: { item: number, x: number } }
sources: [{ kind: websocket, address: "${address}" }]
trigger: { event: view, where: item == ${index} }
${
  index === 0
    ? `script: { file: run.js, language: javascript, results: { x: number } }
outputs: [{ to: outbox, fields: [script.x] }]
privacy: { leave: [script.x] }
policy: { isolation: fault, concurrency: queued }`
    : `outputs: [{ to: outbox, fields: [view.x] }]
privacy: { leave: [view.x] }`
}
`;

console.log('  tasks   events/s   firings/s   CPU us/event   idle MiB   after the events   deploying ms/task');
const phases: string[] = [];
for (const [place, count] of counts.entries()) {
  const folders = createFolders();
  const data = folders.make();
  let agent = await startAgentProcess(data, [], program);
  try {
    const address = `127.0.0.1:${18_200 + place + (process.pid % 500)}`;
    const deployer = await linkTo(agent.port, tokenIn(data));
    const begin = performance.now();
    await deploy(deployer, agent, data, count, address);
    const deploying = (performance.now() - begin) / Math.max(1, count);
    // One that has just started has no memory of what deploying took.
    deployer.session.close();
    await agent.kill('SIGTERM');
    agent = await startAgentProcess(data, [], program);
    const link = await linkTo(agent.port, tokenIn(data));
    while (count > 0 && (await statusOf(link)).state !== 'running') await wait(50);
    const idle = await residentOf(agent);
    if (count === 0) {
      console.log(`  ${'0'.padEnd(7)} ${idle.toFixed(0).padStart(42)}`);
      continue;
    }
    const { perSecond, cpu, firings } = await flood(link, agent, address, count);
    const after = await residentOf(agent);
    console.log(
      `  ${String(count).padEnd(7)}${perSecond.toFixed(0).padStart(9)} ${firings.toFixed(0).padStart(11)}` +
        `${cpu.toFixed(0).padStart(14)} ${idle.toFixed(0).padStart(10)} ${after.toFixed(0).padStart(18)}` +
        `${deploying.toFixed(1).padStart(19)}`,
    );
    phases.push(...(await single(link, address, count)));
    link.session.close();
  } finally {
    await agent.kill('SIGKILL');
    folders.remove();
  }
}
console.log(`  one event at a time, to a task with a script in a thread, ms, p50 (p99) of ${singles}`);
console.log('  tasks   answered        trigger         queue           script          output          total');
for (const line of phases) console.log(line);

async function deploy(
  link: Workbench,
  { port }: AgentProcess,
  data: string,
  count: number,
  address: string,
): Promise<void> {
  const sha256 = createHash('sha256').update(script).digest('hex');
  const { ticket } = await link.session.request('artifact.missing', { artifacts: [sha256] });
  const headers = { authorization: `Bearer ${ticket}` };
  const credentials = fileCredentials({ XDG_CONFIG_HOME: data });
  await fetch(`http://127.0.0.1:${port}/artifacts/${sha256}`, { method: 'PUT', body: script, headers });
  for (let index = 0; index < count; index++) {
    const artifacts: Record<string, string> = index === 0 ? { 'run.js': sha256 } : {};
    const document = documentOf(index, address);
    const task = { document, artifacts, version: '' };
    const told = await askSigned(link.session, credentials, 'deploy', task, (signed) =>
      link.session.request('task.deploy', signed, { timeout: 60_000 }),
    );
    if (told.kind !== 'accepted') throw new Error(JSON.stringify(told));
  }
  while (count > 0 && (await statusOf(link)).state !== 'running') await wait(50);
}

/** Of the task with the script. */
async function statusOf(link: Workbench) {
  const { tasks } = await link.session.request('task.list', {}, { timeout: 60_000 });
  const found = tasks.find(({ task }) => task === 'task-0');
  if (found === undefined) throw new Error('the task is not there');
  return found;
}

/** Whole messages from several senders, each waiting for its answers; one event in twenty fires a task without a script. */
async function flood(link: Workbench, agent: AgentProcess, address: string, count: number) {
  const sockets = await Promise.all(Array.from({ length: senders }, () => openSender(address)));
  const before = await firedOf(link);
  const cpuBefore = cpuOf(agent);
  const begin = performance.now();
  await Promise.all(
    sockets.map(async (send, sender) => {
      for (let message = 0; message < messages; message++) {
        await send(
          Array.from({ length: inMessage }, (_, at) => {
            const n = (sender * messages + message) * inMessage + at;
            const item = n % 20 === 0 && count > 1 ? 1 + (n % (count - 1)) : 1e6 + n;
            return { event: 'view', item, x: n / 7 };
          }),
        );
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  const events = senders * messages * inMessage;
  const cpu = ((cpuOf(agent) - cpuBefore) * 1e6) / events;
  const firings = ((await firedOf(link)) - before) / seconds;
  for (const { close } of sockets) close();
  return { perSecond: events / seconds, cpu, firings };
}

async function firedOf(link: Workbench): Promise<number> {
  const { tasks } = await link.session.request('task.list', {}, { timeout: 60_000 });
  return tasks.reduce((sum, { counters }) => sum + counters.fired, 0);
}

/** One event after another, with pauses, each of which fires the script. */
async function single(link: Workbench, address: string, count: number): Promise<readonly string[]> {
  const send = await openSender(address);
  const answered: number[] = [];
  for (let n = 0; n < singles; n++) {
    const begin = performance.now();
    await send([{ event: 'view', item: 0, x: n }]);
    answered.push(performance.now() - begin);
    await wait(15);
  }
  while ((await statusOf(link)).counters.executed < singles) await wait(50);
  const { p50, p99 } = (await statusOf(link)).latency;
  send.close();
  const both = (name: keyof TaskPhases): string => cell(p50?.[name], p99?.[name]);
  answered.sort((a, b) => a - b);
  const own = cell(answered[Math.floor(singles / 2)], answered[Math.floor(singles * 0.99)]);
  const rest = (['trigger', 'queue', 'script', 'output', 'total'] as const).map(both).join('');
  return [`  ${String(count).padEnd(7)} ${own}${rest}`];
}

function cell(p50: number | undefined, p99: number | undefined): string {
  return `${p50?.toFixed(2) ?? '-'} (${p99?.toFixed(2) ?? '-'})`.padEnd(16);
}

/** Settles with the agent's answer. */
async function openSender(
  address: string,
): Promise<((events: readonly object[]) => Promise<void>) & { readonly close: () => void }> {
  const socket = new WebSocket(`ws://${address}/events`);
  let settle: (text: string) => void = () => {};
  socket.on('message', (data) => settle(String(data)));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const send = async (events: readonly object[]): Promise<void> => {
    const answer = new Promise<string>((resolve) => {
      settle = resolve;
    });
    socket.send(JSON.stringify(events));
    const { accepted } = JSON.parse(await answer) as { readonly accepted?: number };
    if (accepted !== events.length) throw new Error(`the agent took ${accepted} of ${events.length} events`);
  };
  return Object.assign(send, { close: () => socket.close() });
}

/** MiB that the process holds. */
async function residentOf({ process: child }: AgentProcess): Promise<number> {
  for (let round = 0; round < 3; round++) {
    child.kill('SIGUSR2');
    await wait(300);
  }
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** Seconds of processor time of the process. [proc_pid_stat(5)] */
function cpuOf({ process: { pid } }: AgentProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
