// Recordings and firings in one line: "a b@3 c@4:v=2,k=x" are three events at 0 s, 3 s and 4 s (without a time a second
// after the one before), and a firing reads as the events that made it, with its time: "a b c @4".

import assert from 'node:assert/strict';
import { checkTask } from '@edgewright/core/triggers/check.js';
import { TriggerEngine, type TriggerTask } from '@edgewright/core/triggers/engine.js';
import type { FieldValue, Firing, TaskEvent } from '@edgewright/core/triggers/event.js';

/** Events a, b, c, d and x with the fields v (number) and k (string); `trigger` is YAML. */
export function taskOf(trigger: string, id = 't', lateness?: string): TriggerTask {
  const fields = '{ v: number, k: string }';
  const late = lateness === undefined ? '' : `lateness: ${lateness}\n`;
  const text = `edgewright: task/v1\nname: ${id}\nevents: { a: ${fields}, b: ${fields}, c: ${fields}, d: ${fields}, x: ${fields} }\n${late}trigger: ${trigger}\n`;
  const { task, diagnostics } = checkTask(text);
  assert.ok(task !== undefined, JSON.stringify(diagnostics));
  return { id, sees: [...task.events.keys()], lateness: task.lateness, trigger: task.trigger };
}

export function eventsIn(text: string): readonly (TaskEvent & { readonly label: string })[] {
  let time = -1;
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, label = '', event = '', at, given] = /^(([a-z]+)\d*)(?:@(-?[\d.]+))?(?::(.*))?$/.exec(word) ?? [];
      time = at === undefined ? time + 1 : Number(at);
      const fields: Record<string, FieldValue> = {};
      for (const pair of given?.split(',') ?? []) {
        const [name = '', value = ''] = pair.split('=');
        fields[name] = name === 'k' ? value : Number(value);
      }
      return { time: time * 1000, event, fields, label };
    });
}

export function shownFiring({ kind, time, key, events, late }: Firing): string {
  const labels = events.map((event) => (event as unknown as { label: string }).label);
  const marks = [
    ...(key === undefined ? [] : [`[${key}]`]),
    ...(kind === 'timeout' ? ['timeout'] : []),
    ...(late ? ['late'] : []),
  ];
  return [...labels, `@${time / 1000}`, ...marks].join(' ');
}

/** What a trigger tells of a recording; `end`: to which second the clock goes on. */
export function firingsOf(trigger: string, recording: string, end?: number, lateness?: string): readonly string[] {
  const told: string[] = [];
  const engine = new TriggerEngine((firing) => told.push(shownFiring(firing)));
  engine.load([taskOf(trigger, 't', lateness)]);
  for (const event of eventsIn(recording)) engine.push(event);
  engine.finish();
  if (end !== undefined) engine.advance(end * 1000);
  return told;
}
