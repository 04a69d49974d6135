import type { Code } from '@edgewright/schemas/codes.js';
import { type Found, findCases } from '../../graph/cases.ts';
import { type HostStep, type Verdict, verdictOf } from '../../graph/verdict.ts';
import { Verifier } from '../../graph/verifier.ts';
import { printable } from '../../text/printable.ts';
import { plural } from '../../text/units.ts';
import { exitCodes } from '../exit.ts';
import type { Io, Tone } from '../io.ts';

interface VerifyOptions {
  readonly runtime: 'jit';
  readonly rtol?: number;
  readonly atol?: number;
  readonly timeout: number;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `edgewright verify FOLDER...`. Exit code 1 where a case failed, died or is unusable; with --json an array of verdicts. */
export async function verifyFolders(io: Io, folders: readonly string[], options: VerifyOptions): Promise<number> {
  const { rtol: relative, atol: absolute } = options;
  const tolerance = { ...(relative !== undefined && { relative }), ...(absolute !== undefined && { absolute }) };
  const verifier = new Verifier({ tolerance, timeout: options.timeout });
  let isInterrupted = false;
  const stopListening = io.onInterrupt(() => {
    isInterrupted = true;
    verifier.close();
  });
  const verdicts: Verdict[] = [];
  try {
    for (const found of folders.flatMap((folder) => findCases(folder, io.cwd))) {
      const verdict = found.error === undefined ? await verifier.verify(found.place) : notSearched(found, found.error);
      if (isInterrupted) break;
      verdicts.push(verdict);
      if (!options.json && (options.all || verdict.outcome !== 'passed')) io.out(lineOf(verdict, io));
    }
  } finally {
    verifier.close();
    stopListening();
  }
  io.out(options.json ? `${JSON.stringify(verdicts, null, 2)}\n` : summaryOf(verdicts));
  if (isInterrupted) return exitCodes.interrupted;
  return verdicts.some(isFinding) ? exitCodes.findings : exitCodes.ok;
}

function notSearched({ place }: Found, { code, message, fix }: NonNullable<Found['error']>): Verdict {
  return verdictOf(place.name, 'refused', { error: { message, code, fix } });
}

/** That a model is refused is no mistake of the compiler; a folder without cases is one of the caller. */
function isFinding({ outcome, error }: Verdict): boolean {
  return outcome === 'failed' || (error?.code !== undefined && findings.has(error.code));
}

const findings: ReadonlySet<Code> = new Set<Code>(['case-unusable', 'case-died', 'file-unreadable']);

const tones = { passed: 'good', failed: 'bad', placed: 'dim', refused: 'warning' } as const satisfies Record<
  Verdict['outcome'],
  Tone
>;

function lineOf(verdict: Verdict, io: Io): string {
  const bound = verdict.bound.length > 0 ? ` (bound: ${verdict.bound.join(', ')})` : '';
  const detail = detailOf(verdict);
  const text = printable(`${verdict.case}${bound}${detail === '' ? '' : `: ${detail}`}`);
  return `${io.paint(tones[verdict.outcome], verdict.outcome.padEnd(7))}  ${text}\n`;
}

function detailOf({ outcome, greatest, error, nodes, kernels, host }: Verdict): string {
  switch (outcome) {
    case 'passed': {
      const inHost = host.map(({ kernel, count }) => `${count} ${kernel}`).join(', ');
      return `${plural(kernels, 'kernel')}${inHost === '' ? '' : `, on the host ${inHost}`}${errorsOf(greatest)}`;
    }
    case 'placed': {
      const reasons = new Set(
        nodes.map(({ node, op, reason }) => `${op === 'Input' || op === 'Output' ? `${op} ${node}` : op}: ${reason}`),
      );
      return [...reasons].join('; ');
    }
    case 'failed':
      return `${error?.message ?? ''}${errorsOf(greatest)}`;
    case 'refused':
      return `[${error?.code}] ${error?.message}`;
  }
}

function errorsOf(greatest: Verdict['greatest']): string {
  const { absolute, relative } = greatest ?? {};
  if (typeof absolute !== 'number') return '';
  if (absolute === 0) return '; exact';
  const beside = typeof relative === 'number' ? `, relative ${relative.toPrecision(2)}` : '';
  return `; greatest error ${absolute.toPrecision(2)}${beside}`;
}

function summaryOf(verdicts: readonly Verdict[]): string {
  const outcomes = ['passed', 'failed', 'placed', 'refused'] as const;
  const counts = outcomes.map((each) => `${verdicts.filter(({ outcome }) => outcome === each).length} ${each}`);
  const bound = verdicts.filter((verdict) => verdict.bound.length > 0).length;
  const folded = verdicts.filter((each) => each.outcome === 'passed' && each.kernels === 0 && each.host.length === 0);
  const kernels = verdicts.reduce((sum, verdict) => sum + verdict.kernels, 0);
  const host = groupHost(verdicts);
  const steps = host.reduce((sum, { count }) => sum + count, 0);
  const lines = [
    `${plural(verdicts.length, 'case')}: ${counts.join(', ')}`,
    ...(bound > 0 ? [`${bound} of them with inputs bound to their values, since shapes hang on them`] : []),
    ...(folded.length > 0 ? [`${folded.length} of them without a kernel: the compiler computed all`] : []),
    `${plural(kernels, 'kernel')} ran as WebAssembly, ${steps} on the host${steps > 0 ? ':' : ''}`,
    ...host.map(({ kernel, reason, count }) => `${String(count).padStart(6)}  ${kernel}: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Over all cases, the most frequent first. */
function groupHost(verdicts: readonly Verdict[]): readonly HostStep[] {
  const groups = Map.groupBy(
    verdicts.flatMap(({ host }) => host),
    ({ kernel, reason }) => `${kernel} ${reason}`,
  );
  return [...groups.values()]
    .map((group) => ({ ...group[0]!, count: group.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
