// The script of a report's page is put together from the sources of these functions. Each stands alone: it sees
// nothing but its parameters and the browser, so that its text can be moved into a page.

export interface Parts {
  readonly bindOption: (
    option: Readonly<Record<string, unknown>>,
    colour: (name: string) => string,
    format: (value: number) => string,
  ) => Record<string, unknown>;
  readonly formatSi: (value: number) => string;
  readonly showCharts: (page: Page) => void;
  readonly showTable: (page: Page) => void;
  readonly openDetails: (page: Page, rows: readonly number[]) => void;
}

export interface Page extends Parts {
  readonly evidence: Rows | undefined;
  /** By run and device, with a space between. */
  readonly environments: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly echarts: Echarts;
  /** A colour of the theme in force. */
  readonly colour: (name: string) => string;
  /** Called after the theme has changed. */
  readonly onTheme: (redraw: () => void) => void;
}

/** The part of ECharts that the page uses. */
export interface Echarts {
  init(
    place: HTMLElement,
    theme: null,
    options: { readonly renderer: 'canvas' },
  ): {
    setOption(option: Readonly<Record<string, unknown>>, notMerge: boolean): void;
    on(event: 'click', handler: (event: Clicked) => void): void;
    resize(): void;
    dispose(): void;
  };
}

export interface Clicked {
  readonly seriesIndex: number;
  readonly data: unknown;
}

/** `Evidence` of the report, as embedded. */
export interface Rows {
  readonly devices: readonly string[];
  readonly runs: readonly string[];
  readonly models: readonly {
    readonly name: string;
    readonly axes: readonly { readonly name: string; readonly levels: readonly string[] }[];
  }[];
  readonly statuses: readonly string[];
  readonly texts: readonly string[];
  readonly device: readonly number[];
  readonly run: readonly number[];
  readonly model: readonly number[];
  readonly levels: readonly (readonly number[])[];
  readonly status: readonly number[];
  readonly reference: readonly number[];
  readonly point: readonly string[];
  readonly notes: readonly (readonly number[])[];
  readonly numbers: readonly (readonly number[] | null)[];
  readonly health: readonly (readonly (number | null)[] | null)[];
  readonly latencies: readonly (readonly number[])[];
  readonly raw: number;
}
