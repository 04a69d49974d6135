// Questions to the analyst, each with the answer that belongs to it.
import type { Answer, Ask, Fault, ToRunView } from '../../protocol.ts';
import type { RunHost } from '../shared/host.ts';

export interface Asker {
  /** `answered` is not called after `refused`, nor where a newer question replaced this one. */
  ask<Kind extends Answered>(ask: Extract<Ask, { kind: Kind }>, answered: Heard<Kind>): void;
  hear(message: ToRunView): void;
  /** Answers on their way are dropped. */
  forget(): void;
}

type Answered = Exclude<Answer['kind'], 'obsolete'>;

export interface Heard<Kind extends Answered> {
  readonly answer: (answer: Extract<Answer, { kind: Kind }>) => void;
  readonly refuse: (fault: Fault) => void;
}

interface Waiting {
  readonly kind: Answered;
  readonly answer: (answer: never) => void;
  readonly refuse: (fault: Fault) => void;
}

export function createAsker(host: RunHost<ToRunView>): Asker {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  return {
    ask(ask, heard) {
      const id = ++last;
      waiting.set(id, { kind: ask.kind, ...heard });
      host.post({ kind: 'ask', id, ask });
    },
    hear(message) {
      if (message.kind !== 'answer' && message.kind !== 'refused') return;
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (asked === undefined) return;
      if (message.kind === 'refused') asked.refuse(message.fault);
      else if (message.answer.kind === asked.kind) asked.answer(message.answer as never);
    },
    forget: () => waiting.clear(),
  };
}
