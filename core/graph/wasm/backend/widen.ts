// Kernels of float16 and bfloat16 that have code for float32 alone: what they read is widened first, what they make is rounded
// last. Sums are in float32, as they should be.
import { copyElements } from '../../copy.ts';
import { type ElementType, elements } from '../../graph.ts';
import type { Kernel } from '../../program/kernel.ts';
import { outputsOf, readsOf } from '../../program/reads.ts';
import { denseView, type View } from '../../program/view.ts';
import { type Data, readerOf } from '../../tensor.ts';
import { emitElementwise } from '../elementwise.ts';
import { slack } from '../kernel.ts';
import { type Call, type Context, floatsIn, once, type Source } from './context.ts';

const kinds: ReadonlySet<Kernel['kind']> = new Set(['matmul', 'conv', 'pool', 'reduce', 'softmax', 'normalize']);

/** Undefined where that does not help. */
export function widen(
  context: Context,
  kernel: Kernel,
  translate: (context: Context, kernel: Kernel) => readonly Call[] | string,
): readonly Call[] | undefined {
  const { tensors } = context.program;
  const outputs = outputsOf(kernel);
  const ids = [...new Set([...readsOf(kernel), ...outputs])];
  const narrow = ids.filter((id) => tensors[id]!.type === 'float16' || tensors[id]!.type === 'bfloat16');
  if (narrow.length === 0 || !kinds.has(kernel.kind)) return undefined;
  const isNarrow = new Set(narrow);
  const places = new Map<number, number>();
  const sourceOf = (view: View): Source => {
    const source = context.sourceOf(view);
    return isNarrow.has(view.tensor) ? { ...source, data: wideOf(tensors[view.tensor]!.type, source.data) } : source;
  };
  const before: Call[] = [];
  const after: Call[] = [];
  const sizeOf = (id: number): number => elements(tensors[id]!.shape);
  const addressOf = (id: number): number => {
    if (!isNarrow.has(id)) return context.addressOf(id);
    const known = places.get(id);
    if (known !== undefined) return known;
    const place = context.isConstant(id)
      ? context.keep(sizeOf(id) * 4, (target) => {
          const { data, ...source } = sourceOf(denseView(id, [sizeOf(id)]));
          const copy = { size: [sizeOf(id)], source, destination: { offset: 0, strides: [1] } };
          copyElements(copy, data, floatsIn(target));
        })
      : temporary(context, places.size, sizeOf(id) * 4);
    places.set(id, place);
    if (outputs.includes(id)) after.push(cast(context, id, 'narrow', place));
    else if (!context.isConstant(id)) before.push(cast(context, id, 'wide', place));
    return place;
  };
  const wide: Context = {
    ...context,
    program: {
      ...context.program,
      tensors: tensors.map((tensor, id) => (isNarrow.has(id) ? { ...tensor, type: 'float32' as const } : tensor)),
    },
    addressOf,
    sourceOf,
  };
  const changed = kernel.kind === 'matmul' || kernel.kind === 'conv' ? { ...kernel, type: 'float32' as const } : kernel;
  const calls = translate(wide, changed);
  return typeof calls === 'string' ? undefined : [...before, ...calls, ...after];
}

function cast(context: Context, id: number, way: 'wide' | 'narrow', place: number): Call {
  const { type, shape } = context.program.tensors[id]!;
  const [from, to] = way === 'wide' ? [type, 'float32' as const] : ['float32' as const, type];
  const size = [elements(shape)];
  const code = once(context, `cast ${from} ${to} ${size[0]}`, () =>
    emitElementwise(context.module, 'cast', {
      size,
      operands: [{ type: from, strides: [1] }],
      steps: [{ fn: 'cast', type: to, arguments: [0] }],
      output: to,
    }),
  );
  const original = context.addressOf(id);
  return { code, algorithm: 'cast', pointers: way === 'wide' ? [original, place] : [place, original] };
}

/** Of 16 bits. */
const patterns = 65_536;

function wideOf(type: ElementType, data: Data): Float32Array {
  if (data.length < patterns) return oneByOne(type, data);
  // Looking a value up costs a tenth of taking its bits apart.
  const table = oneByOne(
    type,
    Uint16Array.from({ length: patterns }, (_, bits) => bits),
  );
  const wide = new Float32Array(data.length);
  for (let at = 0; at < wide.length; at++) wide[at] = table[data[at] as number]!;
  return wide;
}

function oneByOne(type: ElementType, data: Data): Float32Array {
  const read = readerOf(type, data);
  const wide = new Float32Array(data.length);
  for (let at = 0; at < wide.length; at++) wide[at] = read(at) as number;
  return wide;
}

/** Memory for the time of one kernel. */
function temporary({ temporaries, reserve }: Context, at: number, bytes: number): number {
  const known = temporaries[at];
  if (known !== undefined && known.bytes >= bytes) return known.address;
  const made = { address: reserve(bytes + slack), bytes };
  temporaries[at] = made;
  return made.address;
}
