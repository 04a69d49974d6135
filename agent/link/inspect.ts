// Inspections of models for workbenches: one at a time, and none beside a run, whose figures it would disturb.
import type { Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { InspectionSummary } from '@edgewright/schemas/inspection.js';
import { defaultLimits, type ModelInspect, type Notifications } from '@edgewright/schemas/wire.js';
import type { Findings, InspectProgress } from '../inspect/messages.ts';
import type { inspect } from '../inspect/process.ts';
import type { Device } from '../runner/device.ts';
import { missingArtifact } from '../runner/plan.ts';
import type { Runner } from '../runner/runner.ts';
import type { Artifacts } from '../store/artifacts.ts';
import { createPace } from './pace.ts';

export interface Inspections {
  /** Rejects with `inspection-busy`, `artifact-missing`, and as `inspect` of `inspect/process.ts`. */
  start(params: ModelInspect, session: Session): Promise<InspectionSummary>;
  /** Ends it where it is of this session. */
  leave(inspection: string, session: Session): void;
  close(): void;
}

export interface InspectionsOptions {
  readonly device: Pick<Device, 'id' | 'name'>;
  readonly runner: Pick<Runner, 'isBusy' | 'listen'>;
  readonly artifacts: Pick<Artifacts, 'has' | 'path' | 'hold' | 'release'>;
  /** Loaded when it is first asked for. */
  readonly loadInspect: () => Promise<typeof inspect>;
  readonly ortPath: string | undefined;
  /** Folder of what was measured of the device. */
  readonly data: string;
}

const defaults = { repeats: 15, seed: 1, relative: 1e-3, absolute: 1e-5, timeout: 300_000 } as const;

/** Milliseconds between two notices of progress. */
const progressTime = 250;

/** Bytes of the elements of one part, about: a quarter of what a frame may have. */
const partBytes = defaultLimits.frameBytes / 4;

interface Current {
  readonly session: Session;
  readonly inspection: string;
  readonly abort: AbortController;
  isOvertaken: boolean;
}

export function createInspections(options: InspectionsOptions): Inspections {
  const { device, runner, artifacts } = options;
  let current: Current | undefined;
  const stopListening = runner.listen({
    onStatus() {
      if (current === undefined || !runner.isBusy()) return;
      current.isOvertaken = true;
      current.abort.abort();
    },
  });

  return {
    async start(params, session) {
      if (current !== undefined) throw busy('It inspects another model.');
      if (runner.isBusy()) throw busy('It measures a run.');
      const { model, weights = {}, inputs } = params;
      const needed = [model, ...Object.values(weights), ...(inputs === undefined ? [] : [inputs])];
      for (const artifact of needed) if (!artifacts.has(artifact)) throw missingArtifact(artifact);
      const own: Current = {
        session,
        inspection: params.inspection,
        abort: new AbortController(),
        isOvertaken: false,
      };
      current = own;
      const holder = {};
      artifacts.hold(holder, needed);
      void session.closed.then(() => own.abort.abort());
      try {
        const findings = await run(params, session, own.abort.signal);
        await tellParts(session, params.inspection, findings);
        return summaryOf(params, findings);
      } catch (error) {
        throw own.isOvertaken ? busy('A run began meanwhile.') : error;
      } finally {
        current = undefined;
        artifacts.release(holder);
      }
    },
    leave(inspection, session) {
      if (current?.inspection === inspection && current.session === session) current.abort.abort();
    },
    close() {
      stopListening();
      current?.abort.abort();
    },
  };

  async function run(params: ModelInspect, session: Session, signal: AbortSignal): Promise<Findings> {
    const { inspection, model, weights = {}, sizes, want } = params;
    const inputs = params.inputs === undefined ? null : artifacts.path(params.inputs);
    const { timeout, memoryLimit, ...settings } = { ...defaults, ...params.options };
    const inspectModel = await options.loadInspect();
    let last: InspectProgress | undefined;
    const pace = createPace(progressTime, () => {
      if (last !== undefined && !session.isCongested()) session.notify('model.progress', { inspection, ...last });
    });
    try {
      return await inspectModel(
        {
          file: artifacts.path(model),
          weights: Object.fromEntries(Object.entries(weights).map(([path, sha256]) => [path, artifacts.path(sha256)])),
          sizes,
          inputs,
          want,
          ortPath: options.ortPath ?? null,
          data: options.data,
          ...settings,
        },
        {
          timeout,
          memoryLimit,
          signal,
          onProgress(progress) {
            last = progress;
            pace.ask();
          },
        },
      );
    } finally {
      pace.stop();
    }
  }

  function summaryOf({ model, sizes }: ModelInspect, findings: Findings): InspectionSummary {
    const { nodes, kernels, values, profile, plan, diff } = findings;
    return {
      model,
      sizes,
      device: { id: device.id, name: device.name },
      counts: { nodes: nodes.length, kernels: kernels.length, values: values.length },
      ...(profile && { profile }),
      ...(plan && { plan }),
      ...(diff && { diff }),
    };
  }
}

/** In order, so that the answer, which comes after them, finds them all told. */
async function tellParts(session: Session, inspection: string, findings: Findings): Promise<void> {
  for (const list of ['nodes', 'kernels', 'values'] as const) {
    for (const elements of partsOf<unknown>(findings[list])) {
      const part = { inspection, [list]: elements } as Notifications['model.part'];
      if (!session.notify('model.part', part)) await session.drained();
    }
  }
}

function* partsOf<T>(list: readonly T[]): Generator<readonly T[]> {
  let part: T[] = [];
  let bytes = 0;
  for (const element of list) {
    const own = Buffer.byteLength(JSON.stringify(element));
    if (part.length > 0 && bytes + own > partBytes) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(element);
    bytes += own;
  }
  if (part.length > 0) yield part;
}

function busy(why: string): CodedError {
  return new CodedError(
    'inspection-busy',
    `The device does not inspect the model. ${why}`,
    'Ask again when it is done; `edgewright runs` lists runs.',
  );
}
