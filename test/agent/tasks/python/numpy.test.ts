// The `numpy` of task scripts against what NumPy makes of the same expressions: test/fixtures/numpy/cases.py says how they were
// made. Floats are float32 here, float64 there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type MicroPython, registerNumpy } from '@edgewright/agent/tasks/python/register.js';
import type { Evaluator } from '@edgewright/core/tensor/evaluate.js';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript/micropython.mjs';

interface Case {
  readonly code: string;
  readonly kind?: 'b' | 'i' | 'f';
  readonly shape?: readonly number[];
  readonly values?: readonly (number | boolean | string | null)[];
  readonly plain?: unknown;
  readonly error?: string;
  readonly message?: string;
}

const { setup, cases } = JSON.parse(
  readFileSync(new URL('../../../fixtures/numpy/cases.json', import.meta.url), 'utf8'),
) as { setup: string; cases: readonly Case[] };

/** Says of the value of an expression what a case says; JSON has no NaN. */
const answer = `
import json, sys, numpy as np
setup = None
def told(v):
    return None if v != v else str(v) if v in (np.inf, -np.inf) else v
def answer(code):
    names = {'np': np}
    exec(setup, names)
    parts = code.split('; ')
    try:
        for part in parts[:-1]: exec(part, names)
        made = eval(parts[-1], names)
        if not isinstance(made, np.ndarray): return json.dumps({'plain': made})
        values = [told(v) for v in made.ravel().tolist()]
        return json.dumps({'kind': made.dtype.name[0], 'shape': list(made.shape), 'values': values})
    except (ValueError, IndexError, TypeError) as e:
        return json.dumps({'error': type(e).__name__, 'message': str(e)})
`;

/** Their messages name types that there are not here, or tell how NumPy goes about it. */
const ownMessages = new Set(['x = i.copy(); x += 1.5; x', "np.einsum('ij,jk->ik', a, a)", 'np.array([[1, 2], [3]])']);

async function openPython(): Promise<{ ask: (code: string) => Case; python: MicroPython; evaluator: Evaluator }> {
  const options = { heapsize: 2 ** 22, stdout: () => {}, stderr: () => {} };
  const python = (await loadMicroPython(options)) as MicroPython & { globals: Globals };
  const evaluator = registerNumpy(python);
  python.runPython(answer);
  python.globals.set('setup', setup);
  const call = python.globals.get('answer') as (code: string) => string;
  return { ask: (code) => JSON.parse(call(code)) as Case, python, evaluator };
}

interface Globals {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

describe('numpy of task scripts', () => {
  let ask: (code: string) => Case;
  let python: MicroPython;
  let evaluator: Evaluator;
  before(async () => {
    ({ ask, python, evaluator } = await openPython());
  });

  it('has what NumPy makes of every case', () => {
    const wrong = cases.flatMap((one) => {
      const fault = faultOf(ask(one.code), one);
      return fault === undefined ? [] : [`${one.code}: ${fault}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('compiles a line once, whatever its values', () => {
    python.runPython(
      'def line(k):\n    x = np.arange(6) * k\n    return ((x - x.mean()) / x.std()).tolist()\nline(1.5)',
    );
    const before = evaluator.compiled();
    python.runPython('for k in range(2, 40): line(k / 2)');
    assert.equal(evaluator.compiled(), before);
  });

  it('computes a chain of operators by one program', () => {
    const before = evaluator.compiled();
    python.runPython('x = np.exp(np.array([1.0, 2.0, 3.0, 4.0, 5.0]) * 2 - 1) / 3 + 7\nx.tolist()');
    assert.equal(evaluator.compiled(), before + 1);
  });

  it('computes what a loop makes longer and longer', () => {
    python.runPython('x = np.zeros(3)\nfor k in range(1000): x = x + 1\nassert x.tolist() == [1000, 1000, 1000]');
  });

  it('gives back after a run what nothing holds, and ends in MemoryError what is held', () => {
    for (let run = 0; run < 60; run++)
      python.runPython('x = np.zeros((1024, 1024)) + 1\nx.max().item()\ny = np.sort(x[0])\nassert x[0, 0] == 1');
    assert.throws(
      () => python.runPython('all = []\nwhile True:\n    all.append(np.arange(2 ** 20) + 1)\n    all[-1]._flat()'),
      ({ type }: { type?: string }) => type === 'MemoryError',
    );
    python.runPython('all = None');
  });

  it('leaves a script no way to the host', () => {
    const found = `import sys
found = [name for name in sys.modules if 'host' in name]
try:
    import __numpy_host
    found.append('imported')
except ImportError: pass
handle = np.zeros(2)._h
for name in ('constructor', '__proto__', 'valueOf'):
    if getattr(handle, name, None) is not None: found.append(name)
assert found == [], found`;
    python.runPython(found);
  });

  it('refuses what is too big before it makes it', () => {
    for (const code of ['np.zeros((100000, 100000))', 'np.arange(1000000000)'])
      assert.equal(ask(code).error, 'ValueError', code);
  });

  it('prints as NumPy does, on the right of a float too', () => {
    const text = (code: string) =>
      python.runPython(`shown = ${code}`) ?? (python as never as Shown).globals.get('shown');
    assert.equal(
      text('repr(2.5 * np.array([[1, 2], [3, 4]]))'),
      'array([[2.5, 5.],\n       [7.5, 10.]], dtype=float32)',
    );
    assert.equal(text('str(np.arange(3) > 1)'), '[False False True]');
  });

  it('names the types there are where another is asked for', () => {
    const { error, message } = ask('np.zeros(3, dtype="complex64")');
    assert.equal(error, 'TypeError');
    assert.match(message ?? '', /float32, int32 and bool/);
  });
});

interface Shown {
  readonly globals: Globals;
}

function faultOf(made: Case, wanted: Case): string | undefined {
  if (wanted.error !== undefined) {
    const isSame = made.error === wanted.error && (ownMessages.has(wanted.code) || made.message === wanted.message);
    return isSame ? undefined : `${JSON.stringify(made)}, not ${wanted.error}: ${wanted.message}`;
  }
  const kind = made.kind === wanted.kind && String(made.shape) === String(wanted.shape);
  const pairs = made.values?.map((value, at) => [value, wanted.values?.[at]] as const) ?? [];
  const isFit =
    'plain' in wanted
      ? JSON.stringify(made.plain) === JSON.stringify(wanted.plain)
      : kind && made.values?.length === wanted.values?.length && pairs.every(([a, b]) => isNear(a, b));
  return isFit ? undefined : `${JSON.stringify(made)}, not ${JSON.stringify(wanted)}`;
}

/** Within 2e-5 of the value, or 2e-6 near 0, where sums of float32 cancel. */
function isNear(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 2e-6 + 2e-5 * Math.abs(b);
}
