// Text from a peer to a frame. Everything here is written for a peer that is hostile, broken or newer: size, depth and
// key names are checked by one scan before JSON.parse builds anything.
import type { Code } from './codes.ts';
import { checkWireParams, checkWireResult } from './params.ts';
import type { Frame, Limits, Method, WireError } from './wire.ts';

export type ParsedFrame =
  | { readonly kind: 'ok'; readonly frame: Frame }
  /** `id` of the request that is refused, where the text got that far: the error must answer it. */
  | { readonly kind: 'refused'; readonly id: number | null; readonly error: WireError };

/** JSON-RPC 2.0, section 5.1. */
export const rpcErrors = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  /** Start of the range for errors of the implementation: every refusal that has a code of the catalogue. */
  refused: -32000,
} as const;

/** Before a peer is authenticated pass `{ ...limits, frameBytes: limits.unauthenticatedBytes }`. Never throws. */
export function parseFrame(text: string, limits: Pick<Limits, 'frameBytes' | 'depth'>): ParsedFrame {
  const refusal = scanFrame(text, limits);
  if (refusal !== undefined) return { kind: 'refused', id: null, error: refusal };
  let value: unknown;
  try {
    // The reviver triples the time of a record with its latencies, so it runs only where there may be something to find.
    value = suspicious.test(text) ? JSON.parse(text, refuseForbiddenKey) : JSON.parse(text);
  } catch (error) {
    if (error === forbiddenKey) {
      return {
        kind: 'refused',
        id: null,
        error: wireError(
          rpcErrors.invalidRequest,
          'frame-forbidden-key',
          'The frame has a key named __proto__, constructor or prototype, which could change the objects of the receiver.',
          'Rename the key.',
        ),
      };
    }
    return {
      kind: 'refused',
      id: null,
      error: wireError(
        rpcErrors.parse,
        'frame-not-json',
        `The frame is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
        'Send one JSON object in each text frame.',
      ),
    };
  }
  return shapeFrame(value);
}

/** What is wrong with the params of a request, a notification, `hello` or `proof`; undefined if nothing. Unknown fields are let pass: a newer peer may send them. */
export function checkParams(method: string, params: unknown): WireError | undefined {
  const finding = checkWireParams(method, params);
  if (finding === undefined) return undefined;
  if (finding.kind === 'unknown-method') {
    return wireError(
      rpcErrors.methodNotFound,
      'unknown-method',
      `There is no method "${excerpt(method)}".`,
      finding.nearest === undefined
        ? 'Use a method of docs/protocol.md, or update the older of the two programs.'
        : `Use "${finding.nearest}", or update the older of the two programs.`,
    );
  }
  return wireError(
    rpcErrors.invalidParams,
    'bad-params',
    `The params of "${method}" do not fit: ${finding.message}.`,
    'Send the params as docs/protocol.md describes them.',
  );
}

/** As checkParams, of the result that a device gave; undefined if nothing is wrong. */
export function checkResult(method: Method, result: unknown): WireError | undefined {
  const finding = checkWireResult(method, result);
  if (finding?.kind !== 'bad-shape') return undefined;
  return wireError(
    rpcErrors.internal,
    'bad-result',
    `The answer to "${method}" does not fit: ${finding.message}.`,
    'Update the agent of the device, or this program: one of them is newer.',
  );
}

export function wireError(code: number, name: Code, message: string, fix: string): WireError {
  return { code, message, data: { code: name, fix } };
}

/** Counts UTF-8 bytes and nesting without building anything. */
function scanFrame(text: string, limits: Pick<Limits, 'frameBytes' | 'depth'>): WireError | undefined {
  // A UTF-16 unit is at least one byte, so a longer string need not be walked.
  let bytes = text.length;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length && bytes <= limits.frameBytes; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
    if (inString) {
      if (unit === 0x5c) i++;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) {
      depth++;
      if (depth > limits.depth) {
        return wireError(
          rpcErrors.invalidRequest,
          'frame-too-deep',
          `The frame nests deeper than ${limits.depth} levels, the limit of this end.`,
          'Send flatter messages; those of the protocol have fewer than 12 levels.',
        );
      }
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  if (bytes <= limits.frameBytes) return undefined;
  return wireError(
    rpcErrors.invalidRequest,
    'frame-too-large',
    `The frame is larger than ${limits.frameBytes} bytes, the limit of this end at this stage.`,
    'Send less at once: records in smaller batches, models as artifacts over HTTP.',
  );
}

/** Escapes could spell the keys in another way. */
const suspicious = /__proto__|constructor|prototype|\\u/;

const forbiddenKey = Symbol('forbidden key');

function refuseForbiddenKey(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw forbiddenKey;
  return value;
}

/** The shape of JSON-RPC: exactly one of method, result and error; ids are safe integers. Batches are not of this protocol. */
function shapeFrame(value: unknown): ParsedFrame {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const what = Array.isArray(value) ? 'an array; this protocol has no batches' : 'no object';
    return notRpc(null, `The frame is ${what}.`);
  }
  const message = value as Record<string, unknown>;
  const { jsonrpc, id, method, params, result, error } = message;
  const validId = typeof id === 'number' && Number.isSafeInteger(id) ? id : undefined;
  const answerTo = validId ?? null;
  if (jsonrpc !== '2.0') return notRpc(answerTo, 'The frame lacks "jsonrpc": "2.0".');
  const kinds = [method, result, error].filter((field) => field !== undefined).length;
  if (kinds !== 1) return notRpc(answerTo, 'The frame must have exactly one of method, result and error.');
  if (id !== undefined && validId === undefined && !(id === null && error !== undefined)) {
    return notRpc(null, 'The id of the frame is not an integer.');
  }
  if (method !== undefined) {
    if (typeof method !== 'string') return notRpc(answerTo, 'The method of the frame is not a string.');
    if (validId === undefined) return { kind: 'ok', frame: { jsonrpc, method, params: params ?? {} } };
    return { kind: 'ok', frame: { jsonrpc, id: validId, method, params: params ?? {} } };
  }
  if (result !== undefined) {
    if (validId === undefined) return notRpc(null, 'A result needs the id of its request.');
    return { kind: 'ok', frame: { jsonrpc, id: validId, result } };
  }
  const reported = readError(error);
  if (reported === undefined) return notRpc(null, 'The error of the frame needs an integer code and a message.');
  return { kind: 'ok', frame: { jsonrpc, id: answerTo, error: reported } };
}

function readError(value: unknown): WireError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { code, message, data } = value as Record<string, unknown>;
  if (typeof code !== 'number' || !Number.isSafeInteger(code) || typeof message !== 'string') return undefined;
  if (typeof data !== 'object' || data === null) return { code, message };
  const { code: name, fix } = data as Record<string, unknown>;
  if (typeof name !== 'string' || typeof fix !== 'string') return { code, message };
  return { code, message, data: { code: name, fix } };
}

function notRpc(id: number | null, message: string): ParsedFrame {
  return {
    kind: 'refused',
    id,
    error: wireError(
      rpcErrors.invalidRequest,
      'frame-not-rpc',
      message,
      'Send JSON-RPC 2.0 requests, notifications and answers.',
    ),
  };
}

function excerpt(text: string): string {
  return text.length > 60 ? text.slice(0, 60) + '...' : text;
}
