import assert from 'node:assert/strict';
import { diagnosticOf, linker } from 'edgewright/server/diagnostics.js';
import { findInText } from 'edgewright/server/findings.js';
import { unsaid } from 'edgewright/server/others.js';
import { createSchemaHelp } from 'edgewright/server/schema.js';
import { sourceOf } from './fixture.ts';

const help = createSchemaHelp();
const head = 'edgewright: sweep/v1\nname: a\n';

describe('beside another extension that checks schemas', () => {
  check('an unknown key is left to it', `${head}models:\n  - family: fc\n    axis: 3\n`, ['unknown-key'], []);
  check('a missing key too', 'edgewright: sweep/v1\nmodels: [{ family: fc }]\n', ['missing-key'], []);
  check('a value of the wrong type too', `${head}seed: one\nmodels: [{ family: fc }]\n`, ['wrong-type'], []);
  check('a text that is no YAML too', `${head}models: [\n`, ['yaml-syntax'], []);
  check(
    'meaning is ours',
    `${head}models:\n  - family: fc\n    axes: { nodes: { from: 1, to: 10, times: 2 } }\n`,
    ['axis-range-misses-end'],
    ['axis-range-misses-end'],
  );
  check(
    'what a schema cannot say is ours, too, at the same place',
    `${head}models:\n  - family: fc\n    axes: { nodes: 100000 }\n`,
    ['out-of-range'],
    ['out-of-range'],
  );
  check(
    'a modeline is not followed',
    `# yaml-language-server: $schema=https://example.com/sweep.schema.json\n${head}models: [{ family: fc, axis: 3 }]\n`,
    ['unknown-key'],
    [],
  );

  function check(title: string, text: string, alone: readonly string[], beside: readonly string[]): void {
    it(title, async () => {
      const source = sourceOf(text);
      const told = findInText(source, []).diagnostics.map((found) => ({
        found,
        diagnostic: diagnosticOf(source, found, linker(undefined)),
      }));
      const codes = (all: typeof told) => all.map(({ found }) => found.code);
      assert.deepEqual(codes(told), alone);
      assert.deepEqual(codes([...unsaid(told, await help.validate(source))]), beside);
    });
  }
});
