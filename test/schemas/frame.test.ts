import assert from 'node:assert/strict';
import { checkParams, checkResult, parseFrame } from '@edgewright/schemas/frame.js';
import { defaultLimits } from '@edgewright/schemas/wire.js';
import fc from 'fast-check';

const status = {
  run: 'r-1',
  name: 'a',
  state: 'running',
  slots: 4,
  done: 1,
  failed: 0,
  cursor: 3,
  timeLeft: null,
  current: null,
};
const digest = 'ab'.repeat(32);

describe('frames', () => {
  for (const frame of [
    { jsonrpc: '2.0', id: 1, method: 'run.list', params: {} },
    { jsonrpc: '2.0', method: 'run.status', params: { status } },
    { jsonrpc: '2.0', id: 1, result: { runs: [] } },
    { jsonrpc: '2.0', id: 1, result: null },
    {
      jsonrpc: '2.0',
      id: 1,
      error: { code: -32000, message: 'no', data: { code: 'unauthorized', fix: 'Pair again.' } },
    },
    { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'no JSON' } },
  ]) {
    it(`are read: ${JSON.stringify(frame).slice(0, 60)}`, () => {
      assert.deepEqual(parseFrame(JSON.stringify(frame), defaultLimits), { kind: 'ok', frame });
    });
  }

  it('without params have empty ones', () => {
    const parsed = parseFrame('{"jsonrpc":"2.0","id":1,"method":"run.list"}', defaultLimits);
    assert.deepEqual(parsed, { kind: 'ok', frame: { jsonrpc: '2.0', id: 1, method: 'run.list', params: {} } });
  });

  it('that are refused tell the request that they answer, if they have one', () => {
    const parsed = parseFrame('{"jsonrpc":"1.0","id":7,"method":"run.list"}', defaultLimits);
    assert.ok(parsed.kind === 'refused' && parsed.id === 7);
  });

  it('may have forbidden words as values', () => {
    const text = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'run.start',
      params: { sweep: 'constructor: __proto__' },
    });
    assert.equal(parseFrame(text, defaultLimits).kind, 'ok');
  });

  it('may have brackets in strings beyond the depth', () => {
    const text = JSON.stringify({ jsonrpc: '2.0', method: 'x', params: { text: '[{"\\"[['.repeat(50) } });
    assert.equal(parseFrame(text, defaultLimits).kind, 'ok');
  });

  it('count their bytes as UTF-8 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const text = JSON.stringify({ jsonrpc: '2.0', method: name });
        const bytes = Buffer.byteLength(text);
        assert.equal(parseFrame(text, { frameBytes: bytes, depth: 32 }).kind, 'ok');
        assert.equal(parseFrame(text, { frameBytes: bytes - 1, depth: 32 }).kind, 'refused');
      }),
    );
  });

  it('nest as deep as the limit and no deeper', () => {
    const nested = (levels: number) =>
      `{"jsonrpc":"2.0","method":"x","params":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    assert.equal(parseFrame(nested(32), defaultLimits).kind, 'ok');
    assert.equal(parseFrame(nested(33), defaultLimits).kind, 'refused');
  });

  it('never make the reader throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseFrame(text, defaultLimits)));
    const field = fc.constantFrom('jsonrpc', 'id', 'method', 'params', 'result', 'error', '__proto__');
    fc.assert(
      fc.property(fc.array(fc.tuple(field, fc.jsonValue())), (fields) => {
        const body = fields.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',');
        const parsed = parseFrame(`{${body}}`, defaultLimits);
        if (parsed.kind === 'ok') assert.equal(Object.getPrototypeOf(parsed.frame), Object.prototype);
      }),
    );
  });
});

describe('params', () => {
  const sample = {
    time: '2026-01-01T00:00:00Z',
    busy: { value: 0.5 },
    available: { value: 1 },
    frequency: { unavailable: 'no file', fix: 'none' },
    temperature: { value: 40 },
    throttle: { active: false, flags: [] },
  };
  const sound: readonly [string, unknown][] = [
    ['hello', { role: 'device', protocol: [1, 1], program: 'a', id: 'd', name: 'd', capabilities: [], nonce: digest }],
    ['proof', { proof: digest }],
    ['device.describe', {}],
    ['run.start', { run: '01-a', sweep: 'x', artifacts: { 'a/b.onnx': digest } }],
    ['run.list', {}],
    ['run.pause', { run: 'a' }],
    ['run.resume', { run: 'a' }],
    ['run.cancel', { run: 'a' }],
    ['run.watch', { run: 'a', after: 0 }],
    ['run.unwatch', { run: 'a' }],
    ['run.acknowledge', { run: 'a', cursor: 7 }],
    ['run.forget', { run: 'a' }],
    ['artifact.missing', { artifacts: [digest] }],
    ['artifact.fetch', { artifact: digest, ticket: digest }],
    [
      'run.records',
      { run: 'a', records: [{ cursor: 1, record: { kind: 'state', id: 'i', run: 'a', device: 'd', time: 't' } }] },
    ],
    ['run.status', { status }],
    ['device.sample', { sample }],
  ];
  for (const [method, params] of sound) {
    it(`of ${method} fit, and newer fields are let pass`, () => {
      assert.equal(checkParams(method, params), undefined);
      assert.equal(checkParams(method, { ...(params as object), newer: { field: 1 } }), undefined);
    });

    it(`of ${method} are asked for every field`, () => {
      for (const key of Object.keys(params as object)) {
        const { [key]: _, ...rest } = params as Record<string, unknown>;
        assert.equal(checkParams(method, rest)?.data?.code, 'bad-params', key);
      }
      assert.equal(checkParams(method, null)?.data?.code, 'bad-params');
      assert.equal(checkParams(method, [])?.data?.code, 'bad-params');
    });
  }
});

describe('results', () => {
  it('of a start are a status or diagnostics', () => {
    assert.equal(checkResult('run.start', { kind: 'accepted', status }), undefined);
    const diagnostic = { code: 'yaml-syntax', severity: 'error', path: ['models', 0], message: 'm', fix: 'f' };
    assert.equal(checkResult('run.start', { kind: 'refused', diagnostics: [diagnostic] }), undefined);
    assert.equal(checkResult('run.start', { kind: 'accepted' })?.data?.code, 'bad-result');
  });

  it('without content are any map', () => assert.equal(checkResult('run.forget', {}), undefined));
});
