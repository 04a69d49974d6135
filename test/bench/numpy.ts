// `npm run bench numpy`: typical pre-processing in a task's Python, lazily fused against one operator at a time. CPU time of a
// call, medians of rounds that take turns, programs compiled before.

import { type MicroPython, registerNumpy } from '@edgewright/agent/tasks/python/register.js';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript/micropython.mjs';

const scripts = {
  'normalise an image, 3x96x96': `
image = np.arange(3 * 96 * 96).reshape(96, 96, 3) % 256
mean = np.array([0.485, 0.456, 0.406]); std = np.array([0.229, 0.224, 0.225])
def work(): return ((image / 255.0 - mean) / std).transpose(2, 0, 1)[None].sum().item()
`,
  'log-mel of 98 frames, 257 to 40': `
power = np.abs(np.sin(np.arange(98 * 257) * 0.1)).reshape(98, 257)
bank = np.clip(np.cos(np.arange(257 * 40) * 0.01), 0, None).reshape(257, 40)
def work():
    mel = np.log(np.maximum(power @ bank, 1e-6))
    return ((mel - mel.mean()) / (mel.std() + 1e-5)).sum().item()
`,
  'moving average of 10,000, window 8': `
series = np.sin(np.arange(10000) * 0.01)
def work():
    total = np.cumsum(np.concatenate([np.zeros(1), series]))
    return (np.abs(series[7:] - (total[8:] - total[:-8]) / 8) > 0.001).sum().item()
`,
};

interface Globals {
  readonly globals: { get(name: string): unknown };
}

async function open(text: string, isEager: boolean): Promise<() => unknown> {
  const options = { heapsize: 2 ** 22, stdout: () => {}, stderr: () => {} };
  const python = (await loadMicroPython(options)) as MicroPython & Globals;
  registerNumpy(python, { isEager });
  python.runPython(`import numpy as np\n${text}`);
  return python.globals.get('work') as () => unknown;
}

const rounds = 30;
const calls = 20;

for (const [title, text] of Object.entries(scripts)) {
  const ways = [await open(text, false), await open(text, true)];
  for (const work of ways) work();
  const times: number[][] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const [at, work] of ways.entries()) {
      const start = process.cpuUsage();
      for (let call = 0; call < calls; call++) work();
      const { user, system } = process.cpuUsage(start);
      times[at]!.push((user + system) / 1000 / calls);
    }
  const [lazy, eager] = times.map(median) as [number, number];
  const ratio = median(times[0]!.map((time, round) => times[1]![round]! / time));
  console.log(`${title}: ${lazy.toFixed(3)} ms fused, ${eager.toFixed(3)} ms one at a time, ratio ${ratio.toFixed(2)}`);
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
}
