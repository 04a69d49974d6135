// What an analysis says, a line each, with what kind of statement it is.
import type { Sentence } from '@edgewright/core/analysis/sentences.js';
import { everywhere } from '@edgewright/core/analysis/sentences.js';
import { element, iconButton } from './elements.ts';
import type { PartsHost } from './host.ts';

/** A region that the sentence names itself, or that is that of the next one too, is not repeated. */
export function sentenceList(sentences: readonly Sentence[], host: PartsHost): HTMLElement {
  const items = sentences.map((sentence, at) => {
    const { region, text } = sentence;
    const isKnown = region === everywhere || text.includes(region) || sentences[at + 1]?.region === region;
    return item(sentence, isKnown ? undefined : region, host);
  });
  return element('ul', { class: 'sentences' }, ...items);
}

function item({ kind, text }: Sentence, region: string | undefined, host: PartsHost): HTMLElement {
  return element(
    'li',
    { class: kind },
    element('span', { class: `kind kind-${kind}` }, kind),
    element(
      'span',
      { class: 'said' },
      text,
      region === undefined ? undefined : element('span', { class: 'region' }, `Holds over ${region}.`),
    ),
    iconButton('copy', 'Copy the sentence', () => host.post({ kind: 'copy', text })),
  );
}
