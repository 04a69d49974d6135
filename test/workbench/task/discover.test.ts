import assert from 'node:assert/strict';
import { findTests, placeIn } from '@edgewright/workbench/task/discover.js';

const document = `edgewright: task/v1
name: door
tests:
  - name: somebody comes
    events: door.jsonl
    firings: []
  - { events: door.jsonl, firings: [] }
  - { name: somebody comes, events: other.jsonl }
  - nothing
`;

describe('the tests of a document', () => {
  it('are found by name and line, equal names told apart, also where the task has errors', () => {
    const found = findTests(document);
    assert.equal(found?.task, 'door');
    assert.deepEqual(
      found?.tests.map(({ id, name, index, place }) => [id, name, index, place.line, place.column]),
      [
        ['somebody comes', 'somebody comes', 0, 4, 5],
        ['door.jsonl', 'door.jsonl', 1, 7, 5],
        ['somebody comes (2)', 'somebody comes', 2, 8, 5],
        ['test 4', 'test 4', 3, 9, 5],
      ],
    );
  });

  it('keep their ids where one comes before them', () => {
    const more = document.replace('tests:\n', 'tests:\n  - { name: new, events: new.jsonl, firings: [] }\n');
    const ids = (text: string) => findTests(text)?.tests.map(({ id }) => id);
    assert.deepEqual(ids(more), ['new', 'somebody comes', 'door.jsonl', 'somebody comes (2)', 'test 5']);
  });

  it('are none of a document without, and unknown of what is no YAML', () => {
    for (const text of ['edgewright: task/v1\n', 'tests: 3\n', '- a\n']) assert.deepEqual(findTests(text)?.tests, []);
    assert.equal(findTests('tests: [\n'), undefined);
    assert.equal(findTests(''), undefined);
    assert.equal(findTests(`${document}# ${'-'.repeat(1_000_000)}\n`), undefined);
  });

  it('have their parts placed', () => {
    assert.deepEqual(placeIn(document, ['tests', 0, 'events']), {
      line: 5,
      column: 13,
      offset: document.indexOf('door.jsonl'),
      length: 10,
    });
    assert.equal(placeIn('a: [', ['a']), undefined);
  });
});
