import assert from 'node:assert/strict';
import { expand } from 'edgewright/server/expansion.js';
import { inlays } from 'edgewright/server/inlays.js';
import { lenses } from 'edgewright/server/lenses.js';
import { annotated, sourceOf, unmarked, yaml } from './fixture.ts';

describe('inlay hints', () => {
  check(
    'of ranges, points and time',
    yaml`
    edgewright: sweep/v1
    name: a
           ^ about 21 s
    models:
           ^ 15 points, 3 left out
      - family: fc
                  ^ 9 points
        axes:
          layers: { from: 1, to: 4, times: 2 } # grows
                                              ^ = 3 values: 1, 2, 4
          nodes:
                ^ = 4 values: 100, 200, 300, 400
            from: 100
            below: 500
            step: 100
        constraint: [nodes < 400]
      - family: cnn
                   ^ 6 points
        axes: { filters: { from: 1, to: 6, step: 1 } }
                                                    ^ = 6 values: 1, 2, 3, 4, 5, 6
  `,
  );
  check(
    'of a long range',
    yaml`
    edgewright: sweep/v1
    name: a
           ^ about 2 min 4 s
    models:
           ^ 100 points
      - family: fc
                  ^ 100 points
        axes: { nodes: { from: 1, to: 100, step: 1 } }
                                                    ^ = 100 values: 1, 2, 3, 4, 5, …, 100
  `,
  );
  check(
    'of repeats and references',
    yaml`
    edgewright: sweep/v1
    name: a
           ^ about 8 s
    models:
           ^ 2 points in 6 measurements
      - family: fc
                  ^ 2 points
        axes: { nodes: [64, 128] }
    measure: { repeats: 2 }
    order: { reference: { every: 4 } }
  `,
  );
  check(
    'of a sweep with errors: its ranges',
    yaml`
    edgewright: sweep/v1
    models:
      - family: fc
        axes: { nodes: { from: 1, to: 3, step: 1 }, layers: { from: 1, to: 4, times: 3 } }
                                                  ^ = 3 values: 1, 2, 3
  `,
  );

  it('are those of the lines shown', async () => {
    const source = sourceOf(
      'edgewright: sweep/v1\nname: a\nmodels: [{ family: fc, axes: { nodes: { from: 1, to: 3, step: 1 } } }]\n',
    );
    assert.deepEqual(inlays(source, { start: 0, end: 20 }, undefined), []);
    assert.equal(inlays(source, { start: 20, end: 200 }, undefined).length, 1);
  });

  function check(title: string, marked: string): void {
    it(title, async () => {
      const text = unmarked(marked);
      const source = sourceOf(text);
      const { summary } = await expand({ text, file: '/work/a.sweep.yaml', devices: [] });
      const marks = inlays(source, { start: 0, end: text.length }, summary).map(({ position, label }) => {
        const start = source.lines.offsetAt(position);
        return { start, end: start, note: String(label) };
      });
      assert.equal(annotated(text, marks), marked);
    });
  }
});

describe('code lenses', () => {
  const text =
    'edgewright: sweep/v1\nname: a\nmodels:\n  - family: fc\n  - family: cnn\n    axes: { filters: [1, 2] }\n';

  it('stand at the top and at every model', async () => {
    const source = sourceOf(text);
    const { summary } = await expand({ text, file: '/work/a.sweep.yaml', devices: [] });
    const told = lenses(source, summary).map(({ range, command }) => [
      range.start.line,
      command?.title,
      command?.command,
      command?.arguments,
    ]);
    assert.deepEqual(told, [
      [0, 'Run on...', 'edgewright.run', [source.uri]],
      [0, 'Estimate (3 points, about 4 s)', 'edgewright.estimate', [source.uri]],
      [3, 'Preview model', 'edgewright.previewModel', [source.uri, 0]],
      [4, 'Preview model', 'edgewright.previewModel', [source.uri, 1]],
    ]);
  });

  it('have no numbers before they are known', () => {
    assert.equal(lenses(sourceOf(text), undefined)[1]?.command?.title, 'Estimate');
  });

  it('stand at the top of a task and at every test', () => {
    const task = 'edgewright: task/v1\nname: a\ntests:\n  - events: a.jsonl\n  - { name: b, events: b.jsonl }\n';
    const source = sourceOf(task, 'a.task.yaml');
    assert.deepEqual(
      lenses(source, undefined).map(({ range, command }) => [
        range.start.line,
        command?.title,
        command?.command,
        command?.arguments,
      ]),
      [
        [0, 'Simulate...', 'edgewright.simulateTask', [source.uri]],
        [0, 'Deploy to...', 'edgewright.deployTask', [source.uri]],
        [3, 'Simulate', 'edgewright.simulateTask', [source.uri, 0]],
        [4, 'Simulate', 'edgewright.simulateTask', [source.uri, 1]],
      ],
    );
  });

  it('are none in a fleet', () => {
    assert.deepEqual(lenses(sourceOf('edgewright: fleet/v1\ndevices: [{ name: a }]\n', 'fleet.yaml'), undefined), []);
  });
});
