// The server as its own process, spoken to over stdio as an editor does.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ServerOptions } from 'edgewright/language.js';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const main = fileURLToPath(new URL('../../../extension/server/main.ts', import.meta.url));

export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly log: readonly string[];
  open(uri: string, text: string): Promise<void>;
  /** Replaces the whole text, or a part of it. */
  change(uri: string, change: { text: string; range?: unknown }): Promise<number>;
  /** The next diagnostics of this version or a later one that `isMeant`. */
  diagnostics(uri: string, isMeant?: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  ask<T>(method: string, params: unknown): Promise<T>;
  stop(): Promise<number | null>;
}

export interface Command {
  readonly args: readonly string[];
  /** Answers to `workspace/configuration`, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly options?: ServerOptions;
}

export async function startServer(options: ServerOptions = {}): Promise<Client> {
  return startCommand({ args: ['--conditions=edgewright-source', main, '--stdio'], options });
}

export async function startCommand({ args, options, settings = {} }: Command): Promise<Client> {
  const child = spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const log: string[] = [];
  child.stderr.on('data', (data: Buffer) => log.push(data.toString()));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const versions = new Map<string, number>();
  const last = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>();
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    last.set(params.uri, params);
    for (const take of waiting) take(params);
  });
  connection.onRequest('workspace/inlayHint/refresh', () => null);
  connection.onRequest('workspace/codeLens/refresh', () => null);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) => settings[section ?? ''] ?? null),
  );
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        publishDiagnostics: { relatedInformation: true },
        completion: { completionItem: { snippetSupport: true } },
      },
      workspace: {
        ...(Object.keys(settings).length > 0 && {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
        }),
        inlayHint: { refreshSupport: true },
        codeLens: { refreshSupport: true },
      },
    },
    initializationOptions: options,
  });
  await connection.sendNotification('initialized', {});
  const isCurrent = ({ uri, version }: PublishDiagnosticsParams) =>
    version === undefined || version >= (versions.get(uri) ?? 0);
  return {
    connection,
    process: child,
    initialized,
    log,
    async open(uri, text) {
      versions.set(uri, 1);
      last.delete(uri);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      });
    },
    async change(uri, change) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      // Not every server says which version its diagnostics are of.
      last.delete(uri);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [change],
      });
      return version;
    },
    diagnostics(uri, isMeant = () => true) {
      return new Promise((resolve) => {
        const take = (params: PublishDiagnosticsParams) => {
          if (params.uri !== uri || !isCurrent(params) || !isMeant(params.diagnostics)) return;
          waiting.delete(take);
          resolve(params.diagnostics);
        };
        waiting.add(take);
        const known = last.get(uri);
        if (known !== undefined) take(known);
      });
    },
    ask: (method, params) => connection.sendRequest(method, params),
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await ended;
      connection.dispose();
      return code;
    },
  };
}
