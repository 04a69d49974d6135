// Bundles the extension: the client, the language server, the workers, the webviews. Used by packaging and, as a
// program that writes extension/dist, while developing (`--watch`).
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;

export interface Bundling {
  /** Absolute; written anew. */
  readonly out: string;
  /** As packaged: short, and without the maps to its sources. */
  readonly isMinified: boolean;
}

/** yaml-language-server imports a formatter that nobody asks it for, 8 MB of it; and a second version of `yaml`. */
const leanYaml: Plugin = {
  name: 'lean-yaml',
  setup(builder) {
    builder.onResolve({ filter: /^prettier(\/|$)/ }, ({ path }) => ({ path, namespace: 'stub' }));
    builder.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'module.exports = {};' }));
    builder.onResolve({ filter: /^yaml$/ }, ({ importer, kind, resolveDir }) =>
      importer.includes('yaml-language-server')
        ? builder.resolve('yaml', { kind, resolveDir: `${root}schemas`, importer: resolveDir })
        : undefined,
    );
  },
};

/** The report embeds ECharts as published: the bundle carries its text, as there is no package beside it to read. */
const echartsText: Plugin = {
  name: 'echarts-text',
  setup(builder) {
    builder.onLoad({ filter: /workbench\/report\/library\.ts$/ }, async () => {
      const text = await readFile(`${root}node_modules/echarts/dist/echarts.min.js`, 'utf8');
      return { contents: `export const chartLibrary = () => ${JSON.stringify(text)};` };
    });
  },
};

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  conditions: ['edgewright-source'],
  logLevel: 'warning',
};

const node: BuildOptions = {
  ...shared,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  plugins: [leanYaml, echartsText],
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': '__url' },
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
};

const programs: BuildOptions = {
  ...node,
  entryPoints: {
    client: 'extension/client/main.ts',
    server: 'extension/server/main.ts',
    analyst: 'extension/analyst/worker.ts',
    planner: 'extension/live/worker.ts',
    previewer: 'extension/live/previewer.ts',
    grapher: 'extension/graph/child.ts',
    simulator: 'extension/simulator/worker.ts',
    tester: 'extension/simulator/tester.ts',
  },
};

const webviews: BuildOptions = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  splitting: true,
  entryPoints: {
    run: 'extension/webview/run.ts',
    preview: 'extension/webview/preview.ts',
    graph: 'extension/webview/graph.ts',
    simulator: 'extension/webview/simulator.ts',
    task: 'extension/webview/task.ts',
  },
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

export async function bundleExtension(bundling: Bundling): Promise<void> {
  await prepare(bundling);
  await Promise.all(optionsOf(bundling).map((options) => build(options)));
}

function optionsOf({ out, isMinified }: Bundling): BuildOptions[] {
  const kept: BuildOptions = isMinified ? { minify: true } : { sourcemap: 'linked' };
  return [
    { ...programs, ...kept, outdir: out },
    { ...webviews, ...kept, outdir: `${out}/webview` },
  ];
}

async function prepare({ out }: Bundling): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(`${out}/webview`, { recursive: true });
  for (const file of ['codicon.css', 'codicon.ttf']) {
    await copyFile(`${root}node_modules/@vscode/codicons/dist/${file}`, `${out}/webview/${file}`);
  }
}

if (import.meta.main) {
  const bundling = { out: `${root}extension/dist`, isMinified: process.argv.includes('--minify') };
  if (process.argv.includes('--watch')) {
    await prepare(bundling);
    for (const options of optionsOf(bundling)) await (await context(options)).watch();
  } else await bundleExtension(bundling);
}
