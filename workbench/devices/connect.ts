// Dials an agent. What goes wrong has a code: nothing there, something else there, a wrong token, another version.
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { openSession, type Session, type SessionOptions } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { defaultLimits, subprotocol } from '@edgewright/schemas/wire.js';
import { WebSocket } from 'ws';
import { systemCode } from '../runs/durable.ts';
import { workbenchIdentity } from './identity.ts';
import { channelOf } from './socket.ts';

export interface DialOptions {
  /** `ws://host:port` or `wss://host:port`. */
  readonly address: string;
  readonly token: string;
  /** SHA-256 of the certificate in hexadecimal: pins it. Without it the system's authorities decide. */
  readonly certificate?: string | undefined;
  readonly onNotification?: SessionOptions['onNotification'];
  readonly limits?: SessionOptions['limits'];
}

/**
 * A session with the agent at an address. Rejects with `unreachable`, `not-an-agent`, `certificate-mismatch`, or what
 * `openSession` rejects with: `unauthorized`, `protocol-version`, ...
 */
export async function dial(options: DialOptions): Promise<Session> {
  const limits = { ...defaultLimits, ...options.limits };
  const isPinned = options.certificate !== undefined && options.address.startsWith('wss:');
  const socket = new WebSocket(options.address, [subprotocol], {
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    handshakeTimeout: limits.handshakeTime,
    // A pinned certificate is compared by its hash below, before anything is said.
    rejectUnauthorized: !isPinned,
  });
  const channel = channelOf(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', (error) => reject(dialError(error, options.address)));
    socket.once('unexpected-response', (_request, response) => {
      reject(refusedUpgrade(response.statusCode ?? 0, options.address));
      socket.terminate();
    });
    socket.once('upgrade', (response) => {
      if (!isPinned) return;
      try {
        checkCertificate(response.socket, options.certificate, options.address);
      } catch (error) {
        reject(error);
        socket.terminate();
      }
    });
  });
  return openSession({
    ...workbenchIdentity,
    channel,
    token: options.token,
    limits,
    ...(options.onNotification && { onNotification: options.onNotification }),
  });
}

/** Throws `certificate-mismatch`. `certificate` is SHA-256 in lower-case hexadecimal. */
export function checkCertificate(socket: Socket, certificate: string | undefined, address: string): void {
  const found =
    socket instanceof TLSSocket
      ? socket.getPeerCertificate().fingerprint256?.replaceAll(':', '').toLowerCase()
      : undefined;
  if (found !== certificate) throw wrongCertificate(address, 'its certificate is not the one that is pinned');
}

/** What an agent says before there is a link, by HTTP status; anything else is not an agent. */
function refusedUpgrade(status: number, address: string): CodedError {
  if (status === 426) {
    return new CodedError(
      'protocol-version',
      `The agent at ${address} does not speak ${subprotocol}.`,
      'Update the older of the two programs.',
    );
  }
  if (status === 503) {
    return new CodedError(
      'too-many-peers',
      `The agent at ${address} serves as many controllers as it may.`,
      'Close another one, or raise its limit.',
    );
  }
  return notAnAgent(address, `it answers with HTTP status ${status}`);
}

function dialError(error: Error, address: string): CodedError {
  const code = systemCode(error) ?? '';
  if (/CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL/.test(code) && !code.startsWith('ERR_SSL_WRONG')) {
    return wrongCertificate(address, `its certificate is not trusted (${code})`);
  }
  if (code === 'EPROTO') return notAnAgent(address, 'it does not speak TLS', 'Write ws:// in place of wss://.');
  const reason = reasons[code];
  if (reason !== undefined) {
    return new CodedError(
      'unreachable',
      `No agent answers at ${address}: ${reason}.`,
      'Start `edgewright-agent` on the device and look whether address, port and firewall are right.',
    );
  }
  if (code.startsWith('E') && !code.startsWith('ERR_')) {
    return new CodedError(
      'unreachable',
      `No agent answers at ${address}: ${error.message}.`,
      'Look whether the device is on and the network is up.',
    );
  }
  if (error.message.includes('handshake has timed out')) {
    return new CodedError(
      'unreachable',
      `What answers at ${address} did not open a WebSocket in time.`,
      'Look whether the address is that of the agent, and whether the device is overloaded.',
    );
  }
  return notAnAgent(address, error.message);
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the machine is there, but nothing listens on the port',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up now',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to its network',
  ETIMEDOUT: 'the host does not answer',
  ECONNRESET: 'it cut the connection',
};

function notAnAgent(
  address: string,
  reason: string,
  fix = 'Look at the port that `edgewright-agent` prints when it starts; write wss:// if it uses TLS.',
): CodedError {
  return new CodedError('not-an-agent', `What answers at ${address} is not an Edgewright agent: ${reason}.`, fix);
}

function wrongCertificate(address: string, reason: string): CodedError {
  return new CodedError(
    'certificate-mismatch',
    `${address} is refused: ${reason}.`,
    'If the agent made a new certificate, take its SHA-256 from `edgewright-agent` on the device and write it into the fleet file.',
  );
}
