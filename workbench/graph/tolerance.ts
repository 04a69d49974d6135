// How far a value may be off in ONNX's own tests.
import type { Tolerance } from './compare.ts';

/** What ONNX's runner of backend tests allows (onnx/backend/test). */
const usual: Tolerance = { relative: 1e-3, absolute: 1e-7 };

/**
 * Where ONNX runs its own reference implementation over these cases (onnx/test/test_backend_reference.py, on Linux) it
 * allows 1e-6: what is expected of them is rounding, about 1e-7 where the exact value is 0.
 */
const absoluteOf: ReadonlyMap<string, number> = new Map(
  ['dft', 'dft_axis', 'dft_inverse'].flatMap((name) => [
    [`test_${name}`, 1e-6],
    [`test_${name}_opset19`, 1e-6],
  ]),
);

/** Of the case of this name (its folder's, without the folders above it), unless the user says another. */
export function toleranceOf(name: string, { relative, absolute }: Partial<Tolerance>): Tolerance {
  return {
    relative: relative ?? usual.relative,
    absolute: absolute ?? absoluteOf.get(name.split('/').at(-1)!) ?? usual.absolute,
  };
}
