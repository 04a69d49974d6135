// Makes an option that is plain JSON into one that ECharts takes.
import type { Json, JsonObject } from './chart.ts';

/**
 * A copy of the option in which every `var(--name)` is what `colour` says and every `{format: 'si'}` is `format`.
 * Stands alone: the page of a report carries its source.
 */
export function bindOption(
  option: JsonObject,
  colour: (name: string) => string,
  format: (value: number) => string,
): Record<string, unknown> {
  const bind = (value: Json): unknown => {
    if (typeof value === 'string') return value.startsWith('var(--') ? colour(value.slice(4, -1)) : value;
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.length > 0 && typeof value[0] === 'number' ? value : value.map(bind);
    const fields = value as JsonObject;
    if (fields.format === 'si') return format;
    const bound: Record<string, unknown> = {};
    for (const key of Object.keys(fields)) bound[key] = bind(fields[key]);
    return bound;
  };
  return bind(option) as Record<string, unknown>;
}
