// Which kind and version of document a text is: the name of its file, and its key `edgewright`.
import { type Finding, replaceBy, shown } from './finding.ts';

export type DocumentKind = 'sweep' | 'fleet' | 'task';

/** By the name of a file, without its folder; undefined where that does not tell. */
export function kindOfName(name: string): DocumentKind | undefined {
  const [, kind] = /(?:^|\.)(sweep|fleet|task)\.ya?ml$/.exec(name) ?? [];
  // A file called sweep.yaml or task.yaml may be anybody's; fleet.yaml is the name that commands look for.
  if (kind === undefined || (kind !== 'fleet' && name.startsWith(kind))) return undefined;
  return kind as DocumentKind;
}

export interface Kind {
  readonly findings: readonly Finding[];
  /** Whether it is a document of another kind or version, of which nothing more can be said. */
  readonly isForeign: boolean;
}

/** Replaces what the schema says of a wrong `edgewright` by what it means. `expected` is such as sweep/v1. */
export function checkKind(shape: readonly Finding[], value: unknown, expected: string): Kind {
  if (shape.some(({ path, code }) => path.length === 0 && code === 'wrong-type')) {
    const fix = `Start it with \`edgewright: ${expected}\`, or copy one of samples/.`;
    return { findings: shape.map((finding) => ({ ...finding, fix })), isForeign: true };
  }
  const kind = typeof value === 'object' && value !== null ? (value as { edgewright?: unknown }).edgewright : undefined;
  if (kind === undefined || kind === expected) return { findings: shape, isForeign: false };
  const foreign = foreignFinding(kind, expected);
  if (foreign !== undefined) return { findings: [foreign], isForeign: true };
  const message = `\`edgewright\` is ${shown(kind)}, and must name the kind and version of the document.`;
  const finding = kindFinding(message, `Write \`edgewright: ${expected}\`.`, expected);
  return { findings: [finding, ...shape.filter((other) => other.path[0] !== 'edgewright')], isForeign: false };
}

function foreignFinding(kind: unknown, expected: string): Finding | undefined {
  const [wanted, wantedVersion] = expected.split('/');
  const [name, version = ''] = typeof kind === 'string' ? kind.split('/') : [];
  if (name === wanted && /^v\d+$/.test(version)) {
    return kindFinding(
      `This document is written for version ${version} of ${wanted} documents, and this program knows ${wantedVersion}.`,
      `Update Edgewright, or write the document for ${expected}.`,
      expected,
    );
  }
  if (name === wanted || (name !== 'sweep' && name !== 'fleet' && name !== 'task')) return undefined;
  return kindFinding(
    `This is a ${name} document, and a ${wanted} is needed here.`,
    `Pass the ${wanted} instead, or write \`edgewright: ${expected}\` if it is one.`,
    expected,
  );
}

function kindFinding(message: string, fix: string, expected: string): Finding {
  return { code: 'document-kind', path: ['edgewright'], at: 'value', message, fix, ...replaceBy(expected) };
}
