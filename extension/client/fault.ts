// How a failure is told: an expected one with its code and what to do, a bug with the way to the log.
import { CodedError } from '@edgewright/schemas/codes.js';
import { commands, type LogOutputChannel, window } from 'vscode';

/** Runs `act`; what it throws is told to the user and logged, and never thrown on. Undefined where it failed. */
export async function orTell<T>(log: LogOutputChannel, act: () => PromiseLike<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    tell(log, error);
    return undefined;
  }
}

export function tell(log: LogOutputChannel, error: unknown): void {
  if (error instanceof CodedError) {
    log.warn(`[${error.code}] ${error.message} ${error.fix}`);
    void window.showErrorMessage(`${error.message} ${error.fix}`, `What is ${error.code}?`).then((chosen) => {
      if (chosen !== undefined) void commands.executeCommand('edgewright.explainCode', error.code);
    });
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error(text);
  void window
    .showErrorMessage(
      `Edgewright failed: ${error instanceof Error ? error.message : String(error)} This is a bug; the log has its cause.`,
      'Show Log',
    )
    .then((chosen) => {
      if (chosen !== undefined) log.show();
    });
}
