import assert from 'node:assert/strict';
import { definition, prepareRename, references, rename } from 'edgewright/server/references.js';
import { annotated, atCursor, edited, offsetsOf, unmarked, yaml } from '../fixture.ts';
import { name, withParts } from './fixture.ts';

describe('references in a task', () => {
  check(
    'of an event',
    yaml`
    edgewright: task/v1
    events:
      door: { open: boolean }
      ^^^^ defined
      frame: { motion: number }
    trigger:
      sequence:
        - { event: do$0or }
                   ^^^^
        - { not: [frame, door] }
                         ^^^^
      session: { start: door }
                        ^^^^
    pipeline:
      window: { since: door }
                       ^^^^
      filter: event != "door" && 'frame' == event
                        ^^^^
    outputs: [{ to: log, fields: [door.open] }]
                                  ^^^^
  `,
  );
  check(
    'of a field, of the event that is meant',
    yaml`
    edgewright: task/v1
    events:
      a: { x: number, y: number }
           ^ defined
      b: { x: number }
    trigger:
      sequence:
        - { event: a, as: first, where: $0x > 1 }
                                        ^
        - { event: b, where: x > first.x }
                                       ^
    privacy: { leave: [a.x, b.x] }
                         ^
  `,
  );
  check(
    'of a step',
    yaml`
    edgewright: task/v1
    events: { a: { x: number } }
    trigger:
      sequence:
        - { event: a, as: first }
                          ^^^^^ defined
        - { event: a, where: x > fir$0st.x + first.y }
                                 ^^^^^
                                           ^^^^^
  `,
  );
  check(
    'of a feature',
    yaml`
    edgewright: task/v1
    pipeline:
      features: { level: { by: count } }
                  ^^^^^ defined
      tensors: { input: { features: [level] } }
                                     ^^^^^
    outputs: [{ to: log, fields: ['lev$0el'] }]
                                   ^^^^^
    privacy: { leave: [level] }
                       ^^^^^
    tests: [{ events: a, firings: [{ features: { level: 1 } }] }]
                                                 ^^^^^
  `,
  );
  check(
    'of a new field, which hides that of an event',
    yaml`
    edgewright: task/v1
    events: { a: { x: number } }
    pipeline:
      map: { x: x * 2 }
             ^ defined
      features: { level: { by: mean, of: $0x } }
                                         ^
  `,
  );

  function check(title: string, marked: string): void {
    it(title, () => {
      const { source, offset } = atCursor(unmarked(marked), name);
      const defined = definition(source, offset).map(({ range }) => offsetsOf(source, range));
      const marks = references(source, offset, true).map(({ range }) => {
        const { start, end } = offsetsOf(source, range);
        return { start, end, note: defined.some((other) => other.start === start) ? 'defined' : '' };
      });
      assert.equal(annotated(source.text, marks), marked.replace('$0', ''));
    });
  }
});

describe('rename in a task', () => {
  const before =
    'trigger: { event: [door, frame] }\npipeline: { filter: event == "door" }\nprivacy: { leave: [door.open] }\n';
  renames('an event from a use', before.replace('[door', '[do$0or'), 'gate-2', (text) =>
    text.replaceAll('door', 'gate-2'),
  );
  renames(
    'a step',
    'trigger:\n  sequence:\n    - { event: frame, as: old$0 }\n    - { event: door, where: old.motion > 1 }\n',
    'new',
    (text) => text.replaceAll('old', 'new'),
  );
  renames(
    'a feature',
    'pipeline: { features: { old$0: { by: count } } }\noutputs: [{ to: log, fields: [old] }]\n',
    'new',
    (text) => text.replaceAll('old', 'new'),
  );
  refuses('a name that is taken', 'trigger: { event: do$0or }\n', 'frame', /taken/);
  refuses('any', 'trigger: { event: do$0or }\n', 'any', /any/);
  refuses('a step with a hyphen', 'trigger: { sequence: [{ event: door, as: a$0 }] }\n', 'a-b', /underscores/);
  refuses('an event that is not declared', 'trigger: { event: gat$0e }\n', 'door', /cannot be changed/);
  refuses(
    'a field, which recordings have',
    'trigger: { event: frame, where: mot$0ion > 1 }\n',
    'x',
    /cannot be changed/,
  );

  function renames(title: string, marked: string, to: string, expected: (text: string) => string): void {
    it(title, () => {
      const at = atCursor(withParts(marked), name);
      assert.ok(prepareRename(at.source, at.offset));
      const renaming = rename(at.source, at.offset, to);
      assert.ok(renaming.kind === 'edit');
      assert.equal(edited(at, renaming.edit.changes?.[at.source.uri] ?? []), expected(at.source.text));
    });
  }

  function refuses(title: string, marked: string, to: string, message: RegExp): void {
    it(`refuses ${title}`, () => {
      const { source, offset } = atCursor(withParts(marked), name);
      const renaming = rename(source, offset, to);
      assert.ok(renaming.kind === 'refused');
      assert.match(renaming.message, message);
    });
  }
});
