// The transformer's graph, as exporters write it: matrix products, transpositions and softmax, no fused attention.
import type { Precision } from '@edgewright/schemas/generated/record.js';
import type { Graph } from '../graph/graph.ts';
import { GraphBuilder } from './builder.ts';
import { kaiming, lecun } from './scale.ts';
import type { Sizes } from './transformer.ts';

/** Finite in float16, and far below any score: exp(-10000) is zero in both precisions. */
const masked = -10_000;

export function buildTransformer(sizes: Sizes, precision: Precision, seed: number): Graph {
  const builder = new GraphBuilder(`transformer-${sizes.kind}`, precision, seed);
  const parts = new Parts(builder, sizes);
  let x = parts.embed();
  for (let layer = 1; layer <= sizes.layers; layer++) x = parts.layer(`layer${layer}`, x);
  if (sizes.kind === 'encoder') parts.pool(x);
  else parts.head(x);
  return builder.finish();
}

/** The parts share the constants that every layer reads. */
class Parts {
  readonly #builder: GraphBuilder;
  readonly #sizes: Sizes;
  readonly #tokens: string;
  readonly #constants: Readonly<Record<'scale' | 'root' | 'one' | 'half' | 'split' | 'join', string>>;
  readonly #mask: string | undefined;

  constructor(builder: GraphBuilder, sizes: Sizes) {
    const { kind, hidden: width, heads, length, vocab, batch } = sizes;
    this.#builder = builder;
    this.#sizes = sizes;
    this.#constants = {
      scale: builder.scalar('attention.scale', 1 / Math.sqrt(width / heads)),
      root: builder.scalar('gelu.root', Math.SQRT2),
      one: builder.scalar('gelu.one', 1),
      half: builder.scalar('gelu.half', 0.5),
      split: builder.integers('attention.split', [batch, length, heads, width / heads]),
      join: builder.integers('attention.join', [batch, length, width]),
    };
    this.#mask = kind === 'decoder' ? builder.causalMask('attention.mask', length, masked) : undefined;
    // A head shared with the embedding makes logits of the size of its rows.
    this.#tokens = builder.parameter('embedding.tokens', [vocab, width], lecun(width));
  }

  /** Sum of token, type and position rows: [batch, length, hidden]. */
  embed(): string {
    const { kind, hidden: width, length, positions, vocab, batch } = this.#sizes;
    const builder = this.#builder;
    const ids = builder.input('ids', { type: 'int64', shape: [batch, length] }, vocab);
    const types = kind === 'encoder' ? builder.input('types', { type: 'int64', shape: [batch, length] }, 2) : undefined;
    let x = builder.node('Gather', 'tokens', [this.#tokens, ids]);
    if (types !== undefined) {
      const table = builder.parameter('embedding.types', [2, width], lecun(width));
      x = builder.node('Add', 'tokens.typed', [x, builder.node('Gather', 'types.rows', [table, types])]);
    }
    const places = builder.integers(
      'positions',
      Array.from({ length }, (_, at) => at),
    );
    const table = builder.parameter('embedding.positions', [positions, width], lecun(width));
    const rows = builder.node('Gather', 'positions.rows', [table, places]);
    x = builder.node('Add', 'tokens.placed', [x, rows]);
    return kind === 'encoder' ? this.#normalise('embedding.norm', x) : x;
  }

  layer(name: string, x: string): string {
    const attend = (y: string) => this.#attention(`${name}.attention`, y);
    const feed = (y: string) => this.#feedForward(`${name}.feedforward`, y);
    if (this.#sizes.kind === 'encoder') {
      const attended = this.#builder.node('Add', `${name}.add1`, [attend(x), x]);
      const middle = this.#normalise(`${name}.norm1`, attended);
      return this.#normalise(`${name}.norm2`, this.#builder.node('Add', `${name}.add2`, [feed(middle), middle]));
    }
    const middle = this.#builder.node('Add', `${name}.add1`, [attend(this.#normalise(`${name}.norm1`, x)), x]);
    return this.#builder.node('Add', `${name}.add2`, [feed(this.#normalise(`${name}.norm2`, middle)), middle]);
  }

  /** Outputs: every token's state, and the first one's through a dense layer and tanh. */
  pool(x: string): void {
    const { hidden: width } = this.#sizes;
    const builder = this.#builder;
    const first = builder.node('Gather', 'pooler.first', [x, builder.index('pooler.index', 0)], {
      axis: { kind: 'int', value: 1 },
    });
    const pooled = builder.node('Tanh', 'pooled', [builder.dense('pooler', first, width, width, lecun(width))]);
    builder.output(x);
    builder.output(pooled);
  }

  /** Output: logits [batch, length, vocab], by the token embedding itself. */
  head(x: string): void {
    const { hidden: width, length, vocab, batch } = this.#sizes;
    const builder = this.#builder;
    const normal = this.#normalise('norm', x);
    const flat = builder.node('Reshape', 'head.flat', [normal, builder.integers('head.rows', [batch * length, width])]);
    const product = builder.node('Gemm', 'head', [flat, this.#tokens], { transB: { kind: 'int', value: 1 } });
    const shape = builder.integers('head.shape', [batch, length, vocab]);
    builder.output(builder.node('Reshape', 'logits', [product, shape]));
  }

  #attention(name: string, x: string): string {
    const builder = this.#builder;
    const { hidden: width } = this.#sizes;
    const { scale, split, join } = this.#constants;
    const heads = (part: string, order: readonly number[]) => {
      const rows = this.#linear(`${name}.${part}`, x, width, width, lecun(width));
      const parted = builder.node('Reshape', `${name}.${part}.heads`, [rows, split]);
      return builder.node('Transpose', `${name}.${part}.front`, [parted], { perm: { kind: 'ints', value: order } });
    };
    const query = heads('query', [0, 2, 1, 3]);
    const key = heads('key', [0, 2, 3, 1]);
    const value = heads('value', [0, 2, 1, 3]);
    let scores = builder.node('MatMul', `${name}.scores`, [query, key]);
    scores = builder.node('Mul', `${name}.scaled`, [scores, scale]);
    if (this.#mask !== undefined) scores = builder.node('Add', `${name}.masked`, [scores, this.#mask]);
    const shares = builder.node('Softmax', `${name}.shares`, [scores], { axis: { kind: 'int', value: -1 } });
    const context = builder.node('MatMul', `${name}.context`, [shares, value]);
    const back = builder.node('Transpose', `${name}.back`, [context], { perm: { kind: 'ints', value: [0, 2, 1, 3] } });
    const joined = builder.node('Reshape', `${name}.joined`, [back, join]);
    return this.#linear(`${name}.output`, joined, width, width, lecun(width));
  }

  /** Two dense layers with GELU between: x (1 + erf(x / sqrt 2)) / 2. */
  #feedForward(name: string, x: string): string {
    const builder = this.#builder;
    const { hidden: width, feedforward } = this.#sizes;
    const { root, one, half } = this.#constants;
    const inner = this.#linear(`${name}.inner`, x, width, feedforward, kaiming(width));
    const quotient = builder.node('Div', `${name}.gelu.div`, [inner, root]);
    const erf = builder.node('Erf', `${name}.gelu.erf`, [quotient]);
    const shifted = builder.node('Add', `${name}.gelu.add`, [erf, one]);
    const product = builder.node('Mul', `${name}.gelu.mul`, [inner, shifted]);
    const gelu = builder.node('Mul', `${name}.gelu`, [product, half]);
    return this.#linear(`${name}.outer`, gelu, feedforward, width, lecun(feedforward));
  }

  #linear(name: string, x: string, input: number, output: number, scale: number): string {
    const builder = this.#builder;
    const product = builder.node('MatMul', `${name}.product`, [
      x,
      builder.parameter(`${name}.weight`, [input, output], scale),
    ]);
    return builder.node('Add', name, [product, builder.parameter(`${name}.bias`, [output], 0.1)]);
  }

  #normalise(name: string, x: string): string {
    const { hidden: width } = this.#sizes;
    const scale = this.#builder.parameter(`${name}.scale`, [width], 0.1, 1);
    const shift = this.#builder.parameter(`${name}.shift`, [width], 0.1);
    const attributes = { axis: { kind: 'int', value: -1 } } as const;
    return this.#builder.node('LayerNormalization', name, [x, scale, shift], attributes);
  }
}
