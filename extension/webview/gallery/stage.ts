// Stands in for VS Code around one view: its interface, its theme, and the messages of one state. Runs before the view.
import type { FromGraphView, FromPreviewView, FromRunView, FromSimulatorView, FromTaskView } from '../../protocol.ts';
import { inspectPage } from './inspect.ts';
import { statesOf, type ViewName } from './states.ts';
import { bodyClass, type ThemeName, themes } from './themes.ts';

type Posted = FromRunView | FromPreviewView | FromGraphView | FromSimulatorView | FromTaskView;

declare global {
  interface Window {
    /** What the view posted, in order. */
    posted: Posted[];
    /** Changes the theme as VS Code does: in place. */
    wear: (theme: ThemeName) => void;
    acquireVsCodeApi: () => unknown;
  }
}

const address = new URL(location.href);
const view = (address.searchParams.get('view') ?? 'run') as ViewName;
const state = address.searchParams.get('state') ?? '';

window.wear = (name) => {
  const theme = themes[name];
  const style = Object.entries(theme.variables).map(([key, value]) => `--vscode-${key}: ${value}`);
  document.documentElement.setAttribute('style', style.join('; '));
  document.body.className = bodyClass(theme);
  document.body.dataset.vscodeThemeKind = theme.kind;
};
window.wear((address.searchParams.get('theme') ?? 'dark') as ThemeName);

window.inspect = inspectPage;
const send = (message: unknown): void => window.postMessage(message, '*');
window.posted = [];
let remembered: unknown;
window.acquireVsCodeApi = () => ({
  postMessage(message: Posted) {
    window.posted.push(message);
    const played = statesOf(view)[state];
    if (played === undefined) return;
    if (message.kind === 'ready') played.begin(send, Date.now());
    else played.answer?.(message, send);
  },
  getState: () => remembered,
  setState(value: unknown) {
    remembered = structuredClone(value);
  },
});
