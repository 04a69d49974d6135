// Broken frames of the wire: text that a peer may send by mistake, of another version, or to do harm.
import type { Code } from '@edgewright/schemas/codes.js';

export interface FrameCase {
  readonly title: string;
  readonly text: string;
  readonly code: Code;
}

const request = (method: string, params: unknown, more: object = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method, params, ...more });

const hello = {
  role: 'workbench',
  protocol: [1, 1],
  program: 'edgewright 0.1.0',
  id: 'w',
  name: 'desk',
  capabilities: [],
  nonce: 'ab'.repeat(32),
};

export const brokenFrames: readonly FrameCase[] = [
  { title: 'nothing', text: '', code: 'frame-not-json' },
  { title: 'no JSON', text: 'GET / HTTP/1.1', code: 'frame-not-json' },
  { title: 'half a frame', text: '{"jsonrpc":"2.0","id":1,"met', code: 'frame-not-json' },
  { title: 'two frames in one', text: '{"jsonrpc":"2.0"}{"jsonrpc":"2.0"}', code: 'frame-not-json' },
  {
    title: 'a frame past the limit',
    text: request('run.start', { run: 'a', sweep: 'x'.repeat(1 << 20), artifacts: {} }),
    code: 'frame-too-large',
  },
  {
    title: 'a frame past the limit in bytes alone',
    text: request('run.start', { run: 'a', sweep: '\u20ac'.repeat(400_000), artifacts: {} }),
    code: 'frame-too-large',
  },
  { title: 'nesting past the limit', text: '['.repeat(100_000), code: 'frame-too-deep' },
  {
    title: 'nesting in params',
    text: request('run.list', JSON.parse('['.repeat(40) + ']'.repeat(40))),
    code: 'frame-too-deep',
  },
  {
    title: 'a key that changes objects',
    text: '{"jsonrpc":"2.0","id":1,"method":"run.list","params":{"__proto__":{"role":"device"}}}',
    code: 'frame-forbidden-key',
  },
  {
    title: 'the same key by escapes',
    text: '{"jsonrpc":"2.0","id":1,"method":"run.list","params":{"\\u005f_proto__":{}}}',
    code: 'frame-forbidden-key',
  },
  {
    title: 'a constructor',
    text: '{"jsonrpc":"2.0","id":1,"method":"run.list","params":{"constructor":{"prototype":{}}}}',
    code: 'frame-forbidden-key',
  },
  { title: 'a batch', text: `[${request('run.list', {})}]`, code: 'frame-not-rpc' },
  { title: 'null', text: 'null', code: 'frame-not-rpc' },
  { title: 'JSON-RPC 1.0', text: '{"id":1,"method":"run.list","params":[]}', code: 'frame-not-rpc' },
  { title: 'an id that is a string', text: '{"jsonrpc":"2.0","id":"1","method":"run.list"}', code: 'frame-not-rpc' },
  {
    title: 'an id past the whole numbers',
    text: '{"jsonrpc":"2.0","id":9007199254740993,"method":"run.list"}',
    code: 'frame-not-rpc',
  },
  {
    title: 'a request that is its own answer',
    text: '{"jsonrpc":"2.0","id":1,"method":"run.list","result":{}}',
    code: 'frame-not-rpc',
  },
  { title: 'neither request nor answer', text: '{"jsonrpc":"2.0","id":1}', code: 'frame-not-rpc' },
  { title: 'an answer without an id', text: '{"jsonrpc":"2.0","result":{}}', code: 'frame-not-rpc' },
  {
    title: 'an error without a code',
    text: '{"jsonrpc":"2.0","id":1,"error":{"message":"no"}}',
    code: 'frame-not-rpc',
  },
  { title: 'a method that is a number', text: '{"jsonrpc":"2.0","id":1,"method":7}', code: 'frame-not-rpc' },
  { title: 'a misspelt method', text: request('run.strat', {}), code: 'unknown-method' },
  { title: 'a method of objects', text: request('toString', {}), code: 'unknown-method' },
  { title: 'a method to come', text: request('task.install', {}), code: 'unknown-method' },
  { title: 'a start without a sweep', text: request('run.start', { run: 'a', artifacts: {} }), code: 'bad-params' },
  {
    title: 'a run id that is a path',
    text: request('run.start', { run: '../../etc', sweep: '', artifacts: {} }),
    code: 'bad-params',
  },
  {
    title: 'an artifact that is no digest',
    text: request('artifact.missing', { artifacts: ['model.onnx'] }),
    code: 'bad-params',
  },
  { title: 'a cursor below 0', text: request('run.watch', { run: 'a', after: -1 }), code: 'bad-params' },
  {
    title: 'a cursor that is a fraction',
    text: request('run.acknowledge', { run: 'a', cursor: 1.5 }),
    code: 'bad-params',
  },
  { title: 'params in a list', text: request('run.pause', ['a']), code: 'bad-params' },
  { title: 'a hello without a version', text: request('hello', { ...hello, protocol: undefined }), code: 'bad-params' },
  { title: 'a hello with a short nonce', text: request('hello', { ...hello, nonce: 'ab' }), code: 'bad-params' },
  {
    title: 'a hello of another version',
    text: request('hello', { ...hello, protocol: [2, 3] }),
    code: 'protocol-version',
  },
  { title: 'a proof that is no digest', text: request('proof', { proof: 'secret' }), code: 'bad-params' },
  {
    title: 'a record without an id',
    text: request('run.records', { run: 'a', records: [{ cursor: 1, record: { kind: 'point' } }] }),
    code: 'bad-params',
  },
];
