// What the live page keeps and says, apart from the DOM.
import assert from 'node:assert/strict';
import type { LiveDevice, LiveSample, RunFace } from 'edgewright/protocol.js';
import { newHistory, seconds } from 'edgewright/webview/live/history.js';
import { newRing } from 'edgewright/webview/live/ring.js';
import { allowedVerbs } from 'edgewright/webview/live/verbs.js';
import { formatDuration, linkLook, stateOf, totalOf } from 'edgewright/webview/live/words.js';

const run: RunFace = {
  id: 'r',
  name: 'r',
  description: '',
  started: '2026-01-01T00:00:00Z',
  folder: '',
  devices: ['pi'],
  isFollowed: false,
  isOver: false,
};

function device(part: Partial<LiveDevice> = {}): LiveDevice {
  const link = { kind: 'linked', address: 'wss://pi' } as const;
  return {
    device: 0,
    link,
    state: 'running',
    reason: '',
    slots: 10,
    done: 3,
    failed: 1,
    timeLeft: 5000,
    current: '',
    ...part,
  };
}

describe('buttons of a run', () => {
  const verbs = (face: Partial<RunFace>, ...devices: LiveDevice[]) => [...allowedVerbs({ ...run, ...face }, devices)];
  const cases: readonly [string, Partial<RunFace>, Partial<LiveDevice>, readonly string[]][] = [
    ['running', {}, {}, ['pause', 'cancel']],
    ['paused', {}, { state: 'paused' }, ['continue', 'cancel']],
    ['queued', {}, { state: 'queued' }, ['cancel']],
    ['lost', {}, { link: { kind: 'lost', message: '', retryAt: 0 } }, ['reconnect']],
    ['over with failures', { isOver: true }, { state: 'finished' }, ['rerun']],
    ['over without', { isOver: true }, { state: 'finished', failed: 0 }, []],
    ['followed', { isFollowed: true }, {}, []],
  ];
  for (const [name, face, part, expected] of cases) {
    it(name, () => assert.deepEqual(verbs(face, device(part)), expected));
  }
  it('of several devices are those that any needs', () => {
    const devices = [device(), device({ state: 'paused' }), device({ link: { kind: 'none' } })];
    assert.deepEqual(verbs({}, ...devices), ['pause', 'continue', 'cancel', 'reconnect']);
  });
});

describe('words of the live page', () => {
  it('tell a duration', () => {
    const said = [400, 45_000, 59_600, 720_000, 12_000_000, 2e8, -5].map(formatDuration);
    assert.deepEqual(said, ['0 s', '45 s', '1 min', '12 min', '3 h 20 min', '2 d 7 h', '0 s']);
  });

  it('tell the state of the whole', () => {
    const states = (...list: LiveDevice['state'][]) =>
      stateOf(
        list.map((state) => device({ state })),
        false,
      );
    assert.deepEqual(
      [
        states('finished', 'running'),
        states('paused', 'queued'),
        states('finished', undefined),
        states('cancelled', 'finished'),
        states('finished'),
      ],
      ['running', 'paused', undefined, 'cancelled', 'finished'],
    );
    assert.equal(stateOf([device()], true), 'finished');
    const { slots, done, timeLeft } = totalOf([device(), device({ timeLeft: 9000 }), device({ timeLeft: null })]);
    assert.deepEqual([slots, done, timeLeft], [30, 9, 9000]);
  });

  it('count down to the next try', () => {
    const lost = device({ link: { kind: 'lost', message: 'gone', retryAt: 10_000 } });
    assert.deepEqual(
      [linkLook(lost, 5000).word, linkLook(lost, 99_000).word],
      ['Lost, next try in 5 s', 'Lost, next try in 0 s'],
    );
  });
});

describe('the rings', () => {
  it('keep the newest, oldest first', () => {
    const ring = newRing<number>(3);
    for (let item = 1; item <= 2; item++) ring.push(item);
    assert.deepEqual(ring.items(), [1, 2]);
    for (let item = 3; item <= 7; item++) ring.push(item);
    assert.deepEqual([ring.items(), ring.pushed], [[5, 6, 7], 7]);
  });

  const sample = (second: number, busy: number | null): LiveSample => ({
    device: 0,
    time: second * 1000,
    busy,
    available: null,
    frequency: null,
    temperature: null,
    power: null,
    isThrottled: null,
    missing: { power: 'no sensor' },
  });

  it('keep ten minutes of readings: joined where they are close, apart where they are not', () => {
    const history = newHistory();
    for (const second of [1000, 1002, 1030, 1031]) history.add(sample(second, second));
    const line = history.line('busy', 1031, 2);
    assert.equal(line.length, seconds);
    assert.deepEqual(line.slice(-32), [2000, undefined, 2004, ...new Array(26).fill(undefined), null, 2060, 2062]);
    assert.deepEqual(
      [history.has('busy'), history.has('power'), history.last?.missing.power],
      [true, false, 'no sensor'],
    );
  });

  it('forget what is older, and begin anew when the clock is set back', () => {
    const history = newHistory();
    history.add(sample(9000, 1));
    history.add(sample(9000 + seconds, 2));
    assert.deepEqual(
      history.line('busy', 9000 + seconds, 1).filter((value) => typeof value === 'number'),
      [2],
    );
    history.add(sample(8999 + seconds, 3));
    assert.equal(history.last?.busy, 2);
    history.add(sample(5000, 4));
    assert.deepEqual(
      history.line('busy', 5000, 1).filter((value) => typeof value === 'number'),
      [4],
    );
  });
});
