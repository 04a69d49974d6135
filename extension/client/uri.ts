// The file that a command is about: lenses name it as text, menus and other commands as an address.
import { Uri } from 'vscode';

/** Undefined where the argument is none. */
export function uriIn(argument: unknown): Uri | undefined {
  return typeof argument === 'string' ? Uri.parse(argument) : argument instanceof Uri ? argument : undefined;
}
