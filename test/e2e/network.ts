// A network between an agent and the port that it dials, which breaks once after so many bytes towards the agent.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Network {
  /** The port to dial. */
  readonly ready: Promise<number>;
  /** Where each GET that passed wanted its file to begin. */
  readonly ranges: readonly number[];
  hasBroken(): boolean;
  close(): void;
}

export function createNetwork(port: number, breakAfter: number): Network {
  const sockets = new Set<Socket>();
  const ranges: number[] = [];
  let passed = 0;
  let hasBroken = false;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (chunk: Buffer) => {
      const first = /^GET [\s\S]*range: bytes=(\d+)-/i.exec(chunk.toString('latin1'))?.[1];
      if (first !== undefined) ranges.push(Number(first));
    });
    near.pipe(far);
    far.pipe(near);
    far.on('data', (chunk: Buffer) => {
      passed += chunk.length;
      if (hasBroken || passed < breakAfter) return;
      hasBroken = true;
      for (const socket of sockets) socket.destroy();
    });
  }).listen(0, '127.0.0.1');
  return {
    ready: once(server, 'listening').then(() => (server.address() as AddressInfo).port),
    ranges,
    hasBroken: () => hasBroken,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
