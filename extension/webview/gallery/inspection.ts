// What an inspection of a page finds.

export interface Inspection {
  /** Texts whose contrast with their ground is less than WCAG AA asks for, with the ratio. */
  readonly faint: readonly string[];
  /** Elements that reach out of the window, out of nothing that scrolls. */
  readonly cutOff: readonly string[];
}
