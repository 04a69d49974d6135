// What a kernel reads and writes, whatever its kind: the passes, the verifier and the memory plan all ask here.
import type { Epilogue, Index, Kernel, Origin } from './kernel.ts';
import type { View } from './view.ts';

/** Ids of the tensors that a kernel makes. */
export function outputsOf(kernel: Kernel): readonly number[] {
  switch (kernel.kind) {
    case 'pool':
      return kernel.indices ? [kernel.output, kernel.indices.output] : [kernel.output];
    case 'topk':
      return [kernel.values, kernel.indices];
    case 'if':
    case 'loop':
      return kernel.outputs;
    case 'external':
      return kernel.outputs.filter((id) => id !== undefined);
    default:
      return [kernel.output];
  }
}

/** Ids of all tensors that a kernel reads, by views and whole; an id may come twice. */
export function readsOf(kernel: Kernel): readonly number[] {
  return [...viewsOf(kernel).map(({ tensor }) => tensor), ...wholeReadsOf(kernel)];
}

/** Tensors that are read whole and in order. */
export function wholeReadsOf(kernel: Kernel): readonly number[] {
  switch (kernel.kind) {
    case 'scatter':
      return [kernel.data];
    case 'if':
      return [kernel.condition, ...kernel.captures];
    case 'loop':
      return [
        ...(kernel.count && 'tensor' in kernel.count ? [kernel.count.tensor] : []),
        ...(kernel.condition === undefined ? [] : [kernel.condition]),
        ...kernel.states,
        ...kernel.captures,
      ];
    case 'external':
      return kernel.inputs.filter((id) => id !== undefined);
    default:
      return [];
  }
}

/** In the order of `mapViews`. */
export function viewsOf(kernel: Kernel): readonly View[] {
  const given = (views: readonly (View | undefined)[]): readonly View[] => views.filter((view) => view !== undefined);
  switch (kernel.kind) {
    case 'raster':
      return kernel.regions.map(({ source }) => source);
    case 'elementwise':
      return kernel.operands;
    case 'matmul':
      return given([kernel.a, kernel.b, ...kernel.epilogue.operands, kernel.zeroA, kernel.zeroB]);
    case 'conv':
      return given([kernel.x, kernel.w, ...kernel.epilogue.operands, kernel.zeroX, kernel.zeroW]);
    case 'reduce':
    case 'normalize':
      return [kernel.x, ...kernel.epilogue.operands];
    case 'pool':
    case 'argreduce':
    case 'softmax':
    case 'cumulate':
    case 'topk':
      return [kernel.x];
    case 'gather':
      return [kernel.source, ...kernel.indices.map(({ view }) => view)];
    case 'scatter':
      return [kernel.updates, ...kernel.indices.map(({ view }) => view)];
    case 'loop':
      return kernel.scanned;
    case 'if':
    case 'external':
      return [];
  }
}

/** The kernel with every view replaced. */
export function mapViews(kernel: Kernel, map: (view: View) => View): Kernel {
  const optional = (view: View | undefined): View | undefined => view && map(view);
  const epilogue = ({ operands, body }: Epilogue): Epilogue => ({ operands: operands.map(map), body });
  const indices = (list: readonly Index[]): readonly Index[] =>
    list.map((index) => ({ ...index, view: map(index.view) }));
  switch (kernel.kind) {
    case 'raster':
      return { ...kernel, regions: kernel.regions.map((region) => ({ ...region, source: map(region.source) })) };
    case 'elementwise':
      return { ...kernel, operands: kernel.operands.map(map) };
    case 'matmul': {
      const { a, b, zeroA, zeroB } = kernel;
      return withDefined(
        { ...kernel, a: map(a), b: map(b), epilogue: epilogue(kernel.epilogue) },
        { zeroA: optional(zeroA), zeroB: optional(zeroB) },
      );
    }
    case 'conv': {
      const { x, w, zeroX, zeroW } = kernel;
      return withDefined(
        { ...kernel, x: map(x), w: map(w), epilogue: epilogue(kernel.epilogue) },
        { zeroX: optional(zeroX), zeroW: optional(zeroW) },
      );
    }
    case 'reduce':
    case 'normalize':
      return { ...kernel, x: map(kernel.x), epilogue: epilogue(kernel.epilogue) };
    case 'pool':
    case 'argreduce':
    case 'softmax':
    case 'cumulate':
    case 'topk':
      return { ...kernel, x: map(kernel.x) };
    case 'gather':
      return { ...kernel, source: map(kernel.source), indices: indices(kernel.indices) };
    case 'scatter':
      return { ...kernel, updates: map(kernel.updates), indices: indices(kernel.indices) };
    case 'loop':
      return { ...kernel, scanned: kernel.scanned.map(map) };
    case 'if':
    case 'external':
      return kernel;
  }
}

/** The kernel with every id of a tensor replaced, read and written. */
export function renumber(kernel: Kernel, idOf: (id: number) => number): Kernel {
  const renamed = mapViews(kernel, (view) => ({ ...view, tensor: idOf(view.tensor) }));
  switch (renamed.kind) {
    case 'pool':
      return {
        ...renamed,
        output: idOf(renamed.output),
        ...(renamed.indices && { indices: { ...renamed.indices, output: idOf(renamed.indices.output) } }),
      };
    case 'topk':
      return { ...renamed, values: idOf(renamed.values), indices: idOf(renamed.indices) };
    case 'scatter':
      return { ...renamed, output: idOf(renamed.output), data: idOf(renamed.data) };
    case 'if':
      return {
        ...renamed,
        outputs: renamed.outputs.map(idOf),
        condition: idOf(renamed.condition),
        captures: renamed.captures.map(idOf),
      };
    case 'loop':
      return {
        ...renamed,
        outputs: renamed.outputs.map(idOf),
        count: renamed.count && 'tensor' in renamed.count ? { tensor: idOf(renamed.count.tensor) } : renamed.count,
        ...(renamed.condition === undefined ? {} : { condition: idOf(renamed.condition) }),
        states: renamed.states.map(idOf),
        captures: renamed.captures.map(idOf),
      };
    case 'external': {
      const known = (id: number | undefined): number | undefined => (id === undefined ? undefined : idOf(id));
      return { ...renamed, inputs: renamed.inputs.map(known), outputs: renamed.outputs.map(known) };
    }
    default:
      return { ...renamed, output: idOf(renamed.output) };
  }
}

function withDefined<Item extends object>(item: Item, fields: Partial<Item>): Item {
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...item, ...Object.fromEntries(defined) };
}

/** The kernel marked with the nodes of others too, whose work it does now. */
export function withOrigins<Item extends Origin>(kernel: Item, others: readonly Origin[]): Item {
  const nodes = new Set([kernel, ...others].flatMap((each) => each.nodes ?? []));
  if (nodes.size === (kernel.nodes?.length ?? 0)) return kernel;
  return { ...kernel, nodes: [...nodes].sort((a, b) => a - b) };
}
