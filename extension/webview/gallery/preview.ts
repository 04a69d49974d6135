// Every state of the model preview: previews of real sweeps by the code that the extension uses.
import { familyOf } from '@edgewright/core/models/families.js';
import { inspectOnnx, type OnnxSource } from '@edgewright/core/models/onnx.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import { previewModel } from '@edgewright/core/sweep/preview.js';
import type { ToPreviewView } from '../../protocol.ts';
import type { Played } from './played.ts';

const families: Readonly<Record<string, string>> = {
  fc: '{family: fc, axes: {layers: [4, 16, 64], nodes: {from: 32, to: 8192, times: 2}, input: 2000, output: 200, batch: [1, 64]}}',
  cnn: '{family: cnn, axes: {block: [residual, bottleneck], blocks: [[3, 4, 6, 3], [2, 2, 2, 2]], filters: [16, 32, 64], image: 224, channels: 3, output: 1000, batch: 1}}',
  rnn: '{family: rnn, axes: {cell: [lstm, gru, rnn], layers: [1, 5, 9], embed: [100, 500], length: [10, 90], vocab: 1024, batch: [1, 16]}}',
  transformer:
    '{name: bert, family: transformer, axes: {kind: [encoder, decoder], layers: [6, 12, 24], hidden: [768, 1536], heads: [12, 16], feedforward: 3072, length: [16, 128], positions: 512, vocab: 30522, batch: 1}}',
  mobile:
    '{family: mobile, axes: {width: [0.5, 1, 1.4], depth: [1, 2], expansion: [3, 6], image: [128, 224], channels: 3, output: 1000, batch: 1}}',
};

/** Plays the preview of a document's models, and answers to other choices. */
function played(
  models: string,
  chosen: Readonly<Record<string, number | string>> = {},
  files: () => ReadonlyMap<string, OnnxSource> = () => new Map(),
): Played {
  let known: Parameters<typeof previewModel>[0] | undefined;
  const load = (): NonNullable<typeof known> => {
    if (known === undefined) {
      const sources = files();
      const {
        sweep,
        points = [],
        diagnostics,
      } = checkSweep(`edgewright: sweep/v1\nname: made\nmodels: [${models}]\n`, sources);
      if (sweep === undefined) throw new Error(JSON.stringify(diagnostics));
      known = { document: 'made.sweep.yaml', sweep, files: sources, points };
    }
    return known;
  };
  return {
    begin: (send) =>
      send({
        kind: 'preview',
        uri: 'file:///made-up.sweep.yaml',
        preview: previewModel(load(), 0, chosen),
      } satisfies ToPreviewView),
    answer(message, send) {
      if (message.kind !== 'choose') return;
      send({
        kind: 'preview',
        uri: 'file:///made-up.sweep.yaml',
        preview: previewModel(load(), message.model, message.parameters),
      } satisfies ToPreviewView);
    },
  };
}

/** A file with names that carry no structure, as older exporters write them. */
function flatFile(): ReadonlyMap<string, OnnxSource> {
  const parameters = {
    kind: 'decoder',
    layers: 96,
    hidden: 16,
    heads: 2,
    feedforward: 32,
    length: 8,
    positions: 16,
    vocab: 50,
    batch: 1,
  };
  const graph = familyOf('transformer').build(parameters, 'float32', 1);
  const nodes = graph.nodes.map((node, at) => ({ ...node, name: `${node.op}_${at}` }));
  return new Map([['models/decoder.onnx', inspectOnnx(encodeModel({ ...graph, nodes }), 'made')]]);
}

const invalid: ToPreviewView = {
  kind: 'invalid',
  diagnostics: [
    {
      code: 'unknown-key',
      severity: 'error',
      path: ['models', 0, 'axes', 'layer'],
      message: 'fc has no axis "layer".',
      fix: 'Did you mean layers?',
    },
    {
      code: 'missing-key',
      severity: 'error',
      path: ['models', 0, 'axes'],
      message: 'nodes is missing.',
      fix: 'Give it values.',
    },
  ],
};

export const previewStates: Readonly<Record<string, Played>> = {
  ...Object.fromEntries(Object.entries(families).map(([name, model]) => [name, played(model)])),
  'several models': played([families.fc, families.cnn, families.mobile].join(', ')),
  'large onnx file': played('{name: decoder, family: onnx, file: models/decoder.onnx}', {}, flatFile),
  refusal: played(
    '{family: transformer, axes: {kind: encoder, layers: 2, hidden: 768, heads: [12, 7], feedforward: 0, length: 16, positions: 0, vocab: 1000, batch: 1}, constraint: ["heads != 7"]}',
    { heads: 7 },
  ),
  excluded: played(
    '{family: fc, axes: {layers: [4, 64], nodes: [32, 8192], input: 10, output: 10, batch: 1}, constraint: ["parameters < 1e6"]}',
    { nodes: 8192 },
  ),
  invalid: { begin: (send) => send(invalid) },
  'invalid after a preview': {
    begin(send, now) {
      played(families.fc ?? '').begin(send, now);
      send(invalid);
    },
  },
  broken: {
    begin: (send) =>
      send({
        kind: 'broken',
        fault: {
          code: 'document-kind',
          message: 'The document is no sweep.',
          fix: 'Open a document that begins with `edgewright: sweep/v1`.',
        },
      } satisfies ToPreviewView),
  },
};
