// What becomes of firings that come too often: debounce holds each until no other has come for a while and tells the
// last; cooldown tells one and leaves out those that come too soon after it. Both by task and key.
import type { Shaping } from '@edgewright/schemas/trigger.js';
import type { FieldValue, Firing } from './event.ts';

export interface ShapedState {
  readonly key: FieldValue | undefined;
  /** Time of the engine at which the last one was told. */
  told: number;
  /** Held by debounce, until `due`. */
  held: Firing | undefined;
  due: number;
}

export interface ShapingCounters {
  debounced: number;
  cooledDown: number;
}

/** Keys whose firings are remembered; the one that fired longest ago goes, with what is held for it. */
const mostKeys = 10_000;

export class Shaper {
  readonly #shaping: Shaping;
  readonly #counters: ShapingCounters;
  readonly states = new Map<FieldValue | undefined, ShapedState>();

  constructor(shaping: Shaping, counters: ShapingCounters) {
    this.#shaping = shaping;
    this.#counters = counters;
  }

  /** The firing to tell now, if any; `wait` hears until when one is held. `now`: time of the engine. */
  shape(firing: Firing, now: number, wait: (until: number) => void): Firing | undefined {
    const { debounce } = this.#shaping;
    const state = this.#stateOf(firing.key, now);
    if (debounce === undefined) return this.#cool(state, firing, now);
    if (state.held !== undefined) this.#counters.debounced++;
    state.held = firing;
    state.due = now + debounce;
    wait(state.due);
    return undefined;
  }

  /** What debounce lets go at a time. */
  release(key: FieldValue | undefined, now: number): Firing | undefined {
    const state = this.states.get(key);
    if (state?.held === undefined || state.due > now) return undefined;
    const { held } = state;
    state.held = undefined;
    return this.#cool(state, held, now);
  }

  #cool(state: ShapedState, firing: Firing, now: number): Firing | undefined {
    if (now - state.told < (this.#shaping.cooldown ?? 0)) {
      this.#counters.cooledDown++;
      return undefined;
    }
    state.told = now;
    return firing;
  }

  #stateOf(key: FieldValue | undefined, now: number): ShapedState {
    let state = this.states.get(key);
    if (state !== undefined) {
      this.states.delete(key);
      this.states.set(key, state);
      return state;
    }
    state = { key, told: Number.NEGATIVE_INFINITY, held: undefined, due: now };
    this.states.set(key, state);
    if (this.states.size > mostKeys) {
      const [oldest] = this.states.values();
      if (oldest?.held !== undefined) this.#counters.debounced++;
      this.states.delete(oldest?.key);
    }
    return state;
  }
}
