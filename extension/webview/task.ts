// The page of a deployed task: its state, what it has seen and sent, how long its firings take against the deadline.
import './shared/style.css';
import './task/style.css';
import { formatSignificant } from '@edgewright/core/analysis/number.js';
import { troublesIn } from '@edgewright/core/task/troubles.js';
import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import type { FromTaskView, TaskFace, ToTaskView } from '../protocol.ts';
import { element, iconButton, write } from './shared/elements.ts';
import { connectHost } from './shared/host.ts';
import { faultElement, noticeElement } from './shared/notice.ts';
import { newFigures } from './task/figures.ts';
import { newLatencyPlot } from './task/latency.ts';
import { newTables } from './task/tables.ts';
import { stateWords, tierWord } from './task/words.ts';

const host = connectHost<FromTaskView, ToTaskView>();
const name = element('h1', { class: 'ellipsis' });
const about = element('p', { class: 'muted' });
const state = element('strong', { role: 'status' });
const stateMore = element('span', { class: 'muted' });
const notes = element('div', { class: 'task-notes' });
const figures = newFigures();
const latency = newLatencyPlot();
const tables = newTables();
const page = element(
  'main',
  { class: 'task' },
  element(
    'header',
    { class: 'task-head' },
    element('div', { class: 'task-name' }, name, about),
    element(
      'div',
      { class: 'task-tools', role: 'toolbar', 'aria-label': 'Task' },
      iconButton('record', 'Record its events', () => host.post({ kind: 'record' })),
      iconButton('output', 'Open the kept results', () => host.post({ kind: 'results' })),
      iconButton('cloud-upload', 'Deploy it again', () => host.post({ kind: 'redeploy' })),
      iconButton('trash', 'Remove it from the device', () => host.post({ kind: 'remove' })),
    ),
  ),
  element('div', { class: 'task-state' }, state, stateMore),
  notes,
  figures.element,
  element(
    'div',
    { class: 'task-body' },
    element('section', { class: 'wide' }, element('h2', {}, 'Latency of the last firings'), latency.element),
    ...tables.sections,
  ),
);

host.hear((message) => {
  if (message.kind === 'broken') {
    const again = element('vscode-button', { onclick: () => host.post({ kind: 'again' }) }, 'Link again');
    const shown = faultElement(message.fault);
    shown.lastElementChild?.append(again);
    document.body.replaceChildren(shown);
    return;
  }
  host.remember('device', message.device);
  host.remember('task', message.task);
  if (!page.isConnected) document.body.replaceChildren(page);
  show(message.face);
});
host.post({ kind: 'ready' });

function show(face: TaskFace): void {
  const { task, device, status } = face;
  write(name, `${task} on ${device}`);
  write(about, aboutOf(status));
  writeState(face);
  writeNotes(face);
  figures.show(face);
  latency.show(face.firings, status?.latency.deadline ?? null);
  tables.show(face);
}

function aboutOf(status: TaskStatus | undefined): string {
  if (status === undefined) return 'Waiting for what the device says of it.';
  const { version, identity, deployedAt, isolation, model, signer } = status;
  const called = version === '' ? identity : `${version} (${identity})`;
  return [
    `Version ${called}, deployed ${new Date(deployedAt).toLocaleString('en')}`,
    tierWord(isolation),
    ...(model == null ? [] : [`model on ${model.runtime}: ${model.reason}`]),
    ...(signer === undefined ? [] : [`signed by ${signer.fingerprint}${signer.isTrusted ? '' : ', not trusted here'}`]),
  ].join(' · ');
}

function writeState({ link, status }: TaskFace): void {
  const { word, tone } =
    link.kind === 'removed'
      ? { word: 'Removed from the device', tone: 'warn' }
      : link.kind === 'dropped'
        ? { word: 'Not linked', tone: 'warn' }
        : status === undefined
          ? { word: 'Linking', tone: '' }
          : stateWords[status.state];
  write(state, word);
  state.className = tone;
  const waiting = link.kind === 'dropped' ? `next try in ${formatSignificant(link.wait / 1000, 2)} s` : '';
  write(stateMore, waiting);
}

let noted = '';

/** Written only where they changed: a reader of the screen says them anew each time. */
function writeNotes({ link, status, gaps }: TaskFace): void {
  const { own: trouble, ofSources } = status === undefined ? { own: null, ofSources: [] } : troublesIn(status);
  const next = JSON.stringify([
    link.kind === 'dropped' && link.message,
    trouble,
    ofSources.map((each) => each.trouble),
    gaps,
  ]);
  if (next === noted) return;
  noted = next;
  const last = gaps.at(-1);
  const clock = (time: number): string => new Date(time).toLocaleTimeString('en');
  notes.replaceChildren(
    ...(link.kind === 'dropped'
      ? [noticeElement({ icon: 'debug-disconnect', title: 'The link dropped', text: link.message, tone: 'warn' })]
      : []),
    ...(trouble === null
      ? []
      : [
          noticeElement({
            icon: 'warning',
            title: trouble.message,
            text: `${trouble.fix} (${trouble.code})`,
            tone: 'warn',
          }),
        ]),
    ...ofSources.map(({ source, trouble: of }) =>
      noticeElement({
        icon: 'warning',
        title: `Source ${source}: ${of.message}`,
        text: `${of.fix} (${of.code})`,
        tone: 'warn',
      }),
    ),
    ...(last === undefined
      ? []
      : [
          element(
            'p',
            { class: 'note' },
            `Nothing was heard from ${clock(last.from)} to ${clock(last.to)}${gaps.length > 1 ? ` and ${gaps.length - 1} times before` : ''}: firings of that time are counted, not listed.`,
          ),
        ]),
  );
}
