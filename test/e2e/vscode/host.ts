// Runs test/extension/host inside the extension host, beside the installed package.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import type { HostReport } from '../../extension/host/index.ts';
import { startCodeServer } from './server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const out = join(root, 'dist', 'extension-host-tests');

/** Throws where no report was written, whatever VS Code says of the end. */
export async function runInHost(browser: Browser, folder: string): Promise<HostReport> {
  await bundle();
  const report = join(out, 'report.json');
  const server = await startCodeServer({
    trust: 'given',
    // Without it VS Code does not read the payload below.
    options: ['enable-smoke-test-driver'],
    env: { EDGEWRIGHT_HOST_REPORT: report, EDGEWRIGHT_ROOT: root },
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const log: string[] = [];
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => log.push(args.join(' ')));
    const exit = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve).then(() => page.goto(addressOf(server.port, folder)));
    });
    const code = await Promise.race([exit, new Promise<string>((resolve) => setTimeout(resolve, 90_000, 'no end'))]);
    if (!existsSync(report)) throw new Error(`the extension host wrote no report (${code}):\n${log.join('\n')}`);
    return JSON.parse(readFileSync(report, 'utf8'));
  } finally {
    await context.close();
    await server.stop();
  }
}

function addressOf(port: number, folder: string): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(join(out, 'empty'))],
    ['extensionTestsPath', remote(join(out, 'index.cjs'))],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** An empty extension is what VS Code takes for the one in development, so that the tests meet the installed one. */
async function bundle(): Promise<void> {
  mkdirSync(join(out, 'empty'), { recursive: true });
  writeFileSync(
    join(out, 'empty', 'package.json'),
    JSON.stringify({ name: 'empty', publisher: 'edgewright', version: '0.0.0', engines: { vscode: '*' } }),
  );
  rmSync(join(out, 'report.json'), { force: true });
  await build({
    entryPoints: { index: join(root, 'test/extension/host/index.ts') },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    conditions: ['edgewright-source'],
    external: ['vscode', 'mocha'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}
