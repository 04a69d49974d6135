// docs/cli.md holds what the command line really writes: its generated parts are made here and compared. UPDATE=1 writes them.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Handlers, Session } from '@edgewright/core/link/session.js';
import { fingerprintOf } from '@edgewright/core/link/signature.js';
import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import { systemIo } from '@edgewright/workbench/cli/io.js';
import { buildProgram } from '@edgewright/workbench/cli/main.js';
import { surveyColumns } from '@edgewright/workbench/runs/column.js';
import { createRun, recordsPath } from '@edgewright/workbench/runs/folder.js';
import { formatLine } from '@edgewright/workbench/runs/line.js';
import { openSigningKey } from '@edgewright/workbench/signing/key.js';
import { type FakeAgent, runHandlers, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';
import { floats, reluCase, writeCase } from '../graph/folders.ts';
import { failureRecord, pointOf, pointRecord, runRecord, sample, wholeRun } from '../records.ts';
import { edgewright } from './terminal.ts';

const path = fileURLToPath(new URL('../../../docs/cli.md', import.meta.url));
const marked = /<!-- generated: ([\w-]+) -->\n[\s\S]*?<!-- end -->/g;

const sweep = `edgewright: sweep/v1
name: quick
models:
  - family: fc
    axes: { layers: [1, 2], nodes: 64 }
`;

const clicks = `edgewright: task/v1
name: clicks
events: { click: { item: string, price: number } }
trigger: { event: click, where: price > 10 }
pipeline: { features: { price: { by: mean, of: price } } }
outputs: [{ to: outbox, fields: [price] }]
privacy: { leave: [price] }
`;

describe('docs/cli.md', () => {
  const folder = temporaryFolder();
  let agent: FakeAgent | undefined;
  afterEach(() => agent?.close());

  it('shows what the commands write', async () => {
    const text = readFileSync(path, 'utf8');
    const parts = await makeParts();
    const made = text.replace(marked, (_whole, name: string) => {
      const part = parts.get(name);
      assert.ok(part !== undefined, `there is no part ${name}`);
      parts.delete(name);
      return `<!-- generated: ${name} -->\n${part}\n<!-- end -->`;
    });
    assert.deepEqual([...parts.keys()], [], 'each part stands in the document');
    if (process.env.UPDATE === '1') writeFileSync(path, made);
    else assert.equal(squash(text), squash(made), 'docs/cli.md is not current: run this test with UPDATE=1');
  });

  it('names every column of an export', () => {
    const survey = surveyColumns();
    survey.add(pointRecord(0, { point: pointOf(0, {}) }));
    const text = readFileSync(path, 'utf8');
    const table = text.slice(text.indexOf('## Columns of an export'), text.indexOf('## Commands'));
    const named = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    const columns = survey.columns().map(({ name }) => name);
    assert.deepEqual(columns.filter((name) => !/^p\d/.test(name)).toSorted(), named.toSorted());
  });

  it('names every event of a run', () => {
    const text = readFileSync(path, 'utf8');
    const events = [...text.matchAll(/^\{ ?"event":"(\w+)"/gm)].map(([, name]) => name);
    for (const event of events) assert.match(text, new RegExp(`^\\| \`${event}\` +\\|`, 'm'));
    assert.ok(events.length >= 7);
  });

  async function makeParts(): Promise<Map<string, string>> {
    const events = '{"time":"2026-01-05T09:00:00Z","event":"click","item":"a","price":12}\n{"event":"click"}\n';
    const files = {
      'clicks.task.yaml': clicks,
      'clicks.jsonl': events,
      'sweep.yaml': sweep,
      'broken.yaml': sweep.replace('axes', 'axis'),
      token: `${token}\n`,
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder(), name), content);
    const started = await startFakeAgent({
      handlers: {
        ...runHandlers(wholeRun(1)).handlers,
        'run.watch': (params, session) => {
          session.notify('device.sample', { sample: sample() });
          return runHandlers(wholeRun(1)).handlers['run.watch']?.(params, session) as never;
        },
        'device.describe': () => {
          const { profile, fingerprint, agent: version } = runRecord(1);
          return { id: 'device-id', name: 'pi', agent: version, profile, fingerprint, busy: false };
        },
        'artifact.missing': () => ({ missing: [], ticket: '' }),
        'model.inspect': inspected,
        'run.pause': ({ run }) => ({ ...paused, run }),
        'key.offer': () => ({ trust: 'pinned' }),
        'task.deploy': () => ({ kind: 'accepted', status: taskStatus }),
        'task.remove': () => ({}),
        'task.list': () => ({ tasks: [taskStatus] }),
        'task.watch': (_params, session) => {
          setImmediate(() => tellOfTask(session));
          return { cursor: 1 };
        },
        'task.acknowledge': () => ({}),
        'task.record': ({ task }, session) => {
          setImmediate(() => session.notify('task.recorded', { task, events: [], dropped: 0, isOver: true }));
          return {};
        },
      },
      hello: { name: 'pi', capabilities: ['model-inspect', 'tasks', 'task-signing'] },
    });
    agent = started;
    const device = { name: 'pi', id: 'device-id', address: started.address };
    const head = { name: 'quick', program: 'edgewright 0.1.0', sweep, artifacts: {}, devices: [device] };
    const run = await createRun(join(folder(), 'runs'), head, new Date('2026-01-02T03:04:05Z'));
    const records = wholeRun(4).map((stored) =>
      stored.record.id === 'slot-2'
        ? { ...stored, record: failureRecord(2) }
        : stored.record.id === 'slot-3'
          ? { ...stored, record: otherRuntime() }
          : stored,
    );
    writeFileSync(recordsPath(run, 'pi'), records.map(formatLine).join(''));

    const { publicKey } = await openSigningKey({ XDG_CONFIG_HOME: folder() });
    const normal = (output: string) =>
      output
        .replaceAll(run.head.id, '0123456789abcdefghjkmnpqrs')
        .replaceAll(run.path.slice(-6), 'mnpqrs')
        .replaceAll(folder(), '/home/me/lab')
        .replaceAll(String(started.port), '7317')
        .replaceAll('127.0.0.1', 'pi.local')
        // Of a key that was made for this.
        .replaceAll(publicKey, 'ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=')
        .replaceAll(fingerprintOf(publicKey), 'dc2837f7ac39707c');
    const write = async (...argv: string[]) => {
      const { out, err } = await edgewright(
        { cwd: folder(), environment: { EDGEWRIGHT_TOKEN: token } },
        ...argv,
        '--json',
      );
      assert.equal(err, '', argv.join(' '));
      return normal(out);
    };
    const { model, sets } = reluCase();
    writeCase(join(folder(), 'cases/relu'), { model, sets: [{ ...sets[0]!, outputs: [floats([2], 0, 2.5)] }] });
    const show = (output: string, depth: number) =>
      `\n\`\`\`json\n${JSON.stringify(brief(JSON.parse(output), depth), null, 2)}\n\`\`\`\n`;
    const parts = new Map<string, string>();
    const forms: readonly (readonly [name: string, argv: readonly string[]])[] = [
      ['error', ['check', 'none.yaml']],
      ['check', ['check', 'broken.yaml']],
      ['estimate', ['estimate', 'sweep.yaml']],
      ['pause', ['pause', 'latest']],
      ['runs', ['runs']],
      ['show', ['show', 'latest']],
      ['report', ['report', 'latest']],
      ['compare', ['compare', 'latest', '--by', 'runtime']],
      ['export', ['export', 'latest', '--format', 'parquet', '-o', 'quick.parquet']],
      ['devices', ['devices', '-d', started.address]],
      ['pair', ['pair', started.address, '--token-file', 'token']],
      ['forget', ['forget', 'pi']],
      ['doctor', ['doctor', started.address]],
      ['verify', ['verify', 'cases']],
      ['diff', ['diff', 'cases/relu/model.onnx', '-d', started.address]],
      ['explain', ['explain', 'cases/relu/model.onnx']],
      ['simulate', ['simulate', 'clicks.task.yaml', '--events', 'clicks.jsonl']],
      ['deploy', ['deploy', 'clicks.task.yaml', '-d', started.address, '--version', 'v2']],
      ['undeploy', ['undeploy', 'clicks', '-d', started.address]],
      ['tasks', ['tasks', '-d', started.address]],
      ['key', ['key']],
      ['record', ['record', 'clicks', '-d', started.address, '--for', '1min', '-o', 'live.jsonl']],
      ['codes', ['codes', 'out-of-memory']],
    ];
    for (const [name, argv] of forms) parts.set(name, show(await write(...argv), name === 'compare' ? 3 : 5));
    const live = await edgewright(
      { cwd: folder(), environment: { EDGEWRIGHT_TOKEN: token } },
      ...['run', 'sweep.yaml', '-d', started.address, '--out', 'live', '--json'],
    );
    const watched = await write('watch', 'clicks', '-d', started.address);
    parts.set('watch', `\n\`\`\`json\n${oneOfEach(watched)}\n\`\`\`\n`);
    parts.set('run', `\n\`\`\`json\n${oneOfEach(normal(live.out))}\n\`\`\`\n`);
    parts.set('commands', reference());
    return parts;
  }
});

/** Of the model y = relu(x + 1), whose sum is fused away. */
const inspected: Handlers['model.inspect'] = ({ inspection, model, sizes }, session) => {
  const time = 0.004;
  const kernel = { index: 0, kind: 'elementwise', nodes: [0, 1], algorithms: ['fused loop'], runtime: 'wasm' } as const;
  session.notify('model.part', {
    inspection,
    nodes: [{ index: 0, name: 'n0', op: 'Add', outputs: ['s'], time }],
    kernels: [{ ...kernel, reason: null, time }],
    values: [
      {
        ...{ name: 's', node: 0, from: 'unfused', isOutput: false, type: 'float32[2]', of: 2, beyond: 0 },
        ...{ maxAbs: 0, maxRel: 0, meanAbs: 0, ulps: 0 },
      },
    ],
  });
  const reference = { runtime: 'ort', version: '1.30.0' } as const;
  return {
    ...{ model, sizes, device: { id: 'device-id', name: 'pi' }, counts: { nodes: 1, kernels: 1, values: 1 } },
    profile: {
      jit: { latency: time, repeats: 15 },
      reference: { latency: time, repeats: 15, ...reference },
      nodes: null,
    },
    diff: { reference, tolerance: { relative: 1e-3, absolute: 1e-5 }, seed: 1, firstDiffering: null, left: 0 },
  };
};

const taskStatus: TaskStatus = {
  task: 'clicks',
  identity: '0123456789abcdef',
  version: 'v2',
  state: 'running',
  deployedAt: 1767261600000,
  isolation: null,
  trouble: null,
  sources: [{ source: 'http', state: 'ready', events: 40, refused: 0, trouble: null }],
  counters: {
    ...{
      events: 40,
      bytesRaw: 2200,
      fired: 3,
      timeouts: 0,
      executed: 2,
      failed: 0,
      skipped: { battery: 1 },
      missed: 0,
    },
    ...{ results: 2, bytesSent: 310, dropped: 0 },
    energy: { unavailable: 'the device has no source of power readings', fix: 'Attach one.' },
  },
  latency: { count: 2, p50: { trigger: 0.5, total: 1.5 }, p99: { trigger: 0.75, total: 2.5 }, deadline: 500 },
  outbox: { waiting: 1, bytes: 155, age: 1200, acknowledged: 1 },
  signer: { fingerprint: 'dc2837f7ac39707c', isTrusted: true },
};

/** All that a device tells of a task, to its removal, which ends a watch. */
function tellOfTask(session: Session): void {
  const firing = { id: '89abcdef01234567', time: 1767261600000, kind: 'match' } as const;
  const result = {
    ...{ ...firing, id: `${firing.id}.0.0`, task: 'clicks', version: 'v2', values: { price: 12 } },
    ...{ phases: { trigger: 0.5, total: 1.5 }, isolation: null },
  };
  const done = { ...firing, events: { click: 1 }, outcome: 'done', phases: { total: 1.5 } } as const;
  session.notify('task.results', { cursor: 1, results: [{ cursor: 1, result }] });
  session.notify('task.status', { status: taskStatus });
  session.notify('task.activity', { activity: { task: 'clicks', events: { click: 4 }, firings: [done], log: [] } });
  // After the result is on the disk.
  setTimeout(() => session.notify('task.removed', { task: 'clicks' }), 200);
}

/** The formatter may break lines and pad tables. */
function squash(text: string): string {
  return text.replace(/\s+/g, '').replace(/-{3,}/g, '---');
}

const paused = {
  run: '',
  name: 'quick',
  state: 'paused',
  slots: 4,
  done: 2,
  failed: 0,
  cursor: 5,
  timeLeft: null,
  current: null,
} as const;

function otherRuntime() {
  const record = pointRecord(3);
  const { point } = pointRecord(0);
  const execution = { ...point.execution, runtime: 'ort-web' as const };
  return { ...record, point: { ...point, id: 'point-0-web', execution } };
}

/** Lists cut to their first element, nesting past `depth` left out. */
function brief(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((element) => brief(element, depth));
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '...';
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, brief(inner, depth - 1)]));
}

/** The first line of each event, of records of each kind; ids and times of a live run made the same every time. */
function oneOfEach(output: string): string {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const line of output.trim().split('\n')) {
    const event = JSON.parse(line);
    const key = `${event.event} ${event.record?.kind ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (typeof event.run === 'string') event.run = '0123456789abcdefghjkmnpqrs';
    if (event.status?.run) event.status.run = '0123456789abcdefghjkmnpqrs';
    if (typeof event.folder === 'string') event.folder = '/home/me/lab/live/2026-01-02T030405Z-quick-mnpqrs';
    lines.push(JSON.stringify(brief(event, 2)));
  }
  return lines.join('\n');
}

/** Every command's help, without what is the same for all. */
function reference(): string {
  const program = buildProgram(systemIo(), () => {});
  const commands = program.commands.map((command) => {
    const options = command.options
      .filter(({ long }) => long !== '--json')
      .map(({ flags, description, defaultValue, argChoices }) => {
        const choices = argChoices === undefined ? '' : `; one of ${argChoices.join(', ')}`;
        const standard = defaultValue === undefined || defaultValue === '' ? '' : `; without it ${defaultValue}`;
        return `| \`${flags}\` | ${description}${choices}${standard} |`;
      });
    const table = options.length > 0 ? `\n\n| option | |\n|---|---|\n${options.join('\n')}` : '';
    const usage = command.usage().replace('[options] ', '').replace('[options]', '').trim();
    return `\n### \`edgewright ${`${command.name()} ${usage}`.trim()}\`\n\n${sentence(command.description())}${table}`;
  });
  return `${commands.join('\n')}\n`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
