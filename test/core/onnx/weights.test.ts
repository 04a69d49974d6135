import assert from 'node:assert/strict';
import { fromHalf, toHalf } from '@edgewright/core/onnx/half.js';
import { fillFloat16, fillFloat32 } from '@edgewright/core/onnx/weights.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';

const leastNormalHalf = 2 ** -14;
const leastNormalFloat = 2 ** -126;
const distribution = { seed: 42, scale: 0.25, center: 0 };

describe('random weights', function () {
  this.timeout(60_000);
  it('are the same bits everywhere', () => {
    // Digests computed by another implementation, in Python.
    const floats = new Float32Array(10_000);
    fillFloat32(floats, distribution, 0);
    const halves = new Uint16Array(10_000);
    fillFloat16(halves, distribution, 0);
    assert.equal(bytesToHex(sha256(new Uint8Array(floats.buffer))).slice(0, 16), '9dbd9e14c40c61e9');
    assert.equal(bytesToHex(sha256(new Uint8Array(halves.buffer))).slice(0, 16), '926f55982d3e1e61');
  });

  it('are uniform, never zero and never denormal, whatever the scale', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 1e-6, max: 10, noNaN: true }), (seed, scale) => {
        const floats = new Float32Array(4001);
        fillFloat32(floats, { seed, scale, center: 0 }, 0);
        assert.ok(floats.every((value) => Math.abs(value) >= leastNormalFloat && Math.abs(value) <= scale * 1.000001));
        const halves = new Uint16Array(4001);
        fillFloat16(halves, { seed, scale, center: 0 }, 0);
        const most = Math.max(scale * 1.001, leastNormalHalf);
        assert.ok(
          Array.from(halves, fromHalf).every((value) => Math.abs(value) >= leastNormalHalf && Math.abs(value) <= most),
        );
        const mean = floats.reduce((sum, value) => sum + value, 0) / floats.length;
        const variance = floats.reduce((sum, value) => sum + value * value, 0) / floats.length;
        // Six standard errors of either.
        assert.ok(Math.abs(mean) < (6 * scale) / Math.sqrt(3 * floats.length));
        assert.ok(Math.abs(variance / (scale * scale) - 1 / 3) < 6 * Math.sqrt(4 / 45 / floats.length));
      }),
    );
  });

  it('lie about their centre', () => {
    const floats = new Float32Array(1000);
    fillFloat32(floats, { seed: 1, scale: 0.1, center: 1 }, 0);
    assert.ok(floats.every((value) => value > 0.899 && value < 1.101));
  });

  it('can be made in parts', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        (seed, half, length) => {
          const first = 2 * half;
          const own = { ...distribution, seed };
          const [all, part] = [new Float32Array(first + length), new Float32Array(length)];
          fillFloat32(all, own, 0);
          fillFloat32(part, own, first);
          assert.deepEqual(all.subarray(first), part);
          const [allHalves, partHalves] = [new Uint16Array(first + length), new Uint16Array(length)];
          fillFloat16(allHalves, own, 0);
          fillFloat16(partHalves, own, first);
          assert.deepEqual(allHalves.subarray(first), partHalves);
        },
      ),
    );
  });

  it('differ from seed to seed', () => {
    const [a, b] = [new Float32Array(8), new Float32Array(8)];
    fillFloat32(a, { ...distribution, seed: 1 }, 0);
    fillFloat32(b, { ...distribution, seed: 2 }, 0);
    assert.ok(a.every((value, at) => value !== b[at]));
  });
});

describe('float16', () => {
  it('goes there and back for every pattern', () => {
    for (let bits = 0; bits < 65_536; bits++) {
      const value = fromHalf(bits);
      if (Number.isNaN(value)) assert.ok(Number.isNaN(fromHalf(toHalf(value))));
      else assert.equal(toHalf(value), bits);
    }
  });

  it('rounds to the nearest, ties to even', () => {
    // IEEE 754: 1 + 2^-11 lies halfway between 1 and 1 + 2^-10, 1 + 3 x 2^-11 halfway to the next even mantissa.
    const cases: readonly [number, number][] = [
      [1 + 2 ** -11, 0x3c00],
      [1 + 3 * 2 ** -11, 0x3c02],
      [1 + 2 ** -11 + 2 ** -20, 0x3c01],
      [65_519, 0x7bff],
      [65_520, 0x7c00],
      [-65_520, 0xfc00],
      [2 ** -25, 0],
      [2 ** -25 * 1.01, 1],
      [-(2 ** -24), 0x8001],
      [2 ** -14 - 2 ** -26, 0x0400],
    ];
    for (const [value, bits] of cases) assert.equal(toHalf(value), bits, String(value));
  });
});
