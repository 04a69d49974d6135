// What a device does for the view: how far it is, what it said in short, or why it could not.
import { formatTime } from '@edgewright/core/analysis/number.js';
import type { InspectedPlan, InspectedProfile, Inspection } from '@edgewright/schemas/inspection.js';
import type { Fault, InspectionProgress } from '../../protocol.ts';
import { element } from '../shared/elements.ts';
import { noticeElement } from '../shared/notice.ts';
import type { Inspections } from './measured.ts';

export interface Inspecting {
  readonly element: HTMLElement;
  /** @param isOther Whether the device compiled the model to other kernels than the view has. */
  show(inspections: Inspections, isOther: boolean): void;
  showProgress(progress: InspectionProgress | undefined): void;
  showFault(fault: Fault): void;
}

export function newInspecting({ onLeave }: { readonly onLeave: () => void }): Inspecting {
  const progress = element('div', { class: 'inspecting', role: 'status' });
  const fault = element('div');
  const summary = element('p', { class: 'inspecting-summary', role: 'status' });
  return {
    element: element('div', { class: 'inspecting-all' }, progress, fault, summary),
    show({ profile }, isOther) {
      summary.hidden = profile?.profile === undefined;
      if (profile?.profile !== undefined)
        summary.replaceChildren(
          ...summaryOf(profile, profile.profile),
          ...planOf(profile.plan),
          isOther ? ' It compiles the model to other kernels than this editor does, so these have no times.' : '',
        );
    },
    showProgress(now) {
      if (now === undefined) return progress.replaceChildren();
      fault.replaceChildren();
      const { device, phase, done, of } = now;
      const share = done === 0 || of === 0 ? '' : `, ${Math.round((100 * done) / of)} %`;
      progress.replaceChildren(
        element('vscode-progress-bar', { 'aria-label': `${device} is at work` }),
        element(
          'p',
          {},
          `${device}: ${phase}${share} `,
          element('button', { class: 'link', onclick: onLeave }, 'Cancel'),
        ),
      );
    },
    showFault({ code, message, fix }) {
      fault.replaceChildren(noticeElement({ icon: 'error', title: message, text: `${fix} (${code})`, tone: 'bad' }));
    },
  };
}

function summaryOf({ device }: Inspection, { jit, reference, nodes }: InspectedProfile): readonly (Node | string)[] {
  const own =
    'unavailable' in jit ? `jit: ${jit.unavailable}. ${jit.fix}` : `jit ${formatTime(jit.latency)} an inference`;
  const other =
    'unavailable' in reference
      ? `onnxruntime: ${reference.unavailable}. ${reference.fix}`
      : `${reference.runtime} ${reference.version} ${formatTime(reference.latency)}`;
  const missing = nodes === null ? '' : ` Nodes have no times: ${nodes.unavailable}. ${nodes.fix}`;
  const count = 'unavailable' in jit ? '' : `, median of ${jit.repeats}, one thread`;
  return [element('strong', {}, `${device.name}: `), `${own}; ${other}${count}.${missing}`];
}

/** Which runtime has which nodes, and what else was considered. */
function planOf(plan: Inspection['plan']): readonly string[] {
  if (plan === undefined) return [];
  if ('unavailable' in plan) return [` No plan: ${plan.unavailable}. ${plan.fix}`];
  const { parts, alternatives } = plan;
  const named = parts.map(({ runtime, from, to }) => `${runtime} ${to - from} ${to - from === 1 ? 'node' : 'nodes'}`);
  const others = alternatives.map((other) => `${other.runtime}${costText(other)}`);
  const rest = others.length === 0 ? '' : `; else ${others.join(', ')}`;
  return [` Plan: ${named.join(', then ')}${costText(plan)}${rest}.`];
}

function costText({ predicted, measured }: Pick<InspectedPlan, 'predicted' | 'measured'>): string {
  const costs = [
    ...(predicted === undefined ? [] : [`${formatTime(predicted)} predicted`]),
    ...(measured === undefined ? [] : [`${formatTime(measured)} measured`]),
  ];
  return costs.length === 0 ? '' : ` (${costs.join(', ')})`;
}
