// Groups of axes that advance together.

import { capital, type Finding, listOr, nameOf, removal, replaceBy } from './finding.ts';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import type { Path } from './yaml.ts';

/** A flat list of names is one mistake, though each of its items has the wrong type. */
export function withFlatZip(findings: readonly Finding[], zip: unknown, path: Path): readonly Finding[] {
  if (!Array.isArray(zip) || zip.length === 0 || !zip.every((item) => typeof item === 'string')) return findings;
  const message = `${capital(nameOf(path))} is a list of names, and takes a list of groups.`;
  const fix = `Add a pair of brackets: [[${zip.join(', ')}]].`;
  const others = findings.filter((finding) => !path.every((step, index) => finding.path[index] === step));
  return [
    ...others,
    { code: 'wrong-type', path, at: 'value', message, fix, remedies: [{ kind: 'wrap', before: '[', after: ']' }] },
  ];
}

/** `lengths`: the number of values by axis; undefined for an axis that has an error of its own. */
export function checkZip(
  groups: readonly (readonly string[])[],
  lengths: ReadonlyMap<string, number | undefined>,
  path: Path,
  report: Report,
): void {
  // The axes of a model are a map beside its groups; those of the execution are its own keys.
  const owner = path.slice(0, -1);
  const axisPath = (name: string): Path => (owner[0] === 'models' ? [...owner, 'axes', name] : [...owner, name]);
  const seen = new Set<string>();
  groups.forEach((group, index) => {
    let first: { name: string; length: number } | undefined;
    group.forEach((name, item) => {
      const at = [...path, index, item];
      if (!lengths.has(name)) {
        const close = nearest(name, lengths.keys());
        const known = [...lengths.keys()];
        const fix = known.length === 0 ? 'Write the axis first.' : `Use one of: ${listOr(known)}.`;
        const message = `\`zip\` names "${name}", which is no axis here.`;
        const hint = close === undefined ? fix : `Did you mean "${close}"?`;
        report.error('unknown-axis', at, message, hint, replaceBy(close));
        return;
      }
      if (seen.has(name)) {
        const message = `The axis "${name}" stands more than once in \`zip\`, and can advance with one group alone.`;
        report.error('zip-overlap', at, message, 'Name it once; join groups that share an axis.', removal);
        return;
      }
      seen.add(name);
      const length = lengths.get(name);
      if (length === undefined) return;
      first ??= { name, length };
      if (length === first.length) return;
      const message = `"${name}" has ${count(length)} and "${first.name}" has ${count(first.length)}: they cannot advance together.`;
      const related = [first.name, name].map((axis) => ({
        path: axisPath(axis),
        at: 'value' as const,
        message: `"${axis}" has ${count(lengths.get(axis) ?? 0)}.`,
      }));
      const hint = 'Give both as many values, or take one out of the group.';
      report.error('zip-unequal', at, message, hint, { ...removal, related });
    });
  });
}

function count(length: number): string {
  return length === 1 ? '1 value' : `${length} values`;
}
