// ONNX messages to bytes.
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { type Field, type Message, type MessageName, messages } from './messages.ts';
import { wireTypes } from './wire.ts';

/** The message's bytes; a field that is undefined is left out. */
export function encodeMessage<Name extends MessageName>(name: Name, message: Message<Name>): Uint8Array {
  const writer = new BinaryWriter();
  writeMessage(writer, name, message);
  return writer.finish();
}

/** The tag and length that go before `length` bytes of a field whose contents are written elsewhere. */
export function encodeHead(field: Field, length: number): Uint8Array {
  return new BinaryWriter().tag(field.number, WireType.LengthDelimited).uint32(length).finish();
}

function writeMessage(writer: BinaryWriter, name: MessageName, message: object): void {
  const fields: Readonly<Record<string, Field>> = messages[name];
  for (const [key, value] of Object.entries(message)) {
    const field = fields[key];
    if (field === undefined) throw new TypeError(`${name} has no field ${key}`);
    if (value === undefined) continue;
    if (typeof field.type === 'object') {
      const children: readonly object[] = field.repeated ? value : [value];
      for (const child of children) {
        writer.tag(field.number, WireType.LengthDelimited).fork();
        writeMessage(writer, field.type.message as MessageName, child);
        writer.join();
      }
    } else if (!field.repeated) {
      writer.tag(field.number, wireTypes[field.type]);
      scalars[field.type](writer, value as never);
    } else if (field.type === 'string' || field.type === 'bytes') {
      for (const item of value) {
        writer.tag(field.number, WireType.LengthDelimited);
        scalars[field.type](writer, item as never);
      }
    } else if (value.length > 0) {
      writer.tag(field.number, WireType.LengthDelimited).fork();
      for (const item of value) scalars[field.type](writer, item as never);
      writer.join();
    }
  }
}

const scalars = {
  size: (writer: BinaryWriter, value: number) => writer.int64(value),
  int32: (writer: BinaryWriter, value: number) => writer.int32(value),
  int64: (writer: BinaryWriter, value: bigint) => writer.int64(value),
  uint64: (writer: BinaryWriter, value: bigint) => writer.uint64(value),
  float: (writer: BinaryWriter, value: number) => writer.float(value),
  double: (writer: BinaryWriter, value: number) => writer.double(value),
  string: (writer: BinaryWriter, value: string) => writer.string(value),
  bytes: (writer: BinaryWriter, value: Uint8Array) => writer.bytes(value),
} as const;
