// Generated from the schema of the same name by `npm run generate`. Do not edit.

/**
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "model".
 */
export type ModelSpec = Model;
/**
 * A value, a list of values (always values, never a range), or a range such as {from: 32, to: 512, times: 2}.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "axis".
 */
export type Axis = Scalar | (Scalar | number[])[] | Range;
/**
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "scalar".
 */
export type Scalar = number | string | boolean;
/**
 * How inferences follow one another.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "scenario".
 */
export type ScenarioSpec =
  | ('single-stream' | 'offline')
  | {
      /**
       * single-stream: the next inference starts when the last ends. offline: as many as `concurrency` allows, for throughput. fixed-rate: one every 1/rate seconds, latency counted from the scheduled time. idle-gap: wait `gap` between inferences.
       */
      kind: 'single-stream' | 'offline' | 'fixed-rate' | 'idle-gap';
      /**
       * Inferences a second, for fixed-rate.
       */
      rate?: number;
      /**
       * Idle time before each inference, for idle-gap.
       */
      gap?: Duration;
      /**
       * Inferences in flight, for offline.
       */
      concurrency?: number;
    };
/**
 * A duration with its unit: us, ms, s, min or h, for example 500ms.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "duration".
 */
export type Duration = string;
/**
 * Groups of axes that advance together instead of forming a product. Their lists must be equally long.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "zip".
 */
export type Zip = string[][];
/**
 * An expression over axis names, with + - * / % **, comparisons, && || !, ?: and min max abs floor ceil round sqrt log2.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "expression".
 */
export type Expression = string;
/**
 * Points for which any of these is false are left out. May use axes, parameters, macs, flops, weightBytes, activationBytes, KiB, MiB, GiB.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "constraint".
 */
export type Constraint = Expression[];
/**
 * A size with its unit: B, kB, MB, GB, KiB, MiB or GiB, for example 256MiB.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "bytes".
 */
export type Bytes = string;
/**
 * A name for tables and charts, of lower-case letters, digits and hyphens. Without it the family's.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "modelName".
 */
export type ModelName = string;

/**
 * What to measure on a device: model families with axes, how to execute and measure them, and the analyses wanted.
 */
export interface Sweep {
  /**
   * Path or address of this schema, for editors.
   */
  $schema?: string;
  /**
   * Kind and version of this document.
   */
  edgewright: 'sweep/v1';
  /**
   * A short name of lower-case letters, digits and hyphens. Run folders carry it.
   */
  name: string;
  /**
   * The question this sweep answers, for the report.
   */
  description?: string;
  /**
   * Seed of sampling, order, weights and inputs.
   */
  seed?: number;
  /**
   * The model families to generate, each with its own axes.
   *
   * @minItems 1
   * @maxItems 64
   */
  models: ModelSpec[];
  execution?: ExecutionAxes;
  constraint?: Constraint;
  measure?: Measure;
  sampling?: Sampling;
  order?: Order;
  budget?: Budget;
  /**
   * Analyses of the report. Without this key the report holds all that the data carry.
   */
  analyses?: Analysis[];
}
export interface Model {
  /**
   * The model family.
   */
  family: 'fc' | 'cnn' | 'rnn' | 'transformer' | 'mobile' | 'onnx';
}
/**
 * How models are executed. Every key is an axis: a value or a list of values.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "execution".
 */
export interface ExecutionAxes {
  /**
   * ort: onnxruntime's native build. ort-web: onnxruntime's WebAssembly build. jit: Edgewright's own compiler, to WebAssembly.
   */
  runtime?: ('ort' | 'ort-web' | 'jit') | ('ort' | 'ort-web' | 'jit')[];
  /**
   * Threads inside one operator.
   */
  threads?: Axis & number;
  /**
   * Type of weights and activations. float16 is generated with float16 tensors; a CPU may compute it by conversion.
   */
  precision?: ('float32' | 'float16') | ('float32' | 'float16')[];
  /**
   * Graph optimisation level. Of jit the passes of its compiler: none; folding and removal of what is dead or equal; also merging of data movement; also fusion and the choice of algorithms.
   */
  optimization?: ('disabled' | 'basic' | 'extended' | 'all') | ('disabled' | 'basic' | 'extended' | 'all')[];
  /**
   * Which optimisations of jit are taken away, to tell what each brings: none; one of them (without-vertical); all but one (only-vertical); or all. What nobody reads is removed all the same, but for without-dead. Other runtimes have no such axis.
   */
  ablation?:
    | (
        | 'none'
        | 'without-fold'
        | 'without-dead'
        | 'without-common'
        | 'without-vertical'
        | 'without-horizontal'
        | 'without-fuse'
        | 'without-search'
        | 'only-fold'
        | 'only-common'
        | 'only-vertical'
        | 'only-horizontal'
        | 'only-fuse'
        | 'only-search'
        | 'all'
      )
    | (
        | 'none'
        | 'without-fold'
        | 'without-dead'
        | 'without-common'
        | 'without-vertical'
        | 'without-horizontal'
        | 'without-fuse'
        | 'without-search'
        | 'only-fold'
        | 'only-common'
        | 'only-vertical'
        | 'only-horizontal'
        | 'only-fuse'
        | 'only-search'
        | 'all'
      )[];
  scenario?: ScenarioSpec | ScenarioSpec[];
  zip?: Zip;
  when?: When;
}
/**
 * A range. `step` makes it arithmetic, `times` geometric. `to` is part of the range and must be met exactly; `below` is not part of it.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "range".
 */
export interface Range {
  /**
   * First value.
   */
  from: number;
  /**
   * Last value, included; the range must meet it exactly.
   */
  to?: number;
  /**
   * Upper end, excluded.
   */
  below?: number;
  /**
   * Add this each time.
   */
  step?: number;
  /**
   * Multiply by this each time.
   */
  times?: number;
}
/**
 * An axis varies only where its expression is true; elsewhere it keeps its first value.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "when".
 */
export interface When {
  [k: string]: Expression;
}
/**
 * When a point counts as measured. Measuring stops when the confidence interval of the median is narrow, nothing changed in the last third and the minimum time has passed; or at the maximum.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "measure".
 */
export interface Measure {
  /**
   * Target half-width of the interval of the median, as a fraction of the median.
   */
  halfWidth?: number;
  /**
   * Confidence of the interval.
   */
  confidence?: number;
  /**
   * Measure at least this long.
   */
  minTime?: Duration;
  /**
   * Measure at most this long.
   */
  maxTime?: Duration;
  /**
   * Measure at least so many inferences.
   */
  minIterations?: number;
  /**
   * Measure at most so many inferences. Every latency is kept.
   */
  maxIterations?: number;
  /**
   * Warm up at least this long.
   */
  warmupTime?: Duration;
  /**
   * Warm up with at least so many inferences.
   */
  warmupIterations?: number;
  /**
   * Percentiles wanted. One that the sample cannot carry is reported as such.
   */
  percentiles?: number[];
  /**
   * Independent repetitions of every point, each with its own session.
   */
  repeats?: number;
  /**
   * A point that takes longer in all is a failure.
   */
  timeout?: Duration;
  /**
   * A point whose process grows past this is a failure. Without it 80 % of the memory available at its start.
   */
  memoryLimit?: Bytes;
  /**
   * Idle time before every point.
   */
  cooldown?: Duration;
  /**
   * Whether the kernels of jit are timed one by one after a point is measured; its record has the longest. Other runtimes have none.
   */
  profile?: boolean;
}
/**
 * Which of the grid's points to measure.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "sampling".
 */
export interface Sampling {
  /**
   * grid: all. The others choose `points` of them.
   */
  method: 'grid' | 'random' | 'sobol' | 'latin-hypercube';
  /**
   * How many points to choose in all.
   */
  points?: number;
}
/**
 * In which order the points are measured, so that heating is not confounded with an axis.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "order".
 */
export interface Order {
  /**
   * random: shuffled. blocked: rounds over the levels of `by`, alternate rounds reversed. listed: as expanded.
   */
  method?: 'random' | 'blocked' | 'listed';
  /**
   * Axes whose levels are compared side by side in blocked order; without it runtime.
   *
   * @minItems 1
   */
  by?: string[];
  /**
   * Measure one point again and again to fit the drift of the device.
   */
  reference?: {
    /**
     * Measure the reference point before every so many points and at the end.
     */
    every: number;
  };
}
/**
 * What the sweep may cost at most. The rest is recorded as not measured.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "budget".
 */
export interface Budget {
  /**
   * Wall time of the run on a device.
   */
  time?: Duration;
  /**
   * An expansion to more points than this is an error.
   */
  points?: number;
}
/**
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "analysis".
 */
export interface Analysis {
  /**
   * Which analysis.
   */
  kind: 'heatmap' | 'regression' | 'roofline' | 'boxplot' | 'coverage' | 'ablation';
  /**
   * The model's name. Without it one analysis for each; of ablation one for all together.
   */
  model?: string;
  /**
   * What to explain: median latency in ms, items a second, FLOP/s, or FLOP/s as a fraction of the device's peak; of jit also the kernels of its program, the bytes that they read and write in an inference, or the bytes of its arena.
   */
  metric?: 'latency' | 'throughput' | 'flops' | 'utilisation' | 'kernels' | 'movedBytes' | 'arenaBytes';
  /**
   * Axis across, for heatmap.
   */
  x?: string;
  /**
   * Axis up, for heatmap.
   */
  y?: string;
  /**
   * Axis that makes groups, for boxplot.
   */
  by?: string;
}
/**
 * Parameters computed from axes by an expression, for example {output: "nodes / 4"}.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "derive".
 */
export interface Derive {
  [k: string]: Expression;
}
/**
 * Fully connected: `layers` dense layers of `nodes` with ReLU, then a linear output layer.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "fc".
 */
export interface Fc {
  family: 'fc';
  name?: ModelName;
  axes?: {
    /**
     * Hidden dense layers.
     */
    layers?: Axis & number;
    /**
     * Units in each hidden layer.
     */
    nodes?: Axis & number;
    /**
     * Input features.
     */
    input?: Axis & number;
    /**
     * Output units.
     */
    output?: Axis & number;
    /**
     * Examples in one inference.
     */
    batch?: Axis & number;
  };
  zip?: Zip;
  when?: When;
  derive?: Derive;
  constraint?: Constraint;
}
/**
 * Convolutional, after ResNet: 7x7/2 convolution, 3x3/2 max pooling, groups of residual or bottleneck blocks with filters doubled and the image halved at each further group, global average pooling, dense.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "cnn".
 */
export interface Cnn {
  family: 'cnn';
  name?: ModelName;
  axes?: {
    /**
     * Block type.
     */
    block?: Axis & string;
    /**
     * Blocks per group: one number for all four groups, or a list with one number a group, such as [3, 4, 6, 3].
     */
    blocks?: Axis & number;
    /**
     * Filters of the first group.
     */
    filters?: Axis & number;
    /**
     * Image height and width in pixels.
     */
    image?: Axis & number;
    /**
     * Image channels.
     */
    channels?: Axis & number;
    /**
     * Classes.
     */
    output?: Axis & number;
    /**
     * Images in one inference.
     */
    batch?: Axis & number;
  };
  zip?: Zip;
  when?: When;
  derive?: Derive;
  constraint?: Constraint;
}
/**
 * Recurrent language model: embedding, `layers` cells with hidden size equal to the embedding's, a dense head over the vocabulary at every step.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "rnn".
 */
export interface Rnn {
  family: 'rnn';
  name?: ModelName;
  axes?: {
    /**
     * Cell type.
     */
    cell?: Axis & string;
    /**
     * Recurrent layers.
     */
    layers?: Axis & number;
    /**
     * Embedding and hidden size.
     */
    embed?: Axis & number;
    /**
     * Steps in a sequence.
     */
    length?: Axis & number;
    /**
     * Vocabulary size.
     */
    vocab?: Axis & number;
    /**
     * Sequences in one inference.
     */
    batch?: Axis & number;
  };
  zip?: Zip;
  when?: When;
  derive?: Derive;
  constraint?: Constraint;
}
/**
 * Transformer: token and position embeddings, `layers` blocks of multi-head attention and feed-forward with layer normalisation; an encoder with a pooler, or a causal decoder with a language-model head that shares the token embedding.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "transformer".
 */
export interface Transformer {
  family: 'transformer';
  name?: ModelName;
  axes?: {
    /**
     * Encoder (BERT-like, post-normalisation) or causal decoder (GPT-like, pre-normalisation).
     */
    kind?: Axis & string;
    /**
     * Blocks.
     */
    layers?: Axis & number;
    /**
     * Hidden size; divisible by heads.
     */
    hidden?: Axis & number;
    /**
     * Attention heads.
     */
    heads?: Axis & number;
    /**
     * Inner size of the feed-forward part; 0 means four times hidden.
     */
    feedforward?: Axis & number;
    /**
     * Tokens in a sequence.
     */
    length?: Axis & number;
    /**
     * Rows of the position embedding; 0 means as many as length.
     */
    positions?: Axis & number;
    /**
     * Vocabulary size.
     */
    vocab?: Axis & number;
    /**
     * Sequences in one inference.
     */
    batch?: Axis & number;
  };
  zip?: Zip;
  when?: When;
  derive?: Derive;
  constraint?: Constraint;
}
/**
 * Inverted residuals with depthwise convolutions, after MobileNetV2, scaled by a width multiplier.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "mobile".
 */
export interface Mobile {
  family: 'mobile';
  name?: ModelName;
  axes?: {
    /**
     * Width multiplier of all channel counts.
     */
    width?: Axis & number;
    /**
     * Multiplier of the repeats of each stage, rounded up.
     */
    depth?: Axis & number;
    /**
     * Expansion factor of the inverted residuals after the first.
     */
    expansion?: Axis & number;
    /**
     * Image height and width in pixels.
     */
    image?: Axis & number;
    /**
     * Image channels.
     */
    channels?: Axis & number;
    /**
     * Classes.
     */
    output?: Axis & number;
    /**
     * Images in one inference.
     */
    batch?: Axis & number;
  };
  zip?: Zip;
  when?: When;
  derive?: Derive;
  constraint?: Constraint;
}
/**
 * The user's own ONNX file. Axes bind its symbolic dimensions by name.
 *
 * This interface was referenced by `Sweep`'s JSON-Schema
 * via the `definition` "onnx".
 */
export interface Onnx {
  family: 'onnx';
  name?: ModelName;
  /**
   * Path of the file, relative to the sweep.
   */
  file: string;
  /**
   * Values of the symbolic dimensions, by their names in the file.
   */
  axes?: {
    [k: string]: Axis;
  };
  /**
   * The symbolic dimension that counts examples in one inference. Without it an inference counts as one item.
   */
  batch?: string;
  zip?: Zip;
  when?: When;
  derive?: Derive;
  constraint?: Constraint;
}
