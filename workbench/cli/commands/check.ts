import { resolve } from 'node:path';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import { parseFleet } from '@edgewright/schemas/fleet.js';
import type { DocumentKind } from '@edgewright/schemas/kind.js';
import { loadSweep } from '../../sweep/load.ts';
import { loadTask } from '../../task/load.ts';
import { checkModelFiles } from '../../tasks/model.ts';
import { countText, plural } from '../../text/units.ts';
import { kindOf, readDocument } from '../document.ts';
import { formatDiagnostic } from '../excerpt.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

/** An element of `check --json`. */
export interface CheckedFile {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly ok: boolean;
  /** Of a sweep without errors. */
  readonly points?: number;
  readonly slots?: number;
  readonly excluded?: number;
  /** Of a fleet without errors. */
  readonly devices?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `edgewright check FILE...` */
export async function checkFiles(io: Io, files: readonly string[], options: { json?: boolean }): Promise<number> {
  const results: CheckedFile[] = [];
  for (const file of files) {
    const { text, result } = await checkFile(file, io);
    results.push(result);
    if (!options.json) io.out(textOf(result, text, io));
  }
  if (options.json) io.out(`${JSON.stringify(results, null, 2)}\n`);
  return results.every(({ ok }) => ok) ? exitCodes.ok : exitCodes.findings;
}

async function checkFile(file: string, io: Io): Promise<{ text: string; result: CheckedFile }> {
  const text = await readDocument(file, io.cwd);
  const kind = kindOf(file, text);
  if (kind === 'task') {
    const { task, diagnostics: found } = loadTask(file, text);
    const ofModel = task === undefined ? [] : await checkModelFiles(text, task, resolve(io.cwd, file));
    const diagnostics = [...found, ...ofModel];
    return { text, result: { file, kind, ok: !hasErrors(diagnostics), diagnostics } };
  }
  if (kind === 'fleet') {
    const { diagnostics, fleet } = parseFleet(text);
    const devices = fleet?.devices.length;
    const ok = !hasErrors(diagnostics);
    return { text, result: { file, kind, ok, ...(devices !== undefined && { devices }), diagnostics } };
  }
  const { checked } = await loadSweep(file, io.cwd, text);
  const { diagnostics, points, slots, excluded } = checked;
  const counts = points && slots ? { points: points.length, slots: slots.length, excluded } : {};
  return { text, result: { file, kind, ok: !hasErrors(diagnostics), ...counts, diagnostics } };
}

function textOf(
  { file, ok, points, slots, excluded, devices, diagnostics }: CheckedFile,
  text: string,
  io: Io,
): string {
  const findings = diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic, file, text, io)}\n`).join('');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const errors = diagnostics.length - warnings;
  const found = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  const holds =
    devices !== undefined
      ? [plural(devices, 'device')]
      : points !== undefined && slots !== undefined
        ? [countText(points, slots), ...(excluded ? [`${excluded} left out by constraints`] : [])]
        : [];
  const mark = ok ? [io.paint('good', 'ok')] : [];
  return `${findings}${file}: ${[...mark, ...holds, ...found].join(', ')}\n`;
}
