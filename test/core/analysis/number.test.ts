import assert from 'node:assert/strict';
import {
  formatCount,
  formatEstimate,
  formatP,
  formatShare,
  formatSignificant,
  formatTime,
  formatUnit,
} from '@edgewright/core/analysis/number.js';

describe('numbers in sentences', () => {
  for (const [actual, expected] of [
    [formatCount(8192), '8,192'],
    [formatCount(25_557_032), '25,557,032'],
    [formatCount(0.35), '0.35'],
    [formatCount(1.0625), '1.0625'],
    [formatCount(1 / 3), '0.333333'],
    [formatCount(1e-7), '1e-7'],
    [formatSignificant(1234.5, 3), '1,230'],
    [formatSignificant(0, 3), '0'],
    [formatSignificant(Number.POSITIVE_INFINITY, 3), 'unbounded'],
    [formatSignificant(1.234e-7, 3), '1.23e-7'],
    [formatTime(0.0000123), '12.3 ns'],
    [formatTime(0.85), '850 µs'],
    [formatTime(12.345), '12.3 ms'],
    [formatTime(2500), '2.50 s'],
    [formatUnit(1.8e14, 'FLOP/s'), '180 TFLOP/s'],
    [formatUnit(75, 'FLOP/B'), '75.0 FLOP/B'],
    [formatUnit(0.5, 'FLOP/B'), '0.500 FLOP/B'],
    [formatShare(0.6234), '62 %'],
    [formatShare(0.0234), '2.3 %'],
    [formatShare(1), '100 %'],
    [formatShare(0), '0 %'],
    [formatShare(0.9996), '> 99.9 %'],
    [formatShare(0.0004), '< 0.1 %'],
    [formatShare(0.993), '99.3 %'],
    [formatEstimate({ value: 1.535, low: 1.467, high: 1.605 }), '1.53 [1.47, 1.60]'],
    [formatEstimate({ value: 2.1, low: 0.98, high: 12 }), '2.10 [0.98, 12.00]'],
    [formatEstimate({ value: 12345, low: 11000, high: 14000 }), '12,345 [11,000, 14,000]'],
    [formatEstimate({ value: 2, low: 0, high: Number.POSITIVE_INFINITY }), '2.00 [0.00, unbounded]'],
    [formatP(0.0001), 'p < 0.001'],
    [formatP(0.0312), 'p = 0.031'],
  ] as const) {
    it(`reads ${expected}`, () => assert.equal(actual, expected));
  }
});
