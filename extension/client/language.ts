// The language server's other end: starts it, hands it what only the editor knows, and says how it is.
import {
  type Disposable,
  type ExtensionContext,
  extensions,
  LanguageStatusSeverity,
  type LogOutputChannel,
  languages,
  workspace,
} from 'vscode';
import {
  type CancellationToken,
  LanguageClient,
  type MessageSignature,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type DeviceFacts,
  type DevicesParams,
  devicesMethod,
  type EstimateParams,
  type EstimateResult,
  estimateMethod,
  type OthersParams,
  othersMethod,
  type StatusParams,
  statusMethod,
} from '../language.ts';
import { setting } from './settings.ts';

/** Extensions that check YAML against the schemas that others contribute. */
const checkers = ['redhat.vscode-yaml'];

const selector = [{ language: 'yaml' }];

export class LanguageServer implements Disposable {
  readonly #context: ExtensionContext;
  readonly #log: LogOutputChannel;
  readonly #status = languages.createLanguageStatusItem('edgewright.server', selector);
  readonly #disposables: Disposable[];
  #client: LanguageClient | undefined;
  #chosen: readonly DeviceFacts[] = [];
  #starting: Promise<void> | undefined;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    this.#status.name = 'Edgewright';
    this.#status.text = 'Edgewright: starting';
    this.#status.command = { command: 'edgewright.showLog', title: 'Show Log' };
    this.#disposables = [
      this.#status,
      extensions.onDidChange(() => void this.#tellOthers()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('edgewright.check')) {
          void this.#tellOthers();
          void this.choose(this.#chosen);
        }
      }),
    ];
  }

  /** Settles once the server answers; a server that does not start is told in the status, not thrown. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async restart(): Promise<void> {
    await this.#stop();
    this.#starting = undefined;
    await this.start();
  }

  /** The devices that sweeps are checked against. */
  async choose(chosen: readonly DeviceFacts[]): Promise<void> {
    this.#chosen = chosen;
    const params: DevicesParams = { chosen: setting('check.devices') ? chosen : [] };
    await this.#notify(devicesMethod, params);
  }

  async estimate(uri: string): Promise<EstimateResult> {
    await this.start();
    if (this.#client === undefined) throw new Error('the language server is not running');
    const params: EstimateParams = { uri };
    return this.#client.sendRequest<EstimateResult>(estimateMethod, params);
  }

  dispose(): void {
    void this.#stop();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #start(): Promise<void> {
    const module = this.#context.asAbsolutePath('dist/server.cjs');
    const client = new Client(
      'edgewright',
      'Edgewright Language Server',
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6011'] } },
      },
      {
        documentSelector: [
          { scheme: 'file', language: 'yaml' },
          { scheme: 'untitled', language: 'yaml' },
          { scheme: 'vscode-vfs', language: 'yaml' },
        ],
        outputChannel: this.#log,
        synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*.{onnx,onnx.data,onnx_data}') },
      },
    );
    client.onNotification(statusMethod, (status: StatusParams) => this.#show(status));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) this.#show({ state: 'failed', documents: 0, message: 'it is not running' });
    });
    this.#client = client;
    try {
      await client.start();
      this.#show({ state: 'ready', documents: 0 });
      await this.#tellOthers();
      await this.choose(this.#chosen);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#log.error(`the language server did not start: ${message}`);
      this.#show({ state: 'failed', documents: 0, message });
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    try {
      await client.stop();
    } catch (error) {
      // One that never came up, or hangs: its process ends with this one.
      this.#log.warn(`stopping the language server: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #tellOthers(): Promise<void> {
    const how = setting('check.schemas');
    const isOther = checkers.some((id) => extensions.getExtension(id) !== undefined);
    const params: OthersParams = { checksSchemas: how === 'never' || (how === 'auto' && isOther) };
    await this.#notify(othersMethod, params);
  }

  async #notify(method: string, params: DevicesParams | OthersParams): Promise<void> {
    if (this.#client?.isRunning() === true) await this.#client.sendNotification(method, params);
  }

  #show({ state, message }: StatusParams): void {
    this.#status.busy = state === 'busy';
    this.#status.severity = state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#status.text = state === 'failed' ? 'Edgewright: not checking' : 'Edgewright';
    this.#status.detail = state === 'failed' ? `The language server failed: ${message}` : `language server ${state}`;
    this.#status.command =
      state === 'failed'
        ? { command: 'edgewright.restartServer', title: 'Restart' }
        : { command: 'edgewright.showLog', title: 'Show Log' };
  }
}

/** Answers with nothing what VS Code asks while the server ends, for example in a window that is loaded anew. */
class Client extends LanguageClient {
  override handleFailedRequest<T>(
    type: MessageSignature,
    token: CancellationToken | undefined,
    error: unknown,
    defaultValue: T,
    showNotification?: boolean,
    throwOnCancel?: boolean,
  ): T {
    if (!this.needsStop()) return defaultValue;
    return super.handleFailedRequest(type, token, error, defaultValue, showNotification, throwOnCancel);
  }
}
