// The preview of a sweep's models: a panel beside the document that follows it as it is written.

import { Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { PreviewTask } from '../../live/previewer.ts';
import type { FromPreviewView } from '../../protocol.ts';
import { uriIn } from '../uri.ts';
import { type BesideOptions, BesidePanel } from './beside.ts';
import { copy, logFault, save } from './messages.ts';
import { OpenPanels, type PanelKind } from './panels.ts';
import { viewOptions } from './shell.ts';

const viewType = 'edgewright.preview';

/** What a panel shows. */
interface Chosen {
  readonly uri: string;
  readonly model: number;
  readonly parameters: PreviewTask['parameters'];
}

export function modelPreviews(options: BesideOptions): PanelKind {
  const open = new OpenPanels<PreviewPanel>();
  const show = (panel: WebviewPanel, chosen: Chosen): void =>
    open.add(chosen.uri, panel, new PreviewPanel(panel, chosen, options));
  return {
    commands: {
      async 'edgewright.previewModel'(uri, model) {
        const document = uriIn(uri) ?? window.activeTextEditor?.document.uri;
        if (document === undefined) {
          void window.showInformationMessage('Open a sweep document to preview its models.');
          return;
        }
        const key = document.toString();
        const chosen: Chosen = { uri: key, model: typeof model === 'number' ? model : 0, parameters: {} };
        const known = open.of(key);
        if (known !== undefined) return known.show(chosen);
        const panel = window.createWebviewPanel(
          viewType,
          titleOf(document),
          { viewColumn: ViewColumn.Beside, preserveFocus: true },
          viewOptions(options.extension),
        );
        show(panel, chosen);
      },
    },
    restoring: window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        const { uri } = (state ?? {}) as Partial<Chosen>;
        // A tab in the background is brought back when it is looked at: another panel may be there by then.
        if (typeof uri !== 'string' || open.of(uri) !== undefined) return panel.dispose();
        panel.webview.options = viewOptions(options.extension);
        // The view says by itself which model and which parameters were chosen.
        show(panel, { uri, model: 0, parameters: {} });
      },
    }),
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
