import assert from 'node:assert/strict';
import { definition, prepareRename, references, rename } from 'edgewright/server/references.js';
import { annotated, atCursor, edited, offsetsOf, unmarked, yaml } from './fixture.ts';

describe('references', () => {
  check(
    'of a model',
    yaml`
    edgewright: sweep/v1
    models:
      - family: fc
        name: sma$0ll
              ^^^^^ defined
      - family: cnn
    constraint:
      - model == "small" || family == "fc"
                  ^^^^^
      - "'small' != model"
          ^^^^^
    execution:
      runtime: [ort, ort-web]
      when: { runtime: model == 'small' }
                                 ^^^^^
    analyses:
      - { kind: heatmap, model: small }
                                ^^^^^
  `,
  );
  check(
    'of an axis from an expression',
    yaml`
    edgewright: sweep/v1
    models:
      - family: fc
        axes: { nodes: [1, 2], layers: [1, 2] }
                ^^^^^ defined
        zip: [[nodes, layers]]
               ^^^^^
        when: { nodes: layers > 1 }
                ^^^^^
        derive: { input: nodes * 2 }
                         ^^^^^
        constraint:
          - |
            layers > 1 &&
              no$0des < 3
              ^^^^^
      - family: cnn
        axes: { filters: 3 }
    constraint: [nodes < 3]
                 ^^^^^
    order: { method: blocked, by: [nodes] }
                                   ^^^^^
    analyses: [{ kind: heatmap, model: fc, x: nodes, y: layers }]
                                              ^^^^^
  `,
  );
  check(
    'of an axis that two models have: of the one meant',
    yaml`
    edgewright: sweep/v1
    models:
      - family: fc
        axes: { ba$0tch: [1, 2] }
                ^^^^^ defined
      - family: cnn
        axes: { batch: [1, 2] }
        constraint: [batch > 1]
    constraint: [batch < 3]
                 ^^^^^
    analyses: [{ kind: boxplot, model: cnn, by: batch }]
  `,
  );
  check(
    'of an axis of the execution',
    yaml`
    edgewright: sweep/v1
    models: [{ family: fc }]
    execution:
      threads: [1, 2]
      ^^^^^^^ defined
      runtime: [ort, ort-web]
      zip: [[threads, runtime]]
             ^^^^^^^
    constraint: [thre$0ads > 1]
                 ^^^^^^^
  `,
  );
  check(
    'of a device',
    yaml`
    edgewright: fleet/v1
    devices:
      - name: p$0i
              ^^ defined
      - name: other
  `,
    'fleet.yaml',
  );
  check(
    'of a label',
    yaml`
    edgewright: fleet/v1
    devices:
      - { name: a, labels: { ro$0om: x } }
                             ^^^^ defined
      - { name: b, labels: { room: y, class: z } }
                             ^^^^ defined
  `,
    'fleet.yaml',
  );
  check('of nothing', 'edgewright: sweep/v1\nname: a$0\n');

  /** Marks with a note are what the definition is; the others are uses. */
  function check(title: string, marked: string, name?: string): void {
    it(title, () => {
      const cursor = marked.replace(/\$0/, '');
      const text = unmarked(marked);
      const { source, offset } = atCursor(text, name);
      const defined = definition(source, offset).map(({ range }) => offsetsOf(source, range));
      const all = references(source, offset, true).map(({ range }) => offsetsOf(source, range));
      const marks = all.map(({ start, end }) => {
        const isDefined = defined.some((other) => other.start === start);
        return { start, end, note: isDefined ? 'defined' : '' };
      });
      assert.equal(annotated(source.text, marks), cursor);
      assert.equal(references(source, offset, false).length, marks.filter(({ note }) => note === '').length);
    });
  }
});

describe('rename', () => {
  renames(
    'a model',
    'models:\n  - family: fc\n    name: old$0\n  - family: fc\n    name: other\nconstraint: [model == "old"]\nanalyses: [{ kind: roofline, model: old }]\n',
    'new',
    'models:\n  - family: fc\n    name: new\n  - family: fc\n    name: other\nconstraint: [model == "new"]\nanalyses: [{ kind: roofline, model: new }]\n',
  );
  renames(
    'from a use',
    'models:\n  - family: fc\n    name: old\nanalyses: [{ kind: roofline, model: "o$0ld" }]\n',
    'new',
    'models:\n  - family: fc\n    name: new\nanalyses: [{ kind: roofline, model: "new" }]\n',
  );
  renames(
    'a device',
    'devices:\n  - name: pi$0\n  - name: other\n',
    'attic',
    'devices:\n  - name: attic\n  - name: other\n',
    'fleet.yaml',
  );
  renames(
    'a label',
    'devices:\n  - { name: a, labels: { ro$0om: x } }\n  - { name: b, labels: { room: y } }\n',
    'place',
    'devices:\n  - { name: a, labels: { place: x } }\n  - { name: b, labels: { place: y } }\n',
    'fleet.yaml',
  );

  refuses('a name with spaces', 'models:\n  - family: fc\n    name: old$0\n', 'New Name', 'lower-case');
  refuses(
    'a name that is taken',
    'models:\n  - family: fc\n    name: old$0\n  - family: cnn\n    name: b\n',
    'b',
    'taken',
  );
  refuses(
    'a model that goes by its family',
    'models:\n  - family: fc\nanalyses: [{ kind: roofline, model: fc$0 }]\n',
    'b',
    'cannot',
  );
  refuses('an axis', 'models:\n  - family: fc\n    axes: { no$0des: 3 }\n', 'units', 'cannot');

  function renames(title: string, marked: string, name: string, expected: string, file?: string): void {
    it(title, () => {
      const at = atCursor(marked, file);
      assert.ok(prepareRename(at.source, at.offset));
      const renaming = rename(at.source, at.offset, name);
      assert.ok(renaming.kind === 'edit', JSON.stringify(renaming));
      assert.equal(edited(at, renaming.edit.changes?.[at.source.uri] ?? []), expected);
    });
  }

  function refuses(title: string, marked: string, name: string, reason: string): void {
    it(`refuses ${title}`, () => {
      const { source, offset } = atCursor(marked);
      const renaming = rename(source, offset, name);
      assert.ok(renaming.kind === 'refused');
      assert.ok(renaming.message.includes(reason), renaming.message);
    });
  }
});
