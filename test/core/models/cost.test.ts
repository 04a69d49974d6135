import assert from 'node:assert/strict';
import { countGraph } from '@edgewright/core/graph/count.js';
import { families, familyOf } from '@edgewright/core/models/families.js';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Cost, Parameters } from '@edgewright/schemas/generated/record.js';
import fc from 'fast-check';
import { type GeneratedName, smallParameters } from './arbitrary.ts';

const imageNet = { image: 224, channels: 3, output: 1000, batch: 1 };
const resnet18 = { block: 'residual', blocks: [2, 2, 2, 2], filters: 64, ...imageNet };
const resnet50 = { block: 'bottleneck', blocks: [3, 4, 6, 3], filters: 64, ...imageNet };
const mobileNet = { width: 1, depth: 1, expansion: 6, ...imageNet };
const base = { layers: 12, hidden: 768, heads: 12, feedforward: 3072, length: 128, batch: 1 };
const bert = { kind: 'encoder', ...base, positions: 512, vocab: 30_522 };
const gpt2 = { kind: 'decoder', ...base, positions: 1024, vocab: 50_257 };

describe('published counts', () => {
  // Sources stand in docs/models.md.
  const cases: readonly [string, GeneratedName, Parameters, Partial<Cost>][] = [
    ['ResNet-50', 'cnn', resnet50, { parameters: 25_557_032, macs: 4_089_184_256 }],
    ['ResNet-18 with a projection in its first group', 'cnn', resnet18, { parameters: 11_693_736 }],
    ['MobileNetV2', 'mobile', mobileNet, { parameters: 3_504_872, macs: 300_774_272 }],
    ['BERT base', 'transformer', bert, { parameters: 109_482_240 }],
    ['GPT-2 small', 'transformer', gpt2, { parameters: 124_439_808 }],
  ];
  for (const [name, family, parameters, expected] of cases) {
    it(name, () => {
      const cost = familyOf(family).cost(parameters, 'float32');
      assert.deepEqual({ ...cost, ...expected }, cost);
    });
  }

  it('has the channels of the width multipliers of MobileNetV2', () => {
    const parametersAt = (width: number) => familyOf('mobile').cost({ ...mobileNet, width }, 'float32').parameters;
    assert.ok(parametersAt(0.5) < parametersAt(0.75));
    const last = (width: number) =>
      familyOf('mobile')
        .build({ ...mobileNet, width }, 'float32', 0)
        .constants.find(({ name }) => name === 'last.weight')?.type.shape;
    assert.deepEqual(last(0.5), [1280, 160, 1, 1]);
    assert.deepEqual(last(1.4), [1792, 448, 1, 1]);
  });
});

describe('the cost in closed form', function () {
  this.timeout(60_000);
  for (const name of Object.keys(families) as GeneratedName[]) {
    it(`of ${name} is what its graph and its file count`, () => {
      const family = families[name];
      fc.assert(
        fc.property(
          smallParameters[name],
          fc.constantFrom('float32', 'float16'),
          fc.nat(),
          (parameters, precision, seed) => {
            assert.equal(family.refuse(parameters), undefined);
            const cost = family.cost(parameters, precision);
            const graph = family.build(parameters, precision, seed);
            assert.deepEqual(countGraph(graph), { cost, partial: [] });
            const file = inspectOnnx(encodeModel(graph), '');
            assert.deepEqual(file.cost({}), cost);
            assert.deepEqual(file.partial({}), []);
            assert.equal(family.items(parameters), parameters.batch);
          },
        ),
        { numRuns: 100 },
      );
    });
  }

  it('is that of the graph for models of real size', () => {
    for (const [name, parameters] of [
      ['cnn', resnet50],
      ['mobile', mobileNet],
      ['transformer', bert],
      ['transformer', gpt2],
      ['rnn', { cell: 'lstm', layers: 13, embed: 900, length: 90, vocab: 1024, batch: 1024 }],
      ['fc', { layers: 128, nodes: 8192, input: 8000, output: 1000, batch: 16_384 }],
    ] as const) {
      const family = familyOf(name);
      for (const precision of ['float32', 'float16'] as const) {
        const graph = family.build(parameters as Parameters, precision, 1);
        assert.deepEqual(countGraph(graph).cost, family.cost(parameters as Parameters, precision));
      }
    }
  });
});

describe('the full grids of ParaDnn', function () {
  this.timeout(60_000);
  const geometric = (from: number, to: number, factor: number) => series(from, to, (value) => value * factor);
  const arithmetic = (from: number, to: number, step: number) => series(from, to, (value) => value + step);

  it('fc: 9,720 models of 73.8 thousand to 8.6 billion parameters', () => {
    const range = rangeOver('fc', {
      layers: geometric(4, 128, 2),
      nodes: geometric(32, 8192, 2),
      input: arithmetic(2000, 8000, 2000),
      output: arithmetic(200, 1000, 200),
      batch: geometric(64, 16_384, 2),
    });
    // I N + N + (L - 1)(N N + N) + N O + O, its own formula, at both ends.
    assert.deepEqual(range, { count: 9720, least: 73_800, most: 8_597_603_304 });
  });

  it('cnn: 2,160 models of 0.37 to 98.7 million with its fixed pool, to 52.6 million with a global one', () => {
    const axes = {
      block: ['residual', 'bottleneck'],
      blocks: arithmetic(1, 8, 1),
      filters: geometric(16, 64, 2),
      image: arithmetic(200, 300, 50),
      channels: [3],
      output: arithmetic(500, 1500, 500),
      batch: geometric(64, 1024, 2),
    };
    // Its 7x7 pool leaves 1, 2 x 2 or 4 x 4 pixels to the dense layer.
    const lessByPooling = ({ block, filters, image, output }: Parameters) => {
      const pixels = { 200: 1, 250: 4, 300: 16 }[Number(image)] as number;
      return -(pixels - 1) * Number(filters) * 8 * (block === 'bottleneck' ? 4 : 1) * Number(output);
    };
    const fixed = rangeOver('cnn', axes, lessByPooling);
    assert.equal(fixed.count, 2160);
    assert.equal((fixed.least / 1e6).toFixed(2), '0.37');
    assert.equal((fixed.most / 1e6).toFixed(1), '98.7');
    assert.equal((rangeOver('cnn', axes).most / 1e6).toFixed(1), '52.6');
  });

  // ParaDnn counts one bias a gate, ONNX stores two: the ranges are those of its formula.
  const gates = { rnn: 1, lstm: 4, gru: 3 };
  for (const [cell, least, most] of [
    ['rnn', '20.5', '22.9'],
    ['lstm', '80.8', '86.1'],
    ['gru', '60.7', '65.1'],
  ] as const) {
    it(`${cell}: 720 models of ${least} thousand to ${most} million, with one bias a gate`, () => {
      const axes = {
        cell: [cell],
        layers: arithmetic(1, 13, 4),
        embed: arithmetic(100, 900, 400),
        length: arithmetic(10, 90, 40),
        vocab: [2, 8, 32, 128, 1024],
        batch: geometric(16, 1024, 4),
      };
      const secondBias = ({ layers, embed }: Parameters) => gates[cell] * Number(layers) * Number(embed);
      const range = rangeOver('rnn', axes, secondBias);
      assert.equal(range.count, 720);
      assert.equal((range.least / 1e3).toFixed(1), least);
      assert.equal((range.most / 1e6).toFixed(1), most);
    });
  }

  function series(from: number, to: number, next: (value: number) => number): number[] {
    const values: number[] = [];
    for (let value = from; value <= to; value = next(value)) values.push(value);
    return values;
  }

  function rangeOver(
    name: GeneratedName,
    axes: Readonly<Record<string, readonly (number | string)[]>>,
    less: (parameters: Parameters) => number = () => 0,
  ) {
    const { cost } = familyOf(name);
    let points: Parameters[] = [{}];
    for (const [axis, values] of Object.entries(axes)) {
      points = points.flatMap((point) => values.map((value) => ({ ...point, [axis]: value })));
    }
    const counts = points.map((point) => cost(point, 'float32').parameters - less(point));
    const [least, most] = counts.reduce(
      ([low, high], count) => [Math.min(low, count), Math.max(high, count)],
      [Number.POSITIVE_INFINITY, 0],
    );
    return { count: points.length, least, most };
  }
});

describe('parameters that make no model', () => {
  const transformer = { ...bert, positions: 0 };
  it('are refused with the numbers', () => {
    const { refuse } = familyOf('transformer');
    assert.equal(refuse(transformer), undefined);
    assert.equal(refuse({ ...transformer, heads: 7 }), 'hidden (768) is not divisible by heads (7)');
    assert.equal(refuse({ ...transformer, positions: 64 }), 'length (128) is more than the 64 positions');
  });
});
