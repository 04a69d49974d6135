// How long a sweep of 10,000 points takes to validate and expand: the goal is under a second.
import { performance } from 'node:perf_hooks';
import { checkSweep } from '@edgewright/core/sweep/check.js';

const list = (count: number, scale: number): string =>
  `[${Array.from({ length: count }, (_, i) => (i + 1) * scale).join(', ')}]`;

const sweeps = {
  fc: `layers: ${list(10, 1)}, nodes: ${list(20, 16)}, input: ${list(5, 64)}, batch: ${list(10, 1)}`,
  cnn: `block: [residual, bottleneck], blocks: ${list(10, 1)}, filters: ${list(10, 8)}, image: ${list(10, 32)}, batch: ${list(5, 1)}`,
  transformer: `kind: [encoder, decoder], layers: ${list(10, 1)}, hidden: ${list(10, 64)}, length: ${list(10, 16)}, batch: ${list(5, 1)}`,
} as const;

for (const [family, axes] of Object.entries(sweeps)) {
  const text = `edgewright: sweep/v1\nname: ten-thousand\nmodels:\n  - family: ${family}\n    axes: { ${axes} }\n`;
  const times: number[] = [];
  let points = 0;
  for (let round = 0; round < 5; round++) {
    const begin = performance.now();
    const checked = checkSweep(text, new Map());
    times.push(performance.now() - begin);
    points = checked.points?.length ?? 0;
  }
  const [first] = times;
  const median = [...times].sort((a, b) => a - b)[2];
  console.log(
    `  ${family.padEnd(12)} ${points} points: first ${first?.toFixed(0)} ms, median of 5 ${median?.toFixed(0)} ms`,
  );
}
