import assert from 'node:assert/strict';
import { printable } from '@edgewright/workbench/text/printable.js';

describe('text for a terminal', () => {
  it('has nothing that a terminal obeys', () => {
    assert.equal(printable('conv\u001b[2J\n\u202e1 µ漢'), 'conv\ufffd[2J\ufffd\ufffd1 µ漢');
  });
});
