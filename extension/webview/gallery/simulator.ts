// Every state of the simulator: simulations of small recordings by the code that the extension uses.

import { catalogueOf, type RecordedLine, readLine } from '@edgewright/core/task/event-line.js';
import { valuesOf } from '@edgewright/core/task/outputs.js';
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import { readSteps, Stepper } from '@edgewright/core/task/stepper.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { SimulatorExecution, ToSimulatorView } from '../../protocol.ts';
import { faceOf } from '../../simulator/face.ts';
import type { Played } from './played.ts';

const visits = `edgewright: task/v1
name: item-page
events:
  enter: { page: string, item: string }
  scroll: { page: string, depth: number }
  exposure: { page: string, item: string, seconds: number }
  click: { page: string, x: number, y: number }
  exit: { page: string }
trigger:
  key: page
  sequence:
    - { as: opened, event: enter }
    - { event: [scroll, exposure, click], times: { from: 1, to: 20 } }
    - { event: exit }
  within: 2min
  timeouts: true
pipeline:
  key: page
  window: { since: enter, events: 50 }
  features:
    depth: { by: max, of: depth }
    clicks: { by: count, where: event == "click" }
  tensors:
    visit: { features: [depth, clicks] }
outputs:
  - { to: outbox, fields: [depth, clicks] }
  - { to: log, fields: [exit.page] }
privacy: { leave: [depth, clicks] }
`;

function visit(page: string, from: number, actions: number, isClosed = true): string[] {
  const line = (at: number, event: string, fields: object): string =>
    JSON.stringify({ time: Date.UTC(2026, 0, 5, 9) + (from + at) * 1000, event, page, ...fields });
  const acts = Array.from({ length: actions }, (_, at) =>
    at % 3 === 2
      ? line(at * 2 + 1, 'click', { x: 40 * at, y: 12 * at })
      : at % 3 === 1
        ? line(at * 2 + 1, 'exposure', { item: `item-${at}`, seconds: at / 2 })
        : line(at * 2 + 1, 'scroll', { depth: 120 * at }),
  );
  return [
    line(0, 'enter', { item: `item-${from}` }),
    ...acts,
    ...(isClosed ? [line(actions * 2 + 3, 'exit', {})] : []),
  ];
}

const recording = [
  ...visit('home', 0, 5),
  ...visit('cart', 6, 8),
  ...visit('search', 31, 3, false),
  ...visit('home', 60, 9),
].toSorted((a, b) => JSON.parse(a).time - JSON.parse(b).time);

/** Plays a simulation; the steps that the page asks for are answered as the worker does. */
function played(
  text: string,
  lines: readonly string[],
  first = 0,
  more: readonly ToSimulatorView[] = [],
  execute?: (task: ResolvedTask, fired: readonly SimulatedFiring[]) => readonly SimulatedFiring[],
): Played {
  let stepper: Stepper | undefined;
  return {
    async begin(send) {
      const { task, diagnostics } = checkTask(text);
      if (task === undefined) {
        send({ kind: 'invalid', diagnostics } satisfies ToSimulatorView);
        return;
      }
      const read = lines.flatMap((line, at): RecordedLine[] => {
        const one = readLine(line, at + 1, catalogueOf([task]));
        return one === undefined ? [] : [one];
      });
      const steps = await readSteps([read]);
      stepper = new Stepper(task, steps);
      const plain = stepper.firings().map(({ fired }) => fired);
      if (execute !== undefined) stepper = new Stepper(task, steps, undefined, execute(task, plain));
      const face = faceOf(task, 'visits.jsonl', steps, stepper.firings());
      const opened: ToSimulatorView = {
        kind: 'opened',
        uri: 'file:///visits.task.yaml',
        recording: 'file:///visits.jsonl',
        face,
      };
      send(opened);
      send({ kind: 'moment', moment: stepper.at(first) } satisfies ToSimulatorView);
      for (const message of more) send(message);
    },
    answer(message, send) {
      if (message.kind !== 'at' || stepper === undefined) return;
      send({ kind: 'moment', moment: stepper.at(message.step) } satisfies ToSimulatorView);
    },
  };
}

const threshold = `edgewright: task/v1
name: overheating
events: { temperature: { sensor: string, celsius: number } }
trigger:
  key: sensor
  threshold: { event: temperature, value: celsius, above: 70, rearm: 60, for: 10s }
outputs: [{ to: outbox, fields: [temperature.celsius], urgent: true }]
script: { file: ./fan.js, language: javascript, results: { speed: number } }
privacy: { leave: [temperature.celsius] }
`;
const heat = Array.from({ length: 60 }, (_, at) =>
  JSON.stringify({
    time: Date.UTC(2026, 0, 5) + at * 5000,
    event: 'temperature',
    sensor: at % 2 === 0 ? 'cpu' : 'gpu',
    celsius: Math.round(60 + 18 * Math.sin(at / 6)),
  }),
);

const fan =
  `${threshold.replace('events: { temp', 'events: { fan: { speed: number }, temp').replace('results: { speed: number }', 'results: { speed: number, mean: number }')}`
    .replace('outputs: [', 'outputs: [{ to: log, fields: [script.mean] }, { to: outbox, fields: [script.speed] }, ')
    .replace('leave: [', 'leave: [script.speed, ');
const fanHeat = Array.from({ length: 240 }, (_, at) =>
  heat[at % 60]!.replace(/"time":\d+/, `"time":${Date.UTC(2026, 0, 5) + at * 5000}`),
);

/** As a device would: the third fails. */
function executed(task: ResolvedTask, fired: readonly SimulatedFiring[]): readonly SimulatedFiring[] {
  return fired.map((one, at) => {
    const phases = { prepare: 0.4 + at / 20, script: 2.2 + at / 10, total: 3.1 + at / 8 };
    const log = [
      {
        time: 0,
        level: 'info' as const,
        text: `${one.firing.key} is at ${one.firing.events.at(-1)?.fields.celsius} degrees for 10 s`,
      },
      ...(at % 2 === 1
        ? [
            {
              time: 0,
              level: 'warning' as const,
              text: 'the fan was at full speed already, and stays there until the sensor is below 60 degrees',
            },
          ]
        : []),
    ];
    const failure = {
      code: 'task-script',
      message: 'fan.js: TypeError: cannot read property "speed" of undefined (line 12)',
      fix: 'Mend the script; its log says where it failed.',
    };
    const base = { id: String(at), log, phases };
    if (at === 2) return { ...one, outputs: [], execution: { ...base, results: [], emitted: [], failure } };
    const results = { 'script.speed': 0.8, 'script.mean': 64.25, 'script.rest': [1, 2, 3] };
    const outputs = task.outputs.map(({ to, fields }) => ({
      to,
      values: valuesOf(fields, one.firing, one.computed, results),
    }));
    return {
      ...one,
      outputs,
      execution: { ...base, results: [results], emitted: [{ event: 'fan', fields: { speed: 0.8 } }] },
    };
  });
}

const executing = (execution: SimulatorExecution): readonly ToSimulatorView[] => [{ kind: 'execution', execution }];
const refused: SimulatorExecution = {
  kind: 'failed',
  device: 'porch',
  fault: {
    code: 'task-script',
    message: "fan.js: SyntaxError: unexpected token in expression: '}' (line 14)",
    fix: 'Mend the script.',
  },
};
const offline: SimulatorExecution = {
  kind: 'failed',
  device: 'porch',
  fault: {
    code: 'unreachable',
    message: 'No agent answers at ws://raspberrypi.local:7317: the connection was refused.',
    fix: 'Start edgewright-agent on the device, or correct its address.',
  },
};

export const simulatorStates: Readonly<Record<string, Played>> = {
  visits: played(visits, recording),
  threshold: played(threshold, heat),
  executed: played(fan, fanHeat, 0, executing({ kind: 'done', device: 'porch' }), executed),
  'executed and saved since': played(
    fan,
    fanHeat,
    0,
    executing({ kind: 'old', device: 'porch', file: 'fan.js' }),
    executed,
  ),
  'changed since it was executed': played(fan, fanHeat, 0, executing({ kind: 'none', device: 'porch' })),
  executing: played(
    fan,
    fanHeat,
    0,
    executing({ kind: 'running', device: 'porch', phase: 'sending fan.js, 2 KiB of 4 KiB' }),
  ),
  'cancelled execution': played(fan, fanHeat, 0, executing({ kind: 'cancelled', device: 'porch' })),
  'refused execution': played(fan, fanHeat, 0, executing(refused)),
  'device that is offline': played(fan, fanHeat, 0, executing(offline)),
  'faults of a recording': played(visits, [...recording.slice(0, 9), 'enter home', '{"time": 1, "event": "other"}']),
  'no event of the task': played(visits, ['{"time": 1767600000000, "event": "other"}']),
  'errors in the task': played(visits.replace('event: exit', 'event: leave'), recording),
  'errors after it was right': played(visits, recording, 0, [
    { kind: 'invalid', diagnostics: checkTask(visits.replace('event: exit', 'event: leave')).diagnostics },
  ]),
  broken: {
    begin: (send) =>
      send({
        kind: 'broken',
        fault: {
          code: 'file-unreadable',
          message: 'visits.jsonl cannot be read: there is no such file or folder.',
          fix: 'Look whether the path is right; it is relative to the working folder, or to the task that names it.',
        },
      } satisfies ToSimulatorView),
  },
};
