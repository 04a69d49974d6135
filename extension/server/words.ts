// The words of an expression with their places, also of one that does not parse: half-typed ones are coloured too.
// A name may have parts, as STEP.FIELD in a task.
import { functionNames } from '@edgewright/schemas/expression-node.js';

export interface Word {
  readonly kind: 'name' | 'function' | 'number' | 'string' | 'operator' | 'literal';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const pattern =
  /(?<string>'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?)|(?<number>\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|(?<name>[\p{L}_$][\p{L}\p{N}_$.]*)|(?<operator>\*\*|&&|\|\||[<>=!]=?=?|[-+*/%?:])/gu;

export function wordsOf(source: string): readonly Word[] {
  return [...source.matchAll(pattern)].map((match) => {
    const [text] = match;
    const start = match.index;
    const { string, number, name } = match.groups ?? {};
    let kind: Word['kind'] = 'operator';
    if (string !== undefined) kind = 'string';
    else if (number !== undefined) kind = 'number';
    else if (name === 'true' || name === 'false') kind = 'literal';
    else if (name !== undefined) kind = functionNames.some((other) => other === name) ? 'function' : 'name';
    return { kind, start, end: start + text.length, text };
  });
}
