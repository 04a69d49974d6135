// The tasks of an agent in a process of their own, with a source that a test holds: lines of JSON on standard input, each
// answered on standard output when its events are durable.
import { createInterface } from 'node:readline';
import { openArtifacts } from '@edgewright/agent/store/artifacts.js';
import type { Intake } from '@edgewright/agent/tasks/contract.js';
import { openTasks } from '@edgewright/agent/tasks/open.js';

const [folder = '', document = ''] = process.argv.slice(2);
let source: Intake | undefined;
const { keeper } = openTasks({
  path: `${folder}/tasks.sqlite`,
  artifacts: openArtifacts(`${folder}/artifacts`, { oneBytes: 1e6, allBytes: 1e6, named: () => new Set() }),
  data: folder,
  ortPath: undefined,
  async openSources(task, makeIntake) {
    source = makeIntake('test', [...task.events.keys()]);
    return [{ close: async () => {} }];
  },
  openExecution: () => Promise.reject(new Error('no execution')),
  trust: { look: () => false, denial: () => undefined, isTrusted: () => true },
  limits: { snapshotEntries: 20 },
  onFault(fault) {
    throw fault;
  },
});
await keeper.deploy({ document, artifacts: {}, version: '' });
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const n = Number(line);
  void source?.accept([{ event: 'a', fields: { n } }]).then(() => process.stdout.write(`${n}\n`));
}
