// The page of a run: live, and analysed. The analysis is fetched when it is first looked at.
import './shared/style.css';
import './run.css';
import './live/style.css';
import './analysis/style.css';
import type { FromRunView, RunFace, RunPage, ToRunView } from '../protocol.ts';
import { createLivePage } from './live/page.ts';
import { element, write } from './shared/elements.ts';
import { connectHost } from './shared/host.ts';
import { faultElement } from './shared/notice.ts';
import type { Page } from './shared/page.ts';

const host = connectHost<FromRunView, ToRunView>();
const live = createLivePage(host);
let analysis: Page<ToRunView> | undefined;
let opened: Extract<ToRunView, { readonly kind: 'opened' }> | undefined;

const name = element('h1', { class: 'ellipsis' });
const description = element('p', { class: 'muted ellipsis' });
const sweep = element(
  'vscode-button',
  { secondary: true, icon: 'code', onclick: () => host.post({ kind: 'sweep' }) },
  'Sweep',
);
const report = element(
  'vscode-button',
  { secondary: true, icon: 'book', onclick: () => host.post({ kind: 'report' }) },
  'Report',
);
sweep.title = 'Open the sweep document as it was when the run began';
report.title = 'Write the report of the run as one HTML file and open it';
const liveTab = element('vscode-tab-header', { slot: 'header' }, 'Live');
const livePanel = element('vscode-tab-panel', {}, live.element);
const analysisPanel = element('vscode-tab-panel');
const tabs = element(
  'vscode-tabs',
  {
    'onvsc-tabs-select': (event) =>
      choose(pages[(event as CustomEvent<{ selectedIndex: number }>).detail.selectedIndex]),
  },
  liveTab,
  element('vscode-tab-header', { slot: 'header' }, 'Analysis'),
  livePanel,
  analysisPanel,
);
const head = element(
  'header',
  { class: 'run-head' },
  element('div', { class: 'run-name' }, name, description),
  element('div', { class: 'run-links' }, sweep, report),
);
const pages: readonly RunPage[] = ['live', 'analysis'];

host.hear((message) => {
  if (message.kind === 'opened') open(message);
  if (message.kind === 'broken') document.body.replaceChildren(faultElement(message.fault));
  live.hear(message);
  analysis?.hear(message);
});
host.post({ kind: 'ready' });

function open(message: NonNullable<typeof opened>): void {
  // A page that was hidden comes back to where it was; the extension's wish counts for a new one, and for one that is open.
  const remembered = opened === undefined ? host.recall('page') : undefined;
  opened = message;
  if (message.run.folders !== undefined) host.remember('folders', message.run.folders);
  writeFace(message.run);
  // The skeleton stays until there is something to show in its place.
  if (!head.isConnected) document.body.replaceChildren(head, element('main', { class: 'run-body' }, tabs));
  // Several runs compared have no live page, no sweep of their own and no report.
  liveTab.hidden = message.run.folders !== undefined;
  sweep.hidden = liveTab.hidden;
  report.hidden = liveTab.hidden;
  if (liveTab.hidden) select('analysis');
  else select(remembered === 'live' || remembered === 'analysis' ? remembered : message.page);
}

function writeFace({ name: text, description: about, folder, started }: RunFace): void {
  write(name, text);
  name.title = folder;
  const since = started === '' ? '' : new Date(started).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  write(description, [since, about].filter((part) => part !== '').join(' · '));
  description.title = about;
}

function select(page: RunPage): void {
  const index = pages.indexOf(page);
  if (tabs.selectedIndex !== index) tabs.selectedIndex = index;
  show(page);
}

function choose(page: RunPage | undefined): void {
  if (page === undefined) return;
  host.remember('page', page);
  show(page);
}

function show(page: RunPage): void {
  if (page === 'live') live.show();
  else void showAnalysis();
}

async function showAnalysis(): Promise<void> {
  if (analysis === undefined) {
    const { createAnalysisPage } = await import('./analysis/page.ts');
    if (analysis === undefined) {
      analysis = createAnalysisPage(host);
      analysisPanel.replaceChildren(analysis.element);
      if (opened !== undefined) analysis.hear(opened);
    }
  }
  analysis.show();
}
