// Where the characters of a string stand in the YAML around it.
import assert from 'node:assert/strict';
import { offsetsOf, type ScalarStyle } from '@edgewright/schemas/scalar.js';
import fc from 'fast-check';
import { isScalar, parseDocument, stringify } from 'yaml';

describe('the offsets of a scalar', () => {
  check('plain', 'a <= b');
  check('plain over lines', 'a\n    <= b');
  check('single-quoted', "'a == ''b'' + c'");
  check('double-quoted', '"a == \\"b\\" \\u0041 c"');
  check('double-quoted over lines', '"a \\\n   b\n   c"');
  check('literal', '|\n    a <=\n      b\n    c\n');
  check('literal without an end', '|-\n    a\n\n    b');
  check('folded', '>\n    a\n    <= b\n\n    c\n');
  check('folded with an indentation', '>2-\n    a\n    b\n');
  check('not of the basic plane', '"π = 🎈 x"');
  check('empty', "''");

  it('fall on the same characters, whatever the string and the style', () => {
    const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
    const unit = fc.constantFrom('a', 'b', ' ', '\n', '"', "'", '\\', ':', '#', '-', 'é', '🎈', '\t');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), fc.constantFrom(...styles), (value, style) => {
        const text = stringify({ key: value }, { defaultStringType: style, lineWidth: 12 });
        verify(text);
      }),
      { numRuns: 500 },
    );
  });

  function check(title: string, written: string): void {
    it(title, () => assert.ok(verify(`key: ${written}`), 'no offsets'));
  }

  /** Every character that is not blank stands where its offset says, or an escape begins there. */
  function verify(text: string): boolean {
    const node = parseDocument(text).get('key', true);
    assert.ok(isScalar(node) && typeof node.value === 'string' && node.range);
    const { value, range } = node;
    const offsets = offsetsOf(text, range[0], range[1], (node.type ?? 'PLAIN') as ScalarStyle, value);
    if (offsets === undefined) return false;
    assert.equal(offsets.length, value.length + 1);
    value.split('').forEach((unit, index) => {
      const there = text[offsets[index] ?? -1];
      assert.ok(
        unit.trim() === '' || there === unit || there === '\\',
        `${unit} at ${index} of ${JSON.stringify(text)}`,
      );
      assert.ok(index === 0 || (offsets[index] ?? 0) >= (offsets[index - 1] ?? 0));
    });
    return true;
  }
});
