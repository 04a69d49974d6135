// The outline of a document: what a reader would look for in it.
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver/node';
import type { Node, Scalar } from 'yaml';
import { rangeOf } from './range.ts';
import type { Source } from './source.ts';
import { entriesOf, itemsOf, nodeAt, type Span, spanOf, stringOf } from './tree.ts';

/** In the order of the document. */
export function symbols(source: Source): readonly DocumentSymbol[] {
  const tree = source.tree();
  if (tree === undefined || source.isTooLarge) return [];
  const { models, devices } = source.facts();
  return entriesOf(tree, tree.contents ?? undefined).flatMap(({ name, key, value }): DocumentSymbol[] => {
    if (name === 'models') {
      const children = itemsOf(tree, value).flatMap((node, index) => {
        const model = models[index];
        if (model === undefined) return [];
        const axes = model.axes.map((axis) => leaf(source, SymbolKind.Variable, axis.name, axis.key, axis.value));
        const detail = model.family !== undefined && model.family !== model.name ? model.family : '';
        return [branch(source, SymbolKind.Class, model.name, detail, node, model.nameNode ?? model.familyNode, axes)];
      });
      return [{ ...leaf(source, SymbolKind.Array, name, key, value), children }];
    }
    if (name === 'devices') {
      const children = itemsOf(tree, value).map((node, index) => {
        const device = devices[index];
        const title = stringOf(device?.nameNode) ?? `device ${index + 1}`;
        const address = stringOf(nodeAt(tree, ['devices', index, 'address'])) ?? '';
        return branch(source, SymbolKind.Object, title, address, node, device?.nameNode, []);
      });
      return [{ ...leaf(source, SymbolKind.Array, name, key, value), children }];
    }
    if (name === '$schema' || name === 'edgewright') return [];
    if (source.kind === 'task') {
      const children = inTask(source, name, value);
      if (children.length > 0) return [{ ...leaf(source, SymbolKind.Object, name, key, value), children }];
    }
    const inner = entriesOf(tree, value).map((entry) =>
      leaf(source, SymbolKind.Property, entry.name, entry.key, entry.value),
    );
    const kind = value !== undefined && 'items' in value ? SymbolKind.Object : SymbolKind.Property;
    return [{ ...leaf(source, kind, name, key, value), ...(inner.length > 0 && { children: inner }) }];
  });
}

/** Events with their fields, steps of a sequence, and the named parts of the pipeline. */
function inTask(source: Source, section: string, value: Node | undefined): DocumentSymbol[] {
  const tree = source.tree();
  const { steps } = source.task();
  const nested = (kind: SymbolKind, inner: SymbolKind, node: Node | undefined) =>
    entriesOf(tree, node).map((entry) => {
      const children = entriesOf(tree, entry.value).map((one) => leaf(source, inner, one.name, one.key, one.value));
      return { ...leaf(source, kind, entry.name, entry.key, entry.value), ...(children.length > 0 && { children }) };
    });
  if (section === 'events') return nested(SymbolKind.Event, SymbolKind.Field, value);
  if (section === 'pipeline') return nested(SymbolKind.Object, SymbolKind.Variable, value);
  if (section !== 'trigger') return [];
  return entriesOf(tree, value).map((entry) => {
    const children =
      entry.name !== 'sequence'
        ? []
        : steps.map((step, index) => {
            const title = `${step.isNot ? 'not ' : ''}${step.events.join(', ')}`.trim();
            return branch(
              source,
              SymbolKind.Event,
              title || `step ${index + 1}`,
              stringOf(step.as) ?? '',
              step.node,
              step.as,
              [],
            );
          });
    return {
      ...leaf(source, SymbolKind.Property, entry.name, entry.key, entry.value),
      ...(children.length > 0 && { children }),
    };
  });
}

function branch(
  source: Source,
  kind: SymbolKind,
  name: string,
  detail: string,
  node: Node,
  title: Scalar | undefined,
  children: DocumentSymbol[],
): DocumentSymbol {
  const span = spanOf(node);
  const selected = title === undefined ? { start: span.start, end: span.start } : spanOf(title);
  return {
    name: shown(name),
    detail,
    kind,
    range: rangeOf(source, enclosing(span, selected)),
    selectionRange: rangeOf(source, selected),
    children,
  };
}

function leaf(source: Source, kind: SymbolKind, name: string, key: Scalar, value: Node | undefined): DocumentSymbol {
  const selected = spanOf(key);
  const whole =
    value === undefined ? selected : { start: selected.start, end: Math.max(selected.end, spanOf(value).end) };
  const written =
    value === undefined || 'items' in value
      ? ''
      : source.text
          .slice(whole.start, whole.end)
          .slice(name.length + 1)
          .trim();
  return {
    name: shown(name),
    detail: written.length > 40 ? `${written.slice(0, 39)}…` : written,
    kind,
    range: rangeOf(source, whole),
    selectionRange: rangeOf(source, selected),
  };
}

/** An editor refuses a symbol without a name, or one whose selection is outside it. */
function shown(name: string): string {
  return name.trim() === '' ? '(empty)' : name;
}

function enclosing(span: Span, inner: Span): Span {
  return { start: Math.min(span.start, inner.start), end: Math.max(span.end, inner.end) };
}
