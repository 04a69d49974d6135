// Files that a document names: models, tokens, scripts, recordings, and the schema of the first line.
import type { DocumentLink } from 'vscode-languageserver/node';
import { rangeOf } from './range.ts';
import type { Source } from './source.ts';
import { innerSpan, type Span } from './tree.ts';

export function links(source: Source): readonly DocumentLink[] {
  return filesOf(source).map(({ span, uri }) => ({ range: rangeOf(source, span), target: uri }));
}

/** The file named at the offset. */
export function fileAt(source: Source, offset: number): string | undefined {
  return filesOf(source).find(({ span }) => span.start <= offset && offset <= span.end)?.uri;
}

function filesOf(source: Source): readonly { readonly span: Span; readonly uri: string }[] {
  if (source.isTooLarge) return [];
  const { models, devices } = source.facts();
  const own = source.kind === 'task' ? source.task().files : [];
  const nodes = [...own, ...models.map(({ fileNode }) => fileNode), ...devices.map(({ tokenFile }) => tokenFile)];
  const named = nodes.flatMap((node) => {
    const uri = node && besideDocument(source.uri, String(node.value));
    return node && uri !== undefined ? [{ span: innerSpan(node), uri }] : [];
  });
  return [...modeline(source), ...named];
}

function modeline({ text, uri }: Source): readonly { readonly span: Span; readonly uri: string }[] {
  const found = /^#[^\n]*\$schema=(\S+)/.exec(text);
  const path = found?.[1];
  const target = path === undefined ? undefined : besideDocument(uri, path);
  if (found === null || path === undefined || target === undefined) return [];
  const start = found[0].length - path.length;
  return [{ span: { start, end: start + path.length }, uri: target }];
}

/** Undefined where the document is in no folder, as one that was never saved. */
function besideDocument(uri: string, path: string): string | undefined {
  if (path === '' || !/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return undefined;
  if (/^https?:\/\//.test(path)) return path;
  try {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), uri).href;
  } catch {
    return undefined;
  }
}
