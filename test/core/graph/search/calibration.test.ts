import assert from 'node:assert/strict';
import { fitRates, isRates, predictWork, type Sample } from '@edgewright/core/graph/search/calibration.js';
import type { Work } from '@edgewright/core/graph/search/work.js';
import { seededRandom } from '@edgewright/core/random.js';

const rates = { product: { macs: 0.05, bytes: 0.2, call: 300 }, copy: { bytes: 0.1, call: 20 } };
const inference = 500;

function timeOf(works: readonly Work[]): number {
  return works.reduce((sum, { group, terms, times = 1 }) => {
    const known: Readonly<Record<string, number>> = rates[group as keyof typeof rates];
    return sum + times * Object.entries(terms).reduce((inner, [term, value]) => inner + value * known[term]!, 0);
  }, 0);
}

function samples(noise: (at: number) => number): Sample[] {
  const random = seededRandom(7);
  return Array.from({ length: 40 }, (_, at) => {
    const size = 2 ** (6 + 14 * random.unit());
    const product = { group: 'product', terms: { macs: size * 2 ** (3 * random.unit()), bytes: size, call: 1 } };
    const copy = { group: 'copy', terms: { bytes: 2 ** (6 + 14 * random.unit()), call: 1 } };
    // A product may have a copy behind it, as one that packs.
    const works: Work[] = at % 3 === 0 ? [copy] : at % 3 === 1 ? [product] : [product, copy];
    return { works, time: (inference + timeOf(works)) * noise(at) };
  });
}

describe('a calibration', () => {
  it('finds the rates that times were made with', () => {
    const fitted = fitRates(
      samples(() => 1),
      inference,
    );
    for (const [group, terms] of Object.entries(rates))
      for (const [term, rate] of Object.entries(terms)) {
        const found = fitted.groups[group]!.rates[term]!;
        assert.ok(Math.abs(found / rate - 1) < 0.02, `${group} ${term}: ${found} of ${rate}`);
      }
  });

  it('predicts within the noise of what it was made of', () => {
    const fitted = fitRates(
      samples((at) => 1 + 0.1 * Math.sin(at * 12.9898)),
      inference,
    );
    const works: Work[] = [
      { group: 'product', terms: { macs: 1e6, bytes: 2e5, call: 1 } },
      { group: 'copy', terms: { bytes: 1e5, call: 1 }, times: 3 },
    ];
    for (const work of works) {
      const predicted = predictWork(fitted, work)!;
      assert.ok(Math.abs(Math.log(predicted / timeOf([work]))) < 0.12, `${work.group}: ${predicted}`);
    }
  });

  it('carries what the rates do not explain to neighbours, and not further', () => {
    const at = (bytes: number): Work => ({ group: 'copy', terms: { bytes, call: 1 } });
    const list = Array.from({ length: 30 }, (_, index): Sample => {
      const work = at(2 ** (8 + index / 2));
      // Four sizes in the middle take twice as long.
      return { works: [work], time: timeOf([work]) * (index >= 14 && index < 18 ? 2 : 1) };
    });
    const fitted = fitRates(list, 0);
    const slow = predictWork(fitted, at(2 ** 15.75))! / timeOf([at(2 ** 15.75)]);
    const far = predictWork(fitted, at(2 ** 21))! / timeOf([at(2 ** 21)]);
    assert.ok(slow > 1.5 && slow < 2.1, String(slow));
    assert.ok(far > 0.9 && far < 1.15, String(far));
  });

  it('knows nothing of work that was not measured', () => {
    assert.equal(predictWork(fitRates([], 0), { group: 'product', terms: { macs: 1, call: 1 } }), undefined);
  });

  it('is told from what else a file may hold', () => {
    const fitted: unknown = JSON.parse(
      JSON.stringify(
        fitRates(
          samples(() => 1),
          inference,
        ),
      ),
    );
    assert.ok(isRates(fitted));
    for (const other of [
      undefined,
      null,
      3,
      {},
      { inference: 1, groups: { a: null } },
      { inference: 1, groups: { a: { rates: { b: 'c' }, measured: [] } } },
    ])
      assert.ok(!isRates(other), JSON.stringify(other));
  });
});
