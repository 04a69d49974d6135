import assert from 'node:assert/strict';
import type { JsonObject } from '@edgewright/core/analysis/charts/chart.js';
import { answerCharts, answerHeadline } from 'edgewright/analyst/answer.js';
import { finish } from 'edgewright/analyst/steps.js';
import type { AnalysisBlock, AnalysisKind, AnalysisQuery, Answer } from 'edgewright/protocol.js';
import { withAblation } from '../../fixtures/ablation.ts';
import { makeRecords } from '../../fixtures/records.ts';
import { studyOf } from './made.ts';

const study = studyOf(makeRecords({ count: 700 }));
const query: AnalysisQuery = {
  kind: 'heatmap',
  model: undefined,
  metric: 'latency',
  x: undefined,
  y: undefined,
  by: undefined,
  levels: undefined,
  filter: {},
};

function blocksOf(part: Partial<AnalysisQuery>, of = study): readonly AnalysisBlock[] {
  const answer = finish(answerCharts(of, { ...query, ...part }));
  assert.ok(answer.kind === 'charts');
  return answer.blocks;
}

function kindsOf(blocks: readonly AnalysisBlock[]): string[] {
  return blocks.flatMap(({ charts }) => charts.map(({ chart }) => chart.kind));
}

describe('an answer', () => {
  const expected: readonly (readonly [AnalysisKind, readonly string[]])[] = [
    ['heatmap', ['heatmap', 'heatmap', 'heatmap', 'heatmap']],
    ['regression', ['regression', 'regression', 'residuals']],
    ['roofline', ['roofline', 'roofline', 'roofline', 'roofline']],
    ['boxplot', ['boxplot', 'boxplot']],
    ['coverage', ['coverage']],
    ['comparison', ['outcomes', 'outcome-map', 'speedup', 'outcomes', 'outcome-map', 'speedup']],
  ];
  for (const [kind, charts] of expected) {
    it(`about ${kind} has its charts and says what they show`, () => {
      const blocks = blocksOf({ kind });
      assert.deepEqual(kindsOf(blocks), charts);
      assert.ok(blocks.every(({ sentences }) => sentences.length > 0));
    });
  }

  it('speaks of the rows kept alone', () => {
    const blocks = blocksOf({ kind: 'coverage', filter: { device: ['pi-5'], runtime: ['ort'] } });
    assert.match(blocks[0]?.sentences[0]?.text ?? '', /^170 of 175 points of fc were measured/);
    const maps = blocksOf({ x: 'nodes', y: 'batch', filter: { device: ['pi-5'], nodes: ['64', '128'] } });
    assert.equal(maps[0]?.charts.length, 2);
    const { xAxis, yAxis } = maps[0]?.charts[0]?.chart.option ?? {};
    const levels = [xAxis, yAxis].map((axis) => (axis as JsonObject).data);
    assert.deepEqual(
      levels.find((list) => (list as readonly string[]).length === 2),
      ['64', '128'],
    );
  });

  it('takes the axes, the metric and the levels that were chosen', () => {
    const [map] = blocksOf({ x: 'batch', y: 'layers', metric: 'throughput' });
    assert.match(map?.charts[0]?.chart.title ?? '', /^Throughput over batch and layers/);
    const [box] = blocksOf({ kind: 'boxplot', by: 'batch' });
    assert.match(box?.charts[0]?.chart.title ?? '', /by batch/);
    const compared = blocksOf({ kind: 'comparison', by: 'nodes', levels: ['64', '2048'] });
    assert.deepEqual(
      compared.map(({ title }) => title),
      ['nodes 64 and nodes 2,048'],
    );
  });

  it('compares runs', () => {
    const two = studyOf([...makeRecords({ count: 200 }), ...makeRecords({ count: 200, seed: 2 })]);
    const [block] = blocksOf({ kind: 'comparison', by: 'run' }, two);
    assert.equal(block?.title, 'made-up-e-up-1 and made-up-e-up-2');
    assert.equal(block?.refusals.length, 0);
  });

  it('treats each model, and names those that are too many', () => {
    const models = Array.from({ length: 8 }, (_, at) => makeRecords({ count: 30, seed: at + 1, model: `m${at}` }));
    const many = studyOf(models.flat());
    const blocks = blocksOf({ kind: 'boxplot' }, many);
    assert.deepEqual(
      blocks.slice(0, 6).map(({ title }) => title),
      ['m0', 'm1', 'm2', 'm3', 'm4', 'm5'],
    );
    assert.match(blocks[6]?.refusals[0]?.reason ?? '', /2 more models are not shown: m6, m7/);
    assert.equal(blocksOf({ kind: 'boxplot', model: 'm7' }, many).length, 1);
  });

  it('draws rooflines without points, and says which rows they hold', () => {
    const [block] = blocksOf({ kind: 'roofline' });
    const [first] = block?.charts ?? [];
    assert.ok(first?.kind === 'cloud');
    assert.deepEqual(first.cloud.axes, { device: 'pi-5', runtime: 'ort', threads: '2', precision: 'float32' });
    assert.equal(first.cloud.by, 'nodes');
    assert.ok((first.chart.option.series as readonly JsonObject[]).every(({ type }) => type === 'line'));
  });

  it('of a comparison says of which pair and outcome each row is', () => {
    const [block] = blocksOf({ kind: 'comparison', by: 'runtime' });
    const column = (name: string) => block?.columns.find((one) => one.name === name)?.at ?? new Int32Array(0);
    const [pair, outcome] = [column('pair'), column('outcome')];
    const sizes = new Map<number, number>();
    for (const at of pair) if (at >= 0) sizes.set(at, (sizes.get(at) ?? 0) + 1);
    assert.ok(sizes.size > 300);
    assert.ok([...sizes.values()].every((size) => size === 2));
    assert.ok(pair.every((at, row) => at < 0 === (outcome[row] as number) < 0));
    const speedup = block?.charts.find(({ chart }) => chart.kind === 'speedup')?.chart;
    const items = ((speedup?.option.series ?? []) as readonly JsonObject[])
      .filter(({ type }) => type === 'scatter')
      .flatMap(({ data }) => data as readonly JsonObject[]);
    const named = items.map(({ select }) => ((select as JsonObject).axes as JsonObject).pair as string);
    assert.deepEqual(new Set(named), new Set([...sizes.keys()].map(String)));
  });

  it('says what each optimisation brings, where something was ablated', () => {
    const ablated = studyOf(withAblation(makeRecords({ count: 60 })));
    const [block] = blocksOf({ kind: 'ablation' }, ablated);
    assert.deepEqual(kindsOf([block as AnalysisBlock]), ['ablation', 'ablation', 'ablation']);
    assert.match(block?.sentences[0]?.text ?? '', /^Without fusion, models take 1\.500 .* times as long/);
    const { sentences } = finish(answerHeadline(ablated, {})) as Extract<Answer, { kind: 'headline' }>;
    assert.match(sentences[0]?.text ?? '', /^Without fusion/);
    const items = ((block?.charts[0]?.chart.option.series ?? []) as readonly JsonObject[]).at(-1)?.data;
    assert.deepEqual((items as readonly JsonObject[])[0]?.select, { axes: { ablation: 'without-fuse' } });
    assert.match(blocksOf({ kind: 'ablation' })[0]?.refusals[0]?.reason ?? '', /both with an optimisation and without/);
  });

  it('explains the figures of a program as it explains time', () => {
    const ablated = studyOf(withAblation(makeRecords({ count: 60 })));
    const [map] = blocksOf({ x: 'nodes', y: 'ablation', metric: 'kernels' }, ablated);
    assert.match(map?.charts[0]?.chart.title ?? '', /^Kernels of the program over nodes and ablation/);
    assert.match(blocksOf({ metric: 'kernels' })[0]?.refusals[0]?.reason ?? '', /No point has a number of kernels/);
  });

  it('refuses with a reason and a fix', () => {
    const alone = studyOf(makeRecords({ count: 30, devices: ['pi-5'], runtimes: ['ort'] }));
    assert.match(blocksOf({ kind: 'comparison' }, alone)[0]?.refusals[0]?.reason ?? '', /nothing to compare/);
    assert.match(blocksOf({ filter: { device: [] } })[0]?.refusals[0]?.fix ?? '', /Clear/);
    const bare = studyOf(makeRecords({ count: 30 }).filter(({ kind }) => kind !== 'ceiling'));
    assert.match(blocksOf({ kind: 'roofline' }, bare)[0]?.refusals[0]?.reason ?? '', /No ceiling/);
  });

  it('knows what is missing by the plan, but does not take for it what a filter on the outcome left out', () => {
    const sweep = 'edgewright: sweep/v1\nname: made-up\nmodels:\n  - family: fc\n    axes:\n      layers: [2, 3]\n';
    const planned = studyOf(makeRecords({ count: 40 }), sweep);
    const said = (filter: AnalysisQuery['filter']) =>
      blocksOf({ kind: 'coverage', filter }, planned)[0]?.sentences[0]?.text ?? '';
    assert.match(said({}), /not measured yet/);
    assert.doesNotMatch(said({ status: ['ok'] }), /not measured yet/);
    assert.doesNotMatch(said({ layers: ['16'] }), /not measured yet/);
  });

  it('has the headline of the report', () => {
    const answer = finish(answerHeadline(study, {}));
    assert.ok(answer.kind === 'headline');
    assert.ok(answer.sentences.length > 4 && answer.sentences.length <= 8);
  });
});
