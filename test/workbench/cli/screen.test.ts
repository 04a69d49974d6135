import assert from 'node:assert/strict';
import { pictureOver } from '@edgewright/workbench/cli/screen.js';

describe('a picture in the terminal', () => {
  const lineUp = (text: string) => Number(/\[(\d+)A/.exec(text)?.[1] ?? 0);

  it('overwrites the lines of the last one, and erases what is left of them', () => {
    assert.equal(lineUp(pictureOver([], ['a'], 80)), 0);
    const text = pictureOver(['one', 'two', 'three'], ['1', '2'], 80);
    assert.equal(lineUp(text), 3);
    assert.ok(text.includes('1\u001b[K\n2\u001b[K\n\u001b[J'));
  });

  it('counts lines that a narrower window has broken, without their colours', () => {
    const painted = `\u001b[32m${'x'.repeat(80)}\u001b[39m`;
    assert.equal(lineUp(pictureOver([painted, '', 'short'], [], 80)), 3);
    assert.equal(lineUp(pictureOver([painted, '', 'short'], [], 60)), 4);
  });
});
