// The graph view of an ONNX file: the model through the stages of the compiler, node by node.
import './shared/style.css';
import './graph/style.css';
import type { ChartTable } from '@edgewright/core/analysis/charts/chart.js';
import { formatBytes } from '@edgewright/core/analysis/charts/format.js';
import type { Inspection } from '@edgewright/schemas/inspection.js';
import {
  type Fault,
  type FromGraphView,
  type GraphWant,
  type ModelFace,
  type Stage,
  type StageName,
  stageNames,
  type ToGraphView,
} from '../protocol.ts';
import { newDifference } from './graph/difference.ts';
import { newInspecting } from './graph/inspecting.ts';
import { type Inspections, measuredOf, nothingMeasured } from './graph/measured.ts';
import { newPage, type Picked } from './graph/page.ts';
import { newSizes } from './graph/sizes.ts';
import { differenceTable, stageTable } from './graph/tables.ts';
import { newTabs } from './graph/tabs.ts';
import { stageTexts } from './graph/totals.ts';
import { element, iconButton, write } from './shared/elements.ts';
import { connectHost } from './shared/host.ts';
import { faultElement, noticeElement } from './shared/notice.ts';
import { fileName } from './shared/picture.ts';
import { tableCsv } from './shared/table.ts';

const host = connectHost<FromGraphView, ToGraphView>();
type View = StageName | 'differences';

const stages = new Map<StageName, Stage>();
let model: ModelFace | undefined;
let stopped: { readonly stage: StageName; readonly fault: Fault } | undefined;
let inspections: Inspections = {};
let chosen: View = (host.recall('stage') as View | undefined) ?? 'original';
let remembered = host.recall('picked') as Picked | undefined;

const name = element('h1', { class: 'ellipsis' });
const origin = element('p', { class: 'muted ellipsis' });
const about = element('p', { class: 'muted graph-about' });
const state = element('div', { class: 'graph-state', role: 'status' });
const compare = (): void => host.post({ kind: 'inspect', want: 'diff' });
const inspecting = newInspecting({ onLeave: () => host.post({ kind: 'leave' }) });
const sizes = newSizes((given) => host.post({ kind: 'sizes', sizes: given }));
const tabs = newTabs<View>('graph-panel', choose);
const page = newPage({
  onStage: choose,
  onPick: (picked) => host.remember('picked', picked),
  onCopy: (text) => host.post({ kind: 'copy', text }),
});
const difference = newDifference((node) => {
  choose('original');
  page.pickNode(node);
}, compare);
const panel = element('div', { id: 'graph-panel', role: 'tabpanel', class: 'graph-tabpanel' });
const main = element(
  'main',
  { class: 'graph' },
  element(
    'header',
    { class: 'graph-head' },
    element('div', { class: 'graph-title' }, name, origin),
    element(
      'div',
      { class: 'graph-actions' },
      element(
        'vscode-button',
        { secondary: true, onclick: () => host.post({ kind: 'inspect', want: 'profile' }) },
        'Measure on Device...',
      ),
      element('vscode-button', { secondary: true, onclick: compare }, 'Compare with onnxruntime...'),
      iconButton('table', 'Save as CSV', save),
    ),
  ),
  sizes.element,
  inspecting.element,
  element('div', { class: 'graph-stages' }, tabs.element, about),
  state,
  panel,
);

host.hear((message) => {
  switch (message.kind) {
    case 'opened':
      return open(message.model);
    case 'stage':
      stages.set(message.stage.name, message.stage);
      return render();
    case 'stopped':
      stopped = message;
      return render();
    case 'inspecting':
      return inspecting.showProgress(message.progress);
    case 'inspected':
      return inspected(message.want, message.inspection);
    case 'refused':
      return inspecting.showFault(message.fault);
    case 'broken':
      document.body.replaceChildren(faultElement(message.fault));
  }
});
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'f') page.search();
});
host.post({ kind: 'ready' });

function open(face: ModelFace): void {
  if (!main.isConnected) document.body.replaceChildren(main);
  model = face;
  stopped = undefined;
  stages.clear();
  inspections = {};
  inspecting.show(inspections, false);
  difference.show(undefined);
  page.showMeasured(nothingMeasured);
  write(name, face.name);
  const parts = [face.folder, formatBytes(face.bytes), `opset ${face.opset}`, face.producer];
  write(origin, parts.filter((part) => part !== '').join(' · '));
  sizes.show(face.dimensions);
  render();
}

/** A measurement brings its own bars, a comparison its own tab. */
function inspected(want: GraphWant, inspection: Inspection): void {
  inspections = { ...inspections, [want]: inspection };
  const measured = measuredOf(inspections);
  const planned = stages.get('planned');
  inspecting.show(inspections, planned !== undefined && measured.isOther(planned));
  page.showMeasured(measured);
  if (want === 'diff') {
    difference.show(inspection);
    choose('differences');
  } else {
    choose('planned');
    page.showFigure('time');
  }
}

function choose(stage: View): void {
  chosen = stage;
  host.remember('stage', stage);
  render();
}

function render(): void {
  const { diff } = inspections;
  const beyond = diff?.values.filter((value) => value.beyond > 0).length;
  tabs.show(
    [
      ...stageNames.map((stage) => ({
        name: stage,
        text: stageTexts[stage].name,
        count: stages.get(stage)?.totals.nodes.toLocaleString('en') ?? '',
      })),
      { name: 'differences' as const, text: 'Differences', count: beyond?.toLocaleString('en') ?? '' },
    ],
    chosen,
  );
  write(about, chosen === 'differences' ? 'Values of jit beside those of onnxruntime.' : stageTexts[chosen].about);
  if (chosen === 'differences') {
    state.replaceChildren();
    panel.replaceChildren(difference.element);
    return;
  }
  const isThere = stages.has(chosen);
  state.replaceChildren(...stateElements(isThere));
  panel.replaceChildren(...(isThere ? [page.element] : []));
  if (!isThere) return;
  page.show(stages, chosen);
  if (remembered === undefined) return;
  page.restore(remembered);
  remembered = undefined;
}

/** What stands in place of a stage, or above it: that it is being made, or why it cannot be. */
function stateElements(isThere: boolean): readonly HTMLElement[] {
  if (isThere) return [];
  if (stopped === undefined) {
    const progress = element('vscode-progress-bar', { 'aria-label': 'Taking the model apart' });
    return [progress, element('p', { class: 'muted' }, 'The compiler takes the model apart …')];
  }
  const { fault } = stopped;
  const hint =
    model !== undefined && model.dimensions.length > 0
      ? element('p', {}, 'Open dimensions have sizes of your choice above: others may be what the model needs.')
      : undefined;
  const text = `${fault.fix} (${fault.code})`;
  const title = `There is no such stage of this model. ${fault.message}`;
  return [noticeElement({ icon: 'circle-slash', title, text, tone: 'warn' }, ...(hint === undefined ? [] : [hint]))];
}

function save(): void {
  const table = shownTable();
  if (table === undefined || model === undefined) return;
  const content = tableCsv(table);
  host.post({ kind: 'save', name: `${fileName(model.name)}-${chosen}.csv`, format: 'csv', content });
}

function shownTable(): ChartTable | undefined {
  if (chosen === 'differences') return inspections.diff && differenceTable(inspections.diff);
  const stage = stages.get(chosen);
  return stage && stageTable(stage, measuredOf(inspections));
}
