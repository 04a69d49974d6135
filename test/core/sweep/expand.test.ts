import assert from 'node:assert/strict';
import type { OnnxSource } from '@edgewright/core/models/onnx.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import { combinationLimit, type Expansion, expandSweep } from '@edgewright/core/sweep/expand.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import fc from 'fast-check';
import { documentOf, expand, expandedValues, sweepOf, valuesOf } from './document.ts';

describe('expandSweep', () => {
  describe('ParaDnn’s grids', () => {
    it('has 9,720 fully connected models', () => {
      const { points, diagnostics } = expand(`
models:
  - family: fc
    axes:
      layers: { from: 4, to: 128, times: 2 }
      nodes: { from: 32, to: 8192, times: 2 }
      input: { from: 2000, to: 8000, step: 2000 }
      output: { from: 200, to: 1000, step: 200 }
      batch: { from: 64, to: 16384, times: 2 }
`);
      assert.deepEqual(diagnostics, []);
      assert.equal(points.length, 9720);
      assert.equal(new Set(points.map(({ point }) => point.id)).size, 9720);
      // The range of the published grid: 73.8 thousand to 8.6 billion parameters.
      const parameters = points.map(({ cost }) => cost.parameters);
      assert.equal(Math.min(...parameters), 73_800);
      assert.ok(Math.max(...parameters) > 8.55e9 && Math.max(...parameters) < 8.65e9);
    });

    for (const block of ['residual', 'bottleneck']) {
      it(`has 1,080 convolutional models of ${block} blocks`, () => {
        const { points, diagnostics } = expand(`
models:
  - family: cnn
    axes:
      block: ${block}
      blocks: { from: 1, to: 8, step: 1 }
      filters: { from: 16, to: 64, times: 2 }
      image: { from: 200, to: 300, step: 50 }
      output: { from: 500, to: 1500, step: 500 }
      batch: { from: 64, to: 1024, times: 2 }
`);
        assert.deepEqual(diagnostics, []);
        assert.equal(points.length, 1080);
        assert.ok(points.every(({ cost }) => cost.macs > 0 && cost.activationBytes > 0));
      });
    }

    for (const cell of ['rnn', 'lstm', 'gru']) {
      it(`has 720 recurrent models of ${cell} cells`, () => {
        const { points, diagnostics } = expand(`
models:
  - family: rnn
    axes:
      cell: ${cell}
      layers: { from: 1, to: 13, step: 4 }
      embed: { from: 100, to: 900, step: 400 }
      length: { from: 10, to: 90, step: 40 }
      vocab: [2, 8, 32, 128, 1024]
      batch: { from: 16, to: 1024, times: 4 }
`);
        assert.deepEqual(diagnostics, []);
        assert.equal(points.length, 720);
      });
    }
  });

  describe('product', () => {
    it('goes through axes in the order of the document, the last fastest, execution within the model', () => {
      const values = expandedValues(
        'models: [{ family: fc, axes: { layers: [1, 2], nodes: [8, 16] } }]\nexecution: { threads: [1, 2] }',
        'layers',
        'nodes',
        'threads',
      );
      assert.deepEqual(values, ['1 8 1', '1 8 2', '1 16 1', '1 16 2', '2 8 1', '2 8 2', '2 16 1', '2 16 2']);
    });

    it('takes models in the order of the document and fills in the defaults of each family', () => {
      const { points } = expand('models: [{ family: rnn }, { family: fc }]');
      assert.deepEqual(
        points.map(({ point }) => point.model.parameters),
        [
          { cell: 'rnn', layers: 1, embed: 100, length: 10, vocab: 256, batch: 1 },
          { layers: 4, nodes: 128, input: 256, output: 10, batch: 1 },
        ],
      );
    });

    it('keeps a list as one value of an axis whose parameter may be a list', () => {
      const values = expandedValues('models: [{ family: cnn, axes: { blocks: [[3, 4, 6, 3], 2] } }]', 'blocks');
      assert.deepEqual(values, ['[3,4,6,3]', '2']);
    });

    it('counts items by the batch', () => {
      const { points } = expand('models: [{ family: fc, axes: { batch: [1, 8] } }]');
      assert.deepEqual(
        points.map(({ items }) => items),
        [1, 8],
      );
    });
  });

  describe('zip', () => {
    it('advances the axes of a group together, at the place of its first', () => {
      const values = expandedValues(
        'models: [{ family: fc, axes: { layers: [1, 2], nodes: [8, 16], batch: [3, 4] }, zip: [[layers, batch]] }]',
        'layers',
        'nodes',
        'batch',
      );
      assert.deepEqual(values, ['1 8 3', '1 16 3', '2 8 4', '2 16 4']);
    });

    it('couples execution axes', () => {
      const values = expandedValues(
        'models: [{ family: fc }]\nexecution: { runtime: [ort, ort-web], threads: [4, 1], zip: [[runtime, threads]] }',
        'runtime',
        'threads',
      );
      assert.deepEqual(values, ['"ort" 4', '"ort-web" 1']);
    });
  });

  describe('when', () => {
    it('keeps an axis at its first value where the expression is false, and each point once', () => {
      const values = expandedValues(
        'models: [{ family: fc, axes: { layers: [1, 2], nodes: [8, 16, 32] }, when: { nodes: "layers > 1" } }]',
        'layers',
        'nodes',
      );
      assert.deepEqual(values, ['1 8', '2 8', '2 16', '2 32']);
    });

    it('follows conditions on conditional axes, in whatever order they stand', () => {
      const expected = ['1 8 1', '2 8 1', '2 16 1', '2 16 5'];
      const values = expandedValues(
        'models: [{ family: fc, axes: { layers: [1, 2], nodes: [8, 16], batch: [1, 5] }, when: { batch: "nodes > 8", nodes: "layers > 1" } }]',
        'layers',
        'nodes',
        'batch',
      );
      assert.deepEqual(values, expected);
    });

    it('has what is ablated for jit alone, and each point of the others once', () => {
      const values = expandedValues(
        'models: [{ family: fc }]\nexecution: { runtime: [ort, jit], ablation: [none, without-fuse, all] }',
        'runtime',
        'ablation',
      );
      assert.deepEqual(values, ['"ort" "none"', '"jit" "none"', '"jit" "without-fuse"', '"jit" "all"']);
    });

    it('asks conditions of ablation, which is none where a point does not have it', () => {
      const rules = 'runtime: [ort, jit], ablation: [none, all], optimization: [all, basic]';
      const values = expandedValues(
        `models: [{ family: fc }]\nconstraint: ["runtime == 'jit' || ablation == 'none'"]\nexecution: { ${rules}, when: { optimization: "ablation == 'none'" } }`,
        'runtime',
        'optimization',
        'ablation',
      );
      assert.deepEqual(values, [
        '"ort" "all" "none"',
        '"ort" "basic" "none"',
        '"jit" "all" "none"',
        '"jit" "all" "all"',
        '"jit" "basic" "none"',
      ]);
    });

    it('may name a derived parameter', () => {
      const values = expandedValues(
        'models: [{ family: fc, axes: { nodes: [8, 16], batch: [1, 2] }, derive: { output: "nodes / 4" }, when: { batch: "output > 2" } }]',
        'nodes',
        'batch',
        'output',
      );
      assert.deepEqual(values, ['8 1 2', '16 1 4', '16 2 4']);
    });

    it('lets an execution axis vary for one runtime', () => {
      const values = expandedValues(
        'models: [{ family: fc }]\nexecution: { runtime: [ort, ort-web], threads: [1, 2], when: { threads: "runtime == \'ort\'" } }',
        'runtime',
        'threads',
      );
      assert.deepEqual(values, ['"ort" 1', '"ort" 2', '"ort-web" 1']);
    });

    it('lets an execution axis vary for one model', () => {
      const values = expandedValues(
        'models: [{ family: fc, name: a }, { family: rnn }]\nexecution: { threads: [1, 2], when: { threads: "model == \'a\'" } }',
        'model',
        'threads',
      );
      assert.deepEqual(values, ['"a" 1', '"a" 2', '"rnn" 1']);
    });

    it('gives exactly the assignments that meet their own conditions', () => {
      const axis = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 3 });
      const condition = fc.record({
        of: fc.constantFrom('layers', 'nodes', 'batch'),
        operator: fc.constantFrom('<', '>'),
        limit: fc.integer({ min: 0, max: 7 }),
      });
      fc.assert(
        fc.property(axis, axis, axis, fc.array(condition, { maxLength: 2 }), (layers, nodes, batch, drawn) => {
          // nodes depends on layers alone and batch on either, so that there is no circle.
          const texts = drawn.map(({ of, operator, limit }, index) => {
            const name = index === 0 ? 'layers' : of === 'batch' ? 'nodes' : of;
            return `${name} ${operator} ${limit}`;
          });
          const [forNodes = '1 < 2', forBatch = '1 < 2'] = texts;
          const sweep = sweepOf('models: [{ family: fc }]');
          const expression = (source: string) => ({ source, path: [], place: undefined });
          const model = {
            ...sweep.models[0]!,
            axes: [
              { name: 'layers', values: layers, place: undefined },
              { name: 'nodes', values: nodes, place: undefined },
              { name: 'batch', values: batch, place: undefined },
            ],
            when: new Map([
              ['batch', expression(forBatch)],
              ['nodes', expression(forNodes)],
            ]),
          };
          const { points } = expandSweep({ ...sweep, models: [model] }, new Map());
          const holds = (source: string, scope: Record<string, number>) =>
            new Function(...Object.keys(scope), `return ${source}`)(...Object.values(scope)) as boolean;
          const expected = layers.flatMap((l) =>
            nodes.flatMap((n) =>
              batch
                .filter((b) => {
                  const scope = { layers: l, nodes: n, batch: b };
                  return (n === nodes[0] || holds(forNodes, scope)) && (b === batch[0] || holds(forBatch, scope));
                })
                .map((b) => `${l} ${n} ${b}`),
            ),
          );
          assert.deepEqual(valuesOf(points, 'layers', 'nodes', 'batch').sort(), expected.sort());
        }),
      );
    });
  });

  describe('derive', () => {
    it('computes parameters from axes, defaults and other derived ones', () => {
      const values = expandedValues(
        'models: [{ family: fc, axes: { nodes: [8, 16] }, derive: { output: "input / 64 + layers", input: "nodes * 32" } }]',
        'nodes',
        'input',
        'output',
      );
      assert.deepEqual(values, ['8 256 8', '16 512 12']);
    });

    it('refuses a value that the parameter cannot have, once, with the first combination', () => {
      const { points, diagnostics } = expand(
        'models: [{ family: fc, axes: { nodes: [8, 6, 2] }, derive: { output: "nodes / 4" } }]',
      );
      assert.equal(points.length, 1);
      assert.deepEqual(
        diagnostics.map(({ code, path, message }) => ({ code, path, message })),
        [
          {
            code: 'derived-value',
            path: ['models', 0, 'derive', 'output'],
            message:
              'output, derived by `nodes / 4`, is 1.5, which is no whole number where nodes 6. So at 2 combinations.',
          },
        ],
      );
    });

    it('says nothing of values that a constraint on axes excludes', () => {
      const { points, diagnostics, excluded } = expand(
        'models: [{ family: fc, axes: { nodes: [8, 6, 2] }, derive: { output: "nodes / 4" }, constraint: ["nodes % 4 == 0"] }]',
      );
      assert.deepEqual([points.length, excluded, diagnostics], [1, 2, []]);
    });
  });

  describe('constraint', () => {
    it('leaves out points by axes and counts them', () => {
      const { points, excluded } = expand(
        'models: [{ family: fc, axes: { layers: [1, 2, 4], nodes: [8, 16] }, constraint: ["layers * nodes <= 32"] }]\nexecution: { threads: [1, 2] }',
      );
      assert.deepEqual(valuesOf(points, 'layers', 'nodes', 'threads'), [
        '1 8 1',
        '1 8 2',
        '1 16 1',
        '1 16 2',
        '2 8 1',
        '2 8 2',
        '2 16 1',
        '2 16 2',
        '4 8 1',
        '4 8 2',
      ]);
      assert.equal(excluded, 2);
    });

    it('asks for MACs, parameters and bytes', () => {
      const limits = [
        'macs <= 40000',
        'parameters <= 40000',
        'flops <= 80000',
        'weightBytes <= 160 * KiB',
        'activationBytes <= 2 * KiB',
      ];
      for (const limit of limits) {
        const all = expand('models: [{ family: fc, axes: { nodes: [16, 64, 256, 1024] } }]');
        const some = expand(`models: [{ family: fc, axes: { nodes: [16, 64, 256, 1024] }, constraint: ["${limit}"] }]`);
        assert.ok(some.points.length > 0 && some.points.length < all.points.length, limit);
        assert.equal(some.points.length + some.excluded, all.points.length, limit);
      }
    });

    it('of the sweep may name execution axes and quantities of the point’s own precision', () => {
      const values = expandedValues(
        'models: [{ family: fc, axes: { nodes: [64, 128] } }]\nexecution: { precision: [float32, float16] }\nconstraint: ["weightBytes <= 200 * KiB || precision == \'float16\'"]',
        'nodes',
        'precision',
      );
      assert.deepEqual(values, ['64 "float32"', '64 "float16"', '128 "float16"']);
    });

    it('of the sweep that names a parameter which a model lacks says nothing of that model', () => {
      const values = expandedValues(
        'models: [{ family: fc, axes: { nodes: [8, 999] } }, { family: rnn }]\nconstraint: ["nodes < 100"]',
        'model',
      );
      assert.deepEqual(values, ['"fc"', '"rnn"']);
    });

    it('of the sweep may name the model, its family and items', () => {
      const values = expandedValues(
        'models: [{ family: fc, name: a, axes: { batch: [1, 2] } }, { family: rnn }]\nconstraint: ["model != \'a\' || items == 2", "family == \'fc\' || items == 1"]',
        'model',
        'batch',
      );
      assert.deepEqual(values, ['"a" 2', '"rnn" 1']);
    });

    it('that excludes everything is an error that says which excluded how many', () => {
      const { points, diagnostics, excluded } = expand(
        'models: [{ family: fc, axes: { layers: [1, 2, 3], nodes: [8, 16] }, constraint: ["layers > 1", "nodes > 100"] }]',
      );
      assert.deepEqual([points.length, excluded], [0, 6]);
      assert.equal(diagnostics[0]?.code, 'sweep-empty');
      assert.equal(
        diagnostics[0]?.message,
        'No point of fc is left of 6: `nodes > 100` excludes 4, `layers > 1` excludes 2.',
      );
    });

    it('that excludes one model of two is a warning', () => {
      const { points, diagnostics } = expand('models: [{ family: fc, constraint: ["layers > 9"] }, { family: rnn }]');
      assert.equal(points.length, 1);
      assert.deepEqual(
        diagnostics.map(({ code, severity, path }) => ({ code, severity, path })),
        [{ code: 'model-empty', severity: 'warning', path: ['models', 0] }],
      );
    });

    it('that cannot be computed is told once, where it stands', () => {
      const { diagnostics } = expand(
        'models: [{ family: cnn, axes: { blocks: [1, [1, 2]] }, constraint: ["blocks * 2 > 1"] }]',
      );
      assert.deepEqual(
        diagnostics.map(({ code, path }) => ({ code, path })),
        [{ code: 'expression-value', path: ['models', 0, 'constraint', 0] }],
      );
    });
  });

  describe('refusals', () => {
    it('tells parameters that make no model, with the model’s place', () => {
      const { points, diagnostics } = expand(
        'models:\n  - family: transformer\n    axes: { hidden: [64, 100], heads: [4, 3] }',
      );
      const [refusal] = diagnostics;
      assert.equal(refusal?.code, 'parameters-refused');
      assert.deepEqual(refusal?.path, ['models', 0]);
      assert.equal(refusal?.place?.line, 4);
      assert.match(refusal?.message ?? '', /hidden 64, heads 3.*2 combinations\.$/);
      assert.equal(points.length, 2);
    });

    it('does not ask a refused model for its cost', () => {
      const { points, diagnostics } = expand(
        'models: [{ family: transformer, axes: { hidden: [64], heads: [3, 4] }, constraint: ["hidden % heads == 0", "macs > 1"] }]',
      );
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(valuesOf(points, 'heads'), ['4']);
    });

    it('refuses a grid beyond the limit before it expands it', () => {
      const { points, diagnostics } = expand(`
models:
  - family: fc
    axes: { layers: { from: 1, to: 1000, step: 1 }, nodes: { from: 1, to: 1000, step: 1 }, batch: [1, 2] }
`);
      assert.equal(points.length, 0);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['sweep-too-large'],
      );
      assert.match(diagnostics[0]?.message ?? '', new RegExp(`2000000 .* ${combinationLimit} `));
    });

    it('refuses more points than the budget', () => {
      const { diagnostics } = expand('models: [{ family: fc, axes: { nodes: [1, 2, 3] } }]\nbudget: { points: 2 }');
      assert.deepEqual(
        diagnostics.map(({ code, path }) => ({ code, path })),
        [{ code: 'over-budget', path: ['budget', 'points'] }],
      );
    });
  });

  it('measures a point that two models share once and says so', () => {
    const { points, diagnostics } = expand(
      'models: [{ family: fc, name: a, axes: { nodes: [8, 16] } }, { family: fc, name: b, axes: { nodes: [16, 32] } }]',
    );
    assert.deepEqual(valuesOf(points, 'model', 'nodes'), ['"a" 8', '"a" 16', '"b" 32']);
    assert.deepEqual(
      diagnostics.map(({ code, severity, path }) => ({ code, severity, path })),
      [{ code: 'points-shared', severity: 'warning', path: ['models', 1] }],
    );
  });

  describe('the user’s own file', () => {
    const cost = { parameters: 10, macs: 0, flops: 0, weightBytes: 40, activationBytes: 8, trafficBytes: 56 };
    const source: OnnxSource = {
      artifact: 'c'.repeat(64),
      locations: [],
      dimensions: ['n', 'length'],
      cost: ({ n, length }) => {
        if (length === 7) throw new CodedError('onnx-input', 'Seven does not fit.', 'Take eight.');
        return { ...cost, macs: Number(n) * Number(length) };
      },
      partial: ({ length }) => (length === 5 ? ['NonZero'] : []),
      graphOf: () => ({ name: 'a', opset: 17, inputs: [], outputs: [], nodes: [], constants: [], values: new Map() }),
      inputs: [],
      inputsOf: () => [],
    };
    const expandFile = (axes: string, rest = '') =>
      expandSweep(
        sweepOf(`models: [{ family: onnx, file: a.onnx, axes: ${axes}${rest} }]`),
        new Map([['a.onnx', source]]),
      );
    const codesOf = ({ diagnostics }: Expansion) => diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`);

    it('takes its dimensions as parameters, costs and items by them, and its hash into the id', () => {
      const { points, diagnostics } = expandFile('{ n: [1, 4], length: 8 }', ', batch: n, constraint: ["macs > 8"]');
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(
        points.map(({ point, cost, items }) => [point.model.parameters, point.model.artifact, cost.macs, items]),
        [[{ n: 4, length: 8 }, source.artifact, 32, 4]],
      );
    });

    it('counts one item where no dimension counts them', () => {
      assert.equal(expandFile('{ n: 4, length: 8 }').points[0]?.items, 1);
    });

    it('needs the file', () => {
      const found = expandSweep(sweepOf('models: [{ family: onnx, file: none.onnx }]'), new Map());
      assert.deepEqual(codesOf(found), ['model-file models.0.file']);
    });

    it('needs a value for every dimension', () => {
      assert.deepEqual(codesOf(expandFile('{ n: 1 }')), ['dimension-unbound models.0.axes']);
    });

    it('refuses an axis that is no dimension, with the nearest that is', () => {
      const found = expandFile('{ n: 1, lenght: 8 }');
      assert.deepEqual(codesOf(found), ['dimension-unknown models.0.axes.lenght', 'dimension-unbound models.0.axes']);
      assert.equal(found.diagnostics[0]?.fix, 'Did you mean length?');
    });

    it('tells values that do not fit the file', () => {
      const found = expandFile('{ n: 1, length: [7, 8] }');
      assert.deepEqual(codesOf(found), ['parameters-refused models.0']);
      assert.match(found.diagnostics[0]?.message ?? '', /where n 1, length 7: Seven does not fit\.$/);
    });

    it('warns that costs are lower bounds where ops could not be counted', () => {
      const found = expandFile('{ n: 1, length: 5 }');
      assert.deepEqual(codesOf(found), ['cost-partial models.0.file']);
      assert.equal(found.points.length, 1);
    });
  });

  describe('sampling', () => {
    const grid =
      'models: [{ family: fc, axes: { layers: [1, 2, 4, 8], nodes: [8, 16, 32, 64], batch: [1, 2, 4, 8] } }, { family: rnn, axes: { batch: [1, 2] } }]';
    for (const method of ['random', 'sobol', 'latin-hypercube']) {
      it(`chooses points of the grid by ${method}, the same for a seed`, () => {
        const body = `${grid}\nsampling: { method: ${method}, points: 16 }`;
        const all = new Set(expand(grid).points.map(({ point }) => point.id));
        const ids = expand(body).points.map(({ point }) => point.id);
        assert.equal(ids.length, 16);
        assert.equal(new Set(ids).size, 16);
        assert.ok(ids.every((id) => all.has(id)));
        assert.deepEqual(
          expand(body).points.map(({ point }) => point.id),
          ids,
        );
        const rnn = expand(body).points.filter(({ point }) => point.model.name === 'rnn');
        assert.equal(rnn.length, 1, 'each model has its share, at least one');
      });
    }

    it('differs from seed to seed', () => {
      const chosen = (seed: number) =>
        valuesOf(
          expand(`seed: ${seed}\n${grid}\nsampling: { method: sobol, points: 16 }`).points,
          'layers',
          'nodes',
          'batch',
        ).join();
      assert.notEqual(chosen(1), chosen(2));
    });

    it('chooses only what constraints leave', () => {
      const { points, diagnostics } = expand(
        'models: [{ family: fc, axes: { layers: [1, 2, 4, 8], nodes: [8, 16, 32, 64] }, constraint: ["layers * nodes == 64"] }]\nsampling: { method: latin-hypercube, points: 3 }',
      );
      assert.deepEqual(diagnostics, []);
      assert.equal(points.length, 3);
      assert.ok(valuesOf(points, 'layers', 'nodes').every((pair) => ['1 64', '2 32', '4 16', '8 8'].includes(pair)));
    });

    it('refuses fewer points than models and warns of more than there are', () => {
      const codes = (points: number) =>
        expand(`${grid}\nsampling: { method: random, points: ${points} }`).diagnostics.map(({ code }) => code);
      assert.deepEqual(codes(1), ['sampling-share']);
      assert.deepEqual(codes(67), ['sampling-all']);
      assert.deepEqual(codes(66), []);
    });
  });
});

describe('checkSweep', () => {
  it('gives sweep, points and slots of a good document', () => {
    const checked = checkSweep(
      documentOf('models: [{ family: fc, axes: { nodes: [8, 16] } }]\nmeasure: { repeats: 3 }'),
      new Map(),
    );
    assert.deepEqual(checked.diagnostics, []);
    assert.deepEqual([checked.points?.length, checked.slots?.length, checked.excluded], [2, 6, 0]);
  });

  it('gives the diagnostics of the document alone where it cannot be read', () => {
    const checked = checkSweep('models: [', new Map());
    assert.ok(checked.diagnostics.length > 0);
    assert.deepEqual([checked.sweep, checked.points, checked.slots], [undefined, undefined, undefined]);
  });

  it('places what the expansion finds in the text', () => {
    const cases: readonly (readonly [body: string, code: string, at: string])[] = [
      ['models: [{ family: fc, axes: { nodes: [8, 16] } }]\nbudget: { points: 1 }', 'over-budget', '1 }'],
      ['models: [{ family: fc }, { family: rnn }]\nsampling: { method: sobol, points: 1 }', 'sampling-share', '1 }'],
      ['models: [{ family: onnx, file: none.onnx }]', 'model-file', 'none.onnx'],
      ['models: [{ family: fc, axes: { nodes: 6 }, derive: { output: nodes / 4 } }]', 'derived-value', 'nodes / 4'],
      ['models: [{ family: fc, constraint: [layers > 9] }]', 'sweep-empty', '{ family: fc'],
    ];
    for (const [body, code, at] of cases) {
      const text = documentOf(body);
      const [found] = checkSweep(text, new Map()).diagnostics;
      assert.equal(found?.code, code);
      assert.ok(text.slice(found?.place?.offset).startsWith(at), `${code} at ${text.slice(found?.place?.offset)}`);
    }
  });

  it('gives no slots where the expansion has errors', () => {
    const checked = checkSweep(
      documentOf('models: [{ family: transformer, axes: { hidden: 10, heads: 3 } }]'),
      new Map(),
    );
    assert.equal(checked.diagnostics[0]?.code, 'parameters-refused');
    assert.ok(checked.sweep);
    assert.equal(checked.slots, undefined);
  });
});
