// Measures a point that takes long, and tells the pid of its measuring process once that is in its steady phase.
import { fileURLToPath } from 'node:url';
import { startSubprocess } from '@edgewright/agent/bench/subprocess.js';
import { pointOf, quick } from '../points.ts';

const child = fileURLToPath(import.meta.resolve('@edgewright/agent/bench/child.js'));
const subprocess = startSubprocess(child, {
  runtime: 'ort',
  threads: 1,
  ortPath: null,
  ortProviders: null,
  data: null,
});
await subprocess.ready;
const rule = { ...quick, halfWidth: 1e-9, maxTime: 60_000, maxIterations: 1e9 };
const request = { kind: 'measure', slot: 0, point: pointOf(), items: 4, rule, file: undefined, scratch: '' } as const;
await subprocess.exchange(request, (reply) => {
  if (reply.kind === 'phase' && reply.phase === 'steady') process.stdout.write(`${subprocess.pid}\n`);
});
