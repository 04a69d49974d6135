// Answers to requests. The one catch per request is here, and it always answers.
import { CodedError } from '@edgewright/schemas/codes.js';
import { checkParams, rpcErrors, wireError } from '@edgewright/schemas/frame.js';
import type { Frame, WireError } from '@edgewright/schemas/wire.js';
import { toWireError } from './errors.ts';

export interface Request {
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

/** `handle` is undefined where this end has no such method. `onFault` is told what was thrown by mistake. */
export async function answer(
  request: Request,
  handle: ((params: never) => unknown) | undefined,
  onFault: (fault: unknown, method: string) => void,
): Promise<Frame> {
  const { id, method, params } = request;
  const refuse = (error: WireError): Frame => ({ jsonrpc: '2.0', id, error });
  const fault = checkParams(method, params);
  if (handle === undefined) return refuse(fault?.code === rpcErrors.methodNotFound ? fault : notServed(method));
  if (fault !== undefined) return refuse(fault);
  try {
    return { jsonrpc: '2.0', id, result: await handle(params as never) };
  } catch (error) {
    if (error instanceof CodedError) return refuse(toWireError(error));
    onFault(error, method);
    return refuse(
      wireError(
        rpcErrors.internal,
        'internal-error',
        `"${method}" failed by a bug of the receiver.`,
        'Report it with the log of the receiver, which has the cause.',
      ),
    );
  }
}

function notServed(method: string): WireError {
  return wireError(
    rpcErrors.methodNotFound,
    'unknown-method',
    `This end of the link does not answer "${method.slice(0, 60)}".`,
    'Send requests from the workbench to the device.',
  );
}
