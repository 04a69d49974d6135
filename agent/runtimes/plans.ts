// Plans that were found by trying, kept in the agent's data folder so that the next load of the model does not try again.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isPlan, type Plan } from '@edgewright/core/graph/search/plan.js';

/** A plan is some kilobytes; the oldest go. */
const mostPlans = 200;

/** @param key All that the plan depends on. @returns undefined where there is none, or what is there cannot be read */
export async function keptPlan(data: string, key: readonly unknown[]): Promise<Plan | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(pathOf(data, key), 'utf8'));
    return isPlan(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export async function keepPlan(data: string, key: readonly unknown[], plan: Plan, most = mostPlans): Promise<void> {
  const path = pathOf(data, key);
  const folder = join(data, 'plans');
  await mkdir(folder, { recursive: true });
  const part = `${path}.${process.pid}`;
  await writeFile(part, JSON.stringify(plan));
  await rename(part, path);
  const files = (await readdir(folder)).map((name) => join(folder, name));
  if (files.length <= most) return;
  const ages = await Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
  ages.sort((a, b) => a.time - b.time);
  await Promise.all(ages.slice(0, files.length - most).map(({ file }) => rm(file, { force: true })));
}

function pathOf(data: string, key: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32);
  return join(data, 'plans', `${hash}.json`);
}
