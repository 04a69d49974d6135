import assert from 'node:assert/strict';
import type { SensorSample } from '@edgewright/schemas/generated/record.js';
import { capabilities } from '@edgewright/schemas/wire.js';
import { examine, type Finding } from '@edgewright/workbench/devices/doctor.js';
import { version } from '@edgewright/workbench/devices/identity.js';
import { targetOf } from '@edgewright/workbench/devices/target.js';
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
import { type FakeAgent, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';
import { runRecord, sample } from '../records.ts';

describe('doctor', () => {
  const folder = temporaryFolder();
  let agent: FakeAgent | undefined;
  afterEach(() => agent?.close());

  const findingsOf = async (address: string, given = token): Promise<readonly Finding[]> => {
    const credentials = fileCredentials({ XDG_CONFIG_HOME: folder(), EDGEWRIGHT_TOKEN: given });
    const findings: Finding[] = [];
    for await (const finding of examine(targetOf(address, {}, folder()), credentials)) findings.push(finding);
    return findings;
  };
  const start = async (told: SensorSample | undefined, program = `edgewright-agent ${version}`): Promise<string> => {
    agent = await startFakeAgent({
      handlers: {
        'device.describe': () => {
          const { profile, fingerprint } = runRecord(1);
          return { id: 'device-id', name: 'pi', agent: program, profile, fingerprint, busy: false };
        },
        'device.watch': (_params, session) => {
          if (told !== undefined) session.notify('device.sample', { sample: told });
          return {};
        },
      },
      hello: { capabilities: told === undefined ? [] : [capabilities.deviceWatch] },
    });
    return agent.address;
  };
  const outcomeOf = (findings: readonly Finding[], step: string) =>
    findings.find((finding) => finding.step === step)?.outcome;
  const now = () => new Date().toISOString();

  it('finds nothing wrong with the clock and the version where they agree', async () => {
    const findings = await findingsOf(await start({ ...sample(), time: now(), power: { value: 4.5 } }));
    assert.deepEqual(
      findings.slice(0, 4).map(({ step, outcome }) => `${step} ${outcome}`),
      ['host name ok', 'port ok', 'token ok', 'link ok'],
    );
    assert.equal(outcomeOf(findings, 'clock'), undefined);
    assert.equal(outcomeOf(findings, 'version'), undefined);
    assert.equal(findings.find(({ step }) => step === 'power')?.detail, '4.50 W');
  });

  it('tells a clock that is off, by the sample of the device', async () => {
    const time = new Date(Date.now() - 3_600_000).toISOString();
    const clock = (await findingsOf(await start({ ...sample(), time }))).find(({ step }) => step === 'clock');
    assert.match(clock?.detail ?? '', /is 3600 s behind this machine's/);
  });

  it('tells another version, and asks an older agent for no sample', async () => {
    const findings = await findingsOf(await start(undefined, 'edgewright-agent 0.0.1'));
    assert.match(findings.find(({ step }) => step === 'version')?.detail ?? '', /the agent is 0\.0\.1/);
    assert.equal(outcomeOf(findings, 'load'), 'ok');
  });

  it('ends at the first step that failed', async () => {
    const address = await start(undefined);
    const wrong = await findingsOf(address, 'a wrong token, long enough');
    assert.deepEqual([wrong.at(-1)?.step, wrong.at(-1)?.outcome], ['link', 'failed']);
    agent?.close();
    const gone = await findingsOf(address);
    assert.deepEqual([gone.at(-1)?.step, gone.at(-1)?.outcome], ['port', 'failed']);
  });
});
