// `edgewright verify` as it is called: what it finds in folders, its text, its JSON, its exit codes.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '@edgewright/workbench/graph/verdict.js';
import { matchSnapshot } from '../../snapshot.ts';
import { temporaryFolder } from '../folder.ts';
import { axesCase, endlessCase, floats, reluCase, stringCase, writeCase } from '../graph/folders.ts';
import { edgewright } from './terminal.ts';

describe('edgewright verify', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const call = (...argv: string[]) => edgewright({ cwd: folder() }, 'verify', ...argv);
  const write = (name: string, files: Parameters<typeof writeCase>[1]): void => writeCase(join(folder(), name), files);

  it('goes through all cases, whatever they are', async () => {
    const { model, sets } = reluCase();
    write('all/right', reluCase());
    write('all/deeper/axes', axesCase());
    write('all/wrong', { model, sets: [{ ...sets[0]!, outputs: [floats([2], 0, 2.5)] }] });
    write('all/strings', stringCase());
    write('all/cut', { model: Uint8Array.of(8, 8, 58, 100, 1), sets });
    write('all/endless', endlessCase());
    mkdirSync(join(folder(), 'empty'));
    write('a/b/c/too-deep', reluCase());
    const argv = ['all', 'empty', 'a', 'none', 'all/right', '--timeout', '3'];
    const { code, out, err } = await call(...argv, '--all');
    assert.deepEqual([code, err], [1, '']);
    matchSnapshot('workbench/cli/snapshots/verify.txt', out);
  });

  it('writes the verdicts as JSON, and exits with 0 where none failed', async () => {
    write('right', reluCase());
    write('strings', stringCase());
    const { code, out } = await call('.', '--json');
    assert.equal(code, 0);
    const verdicts: readonly Verdict[] = JSON.parse(out);
    assert.deepEqual(
      verdicts.map((verdict) => [verdict.case, verdict.outcome]),
      [
        ['right', 'passed'],
        ['strings', 'placed'],
      ],
    );
  });

  it('takes other tolerances', async () => {
    const { model, sets } = reluCase();
    write('near', { model, sets: [{ ...sets[0]!, outputs: [floats([2], 0.001, 2.9)] }] });
    assert.equal((await call('near')).code, 1);
    assert.equal((await call('near', '--rtol', '0.05', '--atol', '0.01')).code, 0);
    assert.equal((await call('near', '--rtol', 'much')).code, 2);
    assert.equal((await call('near', '--timeout', '0')).code, 2);
    assert.equal((await call('near', '--runtime', 'ort')).code, 2);
  });

  it('is left by Ctrl-C', async () => {
    write('endless', endlessCase());
    const onInterrupt = (interrupt: () => void): void => void setTimeout(interrupt, 1000);
    const { code } = await edgewright({ cwd: folder(), onInterrupt }, 'verify', 'endless');
    assert.equal(code, 130);
  });
});
