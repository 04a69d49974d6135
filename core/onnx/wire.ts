// How each scalar of the tables is written [Protocol Buffers, encoding].
import { WireType } from '@bufbuild/protobuf/wire';
import type { Scalar } from './messages.ts';

export const wireTypes: Readonly<Record<Scalar, WireType>> = {
  size: WireType.Varint,
  int32: WireType.Varint,
  int64: WireType.Varint,
  uint64: WireType.Varint,
  float: WireType.Bit32,
  double: WireType.Bit64,
  string: WireType.LengthDelimited,
  bytes: WireType.LengthDelimited,
};
