// The page's end of the contract in protocol.ts: the only place that knows how a webview speaks with the extension.
import type { Fault, FromPreviewView, FromRunView } from '../../protocol.ts';

export interface Host<From, To> {
  post(message: From): void;
  /** Every message from now on, in order. */
  hear(listener: (message: To) => void): void;
  /** What was remembered under the key, also by a page that was hidden and so destroyed; undefined where nothing was. */
  recall(key: string): unknown;
  /** `value` is plain JSON. */
  remember(key: string, value: unknown): void;
}

export type RunHost<To> = Host<FromRunView, To>;

/** What parts that any page may show need of it: to copy and to save. */
export type PartsHost = Pick<
  Host<Extract<FromRunView & FromPreviewView, { readonly kind: 'copy' | 'save' }>, never>,
  'post'
>;

interface VsCode {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

/** Once a page: VS Code gives its interface a single time. Errors that nobody caught are posted as `failed`. */
export function connectHost<From, To>(): Host<From | { readonly kind: 'failed'; readonly fault: Fault }, To> {
  const vscode = acquireVsCodeApi();
  const known = vscode.getState();
  const state: Record<string, unknown> = typeof known === 'object' && known !== null ? { ...known } : {};
  const fail = (cause: unknown): void => {
    vscode.postMessage({ kind: 'failed', fault: faultOf(cause) });
  };
  // What ResizeObserver says when a change of size leads to another is a note, not an error.
  window.addEventListener('error', ({ error, message }) => {
    if (!message.startsWith('ResizeObserver loop')) fail(error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => fail(reason));
  return {
    post: (message) => vscode.postMessage(message),
    hear: (listener) => window.addEventListener('message', ({ data }) => listener(data as To)),
    recall: (key) => state[key],
    remember(key, value) {
      state[key] = value;
      vscode.setState(state);
    },
  };
}

function faultOf(cause: unknown): Fault {
  const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return { code: 'internal-error', message, fix: 'Close the page and open it again; if it happens again, report it.' };
}
