// The process in which a model is taken apart: what a hostile or huge file does to it, it does to no window.
import { basename, dirname } from 'node:path';
import { targetOf, webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { externalLocations } from '@edgewright/core/onnx/external.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type Fault, stageNames, type ToGraphView } from '../protocol.ts';
import { externalBeside, readModelBytes } from './file.ts';
import { sizesOf, studyModel } from './study.ts';

/** From the parent, once; the answers are what the view is told. */
export interface GraphTask {
  /** Of the document, as the editor keeps it. */
  readonly uri: string;
  readonly path: string;
  /** Of open dimensions, by name. */
  readonly sizes: Readonly<Record<string, number>>;
}

process.once('message', answer);
// The parent ends it when it has heard the last; without a parent it ends by itself.
process.once('disconnect', () => process.exit());

function answer({ uri, path, sizes }: GraphTask): void {
  let done = 0;
  let isOpen = false;
  try {
    const bytes = readModelBytes(path);
    const model = decodeModel(bytes);
    send({
      kind: 'opened',
      model: {
        uri,
        name: basename(path),
        folder: dirname(path),
        bytes: bytes.length,
        opset: model.opsetImport?.find(({ domain = '' }) => domain === '' || domain === 'ai.onnx')?.version ?? 1,
        producer: [model.producerName, model.producerVersion].filter(Boolean).join(' '),
        locations: externalLocations(model),
        dimensions: sizesOf(model, sizes),
      },
    });
    isOpen = true;
    const external = externalBeside(dirname(path));
    for (const stage of studyModel(model, { sizes, external, target: targetOf(webAssembly) })) {
      send({ kind: 'stage', stage });
      done = stageNames.indexOf(stage.name) + 1;
    }
  } catch (error) {
    const fault = faultOf(error);
    const stage = stageNames[done];
    send(isOpen && stage !== undefined ? { kind: 'stopped', stage, fault } : { kind: 'broken', fault });
  }
}

function send(message: ToGraphView): void {
  process.send?.(message);
}

function faultOf(error: unknown): Fault {
  if (error instanceof CodedError) return { code: error.code, message: error.message, fix: error.fix };
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return {
    code: 'internal-error',
    message: `The compiler failed on the model: ${name}: ${message}`,
    fix: 'This is a bug; the model may still run with ort.',
  };
}
