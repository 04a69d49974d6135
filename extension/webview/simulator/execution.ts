// Executing what fires on a device: how it goes, what all executions took, and what scripts said in all of them.
import { countOf } from '@edgewright/core/analysis/charts/format.js';
import type { ExecutedFace, Fault, SimulatorExecution } from '../../protocol.ts';
import { element, write } from '../shared/elements.ts';
import { faultElement } from '../shared/notice.ts';
import { type ShowScript, scriptButton } from './parts.ts';
import { clockOf, millisecondsOf } from './words.ts';

export interface ExecutionHost {
  execute(on: 'last' | 'another'): void;
  leave(): void;
  go(step: number): void;
  showScript: ShowScript;
  /** Whether it is executed again when a file is saved. */
  recall(): boolean;
  remember(isAgain: boolean): void;
}

export interface ExecutionPart {
  /** Above the steps. */
  readonly bar: HTMLElement;
  /** Below what is known of a step. */
  readonly log: HTMLElement;
  /** `executes`: whether there is anything to execute. */
  show(execution: SimulatorExecution, executed: ExecutedFace | undefined, executes: boolean): void;
}

export function newExecutionPart(host: ExecutionHost): ExecutionPart {
  const words = element('p', { class: 'execution-words', role: 'status' });
  const tools = element('div', { class: 'execution-tools' });
  const fault = element('div', { class: 'execution-fault' });
  const again = element(
    'vscode-checkbox',
    { onchange: () => host.remember(again.checked) },
    'Execute again when saved',
  );
  again.checked = host.recall();
  const bar = element('div', { class: 'execution' }, words, again, tools, fault);
  const list = element('ol', { class: 'execution-lines mono' });
  const rest = element('p', { class: 'note' });
  const log = element('section', { class: 'execution-log' }, element('h2', {}, 'Said by the script'), list, rest);
  let painted: ExecutedFace | undefined;
  return {
    bar,
    log,
    show(execution, executed, executes) {
      bar.hidden = !executes;
      write(words, wordsOf(execution, executed));
      words.classList.toggle('warn', execution.kind === 'old');
      again.hidden = execution.device === undefined;
      tools.replaceChildren(...toolsOf(execution, host));
      fault.replaceChildren(...(execution.kind === 'failed' ? [refusedElement(execution.fault, host)] : []));
      log.hidden = executed === undefined || executed.lines === 0;
      if (painted === executed) return;
      painted = executed;
      list.replaceChildren(...(executed?.log ?? []).map((line) => lineElement(line, host)));
      const hidden = (executed?.lines ?? 0) - (executed?.log.length ?? 0);
      write(rest, hidden > 0 ? `${hidden.toLocaleString('en')} more are shown at their firings.` : '');
      rest.hidden = hidden <= 0;
    },
  };
}

function wordsOf(execution: SimulatorExecution, executed: ExecutedFace | undefined): string {
  switch (execution.kind) {
    case 'none':
      return execution.device === undefined
        ? 'What model and script give is known once a device executes what fires.'
        : `The task or its recording was changed since ${execution.device} executed it.`;
    case 'running':
      return `${execution.device}: ${execution.phase}`;
    case 'done':
      return `${execution.device} executed ${executedWords(executed)}`;
    case 'old':
      return `${execution.file} was saved since ${execution.device} executed ${executedWords(executed)}`;
    case 'failed':
      return `${execution.device} could not execute what fires.`;
    case 'cancelled':
      return `The execution on ${execution.device} was cancelled.`;
  }
}

function refusedElement(fault: Fault, { showScript }: ExecutionHost): HTMLElement {
  const shown = faultElement(fault);
  const button = scriptButton(fault, showScript);
  if (button !== undefined) shown.lastElementChild?.append(button);
  return shown;
}

/** "12 firings, 1 failed. Median 12.3 ms: prepare 1.2 ms, model 8 ms." */
function executedWords(executed: ExecutedFace | undefined): string {
  if (executed === undefined) return 'nothing, as nothing fires.';
  const { count, failed, phases } = executed;
  const [total, ...parts] = phases.map(([name, time]) => (name === 'total' ? '' : `${name} `) + millisecondsOf(time));
  const words = `${countOf(count, 'firing')}${failed > 0 ? `, ${failed} failed` : ''}.`;
  return total === undefined ? words : `${words} Median ${total}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}

function toolsOf({ kind, device }: SimulatorExecution, host: ExecutionHost): readonly HTMLElement[] {
  const button = (label: string, isSecond: boolean, onclick: () => void): HTMLElement =>
    element('vscode-button', { secondary: isSecond, onclick }, label);
  if (kind === 'running') return [button('Cancel', true, () => host.leave())];
  if (device === undefined) return [button('Execute on Device...', false, () => host.execute('another'))];
  return [
    button(kind === 'failed' ? 'Try Again' : 'Execute Again', kind === 'done', () => host.execute('last')),
    button('Another Device...', true, () => host.execute('another')),
  ];
}

function lineElement({ step, time, level, text }: ExecutedFace['log'][number], host: ExecutionHost): HTMLElement {
  const label = `Go to the firing at ${clockOf(time, false)}`;
  return element(
    'li',
    { class: `line-${level}` },
    element(
      'button',
      { class: 'execution-time', title: label, 'aria-label': label, onclick: () => host.go(step) },
      clockOf(time, false),
    ),
    element('span', {}, `${level === 'info' ? '' : `${level}: `}${text}`),
  );
}
