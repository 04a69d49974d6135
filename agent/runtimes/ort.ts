// onnxruntime's native build by its package for Node.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodedError } from '@edgewright/schemas/codes.js';
import type * as Ort from 'onnxruntime-node';
import { readExternal } from './external.ts';
import { firstLineOf } from './first-line.ts';
import { linkFiles } from './links.ts';
import type { LoadOptions, ModelSource, Runtime } from './runtime.ts';
import { openSession } from './session.ts';

export interface OrtOptions {
  /** Folder of an onnxruntime-node of the user's, such as one built with CUDA; undefined: the installed one. */
  readonly path?: string | undefined;
  /** Execution providers in order of preference. */
  readonly providers?: readonly string[] | undefined;
}

/** Rejects with `runtime-unavailable` where the package or its native part is missing or does not load. */
export async function openOrt(options: OrtOptions = {}): Promise<Runtime> {
  const { ort, version } = await importOrt(options.path);
  const providers = options.providers ?? ['cpu'];
  return {
    name: 'ort',
    version,
    // Those that are not bundled need libraries that this package does not bring.
    providers: ort.listSupportedBackends().flatMap((backend) => (backend.bundled ? [backend.name] : [])),
    async load(model: ModelSource, load: LoadOptions) {
      const settings: Ort.InferenceSession.SessionOptions = {
        executionProviders: [...providers],
        intraOpNumThreads: load.threads,
        interOpNumThreads: 1,
        graphOptimizationLevel: load.optimization,
        // Errors alone: warnings of every session would fill the lines kept from a crash.
        logSeverityLevel: 3,
        ...(load.profile === undefined ? {} : { enableProfiling: true, profileFilePrefix: load.profile }),
      };
      return openSession(await create(ort.InferenceSession, model, settings, load.scratch), ort.Tensor);
    },
  };
}

async function create(
  sessions: typeof Ort.InferenceSession,
  model: ModelSource,
  settings: Ort.InferenceSession.SessionOptions,
  scratch: string | undefined,
): Promise<Ort.InferenceSession> {
  const { external = new Map<string, string>() } = model;
  const withExternal = async () => ({ ...settings, externalData: await readExternal(external) });
  if (model.kind === 'bytes')
    return sessions.create(model.bytes, external.size === 0 ? settings : await withExternal());
  const isBeside = [...external].every(([name, file]) => join(dirname(model.path), name) === file);
  if (isBeside) return sessions.create(model.path, settings);
  const linked = await linkFiles(model, scratch);
  if (linked === undefined) return sessions.create(model.path, await withExternal());
  try {
    return await sessions.create(linked.path, settings);
  } finally {
    await linked.remove();
  }
}

async function importOrt(path: string | undefined): Promise<{ ort: typeof Ort; version: string }> {
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve(path === undefined ? 'onnxruntime-node' : resolve(path));
    // CommonJS: its members are on `default` too, where older engines do not find all of them by name.
    const module = (await import(pathToFileURL(entry).href)) as { default: typeof Ort };
    return { ort: module.default, version: await versionOf(entry) };
  } catch (error) {
    const reason = firstLineOf(error);
    throw path === undefined
      ? new CodedError(
          'runtime-unavailable',
          `onnxruntime-node cannot be loaded on this device: ${reason}.`,
          'Install onnxruntime-node for this platform, give the agent the path of a build, or sweep over ort-web.',
        )
      : new CodedError(
          'runtime-unavailable',
          `onnxruntime-node cannot be loaded from ${path}: ${reason}.`,
          'Give the folder of an onnxruntime-node package that was built for this device.',
        );
  }
}

/** Of the package that holds `entry`. */
async function versionOf(entry: string): Promise<string> {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) return String((JSON.parse(text) as { version?: unknown }).version ?? '');
  }
  return '';
}
