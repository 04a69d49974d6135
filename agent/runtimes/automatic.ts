// The runtime of a model whose task names none. The compiler plans: on what was measured of the device where that is kept, else
// by trying; a runtime that takes the model as it is stands in where the compiler is not there or does not read it.
import type { Plan } from '@edgewright/core/graph/search/plan.js';
import { type WebAssemblyApi, webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { keptCalibration } from './calibration.ts';
import { firstLineOf } from './first-line.ts';
import { openJit } from './jit.ts';
import { openOrt } from './ort.ts';
import { openOrtWeb } from './ort-web.ts';
import type { ModelSource, Runtime, Session } from './runtime.ts';
import type { Rounds } from './stopwatch.ts';

export interface AutomaticOptions {
  /** The agent's folder of what was measured of the device. */
  readonly data: string;
  readonly ortPath: string | undefined;
  /** Undefined: no compiler. */
  readonly api?: WebAssemblyApi | undefined;
  /** The first that opens is the one beside the compiler: ort-web is the same kernels, slower. */
  readonly others?: readonly (() => Promise<Runtime>)[];
}

export interface Chosen {
  readonly session: Session;
  /** Such as `jit`, or `jit + ort` for a model in parts. */
  readonly runtime: string;
  /** Why, as a clause. */
  readonly reason: string;
}

/** @param isAwaited Whether somebody waits for it: then nothing is tried. Rejects with `task-model`. */
export type LoadAutomatic = (
  model: ModelSource,
  dimensions: ReadonlyMap<string, number>,
  isAwaited: boolean,
) => Promise<Chosen>;

/** Of two runtimes, a second or two for the usual model; a slow one has a few inferences. */
const trial: Rounds = { rounds: 25, warm: 50, least: 1, most: 1500 };

export function openAutomatic(options: AutomaticOptions): LoadAutomatic {
  const { data, ortPath: path, others = [() => openOrt({ path }), () => openOrtWeb(1)] } = options;
  const api = 'api' in options ? options.api : webAssembly;
  let jit: Promise<Runtime> | undefined;
  let beside: Promise<readonly Runtime[]> | undefined;

  const openBeside = async (): Promise<readonly Runtime[]> => {
    for (const open of others) {
      const runtime = await open().catch(() => undefined);
      if (runtime !== undefined) return [runtime];
    }
    return [];
  };
  const besides = (): Promise<readonly Runtime[]> => {
    beside ??= openBeside();
    return beside;
  };
  const openCompiler = async (): Promise<Runtime> => {
    const runtime = openJit(api, { data, calibrate: keptCalibration(), others: besides, trial });
    await runtime.prepare?.();
    return runtime;
  };

  return async (model, dimensions, isAwaited) => {
    const load = { threads: 1, optimization: 'all', dimensions } as const;
    const reasons: string[] = [];
    try {
      jit ??= openCompiler();
      const session = await (await jit).load(model, { ...load, mixed: true, untried: isAwaited });
      return { session, ...told(session.plan, isAwaited) };
    } catch (error) {
      reasons.push(`jit: ${firstLineOf(error).slice(0, longest)}`);
    }
    for (const runtime of await besides()) {
      try {
        const session = await runtime.load(model, load);
        return { session, runtime: runtime.name, reason: `it takes the model as it is; ${reasons.join(' ')}` };
      } catch (error) {
        reasons.push(`${runtime.name}: ${firstLineOf(error).slice(0, longest)}`);
      }
    }
    throw new CodedError(
      'task-model',
      `No runtime takes the model. ${reasons.join(' ')}`,
      'Try the model with `edgewright explain`, or name another runtime under `model.runtime`.',
    );
  };
}

function told(plan: Plan | undefined, isAwaited: boolean): Pick<Chosen, 'runtime' | 'reason'> {
  if (plan === undefined) return { runtime: 'jit', reason: isAwaited ? notTried : 'the compiler has all of it' };
  const forced = plan.parts.map(({ reason }) => reason).find((reason) => reason.startsWith('not compiled'));
  const reason = [...(forced === undefined ? [] : [forced.slice(0, longest)]), compared(plan, isAwaited)].join('; ');
  return { runtime: [...new Set(plan.parts.map(({ runtime }) => runtime))].join(' + '), reason };
}

/** Characters of names that a model may have given. */
const longest = 300;

const notTried = 'not tried, since its sizes came with a firing';

function compared({ measured, predicted, alternatives }: Plan, isAwaited: boolean): string {
  if (measured !== undefined) {
    const others = alternatives.map((other) =>
      other.measured === undefined ? `${other.runtime} fails` : `${other.runtime} ${milliseconds(other.measured)}`,
    );
    const time = milliseconds(measured);
    return others.length === 0
      ? `${time} when tried, and no other takes it`
      : `${time} when tried, ${others.join(', ')}`;
  }
  const why = isAwaited ? notTried : 'not tried, since it fails with made inputs';
  return predicted === undefined ? why : `predicted ${milliseconds(predicted)}; ${why}`;
}

function milliseconds(time: number): string {
  return `${Number(time.toPrecision(2))} ms`;
}
