// A page that shows every state of every webview, in every theme, with nothing but a browser. Serves it on loopback:
// to a person with `node --conditions=edgewright-source scripts/gallery.ts`, and to the tests of the views.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

export interface Gallery {
  readonly address: string;
  close(): Promise<void>;
}

const root = new URL('..', import.meta.url).pathname;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ttf: 'font/ttf',
  map: 'application/json',
};

/** Builds the views and serves them on a port of loopback: 0 for a free one. */
export async function serveGallery(port: number): Promise<Gallery> {
  const files = await builtFiles();
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
    const content = files.get(name);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain',
      'cache-control': 'no-store',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function builtFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    conditions: ['edgewright-source'],
    logLevel: 'warning',
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    splitting: true,
    minify: true,
    sourcemap: 'inline',
    outdir: '/',
    entryPoints: {
      run: 'extension/webview/run.ts',
      preview: 'extension/webview/preview.ts',
      graph: 'extension/webview/graph.ts',
      simulator: 'extension/webview/simulator.ts',
      task: 'extension/webview/task.ts',
      stage: 'extension/webview/gallery/stage.ts',
      gallery: 'extension/webview/gallery/gallery.ts',
      analyst: 'extension/webview/gallery/analyst.ts',
    },
  });
  const files = new Map<string, string | Uint8Array>(
    outputFiles.map(({ path, contents }) => [path.slice(1), contents]),
  );
  for (const name of ['codicon.css', 'codicon.ttf']) {
    files.set(name, await readFile(`${root}node_modules/@vscode/codicons/dist/${name}`));
  }
  files.set('index.html', await readFile(`${root}extension/webview/gallery/index.html`));
  for (const view of ['run', 'preview', 'graph', 'simulator', 'task']) files.set(`${view}.html`, shell(view));
  return files;
}

/** As the extension writes it, with the same policy of what may be loaded. */
function shell(view: string): string {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    'img-src data: blob:',
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${view}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${view}.css">
<link rel="stylesheet" href="codicon.css" id="vscode-codicon-stylesheet">
</head>
<body>
<div class="skeleton" aria-hidden="true"><div></div><div></div><div></div></div>
<script type="module" src="stage.js"></script>
<script type="module" src="${view}.js"></script>
</body>
</html>`;
}

if (import.meta.main) {
  const { address } = await serveGallery(4180);
  console.log(`The gallery is at ${address}`);
}
