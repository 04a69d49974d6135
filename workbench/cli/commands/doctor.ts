import { examine, type Finding } from '../../devices/doctor.ts';
import { targetOf } from '../../devices/target.ts';
import { fileCredentials } from '../../devices/tokens.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

/** `edgewright doctor ADDRESS`: each step stands on the one before; exit code 3 where one failed. */
export async function examineDevice(
  io: Io,
  address: string,
  options: { readonly tokenFile?: string; readonly certificate?: string; readonly json?: boolean },
): Promise<number> {
  const findings: Finding[] = [];
  const target = targetOf(address, options, io.cwd);
  for await (const finding of examine(target, fileCredentials(io.environment))) {
    findings.push(finding);
    if (!options.json) io.out(findingText(finding, io));
  }
  if (options.json) io.out(`${JSON.stringify(findings, null, 2)}\n`);
  return findings.some(({ outcome }) => outcome === 'failed') ? exitCodes.device : exitCodes.ok;
}

function findingText({ step, outcome, detail, fix }: Finding, io: Io): string {
  const tone = { ok: 'good', warning: 'warning', failed: 'bad' } as const;
  return `${io.paint(tone[outcome], outcome.padEnd(7))}  ${step}: ${detail}\n${fix === undefined ? '' : `         fix: ${fix}\n`}`;
}
