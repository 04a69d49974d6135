// What scripts are refused with.
import { CodedError } from '@edgewright/schemas/codes.js';

/** Characters of a script's own message. */
const longest = 500;

export function scriptFault(file: string, reason: string): CodedError {
  return new CodedError(
    'task-script',
    `${file}: ${reason.length > longest ? `${reason.slice(0, longest)}...` : reason}`,
    'Correct the script; `edgewright simulate --execute` tries it on a recording.',
  );
}

export function noFunction(file: string, wanted: string): CodedError {
  return new CodedError('task-script', `${file} has no \`run\`.`, `Give it \`${wanted}\`.`);
}

export function onlyOwnModule(file: string, name: string): CodedError {
  return new CodedError(
    'task-script',
    `${file} imports "${name.slice(0, 100)}", and scripts have no modules but edgewright.`,
    'Put what it needs into the script: it is one file.',
  );
}

export function memoryFault(what: string, bytes: number): CodedError {
  return new CodedError(
    'task-memory',
    `${what} took more than the ${Math.round(bytes / 2 ** 20)} MiB of \`policy.memory\`.`,
    'Let it hold less at once, or give it more memory.',
  );
}

export function floodFault(what: string): CodedError {
  return new CodedError('task-flood', `${what}: more than a run may bring.`, 'Give less for each firing.');
}
