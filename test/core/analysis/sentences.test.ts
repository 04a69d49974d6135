import assert from 'node:assert/strict';
import { analyse } from '@edgewright/core/analysis/analyse.js';
import type { Sentence } from '@edgewright/core/analysis/sentences.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { matchSnapshot } from '../../snapshot.ts';
import { ceiling, failed, grid, measured } from './records.ts';

const axes = {
  layers: [1, 4, 16],
  nodes: [64, 256, 1024, 4096],
  batch: [1, 4, 16],
  runtime: ['ort', 'ort-web'],
} as const;

/** A device on which ort wins for wide nets and ort-web for narrow ones, and the widest nets do not fit in memory. */
const sweep: DurableRecord[] = grid(axes).map(({ runtime, ...parameters }, at) => {
  const { layers, nodes, batch } = parameters;
  const flops = 2 * layers * nodes ** 2 * batch;
  const cost = { flops, trafficBytes: 4 * layers * nodes ** 2 + 4 * nodes * batch };
  if (nodes === 4096 && layers === 16)
    return failed({ parameters, execution: { runtime }, cost, code: 'out-of-memory' });
  const noise = 1 + (((at * 7919) % 101) - 50) / 400;
  const base = 0.02 * layers ** 0.9 * (nodes / 64) ** 1.6 * batch ** 0.6 * noise;
  const slower = nodes >= 1024 ? 2.4 : 0.8;
  const latency = runtime === 'ort' ? base : base * slower;
  return measured({ parameters, execution: { runtime }, cost, latency, verdict: at % 17 === 0 ? 'wide' : 'ok' });
});
const ceilings = [ceiling({ peak: 5e10, bytes: 8e9 }), ceiling({ peak: 2e10, bytes: 6e9, runtime: 'ort-web' })];

const print = (sentences: readonly Sentence[]) => sentences.map(({ kind, text }) => `${kind}: ${text}\n`).join('');

describe('sentences', () => {
  const report = analyse(tableOf([...sweep, ...ceilings]), undefined);

  it('of a report read as they always did', () => {
    const parts = [
      `headline\n${print(report.headline)}`,
      ...report.models.map(({ model, sentences }) => `model ${model}\n${print(sentences)}`),
      ...report.comparisons.map(({ sentences }) => `comparison\n${print(sentences)}`),
    ];
    matchSnapshot('core/analysis/snapshots/report.txt', parts.join('\n'));
  });

  it('never claim a ratio whose interval includes 1', () => {
    const all = [...report.models, ...report.comparisons].flatMap(({ sentences }) => sentences);
    const claims = all.filter(
      ({ kind, interval, analysis }) => kind === 'finding' && interval && analysis !== 'roofline',
    );
    assert.ok(claims.length > 4);
    for (const { interval, text } of claims) {
      assert.ok((interval as { low: number }).low > 1 || (interval as { high: number }).high < 1, text);
    }
    for (const { region, text } of all) assert.ok(region.length > 0, text);
  });

  it('say that equal axes cannot be ranked', () => {
    const records = grid({ nodes: [1, 2, 4, 8], batch: [1, 2, 4, 8] }).map((parameters, at) => {
      const noise = 1 + (((at * 7919) % 101) - 50) / 200;
      return measured({ parameters, latency: parameters.nodes * parameters.batch * noise });
    });
    const [first] = analyse(tableOf(records), undefined).models[0]?.sentences ?? [];
    assert.equal(first?.kind, 'open');
    assert.match(first?.text ?? '', /cannot be ranked/);
  });
});

describe('analyse', () => {
  const {
    counts,
    failures,
    models,
    comparisons,
    ceilings: best,
    references,
  } = analyse(
    tableOf([
      ...sweep,
      ...ceilings,
      measured({ parameters: { layers: 1, nodes: 64, batch: 1 }, latency: 1, role: 'reference' }),
    ]),
    undefined,
  );

  it('counts points, failures and verdicts', () => {
    assert.deepEqual(counts, {
      points: 72,
      measurements: 66,
      failures: 6,
      verdicts: { ok: 62, wide: 4, drifting: 0, throttled: 0, bimodal: 0 },
    });
    assert.equal(references, 1);
    assert.deepEqual(
      failures.map(({ code, points, example }) => [code, points, example.fix]),
      [['out-of-memory', 6, 'Make it smaller.']],
    );
    assert.equal(best.length, 2);
  });

  it('has every analysis that the data carry', () => {
    const [model] = models;
    assert.deepEqual(
      [model?.heatmaps, model?.regressions, model?.boxplots, [model?.roofline], [model?.coverage]].map((list) => {
        return list?.map((result) => result?.kind);
      }),
      [['heatmap', 'heatmap'], ['regression', 'regression'], ['boxplot'], ['roofline'], ['coverage']],
    );
    assert.deepEqual(
      comparisons.map(({ comparison }) => comparison.kind),
      ['comparison'],
    );
  });

  it('maps the axes of the model, one map a runtime, however much the runtime weighs', () => {
    const records = grid({ nodes: [8, 64], batch: [1, 2], runtime: ['ort-web', 'ort'] as const }).map(
      ({ runtime, ...parameters }) => {
        const base = Math.log2(parameters.nodes) + parameters.batch;
        return measured({ parameters, execution: { runtime }, latency: runtime === 'ort' ? base : 100 * base });
      },
    );
    const [model] = analyse(tableOf(records), undefined).models;
    const maps = model?.heatmaps.flatMap((map) => (map.kind === 'heatmap' ? [map] : []));
    assert.deepEqual(
      maps?.map(({ x, y, chosen, fixed }) => [x.name, y.name, chosen, fixed]),
      ['ort', 'ort-web'].map((level) => ['nodes', 'batch', 'largest-effect', [{ axis: 'runtime', level }]]),
    );
  });

  it('maps the one axis of a model that varies against the runtime', () => {
    const records = grid({ nodes: [8, 64], runtime: ['ort', 'ort-web'] as const }).map(({ runtime, nodes }) => {
      return measured({ parameters: { nodes }, execution: { runtime }, latency: nodes });
    });
    const [map] = analyse(tableOf(records), undefined).models[0]?.heatmaps ?? [];
    assert.ok(map?.kind === 'heatmap');
    assert.deepEqual([map.x.name, map.y.name, map.fixed], ['nodes', 'runtime', []]);
  });

  it('says nothing of an empty table, and does not fail', () => {
    const empty = analyse(tableOf([]), undefined);
    assert.deepEqual([empty.models, empty.headline, empty.roofline.kind], [[], [], 'refusal']);
  });

  it('carries a table where all failed', () => {
    const report = analyse(tableOf([failed({ parameters: { nodes: 1 }, code: 'timeout' })]), undefined);
    assert.deepEqual(
      report.models[0]?.regressions.map(({ kind }) => kind),
      ['refusal', 'refusal'],
    );
    assert.equal(report.failures[0]?.code, 'timeout');
  });
});
