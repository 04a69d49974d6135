// The cost formulas against values worked out from their source.
import assert from 'node:assert/strict';
import { chooseStrassenDepth } from '@edgewright/core/graph/wasm/strassenDepth.js';
import { chooseWinogradUnit, winogradGain } from '@edgewright/core/graph/wasm/winogradUnit.js';

describe('Winograd unit', () => {
  const size = (side: number, inputs: number, outputs: number) => ({
    width: side,
    height: side,
    inputs,
    outputs,
    kernel: 3,
  });
  const gains: readonly (readonly [side: number, inputs: number, outputs: number, unit: number, gain: number])[] = [
    [56, 64, 64, 2, 2.03],
    [56, 64, 64, 4, 3.34],
    [56, 64, 64, 6, 3.42],
    [28, 128, 128, 6, 3.85],
    [14, 256, 256, 4, 2.92],
    [14, 256, 256, 6, 2.86],
    [56, 16, 16, 4, 2.23],
    [112, 3, 32, 4, 1.17],
    [7, 512, 512, 2, 1.7],
  ];
  for (const [side, inputs, outputs, unit, gain] of gains)
    it(`F(${unit}, 3) gains ${gain} on ${inputs} to ${outputs} at ${side}`, () => {
      assert.equal(Number(winogradGain(size(side, inputs, outputs), unit).toFixed(2)), gain);
    });

  const choices: readonly (readonly [side: number, channels: number, threads: number, unit: number])[] = [
    [56, 64, 1, 6],
    [28, 128, 1, 6],
    [14, 256, 1, 4],
    [56, 16, 1, 4],
    [7, 512, 4, 2],
    [1, 512, 1, 1],
  ];
  for (const [side, channels, threads, unit] of choices)
    it(`${channels} channels at ${side} on ${threads} threads take unit ${unit}`, () => {
      assert.equal(chooseWinogradUnit(size(side, channels, channels), threads).unit, unit);
    });
});

describe('Winograd unit, transforms weighed as this backend does', () => {
  for (const [side, channels, unit] of [
    [56, 64, 4],
    [28, 128, 6],
    [14, 256, 4],
  ] as const)
    it(`${channels} channels at ${side} take unit ${unit}`, () => {
      const size = { width: side, height: side, inputs: channels, outputs: channels, kernel: 3 };
      assert.equal(chooseWinogradUnit(size, 1, 2.5).unit, unit);
    });
  // Few tiles share the reading of many weights.
  for (const [side, channels, unit] of [
    [56, 64, 4],
    [28, 128, 4],
    [14, 256, 4],
    [8, 256, 2],
    [7, 512, 2],
    [1, 512, 1],
  ] as const)
    it(`${channels} channels at ${side} take unit ${unit}, where weights are weighed too`, () => {
      const size = { width: side, height: side, inputs: channels, outputs: channels, kernel: 3 };
      assert.equal(chooseWinogradUnit(size, 1, 2.5, 15).unit, unit);
    });
});

describe('Strassen depth', () => {
  const tiles = [
    { name: '12 x 8', tile: { rows: 12, columns: 8 }, no: 192, yes: 256 },
    { name: '24 x 4', tile: { rows: 24, columns: 4 }, no: 384, yes: 512 },
    { name: '48 x 8', tile: { rows: 48, columns: 8 }, no: 768, yes: 1024 },
  ];
  for (const { name, tile, no, yes } of tiles)
    it(`a square of ${yes} is split for tiles of ${name}, one of ${no} is not`, () => {
      assert.equal(chooseStrassenDepth({ m: no, k: no, n: no }, tile), 0);
      assert.ok(chooseStrassenDepth({ m: yes, k: yes, n: yes }, tile) > 0);
    });
});
