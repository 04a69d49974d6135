// How the analysis of 100,000 points feels: the time until its overview is shown, the memory of its thread, and in a
// browser the frames while a roofline is panned and filters are toggled. The goal is a frame under 100 ms, always.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { startAnalyst } from 'edgewright/analyst/analyst.js';
import type { AnalysisKind, AnalysisQuery } from 'edgewright/protocol.js';
import { chromium, type Page } from 'playwright-core';
import { serveGallery } from '../../scripts/gallery.ts';
import { makeRecords } from '../fixtures/records.ts';
import { writeRunFolder } from '../fixtures/runfolder.ts';

const count = 100_000;

async function benchThread(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-analysis-'));
  try {
    const run = writeRunFolder(folder, makeRecords({ count }));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let begin = performance.now();
    const lap = (): string => {
      const took = performance.now() - begin;
      begin = performance.now();
      return `${(took / 1000).toFixed(2)} s`;
    };
    const analyst = startAnalyst(new URL(import.meta.resolve('edgewright/analyst/worker.js')), [run]);
    const { rows } = await analyst.opened;
    await analyst.ask({ kind: 'overview' });
    const size = process.memoryUsage().rss - before;
    console.log(
      `  ${rows} measurements: overview after ${lap()}, ${(size / 2 ** 20).toFixed(0)} MiB more in the process`,
    );
    const kinds: readonly AnalysisKind[] = ['heatmap', 'regression', 'roofline', 'boxplot', 'coverage', 'comparison'];
    for (const kind of kinds) {
      await analyst.ask({ kind: 'charts', query: queryOf(kind) });
      console.log(`  ${kind}: ${lap()}`);
    }
    await analyst.ask({ kind: 'headline', filter: {} });
    console.log(`  headline: ${lap()}`);
    await analyst.ask({ kind: 'measurement', row: rows - 1 });
    console.log(`  one measurement: ${lap()}`);
    await analyst.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchPage(): Promise<void> {
  const gallery = await serveGallery(0);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const address = new URLSearchParams({ view: 'run', state: 'analysis, 100,000 points', theme: 'dark' });
    await page.goto(`${gallery.address}/run.html?${address}`);
    await page.locator('#summary .counts div').first().waitFor({ timeout: 60_000 });
    await page.locator('.nav-link[data-section=roofline]').click();
    const cloud = page.locator('.cloud').first();
    await cloud.waitFor({ timeout: 60_000 });
    await page.locator('.is-busy').first().waitFor({ state: 'detached', timeout: 60_000 });
    await page.waitForTimeout(3000);
    const box = (await cloud.boundingBox()) as { x: number; y: number; width: number; height: number };
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await measured(page, 'panning and zooming a roofline', async () => {
      await page.mouse.move(middle.x, middle.y);
      await page.keyboard.down('Control');
      for (let at = 0; at < 12; at++) await page.mouse.wheel(0, -40);
      await page.keyboard.up('Control');
      await page.mouse.down();
      for (let at = 0; at < 120; at++) {
        await page.mouse.move(middle.x + 90 * Math.sin(at / 9), middle.y + 60 * Math.cos(at / 7));
      }
      await page.mouse.up();
      await page.keyboard.down('Control');
      for (let at = 0; at < 12; at++) await page.mouse.wheel(0, 40);
      await page.keyboard.up('Control');
    });
    await measured(page, 'pointing at it', async () => {
      for (let at = 0; at < 80; at++) await page.mouse.move(middle.x + at - 40, middle.y + 30 * Math.sin(at / 6));
    });
    const facet = (name: string) =>
      page.locator('.facet', { has: page.locator('.facet-name', { hasText: new RegExp(`^${name}$`) }) });
    await measured(page, 'toggling filters', async () => {
      for (const name of ['nodes', 'batch', 'layers']) {
        for (const at of [0, 1, 0, 1]) {
          await facet(name).locator('vscode-checkbox').nth(at).click();
          await page.waitForTimeout(250);
        }
      }
      await page.locator('.is-busy').first().waitFor({ state: 'detached', timeout: 60_000 });
      await page.waitForTimeout(1500);
    });
    await measured(page, 'selecting a quarter of all, and looking at one', async () => {
      await page.mouse.move(box.x + 80, box.y + 20);
      await page.keyboard.down('Shift');
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 30, box.y + box.height - 60, { steps: 10 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await page.getByText(/measurements selected$/).waitFor();
      await page.waitForTimeout(1000);
      await page.locator('.selected-tools vscode-button', { hasText: 'Show' }).click();
      await page.locator('.details-name').waitFor();
      await page.waitForTimeout(1000);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.waitForTimeout(1000);
    });
    await page.locator('.nav-link[data-section=measurements]').click();
    await page.waitForTimeout(1500);
    await measured(page, 'scrolling, sorting and searching the table', async () => {
      await page.locator('.grid-scroll').hover();
      for (let at = 0; at < 60; at++) await page.mouse.wheel(0, 4000);
      for (const name of ['median, ms', 'configuration', 'status', 'median, ms']) {
        await page.locator('.grid-head', { hasText: name }).click();
        await page.waitForTimeout(150);
      }
      await page.locator('.grid-search').click();
      await page.keyboard.type('jetson nodes 256');
      await page.waitForTimeout(600);
    });
  } finally {
    await browser.close();
    await gallery.close();
  }
}

/** Frames and tasks of the page while `act` runs. */
async function measured(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await page.evaluate(`(() => {${watch}})()`);
  await act();
  const busy = busiest((await browser?.stopTracing())?.toString() ?? '{}');
  const { frames, tasks } = await page.evaluate<Seen>('window.seen()');
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  const longest = Math.max(0, ...tasks).toFixed(0);
  console.log(
    `  ${name}: ${sorted.length} frames, p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms; longest task ${longest} ms, of it ${busy.toFixed(0)} ms of a processor at most`,
  );
}

/** Milliseconds of processor time of the longest task of the page's thread: what others on this machine do is not in it. */
function busiest(trace: string): number {
  const { traceEvents = [] } = JSON.parse(trace) as { readonly traceEvents?: readonly TraceEvent[] };
  const main = traceEvents.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasks = traceEvents.filter(({ name, tid, pid }) => name === 'RunTask' && tid === main?.tid && pid === main.pid);
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

interface Seen {
  readonly frames: readonly number[];
  readonly tasks: readonly number[];
}

/** Runs in the page, and leaves what it saw to `window.seen`. */
const watch = `
  const frames = [];
  const tasks = [];
  let last = performance.now();
  let isOver = false;
  const tick = (now) => {
    frames.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  window.seen = () => {
    isOver = true;
    observer.disconnect();
    return { frames: frames.slice(1), tasks };
  };
`;

function queryOf(kind: AnalysisKind): AnalysisQuery {
  return {
    kind,
    model: undefined,
    metric: 'latency',
    x: undefined,
    y: undefined,
    by: undefined,
    levels: undefined,
    filter: {},
  };
}

await benchThread();
await benchPage();
