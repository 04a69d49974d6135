// What needs no clicks is tested inside the extension host; each of its tests counts here as one.
import { join } from 'node:path';
import { Test } from 'mocha';
import { makeRecords } from '../../fixtures/records.ts';
import { writeRunFolder } from '../../fixtures/runfolder.ts';
import { type AgentProcess, createFolders, startAgentProcess } from '../process.ts';
import { runInHost } from './host.ts';
import { theBrowser } from './session.ts';
import { createWorkspace, fleetOf, smallSweep } from './workspace.ts';

describe('inside the extension host', function () {
  this.timeout(120_000);

  const folders = createFolders();
  let agent: AgentProcess | undefined;

  before(async () => {
    const data = folders.make();
    agent = await startAgentProcess(data, ['--name', 'bench']);
    const folder = createWorkspace({
      'fleet.yaml': `${fleetOf('bench', agent, data)}    labels: { room: desk }\n  - name: phone\n    labels: { room: attic }\n`,
      'broken.sweep.yaml': 'edgewright: sweep/v1\nname: broken\nmodels:\n  - family: cn\n',
      'unknown-key.sweep.yaml': `${smallSweep({ points: 3, time: '10ms' })}surprise: 1\n`,
      // More than the agent may use.
      'heavy.sweep.yaml':
        'edgewright: sweep/v1\nname: heavy\nmodels:\n  - family: fc\n    axes: { layers: [64], nodes: [65536] }\n',
    });
    writeRunFolder(join(folder, 'runs'), makeRecords({ count: 60 }));
    const { tests } = await runInHost(await theBrowser(), folder);
    for (const { title, error } of tests) {
      this.addTest(
        new Test(title, () => {
          if (error !== undefined) throw Object.assign(new Error(error.message), { stack: error.stack });
        }),
      );
    }
  });

  after(async () => {
    await agent?.kill('SIGKILL');
    folders.remove();
  });

  // Mocha runs the hooks of no suite that is without a test at first.
  it('ends with a report', () => {});
});
