import assert from 'node:assert/strict';
import { orderSlots, referencePoint, type Slot } from '@edgewright/core/sweep/order.js';
import fc from 'fast-check';
import { expand, sweepOf, valuesOf } from './document.ts';

function slotsOf(body: string): Slot[] {
  return orderSlots(sweepOf(body), expand(body).points);
}

function bodyOf(options: { points: number; repeats: number; method: string; every: number | undefined; seed: number }) {
  const { points, repeats, method, every, seed } = options;
  const reference = every === undefined ? '' : `, reference: { every: ${every} }`;
  return `
seed: ${seed}
models: [{ family: fc, axes: { layers: { from: 1, to: ${points}, step: 1 } } }]
execution: { runtime: [ort, ort-web] }
measure: { repeats: ${repeats} }
order: { method: ${method}${reference} }
`;
}

const options = fc.record({
  points: fc.integer({ min: 1, max: 12 }),
  repeats: fc.integer({ min: 1, max: 4 }),
  method: fc.constantFrom('random', 'blocked', 'listed'),
  every: fc.option(fc.integer({ min: 2, max: 9 }), { nil: undefined }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

describe('orderSlots', () => {
  it('measures every point as often as wanted, each repetition once, in passes', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const slots = slotsOf(bodyOf(drawn));
        const points = slots.filter(({ role }) => role === 'point');
        const perPass = drawn.points * 2;
        assert.equal(points.length, perPass * drawn.repeats);
        for (let pass = 0; pass < drawn.repeats; pass++) {
          const measured = points.slice(pass * perPass, (pass + 1) * perPass);
          assert.ok(measured.every(({ repeat }) => repeat === pass));
          assert.equal(new Set(measured.map(({ planned }) => planned.point.id)).size, perPass);
        }
        assert.deepEqual(
          slots.map(({ index }) => index),
          slots.map((_, index) => index),
        );
      }),
    );
  });

  it('measures the reference before every so many points and at the end', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const slots = slotsOf(bodyOf(drawn));
        const { every } = drawn;
        let since = 0;
        let references = 0;
        for (const { role, repeat } of slots) {
          if (role === 'point') {
            since++;
            assert.ok(every === undefined || since <= every);
            continue;
          }
          assert.equal(repeat, references++);
          assert.ok(
            references === 1 ||
              since === every ||
              slots.filter((slot) => slot.role === 'reference').length === references,
          );
          since = 0;
        }
        if (every === undefined) {
          assert.equal(references, 0);
          return;
        }
        assert.equal(references, Math.ceil((drawn.points * 2 * drawn.repeats) / every) + 1);
        assert.deepEqual([slots[0]?.role, slots.at(-1)?.role], ['reference', 'reference']);
        assert.equal(new Set(slots.filter(({ role }) => role === 'reference').map(({ planned }) => planned)).size, 1);
      }),
    );
  });

  it('is the same for a seed', () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const order = () => slotsOf(bodyOf(drawn)).map(({ role, planned }) => `${role} ${planned.point.id}`);
        assert.deepEqual(order(), order());
      }),
    );
  });

  it('has another order for another seed and in every pass', () => {
    const order = (seed: number) => {
      const slots = slotsOf(bodyOf({ points: 20, repeats: 2, method: 'random', every: undefined, seed }));
      return valuesOf(
        slots.map(({ planned }) => planned),
        'layers',
        'runtime',
      );
    };
    const [one, two] = [order(1), order(2)];
    assert.notDeepEqual(one, two);
    assert.notDeepEqual(one.slice(0, 40), one.slice(40));
  });

  it('keeps the order of the document when listed', () => {
    const body = bodyOf({ points: 3, repeats: 2, method: 'listed', every: undefined, seed: 1 });
    const once = ['1 "ort"', '1 "ort-web"', '2 "ort"', '2 "ort-web"', '3 "ort"', '3 "ort-web"'];
    assert.deepEqual(
      valuesOf(
        slotsOf(body).map(({ planned }) => planned),
        'layers',
        'runtime',
      ),
      [...once, ...once],
    );
  });

  describe('blocked', () => {
    it('measures partners side by side, alternate rounds reversed', () => {
      const body = bodyOf({ points: 8, repeats: 1, method: 'blocked', every: undefined, seed: 5 });
      const values = valuesOf(
        slotsOf(body).map(({ planned }) => planned),
        'layers',
        'runtime',
      );
      for (let round = 0; round < 8; round++) {
        const [first = '', second = ''] = values.slice(2 * round, 2 * round + 2);
        const runtimes = ['"ort"', '"ort-web"'];
        assert.deepEqual(
          [first.split(' ')[1], second.split(' ')[1]],
          round % 2 === 0 ? runtimes : runtimes.toReversed(),
          `round ${round}`,
        );
        assert.equal(first.split(' ')[0], second.split(' ')[0], 'all else is equal');
      }
      assert.notDeepEqual(
        values.map((value) => Number(value.split(' ')[0])),
        [1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => [n, n]),
      );
    });

    it('gives every level the same mean place, so that a linear drift falls on all alike', () => {
      const slots = slotsOf(`
models: [{ family: fc, axes: { layers: [1, 2, 3, 4], batch: [1, 2, 4] } }]
order: { method: blocked, by: [batch] }
`);
      const meanPlace = (batch: number) => {
        const places = slots.filter(({ planned }) => planned.point.model.parameters.batch === batch);
        return places.reduce((sum, { index }) => sum + index, 0) / places.length;
      };
      assert.deepEqual([1, 2, 4].map(meanPlace), [5.5, 5.5, 5.5]);
    });

    it('takes what is zipped with the axis, or derived from it, along', () => {
      const slots = slotsOf(`
models: [{ family: fc, axes: { layers: [1, 2, 3], nodes: [8, 16], batch: [1, 2] }, zip: [[nodes, batch]], derive: { output: "nodes * 2" } }]
order: { method: blocked, by: [nodes] }
`);
      const layers = slots.map(({ planned }) => planned.point.model.parameters.layers);
      assert.ok(layers.every((value, index) => value === layers[index - (index % 2)]));
    });

    it('goes round the levels where points have no partners', () => {
      const slots = slotsOf(`
models: [{ family: fc, axes: { layers: [1, 2, 3, 4, 5, 6] } }]
execution: { runtime: [ort, ort-web] }
constraint: ["runtime == 'ort' ? layers < 4 : layers >= 4"]
order: { method: blocked }
`);
      assert.deepEqual(
        slots.map(({ planned }) => planned.point.execution.runtime),
        ['ort', 'ort-web', 'ort-web', 'ort', 'ort', 'ort-web'],
      );
    });
  });
});

describe('referencePoint', () => {
  it('is the point of median MACs, the lower of two', () => {
    const layersOf = (list: string) =>
      referencePoint(expand(`models: [{ family: fc, axes: { layers: ${list} } }]`).points)?.point.model.parameters
        .layers;
    assert.equal(layersOf('[9, 1, 4]'), 4);
    assert.equal(layersOf('[9, 1, 4, 5]'), 4);
  });

  it('is none where there are no points', () => {
    assert.equal(referencePoint([]), undefined);
  });
});
