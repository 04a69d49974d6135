// A real VS Code with the packaged extension in it: code-server as a process, with folders of its own for everything
// that it would otherwise read from the user's home or leave there.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vscode } from '../../../scripts/vscode.mjs';

const manifest: { readonly name: string; readonly version: string } = JSON.parse(
  readFileSync(new URL('../../../extension/package.json', import.meta.url), 'utf8'),
);
/** What `npm run package` writes. */
export const packaged = fileURLToPath(
  new URL(`../../../dist/${manifest.name}-${manifest.version}.vsix`, import.meta.url),
);

export type Settings = Readonly<Record<string, unknown>>;

export interface Serving {
  /** Every folder is trusted, or none before the user says so. */
  readonly trust: 'given' | 'asked';
  readonly settings?: Settings;
  /** Options of VS Code's server, as `enable-smoke-test-driver`. */
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface CodeServer {
  readonly port: number;
  /** The HOME of the server, its extension hosts and what they start. */
  readonly home: string;
  /** Address of a window on the folder. */
  windowOn(folder: string): string;
  /** Replaces the user's settings beside those that every test needs; windows that are open follow. */
  write(settings: Settings): void;
  /** Every log that VS Code and the extensions keep, by path below the log folder. */
  logs(): Map<string, string>;
  stop(): Promise<void>;
}

export async function startCodeServer(serving: Serving): Promise<CodeServer> {
  for (const [needed, script] of [
    [vscode.server, 'node scripts/setup.mjs --vscode'],
    [packaged, 'npm run package'],
  ]) {
    if (!existsSync(needed)) throw new Error(`${needed} is missing: ${script}`);
  }
  const home = mkdtempSync(join(tmpdir(), 'edgewright-vscode-'));
  const data = join(home, 'data');
  const write = (settings: Settings): void => {
    const all = { ...quiet, 'security.workspace.trust.enabled': serving.trust === 'asked', ...settings };
    writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify(all, null, 2));
  };
  mkdirSync(join(data, 'User'), { recursive: true });
  write(serving.settings ?? {});

  const start = (args: readonly string[]): ChildProcess =>
    spawn(vscode.node, [vscode.server, ...foldersIn(home), ...args], {
      // A process group of its own: the server leaves its extension hosts behind when it alone is ended.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environmentIn(home), ...serving.env },
    });
  await install(start(['--install-extension', packaged, '--force']));

  const port = await freePort();
  const server = start([...argumentsOf(serving), '--bind-addr', `127.0.0.1:${port}`]);
  const output = outputOf(server);
  const end = (): void => killGroup(server);
  process.once('exit', end);
  await untilHealthy(server, port, output);
  return {
    port,
    home,
    windowOn: (folder) => `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`,
    write,
    logs: () => logsIn(join(data, 'logs')),
    async stop() {
      process.off('exit', end);
      const ended = server.exitCode === null ? once(server, 'exit') : undefined;
      end();
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Nothing that asks, fetches, suggests or moves on its own. */
const quiet: Settings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.confirmBeforeClose': 'never',
  'workbench.colorTheme': 'Light Modern',
  'workbench.editor.enablePreview': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

function foldersIn(home: string): string[] {
  const config = join(home, 'code-server.yaml');
  if (!existsSync(config)) writeFileSync(config, 'auth: none\n');
  return ['--config', config, '--user-data-dir', join(home, 'data'), '--extensions-dir', join(home, 'extensions')];
}

function environmentIn(home: string): NodeJS.ProcessEnv {
  const { PATH, LANG } = process.env;
  return {
    PATH,
    LANG,
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'share'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_RUNTIME_DIR: home,
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' }),
  };
}

function argumentsOf({ trust, options = [] }: Serving): string[] {
  return [
    '--auth=none',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--disable-proxy',
    '--ignore-last-opened',
    ...(trust === 'given' ? ['--disable-workspace-trust'] : []),
    ...options.flatMap((option) => ['--vscode-option', option]),
  ];
}

async function install(installing: ChildProcess): Promise<void> {
  const output = outputOf(installing);
  const [code] = await once(installing, 'close');
  if (code !== 0 || !/successfully installed/.test(output()))
    throw new Error(`VS Code does not install the package (${code}):\n${output()}`);
}

function outputOf(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('a server without a port');
  return address.port;
}

async function untilHealthy(server: ChildProcess, port: number, output: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  killGroup(server);
  throw new Error(`VS Code did not start:\n${output()}`);
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

function logsIn(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.log'));
  return new Map(files.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
