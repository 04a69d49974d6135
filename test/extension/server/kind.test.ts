import assert from 'node:assert/strict';
import { kindOf, schemaKind } from 'edgewright/server/kind.js';

describe('the kind of a document', () => {
  check('file:///a/x.sweep.yaml', '', 'sweep');
  check('file:///a/x.sweep.yml', '', 'sweep');
  check('file:///a/fleet.yaml', '', 'fleet');
  check('file:///a/home.fleet.yml', '', 'fleet');
  check('file:///a/x.task.yaml', '', 'task');
  check('file:///a/x%20y.sweep.yaml', '', 'sweep');
  check('file:///a/%zz.sweep.yaml', '', 'sweep');
  check('untitled:Untitled-1', 'edgewright: sweep/v1\n', 'sweep');
  check('file:///a/quickstart.yaml', '# first\nedgewright: sweep/v1\n', 'sweep');
  check('file:///a/x.yaml', 'name: a\n"edgewright": fleet/v1\n', 'fleet');
  check('file:///a/x.yaml', '\uFEFFedgewright: task/v1\n', 'task');
  check('file:///a/x.yaml', 'edgewright:\n', 'sweep');
  check('file:///a/x.yaml', '# yaml-language-server: $schema=../schemas/sweep.schema.json\n', 'sweep');
  check(
    'file:///a/x.yaml',
    '# yaml-language-server: $schema=https://edgewright.dev/schemas/fleet.schema.json\n',
    'fleet',
  );
  check('file:///a/x.yaml', '$schema: ../fleet.schema.json\n', 'fleet');

  describe('is none of ours', () => {
    check('file:///a/docker-compose.yaml', 'services:\n  a: {}\n', undefined);
    check('file:///a/sweep.yaml', 'project: wandb\nmethod: bayes\n', undefined);
    check('file:///a/task.yml', 'on: push\n', undefined);
    check('file:///a/x.yaml', 'tools:\n  edgewright: yes\n', undefined);
    check(
      'file:///a/x.yaml',
      '# yaml-language-server: $schema=https://json.schemastore.org/github-workflow.json\n',
      undefined,
    );
    check('file:///a/x.yaml', '', undefined);
  });

  function check(uri: string, text: string, expected: string | undefined): void {
    it(`${uri} ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(kindOf(uri, text), expected));
  }

  it('is named by the address of a schema', () => {
    assert.equal(schemaKind('../../schemas/sweep.schema.json'), 'sweep');
    assert.equal(schemaKind('https://x.dev/fleet.schema.json#'), 'fleet');
    assert.equal(schemaKind('./task.schema.json'), 'task');
    assert.equal(schemaKind('mysweep.schema.json'), undefined);
  });
});
