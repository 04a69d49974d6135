import assert from 'node:assert/strict';
import { summarise } from '@edgewright/core/sweep/summary.js';
import { judge } from '@edgewright/core/sweep/verdict.js';
import type { SensorSample, Throttle, Verdict } from '@edgewright/schemas/generated/record.js';
import { noisy, uniforms } from './series.ts';

const rule = { halfWidth: 0.02, confidence: 0.95, percentiles: [] };
const none = { unavailable: 'not read', fix: 'none' };

function sample(frequency: number, throttle: Throttle = none): SensorSample {
  return { time: '', busy: none, available: none, frequency: { value: frequency }, temperature: none, throttle };
}

function verdict(latencies: readonly number[], start = sample(1500), end = sample(1500)): Verdict {
  return judge(latencies, summarise(latencies, 1, 1000, rule), rule, { start, end });
}

function check(name: string, latencies: readonly number[], kind: Verdict['kind'], reason?: RegExp): void {
  it(name, () => {
    const found = verdict(latencies);
    assert.equal(found.kind, kind, found.reasons.join('; '));
    if (reason === undefined) assert.deepEqual(found.reasons, []);
    else assert.match(found.reasons[0]!, reason);
  });
}

const slowdown = [...noisy(800, 10, 0.02, 1), ...noisy(200, 12, 0.02, 2)];
const quiet: Throttle = { active: false, flags: [], count: 3 };

describe('verdict', () => {
  check('ok: a steady series', noisy(1000, 10, 0.05, 1), 'ok');
  check('ok: a skewed series', noisy(5000, 10, 0.3, 2), 'ok');
  check(
    'ok: uniform noise',
    uniforms(3000, 3).map((u) => 10 + u),
    'ok',
  );
  check('ok: a change in the first half', [...noisy(150, 20, 0.02, 1), ...noisy(2850, 10, 0.02, 2)], 'ok');
  check(
    'wide: few and scattered',
    noisy(30, 10, 0.5, 1),
    'wide',
    /^interval of the median is \+-.* asked \+-2 %; 30 inferences/,
  );
  check('wide: too few for any interval', [10, 10, 10], 'wide', /carry no interval of 95 % confidence/);
  check(
    'drifting: a late step',
    slowdown,
    'drifting',
    /level changed by (19|20|21)[.\d]* % .* at inference (79\d|80\d), in the last third/,
  );
  check(
    'drifting: a steady slope',
    noisy(900, 10, 0.01, 3).map((x, i) => x * (1 + i / 4500)),
    'drifting',
    /in the last third|over the last third, steadily/,
  );
  check(
    'bimodal: two clock states that alternate',
    noisy(1000, 10, 0.01, 4).map((x, i) => (Math.floor(i / 7) % 3 === 0 ? x * 1.3 : x)),
    'bimodal',
    /^two modes at 10 ms and 13 ms, 33\.\d % of inferences in the slower$/,
  );
  check(
    'ok: two modes 4 % apart are none',
    noisy(1000, 10, 0.002, 4).map((x, i) => (Math.floor(i / 7) % 3 === 0 ? x * 1.04 : x)),
    'ok',
  );
  check(
    'ok: 5 % of outliers are no mode',
    noisy(1000, 10, 0.02, 5).map((x, i) => (i % 20 === 0 ? x * 3 : x)),
    'ok',
  );

  it('throttled: the clock fell with a slowdown', () => {
    const { kind, reasons } = verdict(slowdown, sample(1500), sample(1200));
    assert.equal(kind, 'throttled');
    assert.match(reasons[0]!, /while the clock fell to 0\.8 of its start \(1500 MHz to 1200 MHz\)/);
    assert.match(reasons[1]!, /level changed/);
  });

  it('not throttled: the clock fell and nothing became slower', () => {
    assert.equal(verdict(noisy(1000, 10, 0.02, 1), sample(1500), sample(1200)).kind, 'ok');
  });

  it('throttled: flags of the device', () => {
    const active: Throttle = { active: true, flags: ['under-voltage'], count: 3 };
    const steady = noisy(1000, 10, 0.02, 1);
    assert.equal(verdict(steady, sample(1500, quiet), sample(1500, quiet)).kind, 'ok');
    const found = verdict(steady, sample(1500, quiet), sample(1500, active));
    assert.deepEqual(found, { kind: 'throttled', reasons: ['the device says that it is throttled (under-voltage)'] });
    const over = verdict(steady, sample(1500, active), sample(1500, quiet));
    assert.equal(over.kind, 'throttled');
  });

  it('throttled: events counted while measuring', () => {
    const found = verdict(noisy(1000, 10, 0.02, 1), sample(1500, quiet), sample(1500, { ...quiet, count: 5 }));
    assert.deepEqual(found.reasons, ['the device counted 2 throttling events while measuring']);
  });
});
