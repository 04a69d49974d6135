// The preview of a sweep's models: a panel beside the document that follows it as it is written.

import { Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { PreviewTask } from '../../live/previewer.ts';
import type { FromPreviewView } from '../../protocol.ts';
import { uriIn } from '../uri.ts';
import { type BesideOptions, BesidePanel } from './beside.ts';
import { copy, logFault, save } from './messages.ts';
import { type PanelKind, Panels } from './panels.ts';

const viewType = 'edgewright.preview';

/** What a panel shows. */
interface Chosen {
  readonly uri: string;
  readonly model: number;
  readonly parameters: PreviewTask['parameters'];
}

export function modelPreviews(options: BesideOptions): PanelKind {
  const panels = new Panels<Chosen, PreviewPanel>({
    viewType,
    extension: options.extension,
    keyOf: ({ uri }) => uri,
    // The view says by itself which model and which parameters were chosen.
    read: ({ uri }) => (typeof uri === 'string' ? { uri, model: 0, parameters: {} } : undefined),
    make: (panel, chosen) => new PreviewPanel(panel, chosen, options),
  });
  return {
    commands: {
      async 'edgewright.previewModel'(uri, model) {
        const document = uriIn(uri) ?? window.activeTextEditor?.document.uri;
        if (document === undefined) {
          void window.showInformationMessage('Open a sweep document to preview its models.');
          return;
        }
        const chosen = { uri: document.toString(), model: typeof model === 'number' ? model : 0, parameters: {} };
        const known = panels.of(chosen);
        if (known !== undefined) return known.show(chosen);
        panels.open(chosen, titleOf(document), { viewColumn: ViewColumn.Beside, preserveFocus: true });
      },
    },
    restoring: panels.restoring,
  };
}

class PreviewPanel {
  readonly #page: BesidePanel<FromPreviewView>;
  readonly #log: BesideOptions['log'];
  #chosen: Chosen;

  constructor(panel: WebviewPanel, chosen: Chosen, options: BesideOptions) {
    this.#chosen = chosen;
    this.#log = options.log;
    this.#page = new BesidePanel(panel, options, titleOf(Uri.parse(chosen.uri)), {
      view: 'preview',
      program: 'previewer.cjs',
      uri: () => this.#chosen.uri,
      workOn: (document): PreviewTask => ({
        ...this.#chosen,
        text: document.getText(),
        path: document.uri.fsPath,
      }),
      hear: (message) => this.#hear(message),
    });
  }

  async show(chosen: Chosen): Promise<void> {
    this.#chosen = chosen;
    await this.#page.show();
  }

  async #hear(message: FromPreviewView): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.#page.begin();
      case 'choose':
        this.#chosen = { ...this.#chosen, model: message.model, parameters: message.parameters };
        return this.#page.begin();
      case 'copy':
        return copy(message.text);
      case 'save':
        return save(this.#log, Uri.joinPath(Uri.parse(this.#chosen.uri), '..'), message);
      case 'reveal':
        return this.#reveal(message.model);
      case 'failed':
        return logFault(this.#log, 'preview', message.fault);
    }
  }

  async #reveal(model: number): Promise<void> {
    const document = await this.#page.document();
    const { parseYaml } = await import('@edgewright/schemas/yaml.js');
    const yaml = parseYaml(document.getText());
    const place = yaml.kind === 'ok' ? yaml.source.place(['models', model]) : undefined;
    const start = document.positionAt(place?.offset ?? 0);
    await window.showTextDocument(document, { viewColumn: ViewColumn.One, selection: new Range(start, start) });
  }
}

function titleOf(uri: Uri): string {
  return `Models of ${uri.path.split('/').at(-1)}`;
}
