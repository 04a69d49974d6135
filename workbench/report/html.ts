// HTML as text, safe by default: what is put into a template is escaped unless it is HTML already.

import { gzipSync } from 'node:zlib';

/** Markup that needs no escaping. Only `html` and `trusted` make it. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | undefined | readonly Part[];

/** html`<p>${text}</p>`: text, numbers and attributes are escaped, `Html` and lists of it are not. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0];
  parts.forEach((part, i) => {
    markup += render(part) + strings[i + 1];
  });
  return { markup };
}

/** For markup made by a library that escapes, such as the charts' SVG. */
export function trusted(markup: string): Html {
  return { markup };
}

/** JSON for a script element that is data: no character in it can end the element. */
export function scriptJson(value: unknown): Html {
  return { markup: JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028') };
}

/** The same, compressed: gzip in base64, for data that nobody reads in the source. */
export function packedJson(value: unknown): Html {
  return { markup: gzipSync(JSON.stringify(value), { level: 4 }).toString('base64') };
}

/** Text whose numbers stay on one line with their units. */
export function unbroken(text: string): string {
  return text.replaceAll(/(\d) (?=%|[nµm]?s\b|[kMGT]i?B\b|[kMGTP]?FLOP|items\/s)/g, '$1\u00a0');
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(render).join('');
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
