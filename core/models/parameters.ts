// Reading the parameters of a family as the types that they have. They were checked against the schema before.
import type { Parameters } from '@edgewright/schemas/generated/record.js';

export function numberOf(parameters: Parameters, name: string): number {
  const value = parameters[name];
  if (typeof value !== 'number') throw new TypeError(`parameter ${name} is ${String(value)}, not a number`);
  return value;
}

export function choiceOf<Choice extends string>(
  parameters: Parameters,
  name: string,
  choices: readonly Choice[],
): Choice {
  const value = parameters[name];
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new TypeError(`parameter ${name} is ${String(value)}, not of ${choices.join(', ')}`);
  return choice;
}

/** A list, or one number that stands for a list of `length` equal ones. */
export function listOf(parameters: Parameters, name: string, length: number): readonly number[] {
  const value = parameters[name];
  return Array.isArray(value) ? value : Array.from({ length }, () => numberOf(parameters, name));
}
