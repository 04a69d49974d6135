// What is said of a task document: its form and meaning, and what only the code that executes it can say.
import type { Report } from '@edgewright/schemas/report.js';
import { type ParsedTask, type ResolvedTask, readTaskFrom } from '@edgewright/schemas/task.js';
import { type ParsedYaml, parseYaml } from '@edgewright/schemas/yaml.js';
import { cronTimes } from './cron.ts';

/** Never throws, whatever the text. */
export function checkTask(text: string): ParsedTask {
  return checkTaskFrom(parseYaml(text));
}

/** As checkTask, for who has parsed the text as YAML. */
export function checkTaskFrom(yaml: ParsedYaml): ParsedTask {
  return readTaskFrom(yaml, checkCron);
}

function checkCron({ trigger }: ResolvedTask, report: Report): void {
  if (trigger.kind !== 'cron') return;
  const path = ['trigger', 'cron'];
  if (!isZone(trigger.timezone)) {
    const message = `"${trigger.timezone}" is no time zone.`;
    report.error('bad-format', [...path, 'timezone'], message, 'Write an IANA name, for example Europe/Berlin or UTC.');
    return;
  }
  let first: number | null;
  try {
    first = cronTimes(trigger.expression, trigger.timezone)(0);
  } catch {
    const message = `"${trigger.expression}" is no cron expression.`;
    const fix = 'Write five fields: minute, hour, day of month, month and day of week, for example "0 7 * * 1-5".';
    report.error('bad-format', [...path, 'at'], message, fix);
    return;
  }
  if (first !== null) return;
  const message = `"${trigger.expression}" names no day that exists.`;
  report.error('trigger-never', [...path, 'at'], message, 'Change the day of month or the month.');
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
