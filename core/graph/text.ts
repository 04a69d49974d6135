// A graph as text, and back: for debugging, for tests, and to say in a report what a model is.
//
//   graph "name" opset 17
//   input x: float32[1,3]
//   constant w: float32[3] = 1 2 3
//   constant r: float32[64,64] = random 7 0.125 0 parameter
//   y = Add(x, w)
//   z = Loop(m, _, y) {body: graph} "node" @13
//     graph "body"
//     ...
//     end
//   output y
import { CodedError } from '@edgewright/schemas/codes.js';
import {
  type Attribute,
  type Constant,
  type ElementType,
  elementBytes,
  elements,
  type Input,
  type Node,
  type OpenGraph,
  type Subgraph,
  type TensorType,
} from './graph.ts';
import { dataOver, isBig, readerOf, type Scalar, type Tensor, tensorOf } from './tensor.ts';

export function printGraph(graph: OpenGraph): string {
  return [
    `graph ${JSON.stringify(graph.name)} opset ${graph.opset}`,
    ...graph.inputs.map(
      ({ name, type, below }) =>
        `input ${quote(name)}: ${typeText(type)}${below === undefined ? '' : ` below ${below}`}`,
    ),
    ...[...graph.values].map(([name, type]) => `value ${quote(name)}: ${typeText(type)}`),
    ...bodyLines(graph),
    ...graph.outputs.map(({ name }) => `output ${quote(name)}`),
    '',
  ].join('\n');
}

function bodyLines({ constants, nodes }: Pick<OpenGraph, 'constants' | 'nodes'>): readonly string[] {
  return [...constants.map(constantLine), ...nodes.flatMap(nodeLines)];
}

/** Any name is a JSON string, so that whatever stands in it comes back. */
function quote(name: string): string {
  return /^[A-Za-z_][\w.]*$/.test(name) && name !== '_' ? name : JSON.stringify(name);
}

function typeText({ type, shape }: TensorType): string {
  return `${type}[${shape.join(',')}]`;
}

function numberText(value: Scalar): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function constantLine({ name, type, content, counts }: Constant): string {
  return `constant ${quote(name)}: ${typeText(type)} = ${contentText(type.type, content)} ${counts}`;
}

function contentText(type: ElementType, content: Constant['content']): string {
  switch (content.kind) {
    case 'values':
      return ['values', ...content.values.map(numberText)].join(' ');
    case 'data': {
      const read = readerOf(type, content.data);
      return ['data', ...Array.from({ length: content.data.length }, (_, at) => numberText(read(at)))].join(' ');
    }
    case 'bytes':
      return contentText(type, { kind: 'data', data: dataOver(type, new Uint8Array(content.bytes)) });
    case 'random':
      return `random ${content.seed} ${content.scale} ${content.center}`;
    case 'causal':
      return `causal ${numberText(content.above)}`;
    case 'stored':
      return 'stored';
  }
}

function nodeLines({ name, op, inputs, outputs, attributes, opset }: Node): readonly string[] {
  const list = (names: readonly string[]): string =>
    names.map((value) => (value === '' ? '_' : quote(value))).join(', ');
  const entries = Object.entries(attributes);
  const texts = entries.map(([key, attribute]) => `${quote(key)}: ${attributeText(attribute)}`);
  const head = [
    `${list(outputs)} = ${quote(op)}(${list(inputs)})`,
    ...(texts.length > 0 ? [`{${texts.join('; ')}}`] : []),
    ...(name === '' ? [] : [JSON.stringify(name)]),
    ...(opset === undefined ? [] : [`@${opset}`]),
  ].join(' ');
  const graphs = entries.flatMap(([, attribute]) => (attribute.kind === 'graph' ? [attribute.value] : []));
  return [head, ...graphs.flatMap(subgraphLines).map((line) => `  ${line}`)];
}

function subgraphLines(graph: Subgraph): readonly string[] {
  return [
    `graph ${JSON.stringify(graph.name)}`,
    ...graph.inputs.map((name) => `input ${quote(name)}`),
    ...bodyLines(graph),
    ...graph.outputs.map((name) => `output ${quote(name)}`),
    'end',
  ];
}

function attributeText(attribute: Attribute): string {
  switch (attribute.kind) {
    case 'int':
    case 'float':
      return `${attribute.kind} ${numberText(attribute.value)}`;
    case 'ints':
    case 'floats':
      return `${attribute.kind} [${attribute.value.map(numberText).join(' ')}]`;
    case 'string':
      return `string ${JSON.stringify(attribute.value)}`;
    case 'strings':
      return `strings [${attribute.value.map((value) => JSON.stringify(value)).join(' ')}]`;
    case 'tensor': {
      const { type, shape, data } = attribute.value;
      return `tensor ${typeText({ type, shape })} ${contentText(type, { kind: 'data', data })}`;
    }
    case 'graph':
      return 'graph';
  }
}

/** @throws CodedError `graph-text` */
export function parseGraph(text: string): OpenGraph {
  const lines = text.split('\n').map((line) => line.trim());
  const reader: Reader = { lines, at: 0 };
  const head = open(reader);
  take(head, 'graph');
  const name = takeString(head);
  take(head, 'opset');
  const opset = takeInteger(head);
  const inputs: Input[] = [];
  const values = new Map<string, TensorType>();
  const body = readBody(reader, {
    input: (cursor) => {
      const name = takeName(cursor);
      take(cursor, ':');
      const type = takeType(cursor);
      inputs.push({ name, type, below: tryTake(cursor, 'below') ? takeInteger(cursor) : undefined });
    },
    value: (cursor) => {
      const name = takeName(cursor);
      take(cursor, ':');
      values.set(name, takeType(cursor));
    },
  });
  if (reader.at < lines.length - 1 || lines[reader.at]) throw malformed(reader, 'there is more than a graph');
  return {
    name,
    opset,
    inputs,
    outputs: body.outputs.map((name) => ({ name })),
    nodes: body.nodes,
    constants: body.constants,
    values,
  };
}

interface Reader {
  readonly lines: readonly string[];
  at: number;
}

interface Cursor {
  readonly reader: Reader;
  readonly tokens: readonly string[];
  at: number;
}

function malformed({ at }: Reader, reason: string): CodedError {
  return new CodedError(
    'graph-text',
    `Line ${at + 1} of the text is no graph: ${reason}.`,
    'Take a text that was printed by the compiler.',
  );
}

/** Strings, names and numbers, and the marks between. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\](),;:=@]|[^\s{}[\](),;:=@"]+/g;

function open(reader: Reader): Cursor {
  return { reader, tokens: reader.lines[reader.at]?.match(token) ?? [], at: 0 };
}

function take(cursor: Cursor, expected: string): void {
  if (!tryTake(cursor, expected)) throw malformed(cursor.reader, `${expected} is missing`);
}

function tryTake(cursor: Cursor, expected: string): boolean {
  if (cursor.tokens[cursor.at] !== expected) return false;
  cursor.at++;
  return true;
}

function takeAny(cursor: Cursor): string {
  const found = cursor.tokens[cursor.at++];
  if (found === undefined) throw malformed(cursor.reader, 'it ends too early');
  return found;
}

function takeString(cursor: Cursor): string {
  const found = takeAny(cursor);
  if (!found.startsWith('"')) throw malformed(cursor.reader, `${found} is no string`);
  try {
    return JSON.parse(found) as string;
  } catch {
    throw malformed(cursor.reader, `${found} is no string`);
  }
}

function takeName(cursor: Cursor): string {
  const found = cursor.tokens[cursor.at];
  return found?.startsWith('"') ? takeString(cursor) : takeAny(cursor);
}

function takeInteger(cursor: Cursor): number {
  const value = Number(takeAny(cursor));
  if (!Number.isSafeInteger(value)) throw malformed(cursor.reader, 'a whole number is missing');
  return value;
}

function takeNumber(cursor: Cursor): number {
  const found = takeAny(cursor);
  const value = Number(found);
  if (Number.isNaN(value) && found !== 'NaN') throw malformed(cursor.reader, `${found} is no number`);
  return value;
}

function takeType(cursor: Cursor): TensorType {
  const type = takeAny(cursor);
  if (!(type in elementBytes)) throw malformed(cursor.reader, `${type} is no type`);
  take(cursor, '[');
  const shape: number[] = [];
  while (!tryTake(cursor, ']')) {
    shape.push(takeInteger(cursor));
    tryTake(cursor, ',');
  }
  return { type: type as ElementType, shape };
}

function readBody(
  reader: Reader,
  heads: Readonly<Record<string, (cursor: Cursor) => void>>,
): { readonly constants: readonly Constant[]; readonly nodes: readonly Node[]; readonly outputs: readonly string[] } {
  const constants: Constant[] = [];
  const nodes: Node[] = [];
  const outputs: string[] = [];
  for (reader.at++; reader.at < reader.lines.length; reader.at++) {
    const cursor = open(reader);
    const [word, mark] = cursor.tokens;
    // A value may be called like a word: what follows tells.
    const isNode = word === '=' || mark === '=' || mark === ',';
    if (word === undefined || (word === 'end' && mark === undefined)) break;
    if (isNode) nodes.push(readNode(cursor));
    else if (tryTake(cursor, 'constant')) constants.push(readConstant(cursor));
    else if (tryTake(cursor, 'output')) outputs.push(takeName(cursor));
    else {
      const head = Object.hasOwn(heads, word) ? heads[word] : undefined;
      if (head === undefined) throw malformed(reader, `${word} is not expected here`);
      cursor.at++;
      head(cursor);
    }
  }
  return { constants, nodes, outputs };
}

function readConstant(cursor: Cursor): Constant {
  const name = takeName(cursor);
  take(cursor, ':');
  const type = takeType(cursor);
  take(cursor, '=');
  const content = readContent(cursor, type);
  const counts = takeAny(cursor);
  if (counts !== 'parameter' && counts !== 'statistic' && counts !== 'shape') {
    throw malformed(cursor.reader, `${counts} is no role`);
  }
  return { name, type, content, counts };
}

function readContent(cursor: Cursor, type: TensorType): Constant['content'] {
  const kind = takeAny(cursor);
  switch (kind) {
    case 'values':
      return { kind, values: readNumbers(cursor, type) };
    case 'data':
      return { kind, data: readTensor(cursor, type).data };
    case 'random':
      return { kind, seed: takeNumber(cursor), scale: takeNumber(cursor), center: takeNumber(cursor) };
    case 'causal':
      return { kind, above: takeNumber(cursor) };
    case 'stored':
      return { kind };
    default:
      throw malformed(cursor.reader, `${kind} is no content`);
  }
}

/** A text has a token an element, so that no shape makes it large. */
function readNumbers(cursor: Cursor, { shape }: TensorType): number[] {
  const count = elements(shape);
  if (!(count <= cursor.tokens.length - cursor.at)) throw malformed(cursor.reader, `${count} elements are missing`);
  return Array.from({ length: count }, () => takeNumber(cursor));
}

function readTensor(cursor: Cursor, { type, shape }: TensorType): Tensor {
  if (!isBig(type)) return tensorOf(type, shape, readNumbers(cursor, { type, shape }));
  const count = elements(shape);
  if (!(count <= cursor.tokens.length - cursor.at)) throw malformed(cursor.reader, `${count} elements are missing`);
  const values = Array.from({ length: count }, () => {
    const found = takeAny(cursor);
    if (!/^-?\d+$/.test(found)) throw malformed(cursor.reader, `${found} is no integer`);
    return BigInt(found);
  });
  return tensorOf(type, shape, values);
}

function readNode(cursor: Cursor): Node {
  const readNames = (stop: string): string[] => {
    const names: string[] = [];
    while (!tryTake(cursor, stop)) {
      names.push(tryTake(cursor, '_') ? '' : takeName(cursor));
      tryTake(cursor, ',');
    }
    return names;
  };
  const outputs = readNames('=');
  const op = takeName(cursor);
  take(cursor, '(');
  const inputs = readNames(')');
  const attributes: [string, Attribute | 'graph'][] = [];
  if (tryTake(cursor, '{')) {
    while (!tryTake(cursor, '}')) {
      const key = takeName(cursor);
      take(cursor, ':');
      attributes.push([key, readAttribute(cursor)]);
      tryTake(cursor, ';');
    }
  }
  const name = cursor.tokens[cursor.at]?.startsWith('"') ? takeString(cursor) : '';
  const opset = tryTake(cursor, '@') ? takeInteger(cursor) : undefined;
  // Subgraphs follow the line, in the order of the attributes.
  const whole = attributes.map(([key, attribute]): [string, Attribute] => [
    key,
    attribute === 'graph' ? { kind: 'graph', value: readSubgraph(cursor.reader) } : attribute,
  ]);
  return {
    name,
    op,
    inputs,
    outputs,
    attributes: Object.fromEntries(whole),
    ...(opset === undefined ? {} : { opset }),
  };
}

function readAttribute(cursor: Cursor): Attribute | 'graph' {
  const kind = takeAny(cursor);
  const list = <Item>(read: () => Item): Item[] => {
    take(cursor, '[');
    const items: Item[] = [];
    while (!tryTake(cursor, ']')) items.push(read());
    return items;
  };
  switch (kind) {
    case 'int':
    case 'float':
      return { kind, value: takeNumber(cursor) };
    case 'ints':
    case 'floats':
      return { kind, value: list(() => takeNumber(cursor)) };
    case 'string':
      return { kind, value: takeString(cursor) };
    case 'strings':
      return { kind, value: list(() => takeString(cursor)) };
    case 'tensor': {
      const type = takeType(cursor);
      take(cursor, 'data');
      return { kind, value: readTensor(cursor, type) };
    }
    case 'graph':
      return 'graph';
    default:
      throw malformed(cursor.reader, `${kind} is no kind of attribute`);
  }
}

function readSubgraph(reader: Reader): Subgraph {
  reader.at++;
  const cursor = open(reader);
  take(cursor, 'graph');
  const name = takeString(cursor);
  const inputs: string[] = [];
  const body = readBody(reader, { input: (cursor) => inputs.push(takeName(cursor)) });
  return { name, inputs, outputs: body.outputs, nodes: body.nodes, constants: body.constants };
}
