// The script of a report's page is put together from the sources of these functions. Each stands alone: it sees
// nothing but its parameters and the browser, so that its text can be moved into a page.
import type { Evidence } from './evidence.ts';

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
  readonly evidence: Evidence | undefined;
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
