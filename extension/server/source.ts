// A document at one version: its text, and what is read from it, each once and only where a feature asks.

import type { DocumentKind } from '@edgewright/schemas/kind.js';
import { defaultDocumentLimits, type ParsedYaml, parseYaml } from '@edgewright/schemas/yaml.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Document } from 'yaml';
import { type Facts, factsOf } from './facts.ts';
import { kindOf } from './kind.ts';
import { type TaskFacts, taskFactsOf } from './task/facts.ts';

export interface Source {
  readonly uri: string;
  readonly version: number;
  readonly kind: DocumentKind;
  readonly text: string;
  /** Past the limit of documents: nothing may read more of it than its start. */
  readonly isTooLarge: boolean;
  /** Offsets to positions of the protocol and back. */
  readonly lines: Pick<TextDocument, 'positionAt' | 'offsetAt' | 'lineCount'>;
  yaml(): ParsedYaml;
  /** The tree as far as it could be read, also of a text with faults. */
  tree(): Document.Parsed | undefined;
  facts(): Facts;
  /** Of a task. */
  task(): TaskFacts;
}

/** Undefined where the document is not ours. */
export function readSource(uri: string, version: number, text: string): Source | undefined {
  const kind = kindOf(uri, text);
  if (kind === undefined) return undefined;
  const isTooLarge = text.length > defaultDocumentLimits.length;
  const yaml = once(() => parseYaml(text));
  const tree = () => yaml().document;
  return {
    uri,
    version,
    kind,
    text,
    isTooLarge,
    // Never updated: a later version is another document. Of one too large the start is all that anybody asks for.
    lines: TextDocument.create(uri, 'yaml', version, isTooLarge ? text.slice(0, 1000) : text),
    yaml,
    tree,
    facts: once(() => factsOf(tree())),
    task: once(() => taskFactsOf(tree())),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
