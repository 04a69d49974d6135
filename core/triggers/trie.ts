// The steps of all sequences as one trie: tasks whose sequences begin alike share the nodes of what is alike, and with
// them the matches in progress. A node is one step, an edge leads to a step that may follow.
import type { SequenceTrigger, Step } from '@edgewright/schemas/trigger.js';
import { Discrimination } from './discrimination.ts';
import { equalityOf, type Predicate, predicateOf } from './predicate.ts';

/** A sequence of one task. */
export interface Rule {
  readonly task: string;
  readonly trigger: SequenceTrigger;
  /** The trigger as text: rules of one text are one rule, and keep their state when others come and go. */
  readonly signature: string;
  /** Order of loading: ties between tasks are told in it. */
  order: number;
  /** Matches that began at or before this arrival are none of this rule's. */
  loadedAt: number;
}

/** A place where the sequence of a rule may end. */
export interface Terminal {
  readonly rule: Rule;
  /** Whether the match could take further steps, all of them optional. */
  readonly hasLater: boolean;
  /** Of the rule's absence. */
  readonly forbids: Test | undefined;
}

export interface Test {
  readonly names: ReadonlySet<string>;
  readonly predicate: Predicate | undefined;
}

export class TrieNode {
  readonly path: string;
  readonly parent: TrieNode | undefined;
  readonly step: Step;
  /** From 0. */
  readonly depth: number;
  readonly contiguity: SequenceTrigger['contiguity'];
  /** Of one rule alone, because what becomes of a match is not the same for two. */
  readonly isPrivate: boolean;
  readonly predicate: Predicate | undefined;
  readonly children = new Map<string, TrieNode>();
  readonly terminals: Terminal[] = [];
  readonly rules = new Set<Rule>();
  readonly guard: Test | undefined;

  // Found when rules have come or gone, by `prepare`.
  /** Of all rules below: a match in progress is of no use to any of them past these. */
  maxTime = 0;
  maxEvents = 0;
  cap = 0;
  keys = 0;
  /** The one rule below, where there is one. */
  only: Rule | undefined;
  /** Nodes that a match may enter next, by what enters them. */
  entries = new Discrimination<TrieNode>();
  targets: readonly TrieNode[] = [];
  /** Every event name that means something to a match that stands here. */
  awaited: ReadonlySet<string> = new Set();
  guards: readonly { readonly names: ReadonlySet<string>; readonly test: Test; readonly of: TrieNode | Terminal }[] =
    [];

  constructor(path: string, parent: TrieNode | undefined, step: Step, trigger: SequenceTrigger, isPrivate: boolean) {
    this.path = path;
    this.parent = parent;
    this.step = step;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.contiguity = trigger.contiguity;
    this.isPrivate = isPrivate;
    this.predicate = predicateOf(step.where);
    this.guard = step.guard && testOf(step.guard);
  }

  /** Whether an event of a name means something to a match that stands here. */
  awaits(name: string): boolean {
    return this.contiguity === 'strict' || this.awaited.has(name);
  }

  /** After rules have changed, children first. */
  prepare(): void {
    for (const child of this.children.values()) child.prepare();
    this.maxTime = 0;
    this.maxEvents = 0;
    this.cap = 0;
    this.keys = 0;
    for (const { trigger } of this.rules) {
      this.maxTime = Math.max(this.maxTime, trigger.withinTime);
      this.maxEvents = Math.max(this.maxEvents, trigger.withinEvents);
      this.cap = Math.max(this.cap, trigger.limits.partials);
      this.keys = Math.max(this.keys, trigger.limits.keys);
    }
    this.only = this.rules.size === 1 ? [...this.rules][0] : undefined;
    this.targets = targetsOf(this);
    this.entries = new Discrimination();
    for (const target of this.targets) this.entries.add(target.step.events, equalityOf(target.step.where), target);
    this.guards = [
      ...this.targets.flatMap((of) => (of.guard ? [{ names: of.guard.names, test: of.guard, of }] : [])),
      ...this.terminals.flatMap((of) => (of.forbids ? [{ names: of.forbids.names, test: of.forbids, of }] : [])),
    ];
    const names = new Set(this.entries.names);
    if (this.step.to > 1) for (const name of this.step.events) names.add(name);
    for (const guard of this.guards) for (const name of guard.names) names.add(name);
    this.awaited = names;
  }
}

/** The node's children and what may be entered past optional ones. */
function targetsOf(node: TrieNode): readonly TrieNode[] {
  const targets: TrieNode[] = [];
  for (const child of node.children.values()) {
    targets.push(child);
    if (child.step.optional) targets.push(...targetsOf(child));
  }
  return targets;
}

export function testOf({ events, where }: NonNullable<Step['guard']>): Test {
  return { names: new Set(events), predicate: predicateOf(where) };
}

/** First steps by what enters them, and the nodes below. */
export class Trie {
  readonly roots = new Map<string, TrieNode>();
  entries = new Discrimination<TrieNode>();

  add(rule: Rule): void {
    const { trigger } = rule;
    const { steps, contiguity } = trigger;
    const isPrivate = needsOwnNodes(trigger);
    const referred = namesReferredTo(trigger);
    let path = isPrivate ? `${rule.task} ${rule.signature}` : contiguity;
    let parent: TrieNode | undefined;
    const chain: TrieNode[] = [];
    for (const step of steps) {
      path = `${path} > ${signatureOf(step, referred)}`;
      const siblings: Map<string, TrieNode> = parent === undefined ? this.roots : parent.children;
      let node = siblings.get(path);
      if (node === undefined) {
        node = new TrieNode(path, parent, step, trigger, isPrivate);
        siblings.set(path, node);
      }
      node.rules.add(rule);
      chain.push(node);
      parent = node;
    }
    const last = steps.findLastIndex((step) => !step.optional);
    for (let at = last; at < steps.length; at++) {
      const forbids = trigger.absence && testOf(trigger.absence);
      chain[at]?.terminals.push({ rule, hasLater: at < steps.length - 1, forbids });
    }
  }

  remove(rule: Rule): void {
    removeFrom(this.roots, rule);
  }

  prepare(): void {
    this.entries = new Discrimination();
    for (const node of this.roots.values()) {
      node.prepare();
      this.entries.add(node.step.events, equalityOf(node.step.where), node);
    }
  }
}

function removeFrom(siblings: Map<string, TrieNode>, rule: Rule): void {
  for (const [path, node] of siblings) {
    if (!node.rules.delete(rule)) continue;
    if (node.rules.size === 0) {
      siblings.delete(path);
      continue;
    }
    const at = node.terminals.findIndex((terminal) => terminal.rule === rule);
    if (at >= 0) node.terminals.splice(at, 1);
    removeFrom(node.children, rule);
  }
}

/**
 * Whether the steps must not be shared. An event that is taken ends a match's waiting for all that it could have taken
 * instead; past an optional step that is several nodes, which for another rule would still be awaited. A match that has
 * timed out, or whose absence was told while it could grow, is over for its rule alone.
 */
function needsOwnNodes({ steps, timeouts, absence }: SequenceTrigger): boolean {
  return timeouts || steps.some(({ optional }) => optional) || (absence !== undefined && (steps.at(-1)?.to ?? 1) > 1);
}

function namesReferredTo({ steps, absence }: SequenceTrigger): ReadonlySet<string> {
  const conditions = [...steps.flatMap(({ where, guard }) => [where, guard?.where]), absence?.where];
  return new Set(
    conditions
      .flatMap((where) => where?.names.filter((name) => name.includes('.')) ?? [])
      .map((name) => name.split('.')[0] ?? ''),
  );
}

/** Equal for steps that take the same events in the same way. A name that no condition uses makes no difference. */
function signatureOf({ name, events, where, from, to, optional, guard }: Step, referred: ReadonlySet<string>): string {
  const known = name !== undefined && referred.has(name) ? name : null;
  const forbidden = guard === undefined ? null : [guard.events, guard.where?.source ?? null];
  // JSON has no Infinity.
  return JSON.stringify([events, where?.source ?? null, from, String(to), optional, forbidden, known]);
}
