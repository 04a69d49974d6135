import assert from 'node:assert/strict';
import { rowsOf } from '@edgewright/core/analysis/observation.js';
import { type Regression, regress } from '@edgewright/core/analysis/regression.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { failed, grid, measured } from './records.ts';

const axes = { layer: [4, 8, 16], node: [32, 128, 512], batch: [64, 256] } as const;

/** A law that every test below can recompute by hand: 0.001 layer node^1.5 batch^0.5, three times that on ort-web. */
function law(
  noise: (at: number) => number,
  runtimes: readonly ('ort' | 'ort-web')[] = ['ort', 'ort-web'],
): DurableRecord[] {
  return grid({ ...axes, runtime: runtimes }).map(({ runtime, ...parameters }, at) => {
    const { layer, node, batch } = parameters;
    const latency = 0.001 * layer * node ** 1.5 * batch ** 0.5 * (runtime === 'ort' ? 1 : 3) * noise(at);
    return measured({ parameters, execution: { runtime }, latency });
  });
}

const wobble = (at: number) => 1 + (((at * 7919) % 101) - 50) / 500;

describe('regression, log form', () => {
  it('recovers the exponents of a multiplicative law exactly', () => {
    const fit = fitOf(law(() => 1));
    const found = Object.fromEntries(fit.axes.map(({ axis, elasticity }) => [axis.name, elasticity?.value]));
    for (const [name, exponent] of Object.entries({ layer: 1, node: 1.5, batch: 0.5 })) {
      assert.ok(Math.abs((found[name] as number) - exponent) < 1e-10, `${name}: ${found[name]}`);
    }
    const web = fit.terms.find((term) => term.name === 'runtime = ort-web');
    assert.ok(Math.abs(2 ** (web as { coefficient: number }).coefficient - 3) < 1e-9);
    assert.ok(fit.r2 > 1 - 1e-12);
    assert.equal(fit.negativeShare, 0);
  });

  it('has shares that sum to R2, and on a balanced grid are the squared weights, as in an analysis of variance', () => {
    const fit = fitOf(law(wobble));
    const shares = fit.axes.map(({ lmg }) => lmg?.value as number);
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - fit.r2) < 1e-12);
    for (const [at, { weight, vif }] of fit.axes.entries()) {
      assert.ok(Math.abs(weight.value ** 2 - (shares[at] as number)) < 1e-12);
      assert.ok(Math.abs(vif - 1) < 1e-9);
    }
  });

  it('ranks axes, and gives the same bootstrap for the same seed and another for another', () => {
    const one = fitOf(law(wobble));
    assert.deepEqual(fitOf(law(wobble)), one);
    assert.notDeepEqual(fitOf(law(wobble), { seed: 2 }).ratios, one.ratios);
    assert.equal(one.axes[0]?.axis.name, 'node');
    const top = one.ratios[0] as Regression['ratios'][number];
    assert.ok(top.ranked && top.ratio.low > 1 && top.ratio.low < top.ratio.value && top.ratio.value < top.ratio.high);
  });

  it('has intervals of elasticities that hold the true exponents of a noisy law', () => {
    for (const { axis, elasticity } of fitOf(law(wobble)).axes) {
      const truth = { layer: 1, node: 1.5, batch: 0.5 }[axis.name];
      if (truth !== undefined) assert.ok(elasticity && elasticity.low < truth && truth < elasticity.high, axis.name);
    }
  });

  it('finds the one interaction that is there', () => {
    const records = grid({ node: [32, 128, 512], batch: [1, 4, 16] }).map((parameters, at) => {
      const [node, batch] = [Math.log2(parameters.node), Math.log2(parameters.batch)];
      return measured({
        parameters,
        latency: 2 ** (node + batch + 0.3 * (node - 7) * (batch - 2)) * (1 + 0.001 * (at % 3)),
      });
    });
    const second = fitOf(records).secondOrder;
    assert.equal(second?.terms[0]?.name, 'node x batch');
    assert.ok((second?.terms[0]?.test.pValue as number) < 1e-6);
    assert.ok((second?.terms[1]?.test.pValue as number) > 0.05);
  });

  it('drops an axis that moves with another, and says with which', () => {
    const records = grid({ node: [32, 128, 512], batch: [1, 4, 16] }).map(({ node, batch }, at) => {
      return measured({ parameters: { node, batch, output: node / 4 }, latency: node * batch * wobble(at) });
    });
    const fit = fitOf(records);
    assert.deepEqual(fit.dropped, [
      { axis: 'output', reason: 'it moves with node, so that its own effect cannot be told apart' },
    ]);
    assert.ok(fit.warnings.some((warning) => warning.startsWith('output is left out')));
  });

  it('refuses a ratio where axes all but move together', () => {
    const records = Array.from({ length: 40 }, (_, at) => {
      const node = 2 ** (at / 8);
      return measured({ parameters: { node, input: node * (1 + 0.02 * (at % 3)) }, latency: node * wobble(at) });
    });
    const fit = fitOf(records);
    assert.ok(fit.axes.every(({ vif }) => vif > 10));
    assert.equal(fit.ratios[0]?.ranked, false);
    assert.match(fit.ratios[0]?.refused ?? '', /axes move together/);
  });

  it('counts a point once however often it was repeated, and leaves reference measurements out', () => {
    const records = law(wobble);
    const repeats = records.map((record) => ({ ...record, id: `${record.id} again`, repeat: 1 }) as DurableRecord);
    const references = records.map(
      (record) => ({ ...record, id: `${record.id} ref`, role: 'reference' }) as DurableRecord,
    );
    const fit = fitOf([...records, ...repeats, ...references]);
    assert.equal(fit.n, records.length);
    const single = fitOf(records);
    for (const [at, { coefficient, standardError }] of fit.terms.entries()) {
      assert.ok(Math.abs(coefficient - (single.terms[at]?.coefficient ?? Number.NaN)) < 1e-9);
      assert.ok(Math.abs(standardError - (single.terms[at]?.standardError ?? Number.NaN)) < 1e-9);
    }
  });

  it('says that it is on survivors', () => {
    const fit = fitOf([
      ...law(wobble),
      failed({ parameters: { layer: 4, node: 2048, batch: 64 }, code: 'out-of-memory' }),
    ]);
    assert.equal(fit.missingShare, 1 / 37);
    assert.ok(fit.warnings.some((warning) => /survivors/.test(warning)));
  });

  for (const [name, records, reason] of [
    ['too few points', law(wobble).slice(0, 3), /cannot determine/],
    ['one level only', law(wobble).slice(0, 1), /No axis varies/],
    [
      'equal values',
      grid({ node: [1, 2, 4, 8, 16] }).map((parameters) => measured({ parameters, latency: 1 })),
      /same value/,
    ],
    ['only failures', [failed({ parameters: { node: 1 }, code: 'timeout' })], /No point has a median latency/],
  ] as const) {
    it(`refuses ${name} with the reason`, () => {
      const result = regress(rowsOf(tableOf(records), 'fc'), { metric: 'latency', form: 'log' });
      assert.equal(result.kind, 'refusal');
      assert.match(result.kind === 'refusal' ? result.reason : '', reason);
    });
  }
});

describe("regression, ParaDnn's form", () => {
  // Golden values computed apart with plain Python (z-scores by the population's deviation, normal equations).
  const records = grid(axes).map((parameters, at) => {
    const { layer, node, batch } = parameters;
    const k = at + 1;
    const latency = 2 * layer + 0.03 * node + 0.01 * batch + ((k * 7) % 5) - 0.004 * node * ((k * 3) % 4);
    return measured({ parameters, latency });
  });

  it('gives the weights and R2 of a z-scored regression on raw values', () => {
    const fit = fitOf(records, { form: 'paradnn' });
    const weights = Object.fromEntries(fit.axes.map(({ axis, weight }) => [axis.name, weight.value.toFixed(10)]));
    assert.deepEqual(weights, { layer: '0.8790289219', node: '0.4179800719', batch: '0.1416039734' });
    assert.equal(fit.r2.toFixed(10), '0.9674508713');
  });

  it('gives the R2 of the order-2 form, in which the square of a two-level axis has no place', () => {
    const second = fitOf(records, { form: 'paradnn' }).secondOrder;
    assert.equal(second?.r2.toFixed(10), '0.9741473054');
    assert.equal(second?.test.df1, 5);
  });

  it('predicts negative latencies on a multiplicative law, where the log form cannot', () => {
    const raw = fitOf(
      law(() => 1, ['ort']),
      { form: 'paradnn' },
    );
    assert.ok(raw.negativeShare > 0.1, `${raw.negativeShare}`);
    assert.ok(raw.r2 < 0.9);
  });
});

function fitOf(
  records: readonly DurableRecord[],
  options: { form?: 'log' | 'paradnn'; seed?: number } = {},
): Regression {
  const result = regress(rowsOf(tableOf(records), 'fc'), {
    metric: 'latency',
    form: 'log',
    replicates: 200,
    ...options,
  });
  assert.equal(result.kind, 'regression');
  return result as Regression;
}
