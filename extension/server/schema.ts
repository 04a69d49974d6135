// yaml-language-server as a library: completion and hover from the schemas, on excerpts; and, where another extension
// checks documents with it, what it says of a whole document.
import fleetSchema from '@edgewright/schemas/fleet.schema.json' with { type: 'json' };
import type { DocumentKind } from '@edgewright/schemas/kind.js';
import sweepSchema from '@edgewright/schemas/sweep.schema.json' with { type: 'json' };
import taskSchema from '@edgewright/schemas/task.schema.json' with { type: 'json' };
import type { CompletionItem, CompletionList, Diagnostic, Hover, Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { readableExcerptAt } from './excerpt.ts';
import type { Source } from './source.ts';

export interface SchemaHelp {
  complete(source: Source, offset: number): Promise<readonly CompletionItem[]>;
  hover(source: Source, offset: number): Promise<Hover | undefined>;
  /** What the library finds in a whole document by the schema alone. */
  validate(source: Source): Promise<readonly Diagnostic[]>;
}

export function createSchemaHelp(): SchemaHelp {
  const service = getLanguageService({
    // Schemas are part of the program: nothing is fetched, whatever a document names.
    schemaRequestService: (uri) => Promise.reject(new Error(`${uri} is not fetched`)),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    hoverSchemaSource: false,
    indentation: '  ',
    disableDefaultProperties: true,
    schemas: [
      { uri: 'edgewright:sweep', fileMatch: ['*.sweep.yaml'], schema: structuredClone(sweepSchema) },
      { uri: 'edgewright:fleet', fileMatch: ['*.fleet.yaml'], schema: structuredClone(fleetSchema) },
      { uri: 'edgewright:task', fileMatch: ['*.task.yaml'], schema: structuredClone(taskSchema) },
    ],
  });
  // It keeps what it parsed by address and version, so that no two texts may share both.
  let version = 0;
  const documentOf = (kind: DocumentKind, text: string) =>
    TextDocument.create(`file:///document.${kind}.yaml`, 'yaml', version++, text);
  const excerptOf = (source: Source, offset: number) => {
    const { line, character } = source.lines.positionAt(offset);
    const excerpt = readableExcerptAt(source.text.split('\n'), line, character);
    return excerpt && { excerpt, position: { line: excerpt.line, character } };
  };
  return {
    async complete(source, offset) {
      if (source.isTooLarge) return [];
      const found = excerptOf(source, offset);
      if (found === undefined) return [];
      const { excerpt, position } = found;
      const lines = excerpt.text.split('\n');
      // A blank line has the indentation that the cursor gives it.
      const line = (lines[excerpt.line] ?? '').padEnd(position.character);
      const [head, tail] = [line.slice(0, position.character), line.slice(position.character)];
      // Before or behind a bracket or a comma the library sees nothing that could begin.
      const isGap = (/[{,]\s*$/.test(head) && !/^[\w-]/.test(tail)) || (/:\s+$/.test(head) && /^\s*[}\],]/.test(tail));
      const ask = async (filler: '' | 'x') => {
        lines[excerpt.line] = head + filler + tail;
        const at = { ...position, character: position.character + filler.length };
        const list = await orNothing(service.doComplete(documentOf(source.kind, lines.join('\n')), at, false), nothing);
        const items = list.items.flatMap((item) => placeItem(item, excerpt.lines) ?? []);
        return filler === '' ? items : items.map((item) => withoutGap(item, source.lines.positionAt(offset)));
      };
      const items = await ask(isGap ? 'x' : '');
      // In a list that is not indented it takes a blank line for the next item.
      const isMisread = items.length > 0 && items.every(({ label }) => label.startsWith('- (array item)'));
      return isMisread && !isGap ? [...(await ask('x')), ...items] : items;
    },
    async hover(source, offset) {
      if (source.isTooLarge) return undefined;
      const found = excerptOf(source, offset);
      if (found === undefined) return undefined;
      const { excerpt, position } = found;
      const hover = await orNothing(service.doHover(documentOf(source.kind, excerpt.text), position), null);
      if (hover === null || hover.range === undefined) return undefined;
      const range = placeRange(hover.range, excerpt.lines);
      return range && { ...hover, range };
    },
    async validate(source) {
      if (source.isTooLarge) return [];
      return orNothing(service.doValidation(documentOf(source.kind, withoutModeline(source.text)), false), []);
    },
  };
}

const nothing: CompletionList = { isIncomplete: false, items: [] };

/** The library throws on texts such as a map whose keys are lists; what is ours is said all the same. */
async function orNothing<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  return answer.catch(() => otherwise);
}

function placeItem(item: CompletionItem, lines: readonly number[]): CompletionItem | undefined {
  const { textEdit, additionalTextEdits, ...rest } = item;
  if (textEdit === undefined) return additionalTextEdits === undefined ? item : undefined;
  if (!('range' in textEdit)) return undefined;
  const range = placeRange(textEdit.range, lines);
  if (range === undefined) return undefined;
  // Further edits change lines that the excerpt may show otherwise.
  if (additionalTextEdits !== undefined && additionalTextEdits.length > 0) return undefined;
  return { ...rest, textEdit: { ...textEdit, range } };
}

function withoutGap(item: CompletionItem, position: Position): CompletionItem {
  const { textEdit, ...rest } = item;
  const newText = textEdit?.newText ?? item.insertText ?? item.label;
  return { ...rest, textEdit: { range: { start: position, end: position }, newText } };
}

function placeRange({ start, end }: Range, lines: readonly number[]): Range | undefined {
  const first = lines[start.line];
  const last = lines[end.line];
  if (first === undefined) return undefined;
  const isSplit = last === undefined || last - first !== end.line - start.line;
  return {
    start: { ...start, line: first },
    end: isSplit ? { line: first, character: start.character } : { ...end, line: last },
  };
}

/** The line that names a schema would make the library ask for it; its length stays. */
function withoutModeline(text: string): string {
  return text.replace(/^(#.*)\$schema=/gm, '$1$schema ');
}
