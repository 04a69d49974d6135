// The table of commands: a feature gives its own part, and each is registered once.
import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import { orTell } from './fault.ts';

/** What a command does, by its id. Arguments are checked by the command, as anybody can call it with anything. */
export type CommandTable = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** A command that fails tells so; nobody gets a rejection that nobody handles. */
export function registerCommands(tables: readonly CommandTable[], log: LogOutputChannel): Disposable[] {
  return tables.flatMap((table) =>
    Object.entries(table).map(([id, run]) =>
      commands.registerCommand(id, (...args: unknown[]) => orTell(log, async () => run(...args))),
    ),
  );
}
