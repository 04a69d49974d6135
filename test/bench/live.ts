// How the live page of a run keeps up: results in real time in a browser, with what they cost in memory and in frames.
// `npm run bench live` takes 5 minutes; `node --conditions=edgewright-source test/bench/live.ts MINUTES [RATE]` takes less.
import { chromium } from 'playwright-core';
import { serveGallery } from '../../scripts/gallery.ts';

const minutes = Number(process.argv[2] ?? 5);
const rate = Number(process.argv[3] ?? 200);

interface Figures {
  readonly results: number;
  readonly longTask: number;
  readonly slowFrames: number;
  readonly longestFrame: number;
  readonly elements: number;
}

const gallery = await serveGallery(0);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--enable-precise-memory-info'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.on('pageerror', (error) => console.log(String(error)));
page.on('console', (message) => console.log(message.text()));
await page.goto(`${gallery.address}/run.html?view=run&state=traffic&theme=dark`);
const session = await page.context().newCDPSession(page);
await session.send('HeapProfiler.enable');
// Of the thread: what other processes take of the machine does not count.
await session.send('Performance.enable', { timeDomain: 'threadTicks' });

const heap = async (): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
};
/** Seconds that the main thread has worked. */
const tasks = async (): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
};
console.log(
  `${rate} results/s of 3 devices, 20,000 slots each, with a sample a second and a line of the log every 2 s`,
);
console.log(
  [
    'minute',
    'results',
    'heap, MiB',
    'elements',
    'longest task, ms',
    'frames over 100 ms',
    'longest frame, ms',
    'thread busy, %',
  ].join('\t'),
);
await page.evaluate(`window.traffic(${rate})`);
const stops = [1, 3, 5].filter((minute) => minute < minutes).concat(minutes);
let past = 0;
let before = await tasks();
for (const minute of stops) {
  await page.waitForTimeout((minute - past) * 60_000);
  const now = await tasks();
  const busy = ((now - before) / ((minute - past) * 60)) * 100;
  [past, before] = [minute, now];
  const figures: Figures = await page.evaluate('window.trafficFigures()');
  const { results, elements, longTask, slowFrames, longestFrame } = figures;
  const used = (await heap()).toFixed(1);
  console.log(
    [minute, results, used, elements, longTask.toFixed(0), slowFrames, longestFrame.toFixed(0), busy.toFixed(1)].join(
      '\t',
    ),
  );
}
await browser.close();
await gallery.close();
