// What `edgewright explain` says of a tiny model, and of the cases around it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tensorOf } from '@edgewright/core/graph/tensor.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Explanation } from '@edgewright/workbench/graph/explain.js';
import stringWidth from 'string-width';
import { matchSnapshot } from '../../snapshot.ts';
import { edgewright } from '../cli/terminal.ts';
import { temporaryFolder } from '../folder.ts';
import { constantOf, floats, graphOf, stringCase } from './folders.ts';

/** A convolution, bias and ReLU; a transpose of a transpose; a running sum; and random numbers. */
function tinyGraph() {
  const image = { type: 'float32', shape: [1, 2, 8, 8] } as const;
  const weights = tensorOf(
    'float32',
    [4, 2, 3, 3],
    Array.from({ length: 72 }, (_, at) => at / 72),
  );
  const turned = { kind: 'ints', value: [0, 2, 3, 1] } as const;
  const pads = { kind: 'ints', value: [1, 1, 1, 1] } as const;
  return graphOf(
    { x: image },
    {
      y: { type: 'float32', shape: [1, 8, 4, 8] },
      sums: { type: 'float32', shape: [1, 2, 8, 8] },
      noise: { type: 'float32', shape: [1, 2, 8, 8] },
    },
    [
      { op: 'Conv', inputs: ['x', 'w', 'b'], outputs: ['c'], attributes: { pads } },
      { op: 'Relu', inputs: ['c'], outputs: ['r'] },
      { op: 'Transpose', inputs: ['r'], outputs: ['t'], attributes: { perm: turned } },
      { op: 'Transpose', inputs: ['t'], outputs: ['y'], attributes: { perm: turned } },
      { op: 'CumSum', inputs: ['x', 'axis'], outputs: ['sums'] },
      { op: 'RandomNormalLike', inputs: ['x'], outputs: ['noise'] },
    ],
    [
      constantOf('w', weights),
      constantOf('b', floats([4], 1, 2, 3, 4)),
      constantOf('axis', tensorOf('int64', [], [3n])),
    ],
  );
}

describe('explaining a compile', () => {
  const folder = temporaryFolder();
  const write = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder(), name), bytes);
  const call = (...argv: string[]) => edgewright({ cwd: folder() }, 'explain', ...argv);
  const explained = async (...argv: string[]): Promise<Explanation> => {
    const { code, out, err } = await call(...argv, '--json');
    assert.equal(code, 0, err);
    return JSON.parse(out);
  };

  it('fits into 80 columns', async () => {
    write('tiny.onnx', encodeModel(tinyGraph()));
    const { code, out } = await call('tiny.onnx');
    assert.equal(code, 0);
    for (const line of out.split('\n')) assert.ok(stringWidth(line) <= 80, line);
    matchSnapshot('workbench/graph/snapshots/explain.txt', out);
  });

  it('counts the work', async () => {
    write('tiny.onnx', encodeModel(tinyGraph()));
    const { kernels, memory, passes } = await explained('tiny.onnx');
    const conv = kernels.find(({ kernel }) => kernel === 'conv');
    assert.equal(conv?.macs, 4 * 64 * 18);
    assert.ok(memory !== null && memory.peak <= memory.arena && memory.arena <= memory.sum);
    assert.ok(passes.at(-1)!.kernels < passes[0]!.kernels);
    assert.equal(passes.at(-1)!.kernels, kernels.length);
  });

  it('without passes, has more kernels', async () => {
    write('tiny.onnx', encodeModel(tinyGraph()));
    const whole = await explained('tiny.onnx');
    const less = await explained('tiny.onnx', '--without', 'fuse,vertical');
    assert.ok(less.kernels.length > whole.kernels.length);
    assert.ok(!less.passes.some(({ pass }) => pass === 'fuse' || pass === 'vertical'));
    const { code, err } = await call('tiny.onnx', '--without', 'fuze');
    assert.equal(code, 2);
    assert.match(err, /There are fold, .*fuse/);
  });

  it('takes sizes of open dimensions, and says which are missing', async () => {
    const model = decodeModel(encodeModel(tinyGraph()));
    const dim = [{ dimParam: 'batch' }, { dimValue: 2 }, { dimValue: 8 }, { dimValue: 8 }];
    const input = [{ name: 'x', type: { tensorType: { elemType: 1, shape: { dim } } } }];
    write('open.onnx', encodeMessage('Model', { ...model, graph: { ...model.graph, input } }));
    const { kernels } = await explained('open.onnx', '--dim', 'batch=3');
    assert.ok(kernels.some(({ outputs }) => outputs[0]?.startsWith('float32[3,')));
    const wrong: readonly (readonly [argv: readonly string[], code: number, err: RegExp])[] = [
      [[], 1, /dimension-unbound.*batch[\s\S]*--dim batch=1/],
      [['--dim', 'bach=3'], 1, /dimension-unknown[\s\S]*It has batch/],
      [['--dim', 'batch'], 2, /--dim batch=1/],
    ];
    for (const [argv, expected, pattern] of wrong) {
      const { code, err } = await call('open.onnx', ...argv);
      assert.equal(code, expected, err);
      assert.match(err, pattern);
    }
  });

  it('says so where there is no program, or no model', async () => {
    write('strings.onnx', stringCase().model as Uint8Array);
    const { out } = await call('strings.onnx');
    assert.match(out, /There is no program/);
    assert.deepEqual((await explained('strings.onnx')).memory, null);
    write('broken.onnx', encodeModel(tinyGraph()).slice(0, -30));
    assert.equal((await call('broken.onnx')).code, 1);
    assert.equal((await call('none.onnx')).code, 4);
  });
});
