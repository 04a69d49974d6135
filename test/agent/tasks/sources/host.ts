// The tasks of an agent with real sources in a process of their own, for a test that kills it.
import { openArtifacts } from '@edgewright/agent/store/artifacts.js';
import { openTasks } from '@edgewright/agent/tasks/open.js';
import { createSources } from '@edgewright/agent/tasks/sources/open.js';
import { secretsIn } from '@edgewright/agent/tasks/sources/secret.js';

const [folder = '', document = ''] = process.argv.slice(2);
const { keeper } = openTasks({
  path: `${folder}/tasks.sqlite`,
  artifacts: openArtifacts(`${folder}/artifacts`, { oneBytes: 1e6, allBytes: 1e6, named: () => new Set() }),
  data: folder,
  ortPath: undefined,
  openSources: createSources(secretsIn(`${folder}/secrets`)),
  openExecution: () => Promise.reject(new Error('no execution')),
  trust: { look: () => false, denial: () => undefined, isTrusted: () => true },
  limits: { snapshotEntries: 100 },
  onFault(fault) {
    throw fault;
  },
});
await keeper.deploy({ document, artifacts: {}, version: '' });
// Lines that are added before the source has looked for the first time are none of its.
while (keeper.list()[0]?.sources[0]?.state === 'waiting') await new Promise((resolve) => setTimeout(resolve, 5));
process.stdout.write('ready\n');
setInterval(() => process.stdout.write(`${keeper.store.lastResult}\n`), 10);
