import assert from 'node:assert/strict';
import { nearest } from '@edgewright/schemas/nearest.js';

describe('the nearest name', () => {
  const names = ['nodes', 'layers', 'output', 'input', 'batch', 'to', 'fc'];
  for (const [name, expected] of [
    ['node', 'nodes'],
    ['nodse', 'nodes'],
    ['Layers', 'layers'],
    ['bacth', 'batch'],
    ['outputs', 'output'],
    ['fcc', 'fc'],
    ['te', undefined],
    ['hidden', undefined],
    ['', undefined],
    ['x'.repeat(1000), undefined],
  ] as const) {
    it(`to ${name.slice(0, 20)} is ${expected}`, () => assert.equal(nearest(name, names), expected));
  }

  it('is the first of equals', () => assert.equal(nearest('nput', ['input', 'xnput']), 'input'));
});
