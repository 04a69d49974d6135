// What passes from the report to its page: every measured point, in columns.

/** Columns are equally long: one entry a row. Times in milliseconds. */
export interface Evidence {
  readonly devices: readonly string[];
  readonly runs: readonly string[];
  readonly models: readonly EvidenceModel[];
  /** Verdicts, then codes of failures. */
  readonly statuses: readonly string[];
  /** Texts that rows refer to by place. */
  readonly texts: readonly string[];
  readonly device: readonly number[];
  readonly run: readonly number[];
  readonly model: readonly number[];
  /** For each axis of the row's model the place of its level. */
  readonly levels: readonly (readonly number[])[];
  readonly status: readonly number[];
  /** 1 for a measurement of the reference point. */
  readonly reference: readonly number[];
  readonly point: readonly string[];
  /** The reason of a verdict, or message and fix of a failure: places in `texts`. */
  readonly notes: readonly (readonly number[])[];
  /** median, low, high, throughput, n, generate, load, first, warmup, steady; null for a failure. */
  readonly numbers: readonly (readonly number[] | null)[];
  /** Start and end: frequency in MHz, temperature in degrees Celsius; then others' share of the processor. Null: unavailable. */
  readonly health: readonly (readonly (number | null)[] | null)[];
  /** Raw latencies, or where the budget was spent nine quantiles an eighth apart, from least to greatest; empty for a failure. */
  readonly latencies: readonly (readonly number[])[];
  /** Evidence from 0 whose latencies are raw. */
  readonly raw: number;
  readonly rawOmitted: number;
}

export interface EvidenceModel {
  readonly name: string;
  readonly axes: readonly { readonly name: string; readonly levels: readonly string[] }[];
}
