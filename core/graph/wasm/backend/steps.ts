// Calls as steps of a translated program.
import { elements } from '../../graph.ts';
import type { RegionShape } from '../raster.ts';
import { type Call, type Context, regionCall, type Session } from './context.ts';
import type { WasmStep } from './program.ts';
import { workOfCopy } from './sharing.ts';

export function callStep(
  { codes, cutsOf }: Session,
  kernel: number,
  { code, algorithm, pointers }: Call,
  work: number,
  advance?: readonly number[],
): WasmStep {
  codes.push(code);
  const cuts = cutsOf({ range: code.range, work });
  return {
    kind: 'call',
    kernel,
    algorithm,
    export: `f${code.index}`,
    pointers,
    ...(advance === undefined ? {} : { advance }),
    scratch: code.scratch,
    range: code.range,
    ...(cuts === undefined ? {} : { cuts }),
  };
}

export function copyStep(
  context: Context,
  kernel: number,
  shape: RegionShape,
  from: number,
  to: number,
  advance?: readonly number[],
): WasmStep {
  const work = workOfCopy(shape.width * elements(shape.size));
  return callStep(context, kernel, regionCall(context, shape, from, to), work, advance);
}
