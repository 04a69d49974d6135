// The graph view: the custom editor of ONNX files. The model is taken apart in a process of its own, so that a huge or
// hostile file holds up no window.
import { basename, posix } from 'node:path';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { type InspectRequest, inspectOn } from '@edgewright/workbench/graph/inspect.js';
import {
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  commands,
  type Disposable,
  type LogOutputChannel,
  type Memento,
  RelativePattern,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type Studying, startStudying } from '../../graph/studying.ts';
import type { Fault, FromGraphView, GraphWant, ToGraphView } from '../../protocol.ts';
import type { CommandTable } from '../commands.ts';
import { pickDevice } from '../devices/commands.ts';
import type { DeviceRegistry } from '../devices/registry.ts';
import { orTell } from '../fault.ts';
import { requireTrust } from '../trust.ts';
import { faultOf } from './editor.ts';
import { copy, logFault, save } from './messages.ts';
import { shellOf, viewOptions } from './shell.ts';

export const graphEditor = 'edgewright.graph';

export interface GraphOptions {
  readonly registry: DeviceRegistry;
  readonly credentials: Credentials;
  readonly extension: Uri;
  /** Path of a file of the bundle. */
  readonly bundled: (name: string) => string;
  /** Keeps the sizes of open dimensions, by model. */
  readonly memory: Memento;
  readonly log: LogOutputChannel;
}

/** Milliseconds after the last change of a file: exporters write in pieces. */
const settleTime = 500;
/** Models whose sizes are kept; the oldest go. */
const mostKept = 100;
const sizesKey = 'edgewright.graphSizes';

type Sizes = Readonly<Record<string, number>>;

export class GraphEditorProvider implements CustomReadonlyEditorProvider {
  readonly #options: GraphOptions;
  readonly #pages = new Set<GraphPageHost>();

  constructor(options: GraphOptions) {
    this.#options = options;
  }

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): void {
    const page = new GraphPageHost(uri, panel, this.#options);
    this.#pages.add(page);
    panel.onDidDispose(() => {
      this.#pages.delete(page);
      page.dispose();
    });
  }

  /** Of the page that the user looks at. */
  async inspect(want: GraphWant): Promise<void> {
    const page = [...this.#pages].find(({ isActive }) => isActive);
    if (page !== undefined) return page.inspect(want);
    void window.showInformationMessage('Open an ONNX file to look inside it on a device.');
  }
}

class GraphPageHost {
  readonly #uri: Uri;
  readonly #panel: WebviewPanel;
  readonly #options: GraphOptions;
  readonly #disposables: Disposable[] = [];
  /** What the view was told of the file as it is: told again to a page that was hidden and made anew. */
  #told: ToGraphView[] = [];
  #studying: Studying | undefined;
  #timer: NodeJS.Timeout | undefined;
  #inspecting: AbortController | undefined;

  constructor(uri: Uri, panel: WebviewPanel, options: GraphOptions) {
    this.#uri = uri;
    this.#panel = panel;
    this.#options = options;
    const { extension, log } = options;
    panel.webview.options = viewOptions(extension);
    panel.webview.onDidReceiveMessage((message: FromGraphView) => void orTell(log, () => this.#hear(message)));
    // A name may hold what means something in a pattern.
    const pattern = posix.basename(uri.path).replaceAll(/[*?[\]{}]/g, '?');
    const file = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), pattern));
    const again = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#study(), settleTime);
    };
    this.#disposables.push(file, file.onDidChange(again), file.onDidCreate(again));
    panel.webview.html = shellOf(panel.webview, extension, 'graph', 'the graph of the model');
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Asks for a device, sends it the model, and shows what it tells. A newer question ends the one before. */
  async inspect(want: GraphWant): Promise<void> {
    const { registry, credentials } = this.#options;
    if (!requireTrust('Devices are not dialled')) return;
    const name = basename(this.#uri.fsPath);
    const title = want === 'profile' ? `Measure ${name} on which device?` : `Compare ${name} on which device?`;
    const device = await pickDevice(registry, title);
    if (device === undefined) return;
    this.#inspecting?.abort();
    const inspecting = new AbortController();
    this.#inspecting = inspecting;
    const tell = (message: ToGraphView): void => {
      if (this.#inspecting === inspecting) this.#post(message);
    };
    const progress = (phase: string, done: number, of: number): void =>
      tell({ kind: 'inspecting', progress: { device: device.name, phase, done, of } });
    progress('linking', 0, 0);
    try {
      const inspection = await inspectOn({
        target: device.target,
        credentials,
        file: this.#uri.fsPath,
        ...this.#modelInForce(),
        want: want === 'profile' ? ['profile', 'plan'] : ['diff'],
        signal: inspecting.signal,
        onProgress: ({ phase, done, of }) => progress(phases[phase] ?? phase, done, of),
      });
      const told: ToGraphView = { kind: 'inspected', want, inspection };
      if (this.#inspecting === inspecting) this.#told.push(told);
      tell(told);
    } catch (error) {
      if (!inspecting.signal.aborted) tell({ kind: 'refused', fault: faultOf(error) });
    } finally {
      tell({ kind: 'inspecting', progress: undefined });
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#studying?.close();
    this.#inspecting?.abort();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #hear(message: FromGraphView): Promise<void> {
    const { log } = this.#options;
    switch (message.kind) {
      case 'ready':
        if (this.#uri.scheme !== 'file') return this.#post({ kind: 'broken', fault: notOnDisk });
        if (this.#studying === undefined) return this.#study();
        for (const told of this.#told) this.#post(told);
        return;
      case 'sizes':
        await this.#keep(message.sizes);
        return this.#study();
      case 'inspect':
        return this.inspect(message.want);
      case 'leave':
        this.#inspecting?.abort();
        // Said at once: what the device is at ends when it can.
        this.#inspecting = undefined;
        return this.#post({ kind: 'inspecting', progress: undefined });
      case 'copy':
        return copy(message.text);
      case 'save':
        return save(log, Uri.joinPath(this.#uri, '..'), message);
      case 'failed':
        return logFault(log, 'graph', message.fault);
    }
  }

  /** A newer question ends the work on an older one. */
  #study(): void {
    const { bundled, log } = this.#options;
    this.#studying?.close();
    // What was measured was so of another model.
    this.#inspecting?.abort();
    this.#told = [];
    const within = posix.dirname(workspace.asRelativePath(this.#uri));
    const folder = within === '.' ? '' : within;
    this.#studying = startStudying({
      script: bundled('grapher.cjs'),
      task: { uri: this.#uri.toString(), path: this.#uri.fsPath, sizes: this.#sizes() },
      tell: (message) => {
        const fault = 'fault' in message ? message.fault : undefined;
        if (fault !== undefined) log.warn(`${this.#uri.fsPath} [${fault.code}]: ${fault.message}`);
        const told: ToGraphView =
          message.kind === 'opened' ? { kind: 'opened', model: { ...message.model, folder } } : message;
        this.#told.push(told);
        this.#post(told);
      },
    });
  }

  #post(message: ToGraphView): void {
    void this.#panel.webview.postMessage(message);
  }

  #sizes(): Sizes {
    const kept = this.#options.memory.get<Readonly<Record<string, Sizes>>>(sizesKey, {});
    return kept[this.#uri.toString()] ?? {};
  }

  /** As the process that took the model apart found and bound it. */
  #modelInForce(): Pick<InspectRequest, 'sizes' | 'locations'> {
    const opened = this.#told.find((message) => message.kind === 'opened');
    const sizes = new Map(opened?.model.dimensions.map(({ name, size }) => [name, size]));
    return { sizes, locations: opened?.model.locations ?? [] };
  }

  async #keep(sizes: Sizes): Promise<void> {
    const { memory } = this.#options;
    const own = this.#uri.toString();
    const kept = Object.entries(memory.get<Readonly<Record<string, Sizes>>>(sizesKey, {}));
    const others = kept.filter(([uri]) => uri !== own).slice(1 - mostKept);
    await memory.update(sizesKey, Object.fromEntries([...others, [own, sizes]]));
  }
}

const phases: Readonly<Record<string, string>> = {
  sending: 'sending the model',
  compile: 'compiling',
  calibrate: 'measuring its own speeds, once',
  plan: 'trying plans',
  profile: 'timing',
  diff: 'comparing values',
};

export function graphCommands(provider: GraphEditorProvider): CommandTable {
  return {
    'edgewright.measureGraph': () => provider.inspect('profile'),
    'edgewright.compareGraph': () => provider.inspect('diff'),
    'edgewright.openGraph': async (uri) => {
      const file = uri instanceof Uri ? uri : await pickModel();
      if (file !== undefined) await commands.executeCommand('vscode.openWith', file, graphEditor);
    },
  };
}

/** As of a side of a comparison of versions. */
const notOnDisk: Fault = {
  code: 'file-unreadable',
  message: 'The model lies on no disk of this machine, and so cannot be taken apart.',
  fix: 'Save it as a file, and open that.',
};

/** Models offered at most: a list of more is searched by *Go to File*. */
const mostModels = 1_000;

async function pickModel(): Promise<Uri | undefined> {
  const files = await workspace.findFiles('**/*.onnx', '**/node_modules/**', mostModels);
  if (files.length === 0) {
    void window.showInformationMessage('There is no ONNX file (*.onnx) in the workspace.');
    return undefined;
  }
  const items = files.map((file) => ({ label: workspace.asRelativePath(file), file }));
  items.sort((a, b) => (a.label < b.label ? -1 : 1));
  const chosen = await window.showQuickPick(items, { title: 'Open the graph of which model?' });
  return chosen?.file;
}
