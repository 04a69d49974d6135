// Numbers that a document implies and does not say, shown in it: how many values, how many points, how long.
import { countText, formatDuration, plural } from '@edgewright/workbench/text/units.js';
import { type InlayHint, InlayHintKind } from 'vscode-languageserver/node';
import { isMap } from 'yaml';
import type { Summary } from './expansion.ts';
import { listText, valuesOf } from './hover.ts';
import type { Source } from './source.ts';
import { entryAt, type Span, spanOf } from './tree.ts';

/** Those inside the span, which is what an editor shows. */
export function inlays(source: Source, shown: Span, summary: Summary | undefined): readonly InlayHint[] {
  if (source.kind !== 'sweep' || source.isTooLarge) return [];
  const { models } = source.facts();
  const found: Hint[] = [];
  for (const model of models) {
    for (const { key, value, name } of model.axes) {
      if (!isMap(value) || !isShown(spanOf(key), shown)) continue;
      const values = valuesOf(source, model, name);
      if (values === undefined) continue;
      const end = value.flow === true ? spanOf(value).end : spanOf(key).end + 1;
      found.push({ at: end, text: `= ${plural(values.length, 'value')}: ${listText(values, 6)}` });
    }
    const own = summary?.models[model.index];
    if (own !== undefined && model.familyNode !== undefined) {
      found.push({ at: spanOf(model.familyNode).end, text: plural(own.points, 'point') });
    }
  }
  if (summary !== undefined) found.push(...totals(source, summary));
  return found
    .filter(({ at }) => at >= shown.start && at <= shown.end)
    .sort((a, b) => a.at - b.at)
    .map(({ at, text, about }) => ({
      position: source.lines.positionAt(at),
      label: text,
      kind: InlayHintKind.Type,
      paddingLeft: true,
      ...(about !== undefined && { tooltip: about }),
    }));
}

interface Hint {
  readonly at: number;
  readonly text: string;
  readonly about?: string;
}

function totals(source: Source, summary: Summary): readonly Hint[] {
  const { points, slots, excluded, total, longest, assumption } = summary;
  const models = entryAt(source.tree(), ['models'])?.key;
  const name = entryAt(source.tree(), ['name'])?.value;
  const left = excluded === 0 ? '' : `, ${excluded} left out`;
  const about = `At most ${formatDuration(longest)}. ${assumption}`;
  return [
    ...(models ? [{ at: spanOf(models).end + 1, text: `${countText(points, slots)}${left}` }] : []),
    ...(name ? [{ at: spanOf(name).end, text: `about ${formatDuration(total)}`, about }] : []),
  ];
}

function isShown(span: Span, shown: Span): boolean {
  return span.end >= shown.start && span.start <= shown.end;
}
