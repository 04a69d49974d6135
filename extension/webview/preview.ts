// The preview of a model of a sweep: parameters to choose, totals, and the structure layer by layer.
import './shared/style.css';
import './preview/style.css';
import { sumOf } from '@edgewright/core/models/layers.js';
import type { ModelPreview } from '@edgewright/core/sweep/preview.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { FromPreviewView, ToPreviewView } from '../protocol.ts';
import { detailsElement } from './preview/details.ts';
import { type Chosen, newPickers } from './preview/parameters.ts';
import { newStructure } from './preview/structure.ts';
import { totalsElement } from './preview/totals.ts';
import { element, iconButton, write } from './shared/elements.ts';
import { connectHost } from './shared/host.ts';
import { faultElement, invalidElement, noticeElement } from './shared/notice.ts';
import { fileName } from './shared/picture.ts';
import { tableCsv } from './shared/table.ts';

const host = connectHost<FromPreviewView, ToPreviewView>();
let shown: ModelPreview | undefined;

const name = element('h1', { class: 'ellipsis' });
const origin = element('p', { class: 'muted ellipsis' });
const invalid = element('div', { class: 'preview-invalid', role: 'status' });
const totals = element('div', { class: 'preview-totals' });
const refusal = element('div');
const pickers = newPickers(choose);
const aside = element('aside', { class: 'preview-details', 'aria-label': 'Details' }, detailsElement(undefined));
const structure = newStructure((row) => aside.replaceChildren(detailsElement(row)));
const body = element('div', { class: 'preview-body' }, structure.element, aside);
const reveal = iconButton('go-to-file', 'Show the model in the document', () => {
  if (shown !== undefined) host.post({ kind: 'reveal', model: shown.model });
});
const save = iconButton('table', 'Save the layers as CSV', saveLayers);
const page = element(
  'main',
  { class: 'preview' },
  element(
    'header',
    { class: 'preview-head' },
    element('div', { class: 'preview-name' }, name, origin),
    element('div', { class: 'preview-tools' }, reveal, save),
  ),
  invalid,
  pickers.element,
  totals,
  refusal,
  body,
);

host.hear((message) => {
  switch (message.kind) {
    case 'preview':
      host.remember('uri', message.uri);
      show(message.preview);
      break;
    case 'invalid':
      showInvalid(message.diagnostics);
      break;
    case 'broken':
      document.body.replaceChildren(faultElement(message.fault));
  }
});
host.post({ kind: 'ready' });
const remembered = host.recall('chosen') as Chosen | undefined;
if (remembered !== undefined) host.post({ kind: 'choose', ...remembered });

function choose(chosen: Chosen): void {
  host.remember('chosen', chosen);
  host.post({ kind: 'choose', ...chosen });
}

function show(preview: ModelPreview): void {
  shown = preview;
  mount();
  invalid.replaceChildren();
  write(name, preview.models[preview.model] ?? '');
  write(
    origin,
    `${preview.family === 'onnx' ? 'ONNX file' : `family ${preview.family}`}, ${preview.precision} · ${preview.document}`,
  );
  pickers.show(preview);
  totals.replaceChildren(totalsElement(preview));
  refusal.replaceChildren(
    ...(preview.refusal === undefined
      ? []
      : [
          noticeElement({
            icon: 'circle-slash',
            title: 'These parameters make no point of the sweep',
            text: preview.refusal,
            tone: 'warn',
          }),
        ]),
  );
  body.hidden = preview.refusal !== undefined;
  structure.show(preview.layers);
}

/** The last preview stays: while a document is written it is invalid more often than not. */
function showInvalid(diagnostics: readonly Diagnostic[]): void {
  const title =
    shown === undefined
      ? 'The document has errors, so its models are not known'
      : 'The document has errors; this is the model before them';
  mount();
  invalid.replaceChildren(invalidElement(title, diagnostics));
  page.classList.toggle('is-unknown', shown === undefined);
}

function mount(): void {
  if (!page.isConnected) document.body.replaceChildren(page);
  page.classList.remove('is-unknown');
}

function saveLayers(): void {
  if (shown === undefined) return;
  const columns = ['layer', 'node', 'op', 'output', 'parameters', 'macs', 'weight bytes', 'activation bytes'];
  const rows = shown.layers.flatMap((layer) =>
    layer.nodes.map((node) => {
      const { parameters, macs, weightBytes, activationBytes } = sumOf([node]);
      return [layer.name, node.name, node.op, node.output, parameters, macs, weightBytes, activationBytes];
    }),
  );
  const title = shown.models[shown.model] ?? 'model';
  host.post({
    kind: 'save',
    name: `${fileName(title)}-layers.csv`,
    format: 'csv',
    content: tableCsv({ columns, rows, omitted: 0 }),
  });
}
