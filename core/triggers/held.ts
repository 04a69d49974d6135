// Which matches are held, though complete, because they may still grow or be forbidden, and until when.
import type { Arrival } from './event.ts';
import type { earlierIn, Partial } from './partial.ts';
import type { Closing, Stream } from './stream.ts';
import type { Rule, Terminal, Test } from './trie.ts';

/** Has a match looked at when its window of events is full. */
export function closeCounted(stream: Stream, kind: Closing['kind'], rule: Rule, partial: Partial): void {
  if (rule.trigger.withinEvents === Number.POSITIVE_INFINITY) return;
  const at = partial.firstIndex + rule.trigger.withinEvents - 1;
  stream.closings ??= new Map();
  const those = stream.closings.get(at);
  if (those === undefined) stream.closings.set(at, [{ kind, rule, partial }]);
  else those.push({ kind, rule, partial });
}

export function forbids(test: Test, { source }: Arrival, earlier: ReturnType<typeof earlierIn>): boolean {
  return test.predicate === undefined || test.predicate(source, earlier);
}

export function isWithin({ trigger }: Rule, { arrival, first, index, firstIndex }: Partial): boolean {
  return arrival.time - first.time < trigger.withinTime && index - firstIndex < trigger.withinEvents;
}

/** Whether a complete match waits for more, because it may still grow. */
export function waits({ rule, hasLater, forbids }: Terminal, { node, count }: Partial): boolean {
  if (count < node.step.from || forbids !== undefined) return false;
  if (rule.trigger.eager || rule.trigger.contiguity === 'skip-till-any') return false;
  return hasLater || count < node.step.to;
}

export function isHeldAt(terminal: Terminal, partial: Partial): boolean {
  if (partial.blocked.has(terminal) || partial.count < partial.node.step.from) return false;
  return terminal.forbids !== undefined || waits(terminal, partial);
}

export function isHeld(partial: Partial): boolean {
  return partial.node.terminals.some((terminal) => isHeldAt(terminal, partial));
}
