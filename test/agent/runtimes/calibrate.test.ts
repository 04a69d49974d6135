import assert from 'node:assert/strict';
import { calibrateCompiler, calibrateRuntime, copyRate } from '@edgewright/agent/runtimes/calibrate.js';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import { openOrt } from '@edgewright/agent/runtimes/ort.js';
import { timeTogether } from '@edgewright/agent/runtimes/stopwatch.js';
import type { Calibration, Rates } from '@edgewright/core/graph/search/calibration.js';
import { calibrationGraphs } from '@edgewright/core/graph/search/samples.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';

/** The one that does nothing, and a few small ones. */
const graphs = calibrationGraphs().filter(({ name }) =>
  ['Neg 4', 'Neg 1024', 'conv 3x3/1 8-8 @8 groups 1', 'product 16x128x128', 'Softmax 16x64'].includes(name),
);

const areTimes = ({ groups }: Rates, group: string): boolean =>
  Object.values(groups[group]!.rates).every((rate) => rate >= 0) &&
  Object.values(groups[group]!.rates).some((rate) => rate > 0);

describe('calibrating', () => {
  it('measures each candidate of the compiler', async () => {
    const rates = await calibrateCompiler(webAssembly!, graphs);
    for (const group of [
      'direct',
      'winograd 2',
      'winograd 4',
      'winograd 6',
      'packed',
      'rows',
      'softmax',
      'elementwise',
    ])
      assert.ok(areTimes(rates, group), group);
  });

  it('measures another runtime by whole inferences, of which a part is none of the nodes', async () => {
    const rates = await calibrateRuntime(await openOrt(), 1, graphs);
    assert.ok(rates.inference > 0);
    for (const group of ['direct', 'packed']) assert.ok(areTimes(rates, group), group);
    assert.equal(rates.groups['winograd 4'], undefined);
  });

  it('knows what a byte costs that is handed over', () => {
    assert.ok(copyRate() > 0);
  });

  it('times runs in turns, of promises too', async () => {
    const order: string[] = [];
    const times = await timeTogether(
      [
        () => order.push('a'),
        async () => {
          order.push('b');
        },
      ],
      { rounds: 2, warm: 0, least: 0 },
    );
    assert.ok(times.every((time) => time >= 0));
    assert.equal(order.join(''), 'aaabbbabba');
  });

  it('is done by jit when it is prepared, once, and not by a load', async () => {
    let asked = 0;
    const calibrate = async (): Promise<Calibration> => {
      asked++;
      return { fingerprint: '', runtimes: { jit: { inference: 1, groups: {} } }, copy: 1 };
    };
    const jit = openJit(webAssembly, { data: '/nowhere', calibrate });
    const bytes = encodeModel(graphs[0]!.build());
    const load = async () => (await jit.load({ kind: 'bytes', bytes }, { threads: 1, optimization: 'all' })).close();
    await load();
    assert.equal(asked, 0);
    await jit.prepare!();
    await jit.prepare!();
    await load();
    assert.equal(asked, 1);
  });
});
