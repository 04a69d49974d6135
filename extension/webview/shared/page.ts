// One page of a view of several, such as the live page of a run.

export interface Page<Message> {
  readonly element: HTMLElement;
  /** It has come into sight. */
  show(): void;
  hear(message: Message): void;
}
