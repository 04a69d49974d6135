// Events that a script has emitted, held against what its task declares, as those of sources are: what executes the script
// knows their names alone, and is not to be believed where the script has a boundary.
import { FieldFault, readFields } from '@edgewright/core/task/event-line.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { excerpt } from '@edgewright/schemas/finding.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { RunOutcome } from './contract.ts';
import { defaultIntakeLimits } from './intake.ts';

/** With declared fields alone. Throws `task-script`; `task-flood` for one that is too long, as `eventLength` of sources. */
export function readEmitted(
  { events }: Pick<ResolvedTask, 'events'>,
  emitted: RunOutcome['emitted'],
  { eventLength } = defaultIntakeLimits,
): RunOutcome['emitted'] {
  return emitted.map(({ event, fields }) => {
    const declared = events.get(event);
    if (declared === undefined) {
      const message = `The script emits "${excerpt(event)}", which the task does not declare.`;
      throw new CodedError('task-script', message, 'Emit events that stand under `events` of the task.');
    }
    const own = readFields({ event, fields }, declared);
    if (own instanceof FieldFault) throw new CodedError('task-script', `The script emits: ${own.message}`, own.fix);
    if (JSON.stringify(own).length > eventLength) {
      const message = `The script emits "${event}" with more than ${eventLength} characters.`;
      throw new CodedError('task-flood', message, 'Emit less in one event.');
    }
    return { event, fields: own };
  });
}
