// Broken task documents.
import type { DocumentCase } from './sweeps.ts';

const events =
  'events:\n  enter: { page: string }\n  scroll: { page: string, depth: number }\n  click: { page: string, item: string }\n';
const head = `edgewright: task/v1\nname: a\n${events}`;
const task = (trigger: string, rest = '') => `${head}trigger: ${trigger}\n${rest}`;
const sequence = (steps: string, rest = '') => task(`{ sequence: [${steps}]${rest} }`);
const within = ', within: 10s';

export const brokenTasks: readonly DocumentCase[] = [
  { title: 'a task without a trigger', text: head, codes: ['missing-key'] },
  {
    title: 'a sweep instead of a task',
    text: 'edgewright: sweep/v1\nname: a\nmodels: [{family: fc}]\n',
    codes: ['document-kind'],
  },
  { title: 'a trigger that waits for nothing', text: task('{ key: page }'), codes: ['trigger-kind'] },
  { title: 'a trigger that waits for two things', text: task('{ event: enter, every: 1s }'), codes: ['trigger-kind'] },
  { title: 'an event that is not declared', text: task('{ event: exit }'), codes: ['unknown-event'] },
  { title: 'a misspelt event', text: task('{ event: [enter, scrol] }'), codes: ['unknown-event'] },
  { title: 'a field of no event', text: task('{ event: scroll, where: deep > 1 }'), codes: ['expression-name'] },
  { title: 'a field of another type', text: task('{ event: scroll, where: page > 1 }'), codes: ['expression-type'] },
  {
    title: 'an event named any',
    text: 'edgewright: task/v1\nname: a\nevents: { any: {} }\ntrigger: { every: 1s }\n',
    codes: ['bad-format'],
  },
  {
    title: 'a field named time',
    text: 'edgewright: task/v1\nname: a\nevents: { b: { time: number } }\ntrigger: { event: b }\n',
    codes: ['bad-format'],
  },
  {
    title: 'a field of an unknown type',
    text: 'edgewright: task/v1\nname: a\nevents: { b: { c: text } }\ntrigger: { event: b }\n',
    codes: ['not-one-of'],
  },
  { title: 'a step without an event', text: sequence(`{ where: depth > 1 }`, within), codes: ['trigger-step'] },
  {
    title: 'a sequence that begins with what must not come',
    text: sequence('{ not: click }, { event: enter }', within),
    codes: ['trigger-step'],
  },
  {
    title: 'two steps of what must not come',
    text: sequence('{ event: enter }, { not: click }, { not: scroll }', within),
    codes: ['trigger-step'],
  },
  {
    title: 'a first step that is optional',
    text: sequence('{ event: enter, optional: true }, { event: click }', within),
    codes: ['trigger-step'],
  },
  {
    title: 'times that exclude each other',
    text: sequence('{ event: enter, times: { from: 3, to: 2 } }', within),
    codes: ['trigger-never'],
  },
  {
    title: 'two steps of one name',
    text: sequence('{ event: enter, as: a }, { event: click, as: a }', within),
    codes: ['duplicate-name'],
  },
  {
    title: 'a condition on a later step',
    text: sequence('{ event: enter, where: page == after.page }, { event: click, as: after }', within),
    codes: ['expression-name'],
  },
  {
    title: 'a condition that never holds',
    text: task('{ event: scroll, where: depth > 5 && depth < 3 }'),
    codes: ['trigger-never'],
  },
  {
    title: 'a field that equals two constants',
    text: task('{ event: click, where: item == "a" && item == "b" }'),
    codes: ['trigger-never'],
  },
  { title: 'a condition that is false', text: task('{ event: click, where: "false" }'), codes: ['trigger-never'] },
  {
    title: 'a window with too little room',
    text: sequence('{ event: enter, times: 3 }, { event: click }', ', within: { events: 3 }'),
    codes: ['trigger-never'],
  },
  {
    title: 'a window of no length',
    text: sequence('{ event: enter }, { event: click }', ', within: 0s'),
    codes: ['trigger-never'],
  },
  {
    title: 'a session that ends within every match, and one that begins there',
    text: sequence(
      '{ event: enter }, { event: click, times: 2 }',
      ', within: 1min, session: { start: [click, scroll], end: enter }',
    ),
    codes: ['trigger-never', 'trigger-never'],
  },
  {
    title: 'events that no source gives',
    text: task(
      '{ sequence: [{ event: enter }, { event: scroll, optional: true }, { event: [click, scroll] }], within: 1min }',
      'sources: [{ kind: http, events: enter }]\n',
    ),
    codes: ['trigger-never'],
  },
  {
    title: 'a value that no source gives',
    text: task(
      '{ threshold: { event: scroll, value: depth, above: 1 } }',
      'sources: [{ kind: http, events: enter }]\n',
    ),
    codes: ['trigger-never'],
  },
  { title: 'an absence without an end', text: sequence('{ event: enter }, { not: click }'), codes: ['trigger-never'] },
  {
    title: 'a match that can always grow',
    text: sequence('{ event: scroll, times: { from: 2 } }'),
    codes: ['trigger-never'],
  },
  {
    title: 'eagerness without a bound',
    text: sequence('{ event: scroll, times: { from: 2 } }', ', eager: true'),
    codes: ['trigger-unbounded'],
  },
  {
    title: 'every combination without a window',
    text: sequence('{ event: enter }, { event: click }', ', contiguity: skip-till-any'),
    codes: ['trigger-unbounded'],
  },
  {
    title: 'a sequence without a window',
    text: sequence('{ event: enter }, { event: click }'),
    codes: ['trigger-unbounded'],
  },
  {
    title: 'nothing between what follows directly',
    text: sequence('{ event: enter }, { not: scroll }, { event: click }', `${within}, contiguity: strict`),
    codes: ['trigger-step'],
  },
  { title: 'a key that no event has', text: task('{ event: scroll, key: item }'), codes: ['unknown-field'] },
  {
    title: 'a key that some events lack',
    text: task('{ event: [scroll, click], key: item }'),
    codes: ['unknown-field'],
  },
  {
    title: 'keys of sequences beside an event',
    text: task('{ event: enter, within: 1s, eager: true }'),
    codes: ['unused-key', 'unused-key'],
  },
  {
    title: 'an eager absence',
    text: sequence('{ event: enter }, { not: click }', `${within}, eager: true`),
    codes: ['unused-key'],
  },
  { title: 'timeouts without a window', text: sequence('{ event: enter }', ', timeouts: true'), codes: ['unused-key'] },
  {
    title: 'a time in the middle of a sequence',
    text: sequence('{ event: enter, for: 1s }, { event: click }', within),
    codes: ['unused-key'],
  },
  {
    title: 'a threshold without a level',
    text: task('{ threshold: { event: scroll, value: depth } }'),
    codes: ['trigger-kind'],
  },
  {
    title: 'a threshold of a string',
    text: task('{ threshold: { event: click, value: item, above: 1 } }'),
    codes: ['expression-type'],
  },
  {
    title: 'a level of arming on the wrong side',
    text: task('{ threshold: { event: scroll, value: depth, above: 1, rearm: 2 } }'),
    codes: ['reversed-limits'],
  },
  { title: 'an interval of no length', text: task('{ every: 0s }'), codes: ['out-of-range'] },
  { title: 'no cron expression', text: task('{ cron: { at: daily } }'), codes: ['bad-format'] },
  { title: 'a cron expression with seconds', text: task('{ cron: { at: "0 0 7 * * *" } }'), codes: ['bad-format'] },
  { title: 'a day that does not exist', text: task('{ cron: { at: "0 0 30 2 *" } }'), codes: ['trigger-never'] },
  { title: 'no time zone', text: task('{ cron: { at: "0 7 * * *", timezone: Berlin } }'), codes: ['bad-format'] },
  {
    title: 'a feature that leaves without permission',
    text: task(
      '{ event: scroll }',
      'pipeline: { features: { n: { by: count } } }\noutputs: [{ to: outbox, fields: [n] }]\n',
    ),
    codes: ['privacy-field'],
  },
  {
    title: 'a field that leaves without permission',
    text: task(
      '{ event: click }',
      'outputs: [{ to: outbox, fields: [click.item] }, { to: log, fields: [click.page] }]\n',
    ),
    codes: ['privacy-field'],
  },
  {
    title: 'an output of nothing known',
    text: task('{ event: click }', 'outputs: [{ to: log, fields: [click.itme] }]\n'),
    codes: ['unknown-field'],
  },
  {
    title: 'permission for nothing known',
    text: task('{ event: click }', 'privacy: { leave: [depth] }\n'),
    codes: ['unknown-field'],
  },
  {
    title: 'a model that nothing makes inputs for',
    text: task('{ event: click }', 'model: { file: a.onnx }\n'),
    codes: ['model-inputs'],
  },
  {
    title: 'a result of a script that leaves without permission',
    text: task(
      '{ event: click }',
      'script: { file: a.js, language: javascript, results: { liked: boolean } }\noutputs: [{ to: outbox, fields: [script.liked] }]\n',
    ),
    codes: ['privacy-field'],
  },
  {
    title: 'a result that the script does not declare',
    text: task(
      '{ event: click }',
      'script: { file: a.py, language: python, results: { liked: boolean } }\noutputs: [{ to: log, fields: [script.likes] }]\n',
    ),
    codes: ['unknown-field'],
  },
  {
    title: 'a recording of fields that there are not',
    text: task('{ event: click }', 'privacy: { record: [click.itme] }\n'),
    codes: ['unknown-field'],
  },
  {
    title: 'a policy of no time and no memory',
    text: task('{ event: click }', 'policy: { deadline: 0ms, time: 0s, memory: 1MiB }\n'),
    codes: ['out-of-range', 'out-of-range', 'out-of-range'],
  },
  {
    title: 'urgency of what is not sent',
    text: task('{ event: click }', 'outputs: [{ to: log, fields: [click.page], urgent: true }]\n'),
    codes: ['unused-key'],
  },
  {
    title: 'sources without what they need',
    text: task(
      '{ event: click }',
      'sources: [{ kind: timer, every: 1s }, { kind: socket }, { kind: process, topic: a }, { kind: mqtt }, { kind: sensor, events: click }]\n',
    ),
    codes: ['missing-key', 'missing-key', 'missing-key', 'unused-key', 'missing-key', 'missing-key'],
  },
  {
    title: 'an address that is none, an event that is none, and an interval of no time',
    text: task(
      '{ event: click }',
      'sources: [{ kind: http, address: "a b" }, { kind: file, path: a, events: clikc }, { kind: timer, events: click, every: 0s }]\n',
    ),
    codes: ['bad-format', 'unknown-event', 'out-of-range'],
  },
  {
    title: 'a sensor of a phone by a key that is of the system, and without its name',
    text: task('{ event: click }', 'sources: [{ kind: termux, events: click, sensor: temperature }]\n'),
    codes: ['missing-key', 'unused-key'],
  },
  {
    title: 'a folder without its path, a secret of a file, and a place to go on from of a process',
    text: task(
      '{ event: click }',
      'sources: [{ kind: folder, events: click }, { kind: file, path: a, secret: s }, { kind: process, command: [a], from: continue }]\n',
    ),
    codes: ['missing-key', 'unused-key', 'unused-key'],
  },
  {
    title: 'what is read of a folder asked of a file, and a folder of several events that reads none',
    text: task(
      '{ event: click }',
      'sources: [{ kind: file, path: a, read: events }, { kind: folder, path: a, read: text }, { kind: folder, path: a, read: events }]\n',
    ),
    codes: ['unused-key', 'missing-key'],
  },
  {
    title: 'names of a secret and of a sensor that are none, and a place to go on from that is none',
    text: task(
      '{ event: click }',
      'sources: [{ kind: http, secret: ../token }, { kind: termux, events: click, name: "-c" }, { kind: replay, path: a, from: end }]\n',
    ),
    codes: ['bad-format', 'bad-format', 'not-one-of'],
  },
  {
    title: 'a feature without a value',
    text: task('{ event: click }', 'pipeline: { features: { n: { by: mean } } }\n'),
    codes: ['missing-key'],
  },
  {
    title: 'a count of values',
    text: task('{ event: scroll }', 'pipeline: { features: { n: { by: count, of: depth } } }\n'),
    codes: ['unused-key'],
  },
  {
    title: 'a tensor of an unknown feature',
    text: task('{ event: click }', 'pipeline: { features: { n: { by: count } }, tensors: { x: { features: [m] } } }\n'),
    codes: ['unknown-field'],
  },
  {
    title: 'a tensor of two kinds',
    text: task(
      '{ event: click }',
      'pipeline: { features: { n: { by: count } }, tensors: { x: { features: [n], sequence: [time] } } }\n',
    ),
    codes: ['trigger-kind'],
  },
  {
    title: 'a sequence without a length',
    text: task('{ event: click }', 'pipeline: { tensors: { x: { sequence: [time] } } }\n'),
    codes: ['missing-key'],
  },
  {
    title: 'a join by an unknown field',
    text: task(
      '{ event: click }',
      'pipeline: { events: click, join: { deep: { event: scroll, on: item, field: depth } } }\n',
    ),
    codes: ['unknown-field'],
  },
  {
    title: 'a tumbling window of no time',
    text: task('{ event: click }', 'pipeline: { window: { events: 3, tumbling: true } }\n'),
    codes: ['unused-key'],
  },
  {
    title: 'a test at no time',
    text: task('{ event: click }', 'tests: [{ events: a.jsonl, firings: [{ time: yesterday }] }]\n'),
    codes: ['bad-format'],
  },
];
