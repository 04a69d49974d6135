// Answers of a device that has one run, for tests of sessions.
import type { Handlers } from '@edgewright/core/link/session.js';
import type { RunStatus } from '@edgewright/schemas/wire.js';

export const status: RunStatus = {
  run: 'run-1',
  name: 'quick',
  state: 'running',
  slots: 4,
  done: 1,
  failed: 0,
  cursor: 3,
  timeLeft: null,
  current: null,
};

export function testHandlers(own: Partial<Handlers> = {}): Handlers {
  const unused = (): never => {
    throw new Error('not in this test');
  };
  return {
    'device.describe': unused,
    'device.watch': () => ({}),
    'device.unwatch': () => ({}),
    'run.start': () => ({ kind: 'accepted', status }),
    'run.list': () => ({ runs: [status] }),
    'run.pause': () => status,
    'run.resume': () => status,
    'run.cancel': () => status,
    'run.watch': () => status,
    'run.unwatch': () => ({}),
    'run.acknowledge': () => ({}),
    'run.forget': () => ({}),
    'model.inspect': unused,
    'model.leave': unused,
    'key.offer': unused,
    'task.deploy': unused,
    'task.remove': unused,
    'task.list': unused,
    'task.watch': unused,
    'task.unwatch': unused,
    'task.acknowledge': unused,
    'task.try': unused,
    'task.record': unused,
    'artifact.missing': unused,
    'artifact.fetch': unused,
    ...own,
  };
}
