import assert from 'node:assert/strict';
import { diagnosticOf, linker } from 'edgewright/server/diagnostics.js';
import { findInText } from 'edgewright/server/findings.js';
import { fixes } from 'edgewright/server/fixes.js';
import { createSchemaHelp } from 'edgewright/server/schema.js';
import { annotated, edited, offsetsOf, sourceOf, unmarked, yaml } from '../fixture.ts';
import { name, sampleNames, sampleText, withParts } from './fixture.ts';

describe('diagnostics of a task', () => {
  for (const sample of sampleNames) {
    it(`are none in the sample ${sample}, of ours and of the schema`, async () => {
      const source = sourceOf(sampleText(sample), name);
      assert.deepEqual(findInText(source, []).diagnostics, []);
      assert.deepEqual(await createSchemaHelp().validate(source), []);
    });
  }
  check(
    'names that are not declared',
    yaml`
    edgewright: task/v1
    name: a
    events: { frame: { motion: number } }
    trigger:
      sequence:
        - { event: fram }
                   ^^^^ unknown-event
        - { event: frame, where: moton > 1 }
                                 ^^^^^ expression-name
      within: 10s
    pipeline:
      features: { level: { by: mean, of: motion } }
    outputs:
      - { to: log, fields: [levle, frame.motion] }
                            ^^^^^ unknown-field
      - { to: outbox, fields: [level] }
                               ^^^^^ privacy-field
  `,
  );
  check(
    'a key that does not exist',
    yaml`
    edgewright: task/v1
    name: a
    trigger: { evry: 1s }
               ^^^^ unknown-key
  `,
  );
  check(
    'a time that is none',
    yaml`
    edgewright: task/v1
    name: a
    trigger:
      cron: { at: 0 0 31 2 * }
                  ^^^^^^^^^^ trigger-never
  `,
  );
  check(
    'a sweep in a file of tasks',
    yaml`
    edgewright: sweep/v1
                ^^^^^^^^ document-kind
    name: a
  `,
  );
  check('nothing', '\n^ document-empty');
  check('a text that is not YAML', 'edgewright: task/v1\nname: "open\n\n^ yaml-syntax');

  it('of an empty file speak of no kind alone', () => {
    const [found] = findInText(sourceOf('', name), []).diagnostics;
    assert.match(found?.fix ?? '', /task\/v1/);
  });

  function check(title: string, marked: string): void {
    it(title, () => {
      const source = sourceOf(unmarked(marked), name);
      const marks = findInText(source, []).diagnostics.map((found) => {
        const { range } = diagnosticOf(source, found, linker(undefined));
        return { ...offsetsOf(source, range), note: found.code };
      });
      assert.equal(annotated(source.text, marks), marked);
    });
  }
});

describe('quick fixes of a task', () => {
  check(
    'the nearest event',
    withParts('trigger: { event: fram }\n'),
    'Change to frame',
    withParts('trigger: { event: frame }\n'),
  );
  check(
    'the nearest field of an expression',
    withParts('trigger: { event: frame, where: moton > 1 }\n'),
    'Change to motion',
    withParts('trigger: { event: frame, where: motion > 1 }\n'),
  );
  check(
    'the nearest field of a key',
    withParts('trigger: { event: frame, key: camra }\n'),
    'Change to camera',
    withParts('trigger: { event: frame, key: camera }\n'),
  );
  check(
    'the nearest feature',
    withParts(
      'trigger: { every: 1s }\npipeline: { features: { level: { by: count } } }\noutputs: [{ to: log, fields: [levle] }]\n',
    ),
    'Change to level',
    withParts(
      'trigger: { every: 1s }\npipeline: { features: { level: { by: count } } }\noutputs: [{ to: log, fields: [level] }]\n',
    ),
  );
  check(
    'the nearest key',
    withParts('trigger: { evry: 1s }\n'),
    'Change to every',
    withParts('trigger: { every: 1s }\n'),
  );
  check(
    'a key without effect',
    withParts('trigger: { every: 1s, where: motion > 1 }\n'),
    'Remove where',
    withParts('trigger: { every: 1s }\n'),
  );
  check(
    'a name that is missing',
    'edgewright: task/v1\ntrigger: { every: 1s }\n',
    'Add name',
    'edgewright: task/v1\ntrigger: { every: 1s }\nname: my-task\n',
  );
  check(
    'a trigger that is missing',
    'edgewright: task/v1\nname: a\n',
    'Add trigger',
    'edgewright: task/v1\nname: a\ntrigger:\n  every: 10min\n',
  );

  function check(title: string, before: string, action: string, after: string): void {
    it(title, () => {
      const source = sourceOf(before, name);
      const told = findInText(source, []).diagnostics.map((found) => ({
        found,
        diagnostic: diagnosticOf(source, found, linker(undefined)),
      }));
      const everything = { start: { line: 0, character: 0 }, end: { line: source.lines.lineCount, character: 0 } };
      const all = fixes(source, told, everything);
      const chosen = all.find((fix) => fix.title === action);
      assert.ok(chosen, `no "${action}" among ${all.map((fix) => fix.title).join(', ') || 'nothing'}`);
      assert.equal(edited({ source }, chosen.edit?.changes?.[source.uri] ?? []), after);
    });
  }
});
