import assert from 'node:assert/strict';
import { hover } from 'edgewright/server/hover.js';
import { mergeHover } from 'edgewright/server/merge.js';
import { createSchemaHelp } from 'edgewright/server/schema.js';
import { sourceOf } from '../fixture.ts';
import { name, sampleText, withParts } from './fixture.ts';

const help = createSchemaHelp();
const feed = sampleText('feed');
const keyword = sampleText('keyword');
const motion = sampleText('motion');

describe('hover in a task', () => {
  check('on an event where it is used', feed, '{ event: ent', 'enter', [
    'An event with `page`: string.',
    'Named 3 times',
  ]);
  check('on an event where it is declared', feed, '  exposu', 'exposure', ['`price`: number']);
  check('on an event that an expression compares with', feed, 'event == "cli', 'click', ['`item`: string']);
  check('on a field of an output', motion, 'fields: [darkest, frame.mot', 'motion', [
    '`motion`: number',
    'A field of `frame`.',
  ]);
  check('on a field of several events', feed, 'key: pa', 'page', ['`page`: string', '`enter`', '`refresh`']);
  check('on a field in a condition', keyword, 'where: sco', 'score', ['`score`: number', 'A field of `sound`.']);
  check('on a name that every event has', feed, 'where: eve', 'event', ['"enter"', 'The name of the event.']);
  check('on a step by its name', feed, 'as: vis', 'visit', ['Step 1 of 3: `enter`.']);
  check('on a key of a step', keyword, 'tim', 'times', [
    'Step 1 of 1: 3 times `sound` where `score >= 0.5`.',
    'Number of events',
  ]);
  check('on a step of many', feed, 'exposure, tim', 'times', ['Step 2 of 3: at least 3 times `exposure`.']);
  check('on a feature where it leaves', feed, 'leave: [sho', 'shown', ['The number of events of the window that meet']);
  check('on a feature of values', keyword, 'confid', 'confidence', ['`mean` of `score`']);
  check('on a key of the schema', motion, 'rea', 'rearm', ['armed again']);
  check('on a key that the document names', motion, 'events:\n  fram', 'frame', ['An event with']);
  check('on a value of an enumeration', keyword, 'contigu', 'contiguity', [
    'One of: `strict`',
    'Default: `skip-till-next`',
  ]);
  check(
    'on a joined field',
    withParts(
      'pipeline:\n  join:\n    was: { event: door, on: camera, field: open }\n  features: { n: { by: count, where: was } }\n',
    ),
    'where: w',
    'was',
    ['The last `open` of an event `door` with the same `camera`.'],
  );
  check(
    'on a mapped field',
    withParts('pipeline:\n  map: { twice: motion * 2 }\n  features: { n: { by: sum, of: twice } }\n'),
    'of: tw',
    'twice',
    ['`motion * 2`'],
  );
  check('on a function', withParts('trigger: { event: frame, where: abs(motion) > 1 }\n'), 'where: a', 'abs', [
    '`abs(x)`',
  ]);

  /** The pointer stands behind the first occurrence of `before`. */
  function check(title: string, text: string, before: string, word: string, lines: readonly string[]): void {
    it(title, async () => {
      const source = sourceOf(text, name);
      const index = text.indexOf(before);
      assert.ok(index >= 0);
      const offset = index + before.length;
      const merged = mergeHover(source, hover(source, offset, undefined), await help.hover(source, offset));
      assert.ok(merged?.range, 'nothing is said');
      for (const line of lines) assert.ok(merged.text.includes(line), `no "${line}" in\n${merged.text}`);
      assert.doesNotMatch(merged.text, /undefined|NaN|\[object/);
      const { start, end } = merged.range;
      assert.equal(source.text.slice(source.lines.offsetAt(start), source.lines.offsetAt(end)), word);
    });
  }
});
