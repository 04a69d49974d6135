// Bytes to ONNX messages. The bytes may be anyone's: whatever they are, this gives a message or a coded error, in bounded
// depth and memory.
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type Field, type Message, type MessageName, messages, type OnnxModel, type Scalar } from './messages.ts';
import { wireTypes } from './wire.ts';

export interface DecodeOptions {
  /** Subgraphs and types inside each other. Real files have a handful. */
  readonly maxDepth?: number;
  /** Messages in all: each costs some hundred bytes of memory for as few as two bytes of file. */
  readonly maxMessages?: number;
}

/**
 * A model file. Bytes of tensors are views of `bytes`, not copies.
 * @throws CodedError `onnx-malformed`
 */
export function decodeModel(bytes: Uint8Array, options: DecodeOptions = {}): OnnxModel {
  const model = decodeMessage('Model', bytes, options);
  if (model.graph === undefined) throw malformed('it holds no graph');
  return model;
}

/** Any message, such as a single tensor. @throws CodedError `onnx-malformed` */
export function decodeMessage<Name extends MessageName>(
  name: Name,
  bytes: Uint8Array,
  { maxDepth = 64, maxMessages = 4_000_000 }: DecodeOptions = {},
): Message<Name> {
  const decoder: Decoder = { reader: new BinaryReader(bytes), maxDepth, maxMessages, count: 0 };
  try {
    return readMessage(decoder, name, bytes.length, 0) as Message<Name>;
  } catch (error) {
    // The reader throws plain errors, also for text that is not UTF-8.
    if (error instanceof CodedError || !(error instanceof Error)) throw error;
    throw malformed(`at byte ${decoder.reader.pos}: ${error.message}`);
  }
}

interface Decoder {
  readonly reader: BinaryReader;
  readonly maxDepth: number;
  readonly maxMessages: number;
  count: number;
}

function malformed(reason: string): CodedError {
  return new CodedError(
    'onnx-malformed',
    `The file is not an ONNX model: ${reason}.`,
    'Export the model again, or check that the file was copied whole and is not a pointer of Git LFS.',
  );
}

function readMessage(decoder: Decoder, name: MessageName, end: number, depth: number): object {
  const { reader } = decoder;
  if (depth > decoder.maxDepth) throw malformed(`messages lie more than ${decoder.maxDepth} deep in each other`);
  decoder.count++;
  if (decoder.count > decoder.maxMessages) throw malformed(`it has more than ${decoder.maxMessages} messages`);
  const fields = fieldsOf(name);
  const message: Record<string, unknown> = {};
  const numbers = new Map<string, { readonly type: Packed; readonly items: NumberArray[] }>();
  while (reader.pos < end) {
    const [number, wireType] = reader.tag();
    const entry = fields.get(number);
    if (entry === undefined) {
      reader.skip(wireType, number);
    } else if (typeof entry.field.type === 'object') {
      expect(wireType === WireType.LengthDelimited, name, entry.key);
      const child = readMessage(decoder, entry.field.type.message as MessageName, endOf(reader, end), depth + 1);
      put(message, entry, child);
    } else if (entry.field.repeated && entry.field.type !== 'string' && entry.field.type !== 'bytes') {
      const { type } = entry.field;
      const items = readNumbers(reader, type, wireType, end);
      const chunks = numbers.get(entry.key)?.items;
      if (chunks === undefined) numbers.set(entry.key, { type, items: [items] });
      else chunks.push(items);
    } else {
      expect(wireType === wireTypes[entry.field.type], name, entry.key);
      put(message, entry, scalars[entry.field.type](reader));
    }
    if (reader.pos > end) throw malformed(`a field of ${name} reaches past its end, at byte ${reader.pos}`);
  }
  for (const [key, { type, items }] of numbers) message[key] = join(type, items);
  return message;
}

interface Entry {
  readonly key: string;
  readonly field: Field;
}

const tables = new Map<MessageName, ReadonlyMap<number, Entry>>();

function fieldsOf(name: MessageName): ReadonlyMap<number, Entry> {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const fields = Object.entries<Field>(messages[name]).map(([key, field]) => [field.number, { key, field }] as const);
  const table = new Map(fields);
  tables.set(name, table);
  return table;
}

function put(message: Record<string, unknown>, { key, field }: Entry, value: unknown): void {
  if (!field.repeated) {
    // [Protocol Buffers, encoding] The last one of a scalar counts. Parts of a message would be merged: no writer
    // of ONNX splits one.
    message[key] = value;
    return;
  }
  const list = message[key];
  if (Array.isArray(list)) list.push(value);
  else message[key] = [value];
}

function endOf(reader: BinaryReader, end: number): number {
  const length = reader.uint32();
  if (length > end - reader.pos) throw malformed(`${length} bytes are announced and ${end - reader.pos} are there`);
  return reader.pos + length;
}

function expect(fits: boolean, name: MessageName, key: string): void {
  if (!fits) throw malformed(`${name}.${key} is written as another type`);
}

type Packed = Exclude<Scalar, 'string' | 'bytes'>;
type NumberArray = readonly number[] | Int32Array | Float32Array | Float64Array | BigInt64Array | BigUint64Array;

/** One element, or a packed run of them. */
function readNumbers(reader: BinaryReader, type: Packed, wireType: WireType, end: number): NumberArray {
  if (wireType !== WireType.LengthDelimited) {
    if (wireType !== wireTypes[type]) throw malformed(`a list of ${type} is written as another type`);
    return [scalars[type](reader)] as readonly number[];
  }
  const stop = endOf(reader, end);
  if (type === 'float' || type === 'double') return readFixed(reader, type, stop);
  const items: (number | bigint)[] = [];
  while (reader.pos < stop) items.push(scalars[type](reader));
  if (reader.pos > stop) throw malformed(`a list of ${type} ends inside an element`);
  return items as readonly number[];
}

function readFixed(reader: BinaryReader, type: 'float' | 'double', stop: number): Float32Array | Float64Array {
  const width = type === 'float' ? 4 : 8;
  const count = (stop - reader.pos) / width;
  if (!Number.isInteger(count)) throw malformed(`a list of ${type} ends inside an element`);
  const items = type === 'float' ? new Float32Array(count) : new Float64Array(count);
  for (let at = 0; at < count; at++) items[at] = scalars[type](reader);
  return items;
}

function join(type: Packed, chunks: readonly NumberArray[]): NumberArray {
  const [first] = chunks;
  if (chunks.length === 1 && (first instanceof Float32Array || first instanceof Float64Array)) return first;
  const items = chunks.flatMap((chunk) => (Array.isArray(chunk) ? chunk : Array.from(chunk as ArrayLike<number>)));
  switch (type) {
    case 'size':
      return items;
    case 'int32':
      return Int32Array.from(items);
    case 'float':
      return Float32Array.from(items);
    case 'double':
      return Float64Array.from(items);
    case 'int64':
      return BigInt64Array.from(items as unknown as bigint[]);
    case 'uint64':
      return BigUint64Array.from(items as unknown as bigint[]);
  }
}

const scalars = {
  size: (reader: BinaryReader) => {
    const value = Number(reader.int64());
    if (!Number.isSafeInteger(value)) throw malformed(`${value} is no size`);
    return value;
  },
  int32: (reader: BinaryReader) => reader.int32(),
  int64: (reader: BinaryReader) => BigInt(reader.int64()),
  uint64: (reader: BinaryReader) => BigInt(reader.uint64()),
  float: (reader: BinaryReader) => reader.float(),
  double: (reader: BinaryReader) => reader.double(),
  string: (reader: BinaryReader) => reader.string(),
  bytes: (reader: BinaryReader) => reader.bytes(),
} as const;
