// onnxruntime's WebAssembly build, in Node: for devices without a native build.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { CodedError } from '@edgewright/schemas/codes.js';
import type * as Ort from 'onnxruntime-web';
import { readExternal } from './external.ts';
import { firstLineOf } from './first-line.ts';
import type { LoadOptions, ModelSource, Runtime } from './runtime.ts';
import { openSession } from './session.ts';

/**
 * The number of threads is fixed when the WebAssembly module starts: a process serves one. Rejects with
 * `runtime-unavailable` where the package is missing or does not load.
 */
export async function openOrtWeb(threads: number): Promise<Runtime> {
  const { ort, version } = await importOrtWeb();
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  return {
    name: 'ort-web',
    version,
    providers: ['wasm'],
    async load(model: ModelSource, load: LoadOptions) {
      if (load.threads !== threads) throw new Error(`asked ${load.threads} threads of a module with ${threads}`);
      const settings: Ort.InferenceSession.SessionOptions = {
        executionProviders: ['wasm'],
        graphOptimizationLevel: load.optimization,
        logSeverityLevel: 3,
        ...(load.profile === undefined ? {} : { enableProfiling: true, profileFilePrefix: load.profile }),
      };
      // WebAssembly sees no files: what the model names is handed over with it.
      const externalData = await readExternal(model.external ?? new Map());
      const bytes = model.kind === 'bytes' ? model.bytes : new Uint8Array(await readFile(model.path));
      return openSession(await ort.InferenceSession.create(bytes, { ...settings, externalData }), ort.Tensor);
    },
  };
}

async function importOrtWeb(): Promise<{ ort: typeof Ort; version: string }> {
  try {
    const ort = (await import('onnxruntime-web')) as typeof Ort;
    return { ort, version: ort.env.versions.web ?? packageVersion() };
  } catch (error) {
    const reason = firstLineOf(error);
    throw new CodedError(
      'runtime-unavailable',
      `onnxruntime-web cannot be loaded on this device: ${reason}.`,
      'Install the agent again with its dependencies, or sweep over ort.',
    );
  }
}

function packageVersion(): string {
  const require = createRequire(import.meta.url);
  return String((require('onnxruntime-web/package.json') as { version?: unknown }).version ?? '');
}
