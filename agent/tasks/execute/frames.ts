// Messages over a stream of bytes: each has its length before it, and the form of V8, which holds maps and typed arrays.
import type { Duplex } from 'node:stream';
import { deserialize, serialize } from 'node:v8';

/** Bytes before a message: its length, little-endian. */
const headBytes = 4;

export function writeFrame(stream: Duplex, message: unknown): void {
  const body = serialize(message);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(body.length);
  stream.cork();
  stream.write(head);
  stream.write(body);
  stream.uncork();
}

/** `onFault`: the bytes are no messages, or one has more than `most` bytes; nothing is read after that. */
export function readFrames(
  stream: Duplex,
  most: number,
  onMessage: (message: unknown) => void,
  onFault: (isTooLong: boolean) => void,
): void {
  let chunks: Buffer[] = [];
  let have = 0;
  let wanted = headBytes;
  const read = (chunk: Buffer): void => {
    chunks.push(chunk);
    have += chunk.length;
    while (have >= wanted) {
      const all = Buffer.concat(chunks);
      const length = all.readUInt32LE();
      if (length > most) {
        fail(true);
        return;
      }
      wanted = headBytes + length;
      if (have < wanted) {
        chunks = [all];
        return;
      }
      const rest = all.subarray(wanted);
      [chunks, have] = [[rest], rest.length];
      const body = all.subarray(headBytes, wanted);
      wanted = headBytes;
      let message: unknown;
      try {
        message = deserialize(body);
      } catch {
        fail(false);
        return;
      }
      onMessage(message);
    }
  };
  const fail = (isTooLong: boolean): void => {
    stream.off('data', read);
    stream.resume();
    onFault(isTooLong);
  };
  stream.on('data', read);
}
