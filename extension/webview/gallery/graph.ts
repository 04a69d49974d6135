// Every state of the graph view: models taken apart by the code that the extension uses.
import type { Graph } from '@edgewright/core/graph/graph.js';
import { families } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Parameters } from '@edgewright/schemas/generated/record.js';
import type { Inspection } from '@edgewright/schemas/inspection.js';
import { sizesOf, studyModel } from '../../graph/study.ts';
import type { Fault, Stage, StageName, StageNode, ToGraphView } from '../../protocol.ts';
import type { Played } from './played.ts';

const cnn = () =>
  graphOf('cnn', { block: 'bottleneck', blocks: [1, 1], filters: 16, image: 64, channels: 3, output: 10, batch: 1 });
const rnn = () => graphOf('rnn', { cell: 'lstm', layers: 2, embed: 32, length: 10, vocab: 100, batch: 1 });
const decoder = () =>
  graphOf('transformer', {
    kind: 'decoder',
    layers: 96,
    hidden: 16,
    heads: 2,
    feedforward: 32,
    length: 8,
    positions: 16,
    vocab: 50,
    batch: 1,
  });

function graphOf(family: keyof typeof families, parameters: Parameters): Graph {
  return families[family].build(parameters, 'float32', 1);
}

/** The first dimension of its inputs left open. */
function opened(model: OnnxModel): OnnxModel {
  const input = model.graph?.input?.map((info) => {
    const [, ...dim] = info.type?.tensorType?.shape?.dim ?? [];
    const tensorType = { ...info.type?.tensorType, shape: { dim: [{ dimParam: 'batch' }, ...dim] } };
    return { ...info, type: { tensorType } };
  });
  return { ...model, graph: { ...model.graph, ...(input && { input }) } } as OnnxModel;
}

function fileOf(graph: Graph): OnnxModel {
  return decodeModel(encodeModel(graph));
}

/** Plays a model up to a stage, and other sizes of it. */
function played(name: string, make: () => OnnxModel, until?: StageName): Played {
  let known: OnnxModel | undefined;
  const tell = (send: (message: unknown) => void, sizes: Readonly<Record<string, number>>): void => {
    known ??= make();
    const model: ToGraphView = {
      kind: 'opened',
      model: {
        uri: `file:///models/${name}`,
        name,
        folder: 'models',
        bytes: 1_234_567,
        opset: 17,
        producer: 'pytorch 2.9.0',
        locations: [],
        dimensions: sizesOf(known, sizes),
      },
    };
    send(model);
    for (const stage of studyModel(known, {
      sizes,
      external: () => undefined,
      target: { relaxed: false, shared: false },
    })) {
      send({ kind: 'stage', stage } satisfies ToGraphView);
      if (stage.name === until) return;
    }
  };
  return {
    begin: (send) => tell(send, {}),
    answer(message, send) {
      if (message.kind === 'sizes') tell(send, message.sizes);
    },
  };
}

/** What a device might tell of the stages: times by work, and errors that grow along the graph from a node on. */
function inspectionOf(stages: ReadonlyMap<StageName, Stage>, differsFrom: number): Inspection {
  const top = (name: StageName): readonly StageNode[] =>
    stages.get(name)!.nodes.filter(({ kind, depth }) => kind === 'node' && depth === 0);
  const time = ({ macs, bytes }: StageNode): number => 0.002 + macs / 4e6 + bytes / 4e7;
  const nodes = top('original').map((node, index) => ({
    index,
    name: node.name,
    op: node.op,
    outputs: node.makes,
    time: time(node),
  }));
  const kernels = top('planned').map((node, index) => ({
    index,
    kind: node.op,
    nodes: node.from,
    algorithms: node.run?.algorithms ?? [],
    runtime: node.run?.by ?? ('wasm' as const),
    reason: node.run?.reason ?? null,
    time: time(node) * 0.8,
    predicted: time(node),
    ...(node.op === 'conv' && { alternatives: [{ algorithm: 'Winograd F(2, 3)', predicted: time(node) * 1.3 }] }),
  }));
  const values = top('original').map((node, index) => {
    const of = node.bytes / 4;
    const maxAbs = index < differsFrom ? 3e-7 : 0.004 * (index - differsFrom + 1);
    const beyond = index < differsFrom ? 0 : Math.ceil(of / 50);
    const from = index % 3 === 0 ? ('program' as const) : ('unfused' as const);
    const isOutput = index === nodes.length - 1;
    const ulps = Math.ceil(maxAbs * 1e7);
    const errors = { maxAbs, maxRel: maxAbs * 3, meanAbs: maxAbs / 9, ulps };
    return { name: node.makes[0] ?? '', node: index, from, isOutput, type: node.output, of, beyond, ...errors };
  });
  const total = kernels.reduce((sum, kernel) => sum + kernel.time, 0);
  return {
    model: '0'.repeat(64),
    sizes: {},
    device: { id: 'made-up', name: 'pi-5' },
    counts: { nodes: nodes.length, kernels: kernels.length, values: values.length },
    profile: {
      jit: { latency: total, repeats: 15 },
      reference: { latency: total * 0.7, repeats: 15, runtime: 'ort', version: '1.30.0' },
      nodes: null,
    },
    plan: {
      parts: [
        { runtime: 'jit', from: 0, to: 12, reason: 'the compiler is faster', predicted: total / 2 },
        { runtime: 'ort', from: 12, to: nodes.length, reason: 'onnxruntime is faster', predicted: total / 3 },
      ],
      predicted: (total * 5) / 6,
      alternatives: [{ runtime: 'ort alone', predicted: total }],
    },
    diff: {
      reference: { runtime: 'ort', version: '1.30.0' },
      tolerance: { relative: 1e-3, absolute: 1e-5 },
      seed: 1,
      firstDiffering: differsFrom < nodes.length ? differsFrom : null,
      left: 0,
    },
    nodes,
    kernels,
    values,
  };
}

/** A model whose stages are known, and then what a device told. */
function inspected(
  make: () => OnnxModel,
  then: (stages: ReadonlyMap<StageName, Stage>) => readonly ToGraphView[],
): Played {
  const before = played('resnet.onnx', make);
  return {
    begin(send, now) {
      const stages = new Map<StageName, Stage>();
      before.begin((message) => {
        const told = message as ToGraphView;
        if (told.kind === 'stage') stages.set(told.stage.name, told.stage);
        send(told);
      }, now);
      for (const message of then(stages)) send(message);
    },
  };
}

const atWork: ToGraphView = {
  kind: 'inspecting',
  progress: { device: 'pi-5', phase: 'comparing values', done: 120, of: 310 },
};
const refusedInspection: ToGraphView = {
  kind: 'refused',
  fault: {
    code: 'capability-missing',
    message: 'The agent of pi-5 does not look inside models.',
    fix: 'Update edgewright-agent on it.',
  },
};

const notLowered: Fault = {
  code: 'runtime-refused',
  message:
    'The compiler leaves nodes to another runtime, and what types they make is not known: NonZero "/boxes/NonZero" (the size of its output depends on data).',
  fix: 'Measure this model with ort or ort-web, or export it with fixed sizes and without these ops.',
};

function stoppedAt(stage: StageName, fault: Fault): Played {
  const before = played('detector.onnx', () => opened(fileOf(cnn())), 'original');
  return {
    begin(send, now) {
      before.begin(send, now);
      send({ kind: 'stopped', stage, fault } satisfies ToGraphView);
    },
  };
}

function brokenBy(fault: Fault): Played {
  return { begin: (send) => send({ kind: 'broken', fault } satisfies ToGraphView) };
}

export const graphStates: Readonly<Record<string, Played>> = {
  cnn: played('resnet.onnx', () => fileOf(cnn())),
  loops: played('lstm.onnx', () => fileOf(rnn())),
  'open dimensions': played('classifier.onnx', () => opened(fileOf(cnn()))),
  large: played('decoder.onnx', () => fileOf(decoder())),
  measured: inspected(
    () => fileOf(cnn()),
    (stages) => [{ kind: 'inspected', want: 'profile', inspection: inspectionOf(stages, 99) }],
  ),
  different: inspected(
    () => fileOf(cnn()),
    (stages) => [{ kind: 'inspected', want: 'diff', inspection: inspectionOf(stages, 12) }],
  ),
  'all agree': inspected(
    () => fileOf(cnn()),
    (stages) => [{ kind: 'inspected', want: 'diff', inspection: inspectionOf(stages, 99) }],
  ),
  'large difference': inspected(
    () => fileOf(decoder()),
    (stages) => [{ kind: 'inspected', want: 'diff', inspection: inspectionOf(stages, 2_000) }],
  ),
  'at work': inspected(
    () => fileOf(cnn()),
    () => [atWork],
  ),
  refused: inspected(
    () => fileOf(cnn()),
    () => [atWork, { kind: 'inspecting', progress: undefined }, refusedInspection],
  ),
  'being taken apart': played('resnet.onnx', () => fileOf(cnn()), 'original'),
  'not lowered': stoppedAt('decomposed', notLowered),
  broken: brokenBy({
    code: 'onnx-malformed',
    message: 'The file is not an ONNX model: it ends within a field.',
    fix: 'Export the model again, or check that the file was copied whole and is not a pointer of Git LFS.',
  }),
  'too large': brokenBy({
    code: 'file-unreadable',
    message: '/models/llama.onnx has 7.2 GiB; an ONNX file has 2 GiB at most.',
    fix: 'Export the model with its weights as external data, in a file beside it.',
  }),
};
