// Folders that windows open: copies, so that nothing in the repository is written to.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AgentProcess } from '../process.ts';

const sweeps = fileURLToPath(new URL('../../../samples/sweeps/', import.meta.url));

const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder with the samples and these files, by path below it. It is removed when the process ends. */
export function createWorkspace(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  made.push(folder);
  cpSync(sweeps, folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  return folder;
}

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A fleet file with this agent in it, its token read from the agent's own data. */
export function fleetOf(name: string, agent: AgentProcess, data: string): string {
  return `edgewright: fleet/v1
devices:
  - name: ${name}
    address: ws://127.0.0.1:${agent.port}
    token: { file: ${join(data, 'token')} }
`;
}

/** A sweep of that many points, `nodes` by `layers`, each measured for so long. */
export function smallSweep(options: {
  readonly points: number;
  readonly time: string;
  readonly name?: string;
}): string {
  const { points, time, name = 'small' } = options;
  const nodes = Array.from({ length: Math.ceil(points / 3) }, (_, index) => 8 * (index + 1));
  return `edgewright: sweep/v1
name: ${name}
models:
  - family: fc
    axes: { layers: [1, 2, 3], nodes: [${nodes.join(', ')}] }
measure: { minTime: ${time}, maxTime: ${time}, warmupTime: 5ms, minIterations: 5, maxIterations: 100000 }
`;
}
