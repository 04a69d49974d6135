// The language server: which request is answered by which feature. What they answer is theirs.
import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type DevicesParams,
  devicesMethod,
  type EstimateParams,
  type EstimateResult,
  estimateMethod,
  type OthersParams,
  othersMethod,
  type ServerOptions,
  type StatusParams,
  statusMethod,
} from '../language.ts';
import { answering, refusal } from './answer.ts';
import { Checker } from './checker.ts';
import { complete } from './completion.ts';
import { linker } from './diagnostics.ts';
import { Expander } from './expander.ts';
import { fixes } from './fixes.ts';
import { folding } from './folding.ts';
import { hover } from './hover.ts';
import { inlays } from './inlays.ts';
import { lenses } from './lenses.ts';
import { fileAt, links } from './links.ts';
import { mergeCompletion, mergeHover, withoutSnippets } from './merge.ts';
import { definition, prepareRename, references, rename } from './references.ts';
import { createSchemaHelp } from './schema.ts';
import { readSource, type Source } from './source.ts';
import { symbols } from './symbols.ts';
import { packTokens, tokenModifiers, tokenTypes } from './tokens.ts';

export interface ServeOptions {
  /** Module that threads run, see worker.ts. */
  readonly module: string;
}

const defaults = { delay: 200, expansionTime: 10_000, codes: 'command:edgewright.explainCode?%5B%22{code}%22%5D' };

export function serve(connection: Connection, { module }: ServeOptions): void {
  const documents = new TextDocuments(TextDocument);
  const help = createSchemaHelp();
  const log = (message: string) => connection.console.error(message);
  const sources = new Map<string, Source | undefined>();
  let checker: Checker | undefined;
  let expander: Expander | undefined;
  let takesSnippets = false;

  /** Of the version that is open now; undefined where it is not ours. */
  const sourceOf = (uri: string): Source | undefined => {
    const document = documents.get(uri);
    if (document === undefined) return undefined;
    const known = sources.get(uri);
    if (known?.version === document.version) return known;
    const source = readSource(uri, document.version, document.getText());
    sources.set(uri, source);
    return source;
  };
  const status = (state: StatusParams['state'], message?: string) => {
    const params: StatusParams = { state, documents: checker?.count ?? 0, ...(message !== undefined && { message }) };
    void connection.sendNotification(statusMethod, params).catch(() => undefined);
  };

  connection.onInitialize(({ initializationOptions, capabilities }) => {
    const options: ServerOptions = { ...(initializationOptions as ServerOptions | undefined) };
    takesSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    const limit = options.expansionTime ?? defaults.expansionTime;
    const refreshes = {
      hints: capabilities.workspace?.inlayHint?.refreshSupport === true,
      lenses: capabilities.workspace?.codeLens?.refreshSupport === true,
    };
    expander = new Expander({ module, limit });
    checker = new Checker(
      { delay: options.delay ?? defaults.delay, limit, linkOf: linker(options.codes ?? defaults.codes) },
      expander,
      help,
      {
        publish: (uri, version, diagnostics) =>
          void connection
            .sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) })
            .catch(() => undefined),
        refresh() {
          if (refreshes.hints) void connection.languages.inlayHint.refresh().catch(() => undefined);
          if (refreshes.lenses) void connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
        },
        busy: (isBusy) => status(isBusy ? 'busy' : 'ready'),
        log,
      },
    );
    return {
      serverInfo: { name: 'edgewright' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: [' ', ':', '"', "'", '[', '{', ',', '=', '(', '-'] },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        codeLensProvider: {},
        inlayHintProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
          full: true,
        },
      },
    };
  });
  connection.onInitialized(() => status('ready'));
  connection.onShutdown(() => {
    checker?.close();
    expander?.close();
  });

  const changed = answering('didChange', log, undefined, ({ document }: { document: TextDocument }) => {
    const count = checker?.count;
    const source = sourceOf(document.uri);
    if (source === undefined) checker?.forget(document.uri);
    else checker?.change(source);
    if (count !== checker?.count) status('ready');
  });
  documents.onDidChangeContent((event) => void changed(event));
  documents.onDidClose(({ document: { uri } }) => {
    sources.delete(uri);
    checker?.forget(uri);
    status('ready');
  });
  connection.onNotification(
    devicesMethod,
    answering('devices', log, undefined, ({ chosen }: DevicesParams) => checker?.choose(chosen)),
  );
  connection.onNotification(
    othersMethod,
    answering('others', log, undefined, ({ checksSchemas }: OthersParams) => checker?.setOthers(checksSchemas)),
  );
  connection.onNotification(
    DidChangeWatchedFilesNotification.type,
    answering('didChangeWatchedFiles', log, undefined, () =>
      checker?.recheck(({ kind, facts }) => kind === 'task' || facts().models.some((model) => model.fileNode)),
    ),
  );

  type At = { readonly textDocument: { readonly uri: string }; readonly position: { line: number; character: number } };
  type Of = { readonly textDocument: { readonly uri: string } };
  /** A request about a document: `otherwise` where it is not ours or where answering fails. */
  const about = <Params extends Of, Result>(
    name: string,
    otherwise: Result,
    work: (source: Source, params: Params) => Result | Promise<Result>,
  ) =>
    answering(name, log, otherwise, (params: Params) => {
      const source = sourceOf(params.textDocument.uri);
      return source === undefined ? otherwise : work(source, params);
    });
  const offsetOf = (source: Source, { position }: At) => source.lines.offsetAt(position);

  connection.onCompletion(
    about('completion', null, async (source, params: At) => {
      const offset = offsetOf(source, params);
      const ours = complete(source, offset, (model) => checker?.dimensionsOf(source.uri, model) ?? []);
      const schema = ours.isWhole ? [] : await help.complete(source, offset);
      const items = mergeCompletion(ours.items, schema);
      return { isIncomplete: false, items: [...(takesSnippets ? items : withoutSnippets(items))] };
    }),
  );
  connection.onHover(
    about('hover', null, async (source, params: At) => {
      const offset = offsetOf(source, params);
      const ours = hover(source, offset, checker?.summaryOf(source.uri));
      const merged = mergeHover(source, ours, await help.hover(source, offset));
      return merged === undefined
        ? null
        : { contents: { kind: MarkupKind.Markdown, value: merged.text }, range: merged.range };
    }),
  );
  connection.onCodeAction(
    about('codeAction', null, (source, { range }: Of & { range: Parameters<typeof fixes>[2] }) => [
      ...fixes(source, checker?.toldOf(source.uri) ?? [], range),
    ]),
  );
  connection.onCodeLens(about('codeLens', null, (source) => [...lenses(source, checker?.summaryOf(source.uri))]));
  connection.languages.inlayHint.on(
    about('inlayHint', null, (source, { range }: Of & { range: Parameters<typeof fixes>[2] }) => {
      const shown = { start: source.lines.offsetAt(range.start), end: source.lines.offsetAt(range.end) };
      return [...inlays(source, shown, checker?.summaryOf(source.uri))];
    }),
  );
  connection.onDefinition(
    about('definition', null, (source, params: At) => {
      const offset = offsetOf(source, params);
      const file = fileAt(source, offset);
      const start = { line: 0, character: 0 };
      return file === undefined ? [...definition(source, offset)] : [{ uri: file, range: { start, end: start } }];
    }),
  );
  connection.onReferences(
    about('references', null, (source, params: At & { context: { includeDeclaration: boolean } }) => [
      ...references(source, offsetOf(source, params), params.context.includeDeclaration),
    ]),
  );
  connection.onPrepareRename(
    about('prepareRename', null, (source, params: At) => prepareRename(source, offsetOf(source, params)) ?? null),
  );
  connection.onRenameRequest(
    about('rename', null, (source, params: At & { newName: string }) => {
      const renaming = rename(source, offsetOf(source, params), params.newName);
      if (renaming.kind === 'refused') throw refusal(renaming.message);
      return renaming.edit;
    }),
  );
  connection.onDocumentSymbol(about('documentSymbol', null, (source) => [...symbols(source)]));
  connection.onFoldingRanges(about('foldingRange', null, (source) => [...folding(source)]));
  connection.onDocumentLinks(about('documentLink', null, (source) => [...links(source)]));
  connection.languages.semanticTokens.on(
    about('semanticTokens', { data: [] as number[] }, (source) => ({ data: packTokens(source) })),
  );
  const none: EstimateResult = { kind: 'refused', diagnostics: [] };
  connection.onRequest<EstimateResult, undefined>(
    estimateMethod,
    answering('estimate', log, none, ({ uri }: EstimateParams) => {
      const source = sourceOf(uri);
      return source?.kind === 'sweep' && checker !== undefined ? checker.estimate(source) : none;
    }),
  );

  documents.listen(connection);
  connection.listen();
}
