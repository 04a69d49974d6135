// Keeps what is said of every open document up to date: at once what the text tells, and in a thread, a little later,
// what its expansion tells.
import { fileURLToPath } from 'node:url';
import type { ChosenDevice } from '@edgewright/core/sweep/fit.js';
import type { Diagnostic as Found } from '@edgewright/schemas/diagnostic.js';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { EstimateResult } from '../language.ts';
import { diagnosticOf, type LinkOf, noteOf } from './diagnostics.ts';
import type { Expander, Outcome } from './expander.ts';
import type { Expansion, Summary } from './expansion.ts';
import { findInText, kept, type TextFindings } from './findings.ts';
import type { Told } from './fixes.ts';
import { unsaid } from './others.ts';
import type { SchemaHelp } from './schema.ts';
import type { Source } from './source.ts';

export interface CheckerOptions {
  /** Milliseconds without a change before a document is expanded. */
  readonly delay: number;
  /** Of an expansion, as its message says it, milliseconds. */
  readonly limit: number;
  readonly linkOf: LinkOf;
}

export interface CheckerOutput {
  /** `version`: of the text that they are about; undefined where it is no more. */
  publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void;
  /** Numbers that hints and lenses show are new. */
  refresh(): void;
  /** Whether an expansion is under way. */
  busy(isBusy: boolean): void;
  log(message: string): void;
}

/** Milliseconds past which a look at a text takes long. */
const slow = 100;

interface State {
  source: Source;
  text: TextFindings | undefined;
  expansion: { readonly version: number; readonly result: Expansion } | undefined;
  /** Why the latest expansion has no result. */
  failure: 'unfinished' | 'failed' | undefined;
  /** Milliseconds that the latest look at the text took. */
  cost: number;
  told: readonly Told[];
  soon: NodeJS.Timeout | undefined;
  later: NodeJS.Timeout | undefined;
}

export class Checker {
  readonly #options: CheckerOptions;
  readonly #expander: Pick<Expander, 'expand' | 'drop'>;
  readonly #help: SchemaHelp;
  readonly #output: CheckerOutput;
  readonly #states = new Map<string, State>();
  #devices: readonly ChosenDevice[] = [];
  #othersCheck = false;
  #running = 0;

  constructor(
    options: CheckerOptions,
    expander: Pick<Expander, 'expand' | 'drop'>,
    help: SchemaHelp,
    output: CheckerOutput,
  ) {
    this.#options = options;
    this.#expander = expander;
    this.#help = help;
    this.#output = output;
  }

  get count(): number {
    return this.#states.size;
  }

  /** A document that is ours, new or changed. */
  change(source: Source): void {
    const state: State = this.#states.get(source.uri) ?? {
      source,
      text: undefined,
      expansion: undefined,
      failure: undefined,
      cost: 0,
      told: [],
      soon: undefined,
      later: undefined,
    };
    state.source = source;
    this.#states.set(source.uri, state);
    this.#schedule(state);
  }

  /** A document that was closed, or is ours no more: nothing is said of it. */
  forget(uri: string): void {
    const state = this.#states.get(uri);
    if (state === undefined) return;
    this.#states.delete(uri);
    this.#stop(state);
    this.#expander.drop(uri);
    this.#output.publish(uri, undefined, []);
  }

  choose(devices: readonly ChosenDevice[]): void {
    this.#devices = devices;
    this.recheck(() => true);
  }

  setOthers(checkSchemas: boolean): void {
    this.#othersCheck = checkSchemas;
    this.recheck(() => true);
  }

  recheck(isMeant: (source: Source) => boolean): void {
    for (const state of this.#states.values()) if (isMeant(state.source)) this.#schedule(state);
  }

  toldOf(uri: string): readonly Told[] {
    return this.#states.get(uri)?.told ?? [];
  }

  /** The numbers of the latest expansion, while the text has no error. */
  summaryOf(uri: string): Summary | undefined {
    const state = this.#states.get(uri);
    return state?.text?.sweep === undefined ? undefined : state.expansion?.result.summary;
  }

  dimensionsOf(uri: string, model: number): readonly string[] {
    return this.#states.get(uri)?.expansion?.result.dimensions[model] ?? [];
  }

  /** Expands the document now, whatever waits. */
  async estimate(source: Source): Promise<EstimateResult> {
    const text = findInText(source, this.#devices);
    if (text.sweep === undefined) return { kind: 'refused', diagnostics: text.diagnostics };
    const outcome = await this.#expandNow(source);
    if (outcome.kind !== 'done') {
      return { kind: 'refused', diagnostics: [unfinished(outcome.kind, this.#options.limit, source.kind)] };
    }
    const { summary, diagnostics } = outcome.expansion;
    if (summary === undefined) return { kind: 'refused', diagnostics: [...text.diagnostics, ...diagnostics] };
    const { models: _, ...numbers } = summary;
    return { kind: 'estimate', ...numbers };
  }

  /** A check that was waiting may take the place of this expansion: then again, while the text is the same. */
  async #expandNow(source: Source): Promise<Outcome> {
    for (let attempt = 0; ; attempt++) {
      const state = this.#states.get(source.uri);
      const known = state?.expansion;
      if (known?.version === source.version) return { kind: 'done', expansion: known.result };
      const outcome = await this.#expander.expand(source.uri, this.#jobOf(source));
      const isCurrent = state !== undefined && this.#states.get(source.uri)?.source.version === source.version;
      if (outcome.kind === 'outdated' && isCurrent && attempt < 3) continue;
      if (isCurrent) {
        this.#take(state, source, outcome);
        await this.#publish(state);
        this.#output.refresh();
      }
      return outcome;
    }
  }

  close(): void {
    for (const state of this.#states.values()) this.#stop(state);
    this.#states.clear();
  }

  #schedule(state: State): void {
    this.#stop(state);
    // Behind the changes that have already arrived: of several keystrokes the last is checked. A text that takes long
    // waits as long, so that requests come in between.
    state.soon = setTimeout(
      () => {
        void this.#guarded(() => this.#check(state));
      },
      state.cost > slow ? state.cost : 0,
    );
  }

  #stop(state: State): void {
    clearTimeout(state.soon);
    clearTimeout(state.later);
  }

  async #guarded(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#output.log(`check: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  async #check(state: State): Promise<void> {
    const { source } = state;
    const begin = performance.now();
    const text = findInText(source, this.#devices);
    state.cost = performance.now() - begin;
    state.text = text;
    state.failure = undefined;
    await this.#publish(state);
    if (!text.hasMore) {
      this.#expander.drop(source.uri);
      return;
    }
    state.later = setTimeout(() => {
      void this.#guarded(() => this.#expand(state, source));
    }, this.#options.delay);
  }

  async #expand(state: State, source: Source): Promise<void> {
    this.#output.busy(++this.#running > 0);
    const outcome = await this.#expander.expand(source.uri, this.#jobOf(source));
    this.#output.busy(--this.#running > 0);
    if (this.#states.get(source.uri) !== state || state.source !== source) return;
    this.#take(state, source, outcome);
    await this.#publish(state);
    this.#output.refresh();
  }

  #take(state: State, source: Source, outcome: Outcome): void {
    if (outcome.kind === 'done') state.expansion = { version: source.version, result: outcome.expansion };
    if (outcome.kind === 'failed') this.#output.log(`expansion of ${source.uri}: ${outcome.reason}`);
    if (outcome.kind === 'unfinished' || outcome.kind === 'failed') {
      state.failure = outcome.kind;
      state.expansion = undefined;
    }
  }

  #jobOf(source: Source) {
    const file = source.uri.startsWith('file:') ? fileURLToPath(source.uri) : '/untitled.yaml';
    return { kind: source.kind, text: source.text, file, devices: this.#devices };
  }

  async #publish(state: State): Promise<void> {
    const { source, text, expansion, failure } = state;
    const { linkOf, limit } = this.#options;
    const found = [...(text?.diagnostics ?? []), ...this.#expanded(source, expansion)];
    let told: readonly Told[] = found.map((one) => ({ found: one, diagnostic: diagnosticOf(source, one, linkOf) }));
    if (this.#othersCheck && found.length > 0) {
      told = unsaid(told, await this.#help.validate(source));
      // Another version came while the library was asked.
      if (state.source !== source) return;
    }
    state.told = told;
    const notes =
      failure === undefined
        ? []
        : [noteOf('check-unfinished', unfinished(failure, limit, source.kind).message, linkOf)];
    this.#output.publish(source.uri, source.version, [...told.map(({ diagnostic }) => diagnostic), ...notes]);
  }

  #expanded(source: Source, expansion: State['expansion']): readonly Found[] {
    if (expansion === undefined) return [];
    const { diagnostics } = expansion.result;
    const current = expansion.version === source.version ? diagnostics : kept(source, diagnostics);
    // Files of a workspace that is on no disk cannot be seen from here.
    return source.uri.startsWith('file:') ? current : current.filter(({ code }) => code !== 'model-file');
  }
}

function unfinished(why: Exclude<Outcome['kind'], 'done'>, limit: number, kind: Source['kind']): Found {
  if (kind === 'task') {
    const message = 'The model of the task could not be read by the language server, so its files were not checked.';
    return { code: 'check-unfinished', severity: 'warning', path: [], message, fix: 'Run `edgewright check` on it.' };
  }
  const messages = {
    unfinished: `Expanding the sweep takes longer than ${limit / 1000} s, so its points were neither counted nor checked.`,
    failed: 'The sweep could not be expanded by a fault of the language server, which is in its log.',
    outdated: 'The sweep changed before its points were counted.',
  };
  const fix = 'Use fewer values or coarser ranges, or run `edgewright check` on the document.';
  return { code: 'check-unfinished', severity: 'warning', path: [], message: messages[why], fix };
}
