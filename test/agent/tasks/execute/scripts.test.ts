// Scripts and models of tasks in their workers: both languages and both tiers, and what each keeps out.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Execution, Rank } from '@edgewright/agent/tasks/contract.js';
import { openExecution } from '@edgewright/agent/tasks/execute/open.js';
import { families } from '@edgewright/core/models/families.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { CodedError } from '@edgewright/schemas/codes.js';

const kinds = [
  ['javascript', 'boundary', 'quickjs'],
  ['javascript', 'fault', 'process'],
  ['python', 'fault', 'process'],
  ['python', 'boundary', 'sealed'],
] as const;
type Language = (typeof kinds)[number][0];

/** The same script in both languages. */
const counting = {
  javascript: `import { events, output, log } from 'edgewright';
let runs = 0;
export function run(firing) {
  runs++;
  log('run', runs, firing.key);
  events.emit('seen', { item: firing.events[0].fields.item });
  output({ liked: false, count: -1 });
  return { liked: firing.features.n > 1, count: runs, names: firing.events.map((one) => one.fields.item), other: 1 };
}
`,
  python: `from edgewright import events, output, log
runs = 0
def run(firing, outputs):
    global runs
    runs += 1
    log('run', runs, firing['key'])
    events.emit('seen', {'item': firing['events'][0]['fields']['item']})
    output({'liked': False, 'count': -1})
    return {'liked': firing['features']['n'] > 1, 'count': runs, 'names': [e['fields']['item'] for e in firing['events']], 'other': 1}
`,
};

/** Every way in which a script goes wrong, with the code that says so. */
const misbehaving: readonly { title: string; code: string; javascript: string; python: string }[] = [
  { title: 'loops for ever', code: 'task-timeout', javascript: 'while (true);', python: 'while True: pass' },
  {
    title: 'allocates for ever',
    code: 'task-memory',
    javascript: 'const all = []; while (true) all.push(new Array(1000).fill(all.length));',
    python: 'all = []\n    while True: all.append([0] * 10000)',
  },
  { title: 'throws', code: 'task-script', javascript: "throw new Error('no')", python: "raise ValueError('no')" },
  {
    title: 'recurses',
    code: 'task-script',
    javascript: 'const again = () => again() + 1; again();',
    python: 'def again(): return again() + 1\n    again()',
  },
  {
    title: 'floods with results',
    code: 'task-flood',
    javascript: 'while (true) output({ count: 1 });',
    python: "while True: output({'count': 1})",
  },
  {
    title: 'floods with events',
    code: 'task-flood',
    javascript: "while (true) events.emit('seen', {});",
    python: "while True: events.emit('seen', {})",
  },
  {
    title: 'gives what it has not declared the type of',
    code: 'task-script',
    javascript: "return { count: 'many' };",
    python: "return {'count': 'many'}",
  },
];

describe('scripts of tasks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-scripts-'));
  const opened: Execution[] = [];
  const log: string[] = [];
  afterEach(async () => {
    for (const execution of opened.splice(0)) await execution.close();
    log.splice(0);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [language, tier, by] of kinds) {
    describe(`${language}, ${tier}`, () => {
      it('give results, events and lines, and keep their state', async () => {
        const execution = await open(language, tier, counting[language]);
        assert.deepEqual(execution.isolation, { tier, by });
        for (const count of [1, 2]) {
          const { results, emitted, phases } = await execution.run(input(), new AbortController().signal);
          assert.deepEqual(results, [
            { 'script.liked': false, 'script.count': -1 },
            { 'script.liked': true, 'script.count': count, 'script.names': ['sofa', 'lamp'] },
          ]);
          assert.deepEqual(emitted, [{ event: 'seen', fields: { item: 'sofa' } }]);
          assert.ok(phases.script !== undefined && phases.model === undefined);
        }
        assert.deepEqual(log, ['run 1 home', 'run 2 home']);
      });

      for (const { title, code, ...bodies } of misbehaving) {
        it(`are contained where one ${title}`, async () => {
          const neighbour = await open(language, tier, counting[language]);
          // Nothing but a loop is to be ended for its time.
          const time = code === 'task-timeout' ? '1s' : '20s';
          const execution = await open(language, tier, bodyOf(language, bodies[language]), '', time);
          await assert.rejects(execution.run(input(), new AbortController().signal), hasCode(code));
          const { results } = await neighbour.run(input(), new AbortController().signal);
          assert.equal(results.length, 2);
          if (code !== 'task-script') await execution.ended;
        });
      }

      it('are kept behind all others where they are to be', async function () {
        if (process.platform !== 'linux') this.skip();
        await open(language, tier, counting[language]);
        assert.equal(threadsBehind(), 0);
        await open(language, tier, counting[language], '', '1500ms', 'behind');
        assert.ok(threadsBehind() > 0);
        assert.equal(getPriority(), 0);
      });

      it('leave out what floods the log, and say how much', async () => {
        const many = { javascript: 'for (let i = 0; i < 1000; i++) log(i);', python: 'for i in range(1000): log(i)' };
        const execution = await open(language, tier, bodyOf(language, many[language]));
        await execution.run(input(), new AbortController().signal);
        assert.equal(log.length, 101);
        assert.match(log.at(-1) ?? '', /^900 lines/);
      });

      it('say the line of what does not parse, and of what throws', async () => {
        const broken = { javascript: 'let a = 1;\nlet b = ;\n', python: 'a = 1\nb = = 2\n' };
        await assert.rejects(open(language, tier, broken[language]), hasCode('task-script', /line 2/));
        const execution = await open(language, tier, bodyOf(language, misbehaving[2]?.[language] ?? ''));
        const line = language === 'python' ? /ValueError: no \(line 3\)/ : /Error: no \(line 3\)/;
        await assert.rejects(execution.run(input(), new AbortController().signal), hasCode('task-script', line));
      });

      it('are refused without `run`', async () => {
        await assert.rejects(open(language, tier, ''), hasCode('task-script', /no `run`/));
      });

      it('have no module but their own, no process and no files', async () => {
        const reach = {
          javascript: `const found = [];
  for (const name of ['process', 'require', 'fetch', 'setTimeout', 'WebAssembly', 'Buffer', 'global'])
    if (name in globalThis && name !== 'WebAssembly') found.push(name);
  let refused;
  try { events.emit('foreign', {}); } catch (error) { refused = error; }
  for (const host of [log, output, events.emit, refused, firing, firing.tensors.t.data, firing.tensors.t.data.buffer]) {
    try { found.push(typeof host.constructor('return process')().pid); } catch {}
  }
  log(JSON.stringify(found));
  return { names: found };`,
          python: `found = []
    for name in ['socket', 'os', 'subprocess']:
        try:
            module = __import__(name)
            if name != 'os' or 'etc' in module.listdir('/'): found.append(name)
        except (ImportError, AttributeError): pass
    import js
    for name in ['process', 'require', 'fetch']:
        if hasattr(js, name): found.append(name)
    try:
        open('/etc/passwd')
        found.append('passwd')
    except OSError: pass
    log(str(found))
    try: events.emit('foreign', {})
    except ValueError: pass
    return {'names': found}`,
        };
        const execution = await open(language, tier, bodyOf(language, reach[language]));
        // What was refused fails the run, whatever the script made of it.
        await assert.rejects(execution.run(input(), new AbortController().signal), hasCode('task-script', /foreign/));
        assert.deepEqual(log, ['[]']);
        if (language === 'python') return;
        const imports = "import fs from 'node:fs';\nexport function run() { return null; }\n";
        await assert.rejects(open(language, tier, imports), hasCode('task-script', /node:fs/));
      });
    });
  }

  it('in V8 end nothing but their own process where one allocation leaves no memory', async () => {
    for (const body of ['new Array(1e8).fill(1);', 'const m = new Map(); for (let i = 0; ; i++) m.set(i, i);']) {
      const execution = await open('javascript', 'fault', bodyOf('javascript', body), '', '20s');
      await assert.rejects(execution.run(input(), new AbortController().signal), hasCode('task-memory'));
    }
  });

  it('do not fill buffers past their memory', async () => {
    const bodies = {
      javascript: 'const all = []; while (true) all.push(new Float64Array(1_000_000).fill(1));',
      python: 'all = []\n    while True: all.append(bytearray(1000000))',
    };
    for (const [language, tier] of kinds) {
      const execution = await open(language, tier, bodyOf(language, bodies[language]), '', '20s');
      await assert.rejects(execution.run(input(), new AbortController().signal), hasCode('task-memory'));
    }
  });

  it('make the inputs of a model and read its outputs', async () => {
    const graph = families.fc.build({ layers: 2, nodes: 8, input: 4, output: 3, batch: 1 }, 'float32', 1);
    const [name, output] = [graph.inputs[0]?.name ?? '', graph.outputs[0]?.name ?? ''];
    writeFileSync(join(folder, 'model.onnx'), encodeModel(graph));
    const model = `model: { file: model.onnx, outputs: [${output}] }\n`;
    const scripts = {
      javascript: `export const prepare = () => ({ ${name}: { shape: [1, 4], data: [1, 2, 3, 4] } });
export const run = (firing, outputs) => ({ count: outputs['${output}'].shape[1] });`,
      python: `def prepare(firing):
    return {'${name}': {'shape': [1, 4], 'data': [1, 2, 3, 4]}}
def run(firing, outputs):
    return {'count': outputs['${output}']['shape'][1]}`,
    };
    const values: unknown[] = [];
    for (const [language, tier] of kinds) {
      for (const runtime of ['auto', 'ort', 'ort-web']) {
        const execution = await open(
          language,
          tier,
          scripts[language],
          model.replace('model.onnx', `model.onnx, runtime: ${runtime}`),
        );
        const { results, phases } = await execution.run(input(), new AbortController().signal);
        const [{ [`model.${output}`]: scores, ...others } = {}] = results;
        assert.deepEqual(others, { 'script.count': 3 });
        assert.ok(phases.prepare !== undefined && phases.model !== undefined && phases.script !== undefined);
        values.push((scores as readonly number[]).map((value) => value.toFixed(4)).join());
      }
    }
    assert.equal(new Set(values).size, 1);
    const wrong = scripts.javascript.replace('[1, 4]', '[4]');
    const execution = await open('javascript', 'fault', wrong, model);
    await assert.rejects(execution.run(input(), new AbortController().signal), hasCode('task-model', /\[1, 4\]/));
  });

  it('pass numbers that JSON does not have to a model and back, and leave them out of results', async () => {
    const graph = families.fc.build({ layers: 1, nodes: 8, input: 2, output: 3, batch: 1 }, 'float32', 1);
    const [name, output] = [graph.inputs[0]?.name ?? '', graph.outputs[0]?.name ?? ''];
    writeFileSync(join(folder, 'odd.onnx'), encodeModel(graph));
    const scripts = {
      javascript: `import { output, log } from 'edgewright';
export const prepare = () => ({ ${name}: { shape: [1, 2], data: [1, -Infinity] } });
export function run(firing, outputs) {
  log(outputs['${output}'].data.every((value) => value - value !== 0), firing.tensors.t.data[0] - 3 === Infinity);
  output({ count: NaN, names: ['nan', 'inf', '"-inf'] });
  return { count: Infinity };
}`,
      python: `from edgewright import output, log
def prepare(firing):
    return {'${name}': {'shape': [1, 2], 'data': [1, float('-inf')]}}
def run(firing, outputs):
    odd = all([value - value != 0 for value in outputs['${output}']['data']])
    log('%s %s' % (odd, firing['tensors']['t']['data'][0] - 3 == float('inf')))
    output({'count': float('nan'), 'names': ['nan', 'inf', '"-inf']})
    return {'count': float('inf')}`,
    };
    for (const [language, tier] of kinds) {
      const execution = await open(language, tier, scripts[language], 'model: { file: odd.onnx, runtime: ort-web }\n');
      const { results } = await execution.run(input(Infinity), new AbortController().signal);
      assert.deepEqual(results, [{ 'script.names': ['nan', 'inf', '"-inf'] }, {}], `${language}, ${tier}`);
    }
    assert.deepEqual(
      log.map((line) => line.toLowerCase()),
      kinds.map(() => 'true true'),
    );
  });

  async function open(
    language: Language,
    isolation: string,
    text: string,
    more = '',
    time = '1500ms',
    rank: Rank = 'normal',
  ): Promise<Execution> {
    const file = join(folder, `script-${opened.length}.${language === 'python' ? 'py' : 'js'}`);
    writeFileSync(file, text);
    const results = '{ liked: boolean, count: number, names: "string[]" }';
    const { task, diagnostics } = checkTask(`edgewright: task/v1
name: shop
events: { click: { item: string }, seen: { item: string } }
trigger: { event: click }
${more}script: { file: ${basename(file)}, language: ${language}, results: ${results} }
policy: { isolation: ${isolation}, memory: 64MiB, time: ${time} }
`);
    assert.ok(task !== undefined, JSON.stringify(diagnostics));
    const execution = await openExecution({
      task,
      fileOf: (path) => join(folder, path),
      data: join(folder, 'data'),
      ortPath: undefined,
      rank,
      onLog: ({ text: line }) => log.push(line),
    });
    opened.push(execution);
    return execution;
  }
});

/** Threads of this process and those below it that have less than their share of the processor. */
function threadsBehind(pid = process.pid): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const own = threads.filter((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
    // proc(5): niceness is the 19th, and the second, in parentheses, may hold blanks.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]) > 0;
  });
  const below = threads.flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return own.length + below.reduce((sum, child) => sum + threadsBehind(child), 0);
}

function bodyOf(language: Language, body: string): string {
  return language === 'python'
    ? `from edgewright import events, output, log\ndef run(firing, outputs):\n    ${body}\n`
    : `import { events, output, log } from 'edgewright';\nexport function run(firing, outputs) {\n  ${body}\n}\n`;
}

function input(value = 3): Parameters<Execution['run']>[0] {
  const events = ['sofa', 'lamp'].map((item, at) => ({ time: at, event: 'click', fields: { item }, step: 0, seq: at }));
  const firing = { task: 'shop', kind: 'match', time: 1, key: 'home', events, late: false } as const;
  return {
    id: 'one',
    firing,
    computed: { features: { n: 2 }, tensors: { t: { shape: [1], data: new Float32Array([value]) } }, window: events },
  };
}

function hasCode(code: string, message = /./): (error: CodedError) => boolean {
  return (error) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  };
}
