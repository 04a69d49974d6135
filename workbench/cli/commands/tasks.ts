import { listTasks } from '../../tasks/ask.ts';
import { tasksTable } from '../deployed.ts';
import { exitCodeOf, exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';
import { answersJson, askDevices, tellErrors } from '../many.ts';
import type { DeviceOptions } from '../targets.ts';

/** `edgewright tasks`: exit code 0 whatever the tasks are in; 3 where a device does not answer. */
export async function showTasks(io: Io, options: DeviceOptions & { readonly json?: boolean }): Promise<number> {
  const answers = await askDevices(options, io, (asked) => listTasks(asked));
  if (options.json)
    io.out(
      `${JSON.stringify(
        answersJson(answers, (tasks) => ({ tasks })),
        null,
        2,
      )}\n`,
    );
  else {
    for (const { name, address, answer } of answers) {
      if (answer === undefined) continue;
      if (answers.length > 1) io.out(`${io.paint('strong', name ?? address ?? '')}\n`);
      io.out(answer.length === 0 ? 'no tasks\n' : tasksTable(answer, io));
    }
    tellErrors(answers, io);
  }
  const failed = answers.find(({ error }) => error !== undefined)?.error;
  return failed === undefined ? exitCodes.ok : exitCodeOf(failed);
}
