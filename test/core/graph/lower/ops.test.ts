import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { atomicUnits, type OpKind, ops, placement, workload } from '@edgewright/core/graph/lower/ops.js';
import { lowerers } from '@edgewright/core/graph/lower/rules.js';
import { kernelKinds } from '@edgewright/core/graph/program/kernel.js';
import { scalarFunctions } from '@edgewright/core/graph/program/scalar.js';

const page = new URL('../../../../docs/compiler.md', import.meta.url);

/** The part of the page that is made from the tables. */
function tables(): string {
  const kinds = Object.entries(kernelKinds).map(([kind, what]) => `| \`${kind}\` | ${what} |`);
  const groups: readonly OpKind[] = ['atomic', 'transform', 'composite', 'control', 'placed'];
  const rows = groups.flatMap((kind) => {
    const hows = [...new Set(ops.filter((row) => row.kind === kind).map(({ how }) => how))];
    const listed = (how: string): string =>
      ops
        .filter((row) => row.kind === kind && row.how === how)
        .map(({ op }) => op)
        .join(', ');
    return hows.map((how) => `| ${kind} | ${listed(how)} | ${how} |`);
  });
  const strict = workload(16, atomicUnits());
  const loose = workload(16, Object.keys(kernelKinds).length - 4);
  const saved = ({ before, after }: typeof strict): string =>
    `${before} to ${after}, ${Math.round(100 * (1 - after / before))} % less`;
  return [
    `${lowerers.size + 1} ops are lowered, onto ${Object.keys(kernelKinds).length} kernels and ${Object.keys(scalarFunctions).length} scalar functions.`,
    '',
    `The workload of the Walle paper, for its 16 backends: ${saved(loose)}, if a kernel counts as one as it does there; ${saved(strict)}, if every scalar function counts as a kernel too.`,
    '',
    '| kernel | what it does |',
    '| --- | --- |',
    ...kinds,
    '',
    '| kind | ops | becomes, or why not |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

describe('the table of ops', () => {
  it('has every op once, and a rule for each that is lowered', () => {
    const names = ops.map(({ op }) => op);
    assert.equal(new Set(names).size, names.length);
    // The import turns constants into constants.
    const lowered = ops.flatMap(({ op, kind }) => (kind === 'placed' || op === 'Constant' ? [] : [op]));
    assert.deepEqual(lowered.sort(), [...lowerers.keys()].sort());
  });

  it('lowers at least 110 ops onto at most 64 kernels, which is less to write than without', () => {
    assert.ok(lowerers.size >= 110 && Object.keys(kernelKinds).length <= 64);
    const { before, after } = workload(16, atomicUnits());
    assert.ok(after < 0.54 * before, `${before} ${after}`);
  });

  it('says why of every op that is not lowered', () => {
    assert.equal(placement('Unique'), 'the size of its output depends on data');
    assert.equal(placement('ai.onnx.ml.TreeEnsemble'), 'it is classical machine learning');
    assert.equal(placement('com.example.Anything'), 'it is no op of ONNX');
  });

  it('stands in docs/compiler.md', () => {
    const text = readFileSync(page, 'utf8');
    const [before, rest] = text.split('<!-- ops -->\n');
    const after = rest?.split('<!-- /ops -->')[1];
    const wanted = `${before}<!-- ops -->\n\n${tables()}\n\n<!-- /ops -->${after}`;
    if (process.env.UPDATE) writeFileSync(page, wanted);
    else assert.equal(text, wanted, 'UPDATE=1 writes it anew');
  });
});
