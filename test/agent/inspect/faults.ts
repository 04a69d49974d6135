// Stands in for the process that inspects: does what the name of the model's file says.
import { basename } from 'node:path';
import type { InspectReply, InspectTask } from '@edgewright/agent/inspect/messages.js';

process.on('disconnect', () => process.exit(0));

const faults: Record<string, () => void> = {
  abort: () => process.abort(),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  bug: () => {
    throw new Error('a bug of the inspector');
  },
  // As native code: the event loop does not turn.
  hang: () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
  grow: () => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(16 * 2 ** 20, kept.length + 1));
  },
};

process.on('message', ({ file }: InspectTask) => {
  const reply: InspectReply = { kind: 'progress', phase: 'diff', done: 1, of: 2 };
  process.send?.(reply, undefined, undefined, () => faults[basename(file)]!());
});
