// Writes what is installed elsewhere: one npm package for a device (edgewright-agent) and one for the engineer's side
// (edgewright), each bundled so that a device fetches only the runtimes.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;

interface PackageManifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

interface Product {
  readonly name: string;
  readonly workspace: string;
  /** Modules that start a process, by the name of the file written. */
  readonly entries: Readonly<Record<string, string>>;
  readonly bin: string;
  /** Packages left out of the bundle: native, WebAssembly beside the code, or read as a file. */
  readonly external: readonly string[];
}

const products: readonly Product[] = [
  {
    name: 'edgewright-agent',
    workspace: 'agent',
    entries: {
      main: 'agent/main.ts',
      child: 'agent/bench/child.ts',
      thread: 'agent/runtimes/thread.ts',
      inspector: 'agent/inspect/inspector.ts',
      executor: 'agent/tasks/execute/executor.ts',
      launcher: 'agent/tasks/execute/launcher.ts',
      sealed: 'agent/tasks/execute/sealed.ts',
    },
    bin: 'edgewright-agent.mjs',
    external: [
      'onnxruntime-node',
      'onnxruntime-web',
      '@jitl/quickjs-wasmfile-release-sync',
      '@micropython/micropython-webassembly-pyscript',
      '@nats-io/transport-node',
      'mqtt',
    ],
  },
  {
    name: 'edgewright',
    workspace: 'workbench',
    entries: { main: 'workbench/cli/main.ts', child: 'workbench/graph/child.ts' },
    bin: 'edgewright.mjs',
    external: ['echarts'],
  },
];

for (const product of products) console.log(await pack(product));

/** Path of the tarball, relative to the repository's root. */
async function pack(product: Product): Promise<string> {
  const manifest: PackageManifest = JSON.parse(await readFile(`${root}${product.workspace}/package.json`, 'utf8'));
  const folder = `${root}dist/${product.name}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/bin`, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: Object.entries(product.entries).map(([out, source]) => ({ in: source, out })),
    outdir: `${folder}/dist`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    conditions: ['edgewright-source'],
    external: [...product.external],
    // CommonJS packages inside the bundle look for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  await copyFile(`${root}${product.workspace}/bin/${product.bin}`, `${folder}/bin/${product.bin}`);
  await copyFile(`${root}LICENSE`, `${folder}/LICENSE`);
  const left = (all: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => product.external.includes(name)));
  await writeFile(
    `${folder}/package.json`,
    `${JSON.stringify(
      {
        name: product.name,
        version: manifest.version,
        license: 'Apache-2.0',
        type: 'module',
        engines: { node: '>=22.13' },
        bin: { [product.name]: `bin/${product.bin}` },
        dependencies: left(manifest.dependencies),
        optionalDependencies: left(manifest.optionalDependencies),
      },
      null,
      2,
    )}\n`,
  );
  const packed = spawnSync('npm', ['pack', '--pack-destination', `${root}dist`, '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(`npm pack of ${product.name}: ${packed.stderr}`);
  return `dist/${packed.stdout.trim().split('\n').at(-1)}`;
}
