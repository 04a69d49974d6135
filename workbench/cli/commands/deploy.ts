import { resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import { loadTask } from '../../task/load.ts';
import { deployTask, removeTask } from '../../tasks/ask.ts';
import { checkModelFiles, type ModelFacts, readModelFacts } from '../../tasks/model.ts';
import { packTask } from '../../tasks/package.ts';
import { printable } from '../../text/printable.ts';
import { plural } from '../../text/units.ts';
import { readDocument } from '../document.ts';
import { formatDiagnostic } from '../excerpt.ts';
import { exitCodeOf, exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';
import { answersJson, askDevices, tellErrors } from '../many.ts';
import type { DeviceOptions } from '../targets.ts';

interface DeployOptions extends DeviceOptions {
  /** Of the task, by its author. */
  readonly version: string;
  readonly json?: boolean;
}

/** `edgewright deploy TASK`: a device that does not answer does not keep the others from it. */
export async function deployTo(io: Io, file: string, options: DeployOptions): Promise<number> {
  const text = await readDocument(file, io.cwd);
  const { task, diagnostics: found } = loadTask(file, text);
  const path = resolve(io.cwd, file);
  let facts: Promise<ModelFacts> | undefined;
  /** It is looked at twice, and may be large. */
  const read = (model: string): Promise<ModelFacts> => {
    facts ??= readModelFacts(model);
    return facts;
  };
  const diagnostics = [...found, ...(task === undefined ? [] : await checkModelFiles(text, task, path, read))];
  if (options.json && hasErrors(diagnostics)) {
    io.out(`${JSON.stringify({ file, ok: false, diagnostics, devices: [] }, null, 2)}\n`);
  } else if (!options.json) {
    for (const diagnostic of diagnostics) io.err(`${formatDiagnostic(diagnostic, file, text, io)}\n`);
  }
  if (task === undefined || hasErrors(diagnostics)) return exitCodes.findings;
  const pack = await packTask(text, task, path, read);
  const answers = await askDevices(options, io, async (asked, name) => {
    const sent = new Map<string, number>();
    const deployed = await deployTask(asked, pack, options.version, (artifact, _sent, bytes) => {
      sent.set(artifact, bytes);
    });
    if (options.json) return deployed;
    if (deployed.kind === 'refused') {
      io.err(`${name}: refuses the task ${task.name}\n`);
      for (const diagnostic of deployed.diagnostics) io.err(`${formatDiagnostic(diagnostic, file, text, io)}\n`);
      return deployed;
    }
    const { identity, state } = deployed.status;
    const files = sent.size === 0 ? '' : `, ${plural(sent.size, 'file')} sent`;
    io.out(`${name}: ${printable(task.name)} ${identity} ${state}${files}\n`);
    return deployed;
  });
  if (options.json) {
    const devices = answersJson(answers, (answer) => answer);
    io.out(`${JSON.stringify({ file, ok: true, task: task.name, diagnostics, devices }, null, 2)}\n`);
  } else tellErrors(answers, io);
  const failed = answers.find(({ error }) => error !== undefined)?.error;
  if (failed !== undefined) return exitCodeOf(failed);
  return answers.some(({ answer }) => answer?.kind === 'refused') ? exitCodes.findings : exitCodes.ok;
}

/** `edgewright undeploy TASK`: by its name, or by the document that has it. */
export async function undeployFrom(
  io: Io,
  reference: string,
  options: DeviceOptions & { readonly json?: boolean },
): Promise<number> {
  const task = await nameOf(reference, io);
  const answers = await askDevices(options, io, async (asked, name) => {
    await removeTask(asked, task);
    if (!options.json) io.out(`${name}: ${printable(task)} removed\n`);
    return { removed: true };
  });
  if (options.json) io.out(`${JSON.stringify({ task, devices: answersJson(answers, (answer) => answer) }, null, 2)}\n`);
  else tellErrors(answers, io);
  const failed = answers.find(({ error }) => error !== undefined)?.error;
  return failed === undefined ? exitCodes.ok : exitCodeOf(failed);
}

/** Of a task that is named, or whose document is. Throws `file-unreadable`, and `usage` for a document with errors. */
export async function nameOf(reference: string, io: Io): Promise<string> {
  if (!/\.ya?ml$/.test(reference)) return reference;
  const { task } = loadTask(reference, await readDocument(reference, io.cwd));
  if (task !== undefined) return task.name;
  throw new CodedError(
    'usage',
    `${reference} has errors, so that the name of its task is not sure.`,
    `Give the name itself, or see \`edgewright check ${reference}\`.`,
  );
}
