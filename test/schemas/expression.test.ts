import assert from 'node:assert/strict';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type ExpressionValue, evaluate, namesOf, parseExpression } from '@edgewright/schemas/expression.js';
import fc from 'fast-check';

const scope: Readonly<Record<string, ExpressionValue>> = {
  a: 3,
  b: -2,
  c: 0.5,
  z: 0,
  s: 'lstm',
  t: true,
  blocks: [3, 4, 6, 3],
};

describe('expressions', () => {
  const values: readonly [string, ExpressionValue][] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ** 3 ** 2', 512],
    ['7 % 4', 3],
    ['-a + +b', -5],
    ['a / 4', 0.75],
    ['min(a, b, c)', -2],
    ['max(a)', 3],
    ['abs(b) + floor(2.7) + ceil(2.1) + round(2.5) + sqrt(16) + log2(8)', 17],
    ["s == 'lstm'", true],
    ['s != "gru"', true],
    ['a > 2 && b < 0 || false', true],
    ['!t', false],
    ["s == 'lstm' ? a * 4 : a", 12],
    ['blocks == 3', false],
    ['blocks != blocks', false],
    ['t == true', true],
    ['1e3 + 0x10', 1016],
    // The right side is not computed, so that a condition can guard a division.
    ['z == 0 || a / z > 1', true],
  ];
  for (const [source, expected] of values) {
    it(`${source} is ${expected}`, () => assert.deepEqual(computed(source), expected));
  }

  const failures: readonly [string, RegExp][] = [
    ['a / z', /infinite/],
    ['z / z', /not a number/],
    ['sqrt(b)', /not a number/],
    ['log2(z)', /infinite/],
    ['s * 2', /needs a number and got the string "lstm"/],
    ['a && t', /needs true or false and got the number 3/],
    ['t ? a < s : t', /needs a number/],
    ["a == '3'", /compares the number with the string/],
    ['blocks + 1', /got the list \[3,4,6,3\]/],
  ];
  for (const [source, reason] of failures) {
    it(`${source} has no value`, () => {
      assert.throws(
        () => computed(source),
        (error) => error instanceof CodedError && error.code === 'expression-value' && reason.test(error.message),
      );
    });
  }

  const refused: readonly [source: string, offset: number][] = [
    ['', 0],
    ['a b', 2],
    ['a; b', 1],
    ['a // b', 2],
    ['a => b', 0],
    ['a = 1', 2],
    ['a += 1', 2],
    ['a++', 0],
    ['a === 1', 2],
    ['(a) !== 1', 4],
    ['a and b', 2],
    ['a or b', 2],
    ['not a', 0],
    ['not(a)', 0],
    ['a & b', 2],
    ['a ?? b', 2],
    ['a ^ b', 2],
    ['a.b', 1],
    ['a[0]', 1],
    ['[1, 2]', 0],
    ['{}', 0],
    ['`a`', 0],
    ['/a/', 0],
    ['null', 0],
    ['10n', 0],
    ['this', 0],
    ['new a', 0],
    ['typeof a', 0],
    ['import("a")', 0],
    ['eval("a")', 0],
    ['min()', 0],
    ['min(...a)', 4],
    ['a.constructor("x")()', 0],
    ['1)', 1],
  ];
  for (const [source, offset] of refused) {
    it(`refuses ${JSON.stringify(source)}`, () => {
      const parsed = parseExpression(source);
      assert.ok(parsed.kind === 'error');
      assert.equal(parsed.offset, offset, parsed.message);
      assert.ok(parsed.message !== '' && parsed.fix !== '');
    });
  }

  it('names what it uses, once', () => {
    const parsed = parseExpression('a + min(b, a) > c ? s : KiB');
    assert.ok(parsed.kind === 'ok');
    assert.deepEqual(namesOf(parsed.expression), ['a', 'b', 'c', 's', 'KiB']);
  });

  it('has limits of length and depth', () => {
    assert.equal(parseExpression('1 + '.repeat(300) + '1').kind, 'error');
    assert.equal(parseExpression('('.repeat(60) + '1' + ')'.repeat(60)).kind, 'error');
    assert.equal(parseExpression('('.repeat(40) + '1' + ')'.repeat(40)).kind, 'ok');
    assert.equal(parseExpression('-'.repeat(999)).kind, 'error');
  });

  it('agree with JavaScript wherever they have a value', () => {
    const names = Object.keys(scope).filter((name) => typeof scope[name] !== 'object');
    fc.assert(
      fc.property(sources(names), (source) => {
        const parsed = parseExpression(source);
        const reference = compileReference(source, names);
        if (reference === undefined) {
          assert.equal(parsed.kind, 'error');
          return;
        }
        assert.ok(parsed.kind === 'ok', parsed.kind === 'error' ? parsed.message : '');
        const ours = outcomeOf(() => evaluate(parsed.expression, (name) => scope[name] ?? 0));
        if (ours !== undefined) assert.deepEqual(ours, reference(...names.map((name) => scope[name])));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throw while they are read', () => {
    const pieces = fc.constantFrom(
      'a',
      'min',
      '(',
      ')',
      ',',
      '+',
      '-',
      '**',
      '&&',
      '?',
      ':',
      '"',
      "'",
      '`',
      '.',
      '1',
      '=',
      '!',
      '{',
      '[',
      '/',
      '\\',
      '#',
      ' ',
      '\n',
      '\u2028',
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => void parseExpression(parts.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseExpression(text)));
  });
});

function computed(source: string): ExpressionValue {
  const parsed = parseExpression(source);
  assert.ok(parsed.kind === 'ok', parsed.kind === 'error' ? parsed.message : '');
  return evaluate(parsed.expression, (name) => scope[name] ?? assert.fail(`asked for ${name}`));
}

/** Undefined where the operands do not fit. */
function outcomeOf(run: () => ExpressionValue): ExpressionValue | undefined {
  try {
    return run();
  } catch (error) {
    assert.ok(error instanceof CodedError);
    return undefined;
  }
}

function compileReference(source: string, names: readonly string[]): ((...values: unknown[]) => unknown) | undefined {
  try {
    return new Function(...names, `const {min, max, abs, floor, sqrt} = Math; return (${source});`) as () => unknown;
  } catch (error) {
    // Such as -2 ** 2, which JavaScript refuses.
    assert.ok(error instanceof SyntaxError);
    return undefined;
  }
}

/** Without more brackets than chance puts there, so that precedence is tried too. */
function sources(names: readonly string[]): fc.Arbitrary<string> {
  return fc.letrec<{ expression: string; leaf: string }>((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom(...names),
      fc.nat(20).map(String),
      fc.constantFrom('0.1', '1e3', 'true', "'lstm'", '""'),
    ),
    expression: fc.oneof(
      { maxDepth: 5 },
      tie('leaf'),
      fc
        .tuple(
          tie('expression'),
          fc.constantFrom('+', '-', '*', '/', '%', '**', '<', '<=', '>', '>=', '==', '!=', '&&', '||'),
          tie('expression'),
        )
        .map((parts) => parts.join(' ')),
      tie('expression').map((of) => `(${of})`),
      fc.tuple(fc.constantFrom('-', '+', '!'), tie('leaf')).map(([operator, of]) => `${operator} ${of}`),
      fc
        .tuple(tie('expression'), tie('expression'), tie('expression'))
        .map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
      fc
        .tuple(fc.constantFrom('min', 'max'), tie('expression'), tie('expression'))
        .map(([name, a, b]) => `${name}(${a}, ${b})`),
      fc.tuple(fc.constantFrom('abs', 'floor', 'sqrt'), tie('expression')).map(([name, of]) => `${name}(${of})`),
    ),
  })).expression;
}
