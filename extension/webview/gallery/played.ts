// A state of a view as messages: what the extension would send, and what it would answer.
import type { FromGraphView, FromPreviewView, FromRunView, FromSimulatorView, FromTaskView } from '../../protocol.ts';

export interface Played {
  begin(send: (message: unknown) => void, now: number): void;
  /** To what the view posts after `ready`. */
  answer?(
    message: FromRunView | FromPreviewView | FromGraphView | FromSimulatorView | FromTaskView,
    send: (message: unknown) => void,
  ): void;
}
