// V8 collects when it needs room, not when a program has nothing to do: an agent that was busy would stay large for good.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Gives what a run has left back to the system. Takes some 10 ms, so it is for when nothing is measured. */
export function giveBackMemory(): void {
  // The flag shows the collector to contexts made after it is set.
  setFlagsFromString('--expose-gc');
  const collect: NodeJS.GCFunction = runInNewContext('gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
