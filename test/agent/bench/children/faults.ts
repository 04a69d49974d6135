// Stands in for the measuring process: does what the name of the model says.
import type { BenchReply, BenchRequest } from '@edgewright/agent/bench/messages.js';

process.on('disconnect', () => process.exit(0));

const faults: Record<string, () => void> = {
  abort: () => process.abort(),
  segfault: () => process.kill(process.pid, 'SIGSEGV'),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  bug: () => {
    throw new Error('a bug of the measuring process');
  },
  // As native code: the event loop does not turn.
  hang: () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
  grow: () => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(16 * 2 ** 20, kept.length + 1));
  },
};

function reply(message: BenchReply, then: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

process.on('message', (request: BenchRequest) => {
  if (request.kind !== 'measure') return;
  const fault = faults[request.point.model.name];
  if (fault === undefined) throw new Error(`no fault ${request.point.model.name}`);
  reply({ kind: 'phase', slot: request.slot, phase: 'steady', iterations: 7 }, fault);
});
reply({ kind: 'ready', status: { name: 'ort', version: '0' } }, () => undefined);
