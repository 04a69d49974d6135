// The one place where a request that fails is caught: it is told in the log, and the client gets an answer all the same.
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

export type Log = (message: string) => void;

/** Wraps what answers a request or takes a notification. `otherwise` is the answer where it throws. */
export function answering<Params, Result>(
  name: string,
  log: Log,
  otherwise: Result,
  work: (params: Params) => Result | Promise<Result>,
): (params: Params) => Promise<Result> {
  return async (params) => {
    try {
      return await work(params);
    } catch (error) {
      // Said on purpose, to be shown.
      if (error instanceof ResponseError) throw error;
      log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return otherwise;
    }
  };
}

/** A request that cannot be met, in words for the user. */
export function refusal(message: string): ResponseError<undefined> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
