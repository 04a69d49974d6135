import assert from 'node:assert/strict';
import { type Ablation, ablate } from '@edgewright/core/analysis/ablation.js';
import { analyse } from '@edgewright/core/analysis/analyse.js';
import { ablationCharts } from '@edgewright/core/analysis/charts/ablation.js';
import { ablationSentences } from '@edgewright/core/analysis/sentences/ablation.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import type { Execution, Point } from '@edgewright/schemas/generated/record.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { matchSnapshot } from '../../snapshot.ts';
import { failed, grid, measured } from './records.ts';

type Level = NonNullable<Execution['ablation']>;

/** What each level multiplies time, bytes moved and kernels by, of a model with `share` of the effect. */
const effects: Partial<Record<Level, readonly [time: number, bytes: number, kernels: number]>> = {
  none: [1, 1, 1],
  'without-vertical': [1.4, 2, 1.8],
  'without-fuse': [1.2, 1.3, 1.5],
  'without-common': [1, 1, 1],
  all: [2, 3, 4],
  'only-vertical': [1.5, 1.6, 2],
};

/** Models of `nodes` x `batch`, at all levels; time scatters by a few percent. */
function records(levels = Object.keys(effects) as Level[], repeats = 1) {
  const models = grid({ nodes: [16, 32, 64, 128], batch: [1, 2, 4, 8, 16, 32] });
  return models.flatMap((parameters, at) =>
    levels.flatMap((ablation, level) =>
      Array.from({ length: repeats }, (_, repeat) => {
        const [time, bytes, kernels] = effects[ablation]!;
        const noise = 1 + ((((at * 31 + level * 17 + repeat * 7) * 7919) % 101) - 50) / 2000;
        return measured({
          parameters,
          repeat,
          execution: { runtime: 'jit', ...(ablation === 'none' ? {} : { ablation }) },
          latency: (parameters.nodes * parameters.batch * time * noise) / 100,
          program: { kernels: 20 * kernels, movedBytes: 1e6 * bytes },
        });
      }),
    ),
  );
}

function ablated(list: Parameters<typeof tableOf>[0]): Ablation {
  const result = ablate(tableOf(list).rows);
  assert.ok(result.kind === 'ablation', JSON.stringify(result));
  return result;
}

const factorOf = ({ effects: found }: Ablation, level: Level) =>
  found.find((effect) => effect.level === level)!.factors;

describe('ablation', () => {
  const ablation = ablated(records());

  it('finds by how much time, bytes and kernels grow without an optimisation', () => {
    for (const [level, base] of [
      ['without-vertical', 'none'],
      ['without-fuse', 'none'],
      ['all', 'none'],
    ] as const) {
      const [time, bytes, kernels] = effects[level]!.map((value, at) => value / effects[base]![at]!) as [
        number,
        number,
        number,
      ];
      const { latency, movedBytes, kernels: count } = factorOf(ablation, level);
      assert.ok(Math.abs(latency!.value / time - 1) < 0.02, `${level} ${latency!.value}`);
      assert.ok(latency!.low < time && time < latency!.high, `${level} [${latency!.low}, ${latency!.high}]`);
      assert.ok(Math.abs(movedBytes!.value - bytes) < 1e-9 && Math.abs(count!.value - kernels) < 1e-9);
    }
  });

  it('sets an optimisation that stands alone against none at all', () => {
    const { latency, movedBytes, kernels } = factorOf(ablation, 'only-vertical');
    assert.ok(Math.abs(latency!.value / (2 / 1.5) - 1) < 0.02);
    assert.ok(Math.abs(movedBytes!.value - 3 / 1.6) < 1e-9 && Math.abs(kernels!.value - 2) < 1e-9);
  });

  it('orders all together, each left out, each alone, the greatest effect first', () => {
    assert.deepEqual(
      ablation.effects.map(({ level }) => level),
      ['all', 'without-vertical', 'without-fuse', 'without-common', 'only-vertical'],
    );
  });

  it('counts pairs, models and the programs that differ', () => {
    for (const { level, pairs, models, changed, dropped } of ablation.effects) {
      assert.deepEqual([pairs, models, dropped], [24, 24, 0]);
      assert.equal(changed, level === 'without-common' ? 0 : 24);
    }
  });

  it('tells models apart', () => {
    const isWide = ({ point }: { point: Point }) => Number(point.model.parameters.nodes) > 32;
    const named = records(['none', 'all']).map((record) => {
      const { point, summary } = record;
      const model = { ...point.model, name: isWide(record) ? 'wide' : 'narrow' };
      const median = isWide(record) && point.execution.ablation === 'all' ? 3 * summary.median : summary.median;
      return { ...record, point: { ...point, model }, summary: { ...summary, median } };
    });
    const of = (list: typeof named) => ablated(list).effects[0]!;
    const { byModel, factors } = of(named);
    assert.deepEqual([...byModel.keys()].sort(), ['narrow', 'wide']);
    assert.deepEqual(byModel.get('wide'), of(named.filter(isWide)).factors.latency);
    assert.ok(
      factors.latency!.value > byModel.get('narrow')!.value && factors.latency!.value < byModel.get('wide')!.value,
    );
  });

  it('does not take repeats for more points', () => {
    const { effects: found } = ablated(records(undefined, 3));
    assert.ok(found.every(({ pairs, models }) => pairs === 24 && models === 24));
  });

  it('claims an effect only where the interval does not hold 1', () => {
    for (const { kind, text, interval } of ablationSentences(ablation)) {
      if (interval === undefined) continue;
      assert.equal(kind, interval.low <= 1 && interval.high >= 1 ? 'open' : 'finding', text);
    }
    assert.match(
      ablationSentences(ablation).find(({ text }) => text.startsWith('Without merging of equal kernels'))!.text,
      /which shows no effect; they move as many bytes and have as many kernels/,
    );
  });

  it('has no interval from one model, and claims nothing', () => {
    const one = ablated(
      records().filter(({ point }) => point.model.parameters.nodes === 16 && point.model.parameters.batch === 1),
    );
    const { latency } = factorOf(one, 'all');
    assert.deepEqual([latency!.low, latency!.high], [0, Number.POSITIVE_INFINITY]);
    assert.ok(ablationSentences(one).every(({ kind }) => kind !== 'finding'));
  });

  it('leaves out what has no partner, and says so', () => {
    const all = records(['none', 'without-vertical']);
    const [first] = all.filter(({ point }) => point.execution.ablation === undefined);
    const gone = failed({
      parameters: first!.point.model.parameters,
      execution: first!.point.execution,
      code: 'timeout',
    });
    const found = ablated(all.map((record) => (record === first ? gone : record)));
    assert.deepEqual(
      found.effects.map(({ pairs, dropped }) => [pairs, dropped]),
      [[23, 1]],
    );
    assert.ok(ablationSentences(found).some(({ text }) => /want of a partner: 1 of without-vertical/.test(text)));
    const lone = ablated(records(['none', 'without-vertical', 'only-vertical']));
    assert.deepEqual(lone.unpaired, ['only-vertical']);
  });

  it('is refused where nothing was ablated', () => {
    const refused = ablate(tableOf(records(['none'])).rows);
    assert.ok(refused.kind === 'refusal');
    assert.match(`${refused.reason} ${refused.fix}`, /No point was measured both with.*Sweep jit over/);
  });

  it('does without the figures of programs in older records', () => {
    const older = records(['none', 'all']).map(({ program: _, ...record }) => record);
    const found = ablated(older);
    assert.deepEqual(Object.keys(factorOf(found, 'all')), ['latency']);
    assert.equal(ablationCharts(found).length, 1);
  });

  it('reads and draws as before', () => {
    const said = ablationSentences(ablation).map(({ kind, text }) => `${kind}: ${text}\n`);
    matchSnapshot('core/analysis/snapshots/ablation.txt', said.join(''));
    const [time] = ablationCharts(ablation);
    assert.deepEqual(JSON.parse(JSON.stringify(time)), time);
    matchSnapshot('core/analysis/charts/snapshots/ablation.json', `${JSON.stringify(time, null, 1)}\n`);
  });

  it('is in a report whose runs ablated something, or that asks for it', () => {
    const table = tableOf(records());
    const { ablations, headline } = analyse(table, undefined);
    assert.equal(ablations.length, 1);
    assert.match(headline[0]!.text, /^Without any optimisation, models take 2\.0/);
    assert.deepEqual(analyse(tableOf(records(['none'])), undefined).ablations, []);
    const asked = (analysis: string) => {
      const text = `edgewright: sweep/v1\nname: a\nmodels: [{family: fc}, {family: rnn}]\nanalyses: [${analysis}]\n`;
      return analyse(table, parseSweep(text).sweep).ablations.map(({ ablation: { kind, model } }) => [kind, model]);
    };
    assert.deepEqual(asked('{kind: roofline}'), []);
    assert.deepEqual(asked('{kind: ablation}'), [['ablation', undefined]]);
    assert.deepEqual(asked('{kind: ablation, model: fc}, {kind: ablation, model: rnn}'), [
      ['ablation', 'fc'],
      ['refusal', 'rnn'],
    ]);
  });
});
