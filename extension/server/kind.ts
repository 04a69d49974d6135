// Which documents are ours. Of everything else nothing is ever said: most YAML in a workspace belongs to others.

import { type DocumentKind, kindOfName } from '@edgewright/schemas/kind.js';

/** `text` is looked at where the name does not tell. */
export function kindOf(uri: string, text: string): DocumentKind | undefined {
  return kindOfName(decoded(uri).split(/[/\\]/).at(-1) ?? '') ?? kindOfText(text);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** What tells a document stands near its start, so that this much is searched. UTF-16 units. */
const searched = 100_000;

function kindOfText(text: string): DocumentKind | undefined {
  const start = text.slice(0, searched);
  const [, key] = /^(?:\uFEFF)?["']?edgewright["']?\s*:(.*)$/m.exec(start) ?? [];
  if (key !== undefined) return (/^\s*["']?(fleet|task)\b/.exec(key)?.[1] ?? 'sweep') as DocumentKind;
  const [, named] = /^#.*\$schema=(\S+)/m.exec(start) ?? /^["']?\$schema["']?\s*:\s*["']?([^\s"']+)/m.exec(start) ?? [];
  return named === undefined ? undefined : schemaKind(named);
}

/** The kind that the address of a schema names, as far as it is one of ours. */
export function schemaKind(address: string): DocumentKind | undefined {
  const [, kind] = /(?:^|[/\\])(sweep|fleet|task)\.schema\.json(?:[#?].*)?$/.exec(address) ?? [];
  return kind as DocumentKind | undefined;
}
