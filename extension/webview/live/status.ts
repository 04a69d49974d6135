// The head of the live page: how far the run is, on each device, and what can be done with it.
import type { ControlVerb, FromRunView, LiveDevice, RunFace } from '../../protocol.ts';
import { element, write } from '../shared/elements.ts';
import type { Host } from '../shared/host.ts';
import { allowedVerbs } from './verbs.ts';
import { formatDuration, linkLook, type Progress, type StateLook, stateLook, stateOf, totalOf } from './words.ts';

export interface Status {
  readonly element: HTMLElement;
  /** `devices` has an entry for each of `run.devices`, undefined until the device was heard of. */
  paint(run: RunFace, devices: readonly (LiveDevice | undefined)[], now: number): void;
}

const verbs: readonly {
  readonly verb: ControlVerb;
  readonly icon: string;
  readonly text: string;
  readonly title: string;
}[] = [
  { verb: 'pause', icon: 'debug-pause', text: 'Pause', title: 'Finish the point under way, then wait' },
  { verb: 'continue', icon: 'debug-continue', text: 'Continue', title: 'Go on measuring' },
  { verb: 'reconnect', icon: 'plug', text: 'Reconnect', title: 'Try to link to the devices now' },
  { verb: 'rerun', icon: 'debug-rerun', text: 'Re-run failures', title: 'Measure the points that failed once more' },
  { verb: 'cancel', icon: 'debug-stop', text: 'Cancel', title: 'End the run; what was measured stays' },
];

export function newStatus(host: Pick<Host<FromRunView, never>, 'post'>): Status {
  const chip = newChip();
  const bar = newBar('Progress of the run');
  const figures = element('span', { class: 'live-figures' });
  const left = element('span', { class: 'live-left muted' });
  const buttons = verbs.map(({ verb, icon, text, title }) => {
    const button = element(
      'vscode-button',
      { icon, title, secondary: verb !== 'continue', onclick: () => host.post({ kind: 'control', verb }) },
      text,
    );
    button.hidden = true;
    return { verb, button };
  });
  const followed = element(
    'p',
    { class: 'live-followed muted' },
    'Another window or command line collects this run: it is followed from its files and controlled there.',
  );
  const list = element('ul', { class: 'live-devices' });
  const rows: Row[] = [];
  return {
    element: element(
      'section',
      { class: 'live-status', 'aria-label': 'Progress' },
      element(
        'div',
        { class: 'live-bar' },
        chip.element,
        bar.element,
        figures,
        left,
        element('div', { class: 'live-buttons' }, ...buttons.map(({ button }) => button)),
      ),
      followed,
      list,
    ),
    paint(run, devices, now) {
      const known = devices.filter((device) => device !== undefined);
      const total = totalOf(known);
      chip.paint(stateLook(known.length === 0 && !run.isOver ? undefined : stateOf(known, run.isOver)));
      bar.paint(total);
      write(figures, figuresText(total));
      write(left, leftText(total, run.isOver));
      const allowed = allowedVerbs(run, known);
      for (const { verb, button } of buttons)
        if (button.hidden === allowed.has(verb)) button.hidden = !allowed.has(verb);
      followed.hidden = !run.isFollowed || run.isOver;
      while (rows.length < run.devices.length) {
        const row = newRow();
        rows.push(row);
        list.append(row.element);
      }
      list.classList.toggle('is-single', run.devices.length === 1);
      for (const [place, row] of rows.entries()) {
        row.element.hidden = place >= run.devices.length;
        row.paint(run.devices[place] ?? '', devices[place], now, run.devices.length > 1);
      }
    },
  };
}

interface Row {
  readonly element: HTMLElement;
  paint(name: string, device: LiveDevice | undefined, now: number, isOneOfMany: boolean): void;
}

function newRow(): Row {
  const name = element('span', { class: 'live-device-name ellipsis' });
  const link = newChip();
  const state = newChip();
  const current = element('span', { class: 'live-current muted ellipsis' });
  const bar = newBar('Progress');
  const figures = element('span', { class: 'live-figures' });
  const left = element('span', { class: 'live-left muted' });
  return {
    element: element(
      'li',
      { class: 'live-device' },
      name,
      link.element,
      state.element,
      bar.element,
      figures,
      left,
      current,
    ),
    paint(text, device, now, isOneOfMany) {
      write(name, text);
      name.title = text;
      state.element.hidden = !isOneOfMany;
      bar.element.hidden = !isOneOfMany;
      figures.hidden = !isOneOfMany;
      left.hidden = !isOneOfMany;
      if (device === undefined) {
        link.paint({ icon: 'loading', word: 'Linking', tone: 'plain' });
        state.paint(stateLook(undefined));
        write(current, '');
        return;
      }
      const look = linkLook(device, now);
      link.paint(look);
      state.paint(stateLook(device.state));
      bar.element.setAttribute('aria-label', `Progress of ${text}`);
      bar.paint(device);
      write(figures, figuresText(device));
      write(left, leftText(device, device.state === 'finished' || device.state === 'cancelled'));
      const said = look.tone === 'bad' ? look.detail : device.current || device.reason || look.detail;
      write(current, said);
      current.title = said;
      current.classList.toggle('bad', look.tone === 'bad');
    },
  };
}

interface Painted<Of> {
  readonly element: HTMLElement;
  paint(of: Of): void;
}

function newChip(): Painted<StateLook> {
  const icon = element('vscode-icon', { 'aria-hidden': 'true' });
  const word = element('span');
  const made = element('span', { class: 'chip' }, icon, word);
  return {
    element: made,
    paint(look) {
      write(word, look.word);
      if (icon.name !== look.icon) icon.name = look.icon;
      made.className = `chip chip-${look.tone}`;
    },
  };
}

function newBar(label: string): Painted<Progress> {
  const done = element('div', { class: 'bar-done' });
  const failed = element('div', { class: 'bar-failed' });
  const made = element(
    'div',
    {
      class: 'bar',
      role: 'progressbar',
      'aria-label': label,
      'aria-valuemin': 0,
      'aria-valuemax': 0,
      'aria-valuenow': 0,
    },
    done,
    failed,
  );
  return {
    element: made,
    paint(of) {
      const share = (count: number): string => `${of.slots === 0 ? 0 : (100 * count) / of.slots}%`;
      made.setAttribute('aria-valuemax', String(of.slots));
      made.setAttribute('aria-valuenow', String(of.done));
      made.setAttribute('aria-valuetext', figuresText(of));
      done.style.width = share(of.done - of.failed);
      failed.style.width = share(of.failed);
    },
  };
}

function figuresText({ done, slots, failed }: Progress): string {
  const count = (value: number): string => value.toLocaleString('en');
  return `${count(done)} of ${count(slots)}${failed === 0 ? '' : `, ${count(failed)} failed`}`;
}

function leftText({ timeLeft, done, slots }: Progress, isOver: boolean): string {
  if (isOver || (slots > 0 && done >= slots)) return '';
  return timeLeft === null ? 'no estimate yet' : `${formatDuration(timeLeft)} left`;
}
