import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { InspectProgress } from '@edgewright/agent/inspect/messages.js';
import { type InspectorOptions, inspect } from '@edgewright/agent/inspect/process.js';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import { temporaryFolder } from '../../workbench/folder.ts';
import { chainGraph, largeGraph, taskOf, writeModel } from './models.ts';

const faults = fileURLToPath(new URL('./faults.ts', import.meta.url));

describe('the process of an inspection', function () {
  this.timeout(30_000);
  const folder = temporaryFolder();
  const options = (more: Partial<InspectorOptions> = {}): InspectorOptions => ({
    timeout: 20_000,
    memoryLimit: undefined,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...more,
  });
  const scratchFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('edgewright-inspect-')).length;

  it('hands over what was found, and progress before', async () => {
    const progress: InspectProgress[] = [];
    const { scratch: _, ...task } = taskOf(writeModel(folder(), chainGraph()), '', { want: ['profile', 'diff'] });
    const before = scratchFolders();
    const found = await inspect(task, options({ onProgress: (step) => progress.push(step) }));
    assert.deepEqual([found.nodes.length, found.values.length], [4, 4]);
    assert.ok(found.nodes.every(({ time }) => time !== undefined));
    assert.deepEqual([...new Set(progress.map(({ phase }) => phase))], ['compile', 'profile', 'diff']);
    assert.equal(scratchFolders(), before);
  });

  it('hands over what the model is refused with', async () => {
    await refused(writeModel(folder(), Uint8Array.of(9, 9)), 'onnx-malformed', {}, undefined);
  });

  it('says how it died', async () => {
    await refused('abort', 'inspection-died', {}, /ended with SIGABRT/);
    await refused('bug', 'inspection-died', {}, /exit code 1: .*a bug of the inspector/s);
    await refused('killed', /inspection-(died|memory)/, {});
  });

  it('is ended at its limits of time and memory', async () => {
    await refused('hang', 'inspection-timeout', { timeout: 800 }, /within 800 ms/);
    await refused('grow', 'inspection-memory', { memoryLimit: 300 * 2 ** 20 }, /may use 300 MiB/);
  });

  it('is ended where a small file claims a gibibyte', async () => {
    const file = writeModel(folder(), largeGraph());
    const { scratch: _, ...task } = taskOf(file, '', { want: ['diff'] });
    await assert.rejects(
      inspect(task, options({ memoryLimit: 500 * 2 ** 20 })),
      (error) => error instanceof CodedError && error.code === 'inspection-memory',
    );
  });

  it('is ended by the signal, before it began too', async () => {
    const abort = new AbortController();
    const ended = refused('hang', 'inspection-ended', {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await ended;
    await refused('hang', 'inspection-ended', { signal: abort.signal });
  });

  async function refused(
    file: string,
    code: Code | RegExp,
    more: Partial<InspectorOptions>,
    message: RegExp = /./,
  ): Promise<void> {
    const { scratch: _, ...task } = taskOf(file, '');
    const childPath = file.includes('/') ? {} : { childPath: faults };
    await assert.rejects(inspect(task, options({ ...childPath, ...more })), (error) => {
      assert.ok(error instanceof CodedError, String(error));
      if (code instanceof RegExp) assert.match(error.code, code);
      else assert.equal(error.code, code, error.message);
      assert.match(error.message, message);
      return true;
    });
  }
});
