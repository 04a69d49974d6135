// The simulator: a task over a recording. Every step shows the event, the matches in progress, and what fires.
import './shared/style.css';
import './simulator/style.css';
import { countOf, formatBytes } from '@edgewright/core/analysis/charts/format.js';
import type { Moment } from '@edgewright/core/task/stepper.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { FromSimulatorView, SimulationFace, SimulatorExecution, ToSimulatorView } from '../protocol.ts';
import { element, iconButton, write } from './shared/elements.ts';
import { connectHost } from './shared/host.ts';
import { faultElement, invalidElement, noticeElement } from './shared/notice.ts';
import { newExecutionPart } from './simulator/execution.ts';
import { firedElement } from './simulator/firing.ts';
import { aliveElement, eventElement } from './simulator/moment.ts';
import { newTimeline } from './simulator/timeline.ts';
import { clockOf } from './simulator/words.ts';

const host = connectHost<FromSimulatorView, ToSimulatorView>();
let face: SimulationFace | undefined;
/** The step that is asked for; what is shown may still be another. */
let step = typeof host.recall('step') === 'number' ? (host.recall('step') as number) : 0;
let shown: Moment | undefined;
let execution: SimulatorExecution = { kind: 'none', device: undefined };
let player: ReturnType<typeof setInterval> | undefined;

/** Milliseconds between steps when the recording is played. */
const pace = 250;

const name = element('h1', { class: 'ellipsis' });
const about = element('p', { class: 'muted ellipsis' });
const notes = element('div', { class: 'simulator-notes', role: 'status' });
const where = element('span', { class: 'simulator-where', role: 'status' });
const playing = iconButton('play', 'Play', togglePlay);
const timeline = newTimeline(go);
const executing = newExecutionPart({
  execute: (on) => host.post({ kind: 'execute', on }),
  leave: () => host.post({ kind: 'leave' }),
  go,
  showScript,
  recall: () => host.recall('again') === true,
  remember: (isAgain) => host.remember('again', isAgain),
});
const event = element('div');
const alive = element('div');
const fired = element('div');
const total = element('p', { class: 'muted' });
const page = element(
  'main',
  { class: 'simulator' },
  element(
    'header',
    { class: 'simulator-head' },
    element('div', { class: 'simulator-name' }, name, about),
    iconButton('folder-opened', 'Choose another recording', () => host.post({ kind: 'recording' })),
  ),
  notes,
  executing.bar,
  element(
    'div',
    { class: 'simulator-bar', role: 'toolbar', 'aria-label': 'Steps' },
    iconButton('debug-reverse-continue', 'Previous firing', () => go(firingBefore())),
    iconButton('chevron-left', 'Previous event', () => go(step - 1)),
    playing,
    iconButton('chevron-right', 'Next event', () => go(step + 1)),
    iconButton('debug-continue', 'Next firing', () => go(firingAfter())),
    where,
    iconButton('zoom-out', 'Show more time', () => timeline.zoom(1 / 4)),
    iconButton('zoom-in', 'Show less time', () => timeline.zoom(4)),
  ),
  timeline.element,
  element(
    'div',
    { class: 'simulator-body' },
    element('section', {}, element('h2', {}, 'Event'), event),
    element('section', {}, element('h2', {}, 'In progress'), alive),
    element('section', {}, element('h2', {}, 'Fires'), fired),
  ),
  executing.log,
  element('footer', {}, total),
);

// Nothing on the page takes text, so these keys step wherever the focus is.
document.addEventListener('keydown', (pressed) => {
  const to = {
    ArrowRight: pressed.shiftKey ? firingAfter() : step + 1,
    ArrowLeft: pressed.shiftKey ? firingBefore() : step - 1,
    Home: 0,
    End: (face?.times.length ?? 0) + 1,
  }[pressed.key];
  if (to === undefined) return;
  pressed.preventDefault();
  go(to);
});

host.hear((message) => {
  switch (message.kind) {
    case 'opened':
      host.remember('uri', message.uri);
      host.remember('recording', message.recording);
      open(message.face);
      break;
    case 'moment':
      show(message.moment);
      break;
    case 'invalid':
      showInvalid(message.diagnostics);
      break;
    case 'execution':
      ({ execution } = message);
      showExecution();
      if (execution.kind === 'old' && host.recall('again') === true) host.post({ kind: 'execute', on: 'last' });
      break;
    case 'broken':
      stop();
      document.body.replaceChildren(faultElement(message.fault));
  }
});
host.post({ kind: 'ready' });

function open(opened: SimulationFace): void {
  face = opened;
  mount();
  const { task, recording, times, firings } = opened;
  write(name, task);
  write(about, `${recording} · ${countOf(times.length, 'event')} · ${countOf(firings.length, 'firing')}`);
  notes.replaceChildren(...notesOf(opened));
  timeline.show(opened);
  showExecution();
  go(Math.min(step, times.length + 1));
}

function showScript(line: number): void {
  host.post({ kind: 'script', line });
}

function showExecution(): void {
  executing.show(execution, face?.executed, face !== undefined && face.executes.length > 0);
}

function go(to: number): void {
  if (face === undefined) return;
  step = Math.max(0, Math.min(to, face.times.length + 1));
  host.remember('step', step);
  timeline.move(step);
  host.post({ kind: 'at', step });
  if (step === face.times.length + 1) stop();
}

function show(moment: Moment): void {
  // Answers to steps that were passed by meanwhile are not painted.
  if (face === undefined || moment.step !== step) return;
  shown = moment;
  const { times } = face;
  const hasDate = (times.at(-1) ?? 0) - (times[0] ?? 0) > 86_400_000;
  const at = moment.time === undefined ? '' : ` · ${clockOf(moment.time, hasDate)} UTC`;
  const place =
    moment.step === 0
      ? 'Before the first event'
      : moment.step > times.length
        ? 'End of the recording'
        : `Event ${moment.step} of ${times.length.toLocaleString('en')}`;
  write(where, `${place}${at}`);
  event.replaceChildren(eventElement(moment, face));
  alive.replaceChildren(aliveElement(moment, face));
  fired.replaceChildren(firedElement(moment.fired, face, showScript));
  const { bytesRaw, bytesLeft } = moment;
  const left = face.executes.length > 0 && face.executed === undefined ? ', beside what model and script give' : '';
  write(
    total,
    `Until here ${formatBytes(bytesRaw)} of events were seen and ${formatBytes(bytesLeft)} would have left${left}.`,
  );
}

/** The last simulation stays: while a document is written it is invalid more often than not. */
function showInvalid(diagnostics: readonly Diagnostic[]): void {
  stop();
  const title =
    face === undefined
      ? 'The task has errors, so it cannot be simulated'
      : 'The task has errors; this is the task before them';
  mount();
  page.classList.toggle('is-unknown', face === undefined);
  notes.replaceChildren(invalidElement(title, diagnostics));
}

function notesOf({ times, faults, faultCount, foreign, isCut }: SimulationFace): HTMLElement[] {
  const warn = (title: string, text: string, line?: number): HTMLElement =>
    noticeElement(
      { icon: 'warning', title, text, tone: 'warn' },
      ...(line === undefined
        ? []
        : [
            element(
              'vscode-button',
              { secondary: true, onclick: () => host.post({ kind: 'reveal', line }) },
              'Show the line',
            ),
          ]),
    );
  const [fault] = faults;
  const others = foreign.map(([each, times]) => `${each} (${times.toLocaleString('en')})`).join(', ');
  return [
    ...(fault === undefined
      ? []
      : [
          warn(
            `${countOf(faultCount, 'line')} cannot be used`,
            `Line ${fault.line}: ${fault.message}${fault.message.endsWith('.') ? '' : '.'} ${fault.fix}`,
            fault.line,
          ),
        ]),
    ...(isCut
      ? [
          warn(
            'The recording is longer',
            `Its first ${times.length.toLocaleString('en')} events can be stepped through.`,
          ),
        ]
      : []),
    ...(times.length === 0
      ? [
          warn(
            'There is no event for this task',
            others === '' ? 'The recording is empty.' : `It holds ${others}, which the task does not declare.`,
          ),
        ]
      : foreign.length > 0
        ? [element('p', { class: 'note' }, `Passed by, as the task does not declare them: ${others}.`)]
        : []),
  ];
}

function firingAfter(): number {
  return face?.firings.find((firing) => firing.step > step)?.step ?? (face?.times.length ?? 0) + 1;
}

function firingBefore(): number {
  return face?.firings.findLast((firing) => firing.step < step)?.step ?? 0;
}

function togglePlay(): void {
  if (player !== undefined) {
    stop();
    return;
  }
  // Only what has been painted is left: a slow simulation is played slowly.
  player = setInterval(() => {
    if (shown?.step === step) go(step + 1);
  }, pace);
  paintPlayer('debug-pause', 'Pause');
}

function stop(): void {
  clearInterval(player);
  player = undefined;
  paintPlayer('play', 'Play');
}

function paintPlayer(icon: string, label: string): void {
  for (const [attribute, value] of Object.entries({ icon, label, title: label }))
    playing.setAttribute(attribute, value);
}

function mount(): void {
  if (!page.isConnected) document.body.replaceChildren(page);
  page.classList.remove('is-unknown');
}
