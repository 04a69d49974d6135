// The server as an editor has it: a process of its own, over stdio.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  devicesMethod,
  type EstimateResult,
  estimateMethod,
  othersMethod,
  type StatusParams,
  statusMethod,
} from 'edgewright/language.js';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { type Client, startServer } from './client.ts';

const tiny = fileURLToPath(new URL('../../../samples/models/tiny-classifier.onnx', import.meta.url));
const uri = 'file:///work/protocol.sweep.yaml';
const textDocument = { uri };
const head = 'edgewright: sweep/v1\nname: a\nmodels:\n  - family: fc\n';
const sound = `${head}    name: small\n    axes: { nodes: { from: 64, to: 256, times: 2 }, layers: [1, 2] }\n    constraint: [nodes < 200]\nanalyses: [{ kind: roofline, model: small }]\n`;

describe('the language server', () => {
  let client: Client;
  const statuses: StatusParams[] = [];
  before(async () => {
    client = await startServer({ delay: 20 });
    client.connection.onNotification(statusMethod, (status: StatusParams) => {
      statuses.push(status);
    });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.log, []);
  });

  it('names what it can do', () => {
    const { capabilities } = client.initialized;
    for (const name of [
      'completionProvider',
      'hoverProvider',
      'codeActionProvider',
      'inlayHintProvider',
      'renameProvider',
      'semanticTokensProvider',
    ] as const) {
      assert.ok(capabilities[name], name);
    }
  });

  it('checks a document at once, and its expansion after', async () => {
    await client.open(uri, `${head}    axis: 3\n`);
    const [first] = await client.diagnostics(uri);
    assert.equal(first?.code, 'unknown-key');
    assert.equal(first?.codeDescription?.href, 'command:edgewright.explainCode?%5B%22unknown-key%22%5D');
    await client.change(uri, { text: `${head}    constraint: [nodes < 1]\n` });
    const [later] = await client.diagnostics(uri, (found) => found.length > 0);
    assert.equal(later?.code, 'sweep-empty');
    await client.change(uri, { text: sound });
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  it('takes changes of parts', async () => {
    const range = { start: { line: 5, character: 12 }, end: { line: 5, character: 17 } };
    await client.change(uri, { text: 'nodez', range });
    assert.equal((await client.diagnostics(uri, (found) => found.length > 0))[0]?.code, 'unknown-key');
    await client.change(uri, { text: 'nodes', range });
    await client.diagnostics(uri, (found) => found.length === 0);
  });

  it('completes', async () => {
    const { items } = await client.ask<CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 6, character: 17 },
    });
    assert.ok(items.some(({ label }) => label === 'nodes'));
  });

  it('hovers', async () => {
    const { contents } = await client.ask<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 5, character: 14 },
    });
    assert.ok(typeof contents === 'object' && 'value' in contents && contents.value.includes('3 values: 64, 128, 256'));
  });

  it('estimates, and shows the numbers in hints and lenses', async () => {
    const estimate = await client.ask<EstimateResult>(estimateMethod, { uri });
    assert.ok(estimate.kind === 'estimate');
    assert.equal(estimate.points, 4);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await client.ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    assert.ok(
      hints.some(({ label }) => label === '4 points, 2 left out'),
      JSON.stringify(hints),
    );
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.ok(lenses.some(({ command }) => command?.title.startsWith('Estimate (4 points')));
  });

  it('mends', async () => {
    const range = { start: { line: 4, character: 4 }, end: { line: 4, character: 8 } };
    await client.change(uri, { text: 'nmae', range });
    const diagnostics = await client.diagnostics(uri, (found) => found.length > 0);
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Change to name', 'Remove nmae'],
    );
    await client.change(uri, { text: 'name', range });
  });

  it('renames, or says why not', async () => {
    const position = { line: 4, character: 12 };
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', { textDocument, position, newName: 'tiny' });
    assert.equal(edit.changes?.[uri]?.length, 2);
    await assert.rejects(
      client.ask('textDocument/rename', { textDocument, position, newName: 'No Name' }),
      /lower-case/,
    );
    assert.ok(await client.ask('textDocument/prepareRename', { textDocument, position }));
  });

  it('finds definitions and references', async () => {
    const position = { line: 6, character: 19 };
    const [found] = await client.ask<Location[]>('textDocument/definition', { textDocument, position });
    assert.deepEqual(found?.range.start, { line: 5, character: 12 });
    const all = await client.ask<Location[]>('textDocument/references', {
      textDocument,
      position,
      context: { includeDeclaration: true },
    });
    assert.equal(all.length, 2);
  });

  it('outlines, folds and colours', async () => {
    assert.ok(
      (await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })).some(
        ({ name }) => name === 'models',
      ),
    );
    assert.ok((await client.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument })).length > 0);
    assert.ok((await client.ask<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })).data.length > 0);
    assert.deepEqual(await client.ask('textDocument/documentLink', { textDocument }), []);
  });

  it('checks against the devices chosen', async () => {
    const pi = { name: 'pi', runtimes: [{ name: 'ort', unavailable: 'it is not built' }], memory: 2 ** 30, speeds: [] };
    await client.connection.sendNotification(devicesMethod, { chosen: [pi] });
    const [found] = await client.diagnostics(uri, (all) => all.length > 0);
    assert.equal(found?.code, 'runtime-missing');
    await client.connection.sendNotification(devicesMethod, { chosen: [] });
    await client.diagnostics(uri, (all) => all.length === 0);
  });

  it('leaves to others what they say', async () => {
    const other = 'file:///work/others.sweep.yaml';
    await client.open(other, `${head}    axis: 3\n    constraint: [nodez < 3]\n`);
    const codes = (all: readonly Diagnostic[]) => all.map(({ code }) => code);
    assert.deepEqual(codes(await client.diagnostics(other)), ['unknown-key', 'expression-name']);
    await client.connection.sendNotification(othersMethod, { checksSchemas: true });
    await client.diagnostics(other, (all) => codes(all).join() === 'expression-name');
    await client.connection.sendNotification(othersMethod, { checksSchemas: false });
    await client.diagnostics(other, (all) => all.length === 2);
  });

  it('leaves to others what they say of a task', async () => {
    const other = 'file:///work/others.task.yaml';
    await client.connection.sendNotification(othersMethod, { checksSchemas: true });
    await client.open(other, 'edgewright: task/v1\nname: a\ntrigger: { evry: 1s }\n');
    assert.deepEqual(await client.diagnostics(other, (all) => all.length === 0), []);
    await client.change(other, { text: 'edgewright: task/v1\nname: a\ntrigger: { event: dor }\n' });
    await client.diagnostics(other, (all) => all[0]?.code === 'unknown-event');
    await client.connection.sendNotification(othersMethod, { checksSchemas: false });
  });

  it('finds an event of a task and completes its name', async () => {
    const task = 'file:///work/b.task.yaml';
    await client.open(task, 'edgewright: task/v1\nname: a\nevents:\n  door: {}\ntrigger: { event: door }\n');
    const at = { textDocument: { uri: task }, position: { line: 4, character: 20 } };
    const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } };
    assert.deepEqual(await client.ask('textDocument/definition', at), [{ uri: task, range }]);
    const { items } = await client.ask<{ items: { label: string }[] }>('textDocument/completion', at);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['door', 'any'],
    );
  });

  it('says nothing of the YAML of others', async () => {
    const foreign = 'file:///work/docker-compose.yaml';
    await client.open(foreign, 'services: [\n');
    assert.equal(
      await client.ask('textDocument/completion', {
        textDocument: { uri: foreign },
        position: { line: 0, character: 0 },
      }),
      null,
    );
    // It becomes ours by its text, and stops to be.
    await client.change(foreign, { text: 'edgewright: sweep/v1\n' });
    assert.equal((await client.diagnostics(foreign, (all) => all.length > 0))[0]?.code, 'missing-key');
    await client.change(foreign, { text: 'services: [\n' });
    assert.deepEqual(await client.diagnostics(foreign, (all) => all.length === 0), []);
  });

  it('checks a task', async () => {
    const task = 'file:///work/a.task.yaml';
    await client.open(task, 'edgewright: task/v1\nname: a\nevents: { door: {} }\ntrigger: { event: dor }\n');
    const [found, ...others] = await client.diagnostics(task);
    assert.equal(found?.code, 'unknown-event');
    assert.equal(found?.range.start.line, 3);
    assert.deepEqual(others, []);
    await client.change(task, { text: 'edgewright: task/v1\nname: a\ntrigger: { every: 1s }\n' });
    assert.deepEqual(await client.diagnostics(task, (all) => all.length === 0), []);
  });

  it('reads a model again once it changes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'edgewright-'));
    const own = pathToFileURL(join(folder, 'own.sweep.yaml')).href;
    await client.open(own, 'edgewright: sweep/v1\nname: a\nmodels: [{ family: onnx, file: a.onnx, axes: { N: 1 } }]\n');
    await client.diagnostics(own, (all) => all[0]?.code === 'model-file');
    await copyFile(tiny, join(folder, 'a.onnx'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(folder, 'a.onnx')).href, type: 1 }],
    });
    assert.deepEqual(await client.diagnostics(own, (all) => all.length === 0), []);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: own } });
    await rm(folder, { recursive: true });
  });

  it('answers while a million combinations are expanded, and gives up in time', async () => {
    const slow = await startServer({ delay: 0, expansionTime: 1500 });
    const many = 'file:///work/many.sweep.yaml';
    await slow.open(
      many,
      `${head}    axes: { nodes: { from: 1, to: 1000, step: 1 }, layers: { from: 1, to: 1000, step: 1 } }\n    constraint: [macs > 0]\n`,
    );
    assert.deepEqual(await slow.diagnostics(many), []);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begin = performance.now();
    const list = await slow.ask<CompletionList>('textDocument/completion', {
      textDocument: { uri: many },
      position: { line: 5, character: 17 },
    });
    assert.ok(list.items.length > 0);
    assert.ok(performance.now() - begin < 1000, `${performance.now() - begin} ms`);
    const [found] = await slow.diagnostics(many, (all) => all.length > 0);
    assert.equal(found?.code, 'check-unfinished');
    assert.equal(await slow.stop(), 0);
  });

  it('is not frozen by 50 MB', async () => {
    const huge = 'file:///work/huge.sweep.yaml';
    await client.open(huge, `${head}${'  - family: fc\n    axes: { nodes: [1, 2, 3] }\n'.repeat(1_100_000)}`);
    const [found, ...others] = await client.diagnostics(huge);
    assert.equal(found?.code, 'document-too-large');
    assert.deepEqual(others, []);
    const begin = performance.now();
    for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'semanticTokens/full']) {
      await client.ask(`textDocument/${method}`, { textDocument: { uri: huge } });
    }
    for (const method of ['hover', 'completion', 'definition', 'prepareRename']) {
      await client.ask(`textDocument/${method}`, {
        textDocument: { uri: huge },
        position: { line: 500_000, character: 5 },
      });
    }
    assert.ok(performance.now() - begin < 2000, `${performance.now() - begin} ms`);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: huge } });
  });

  it('answers for a document that is not open', async () => {
    for (const method of ['hover', 'completion', 'definition']) {
      const asked = { textDocument: { uri: 'file:///work/never.sweep.yaml' }, position: { line: 0, character: 0 } };
      assert.equal(await client.ask(`textDocument/${method}`, asked), null);
    }
    const none = await client.ask<EstimateResult>(estimateMethod, { uri: 'file:///work/never.sweep.yaml' });
    assert.equal(none.kind, 'refused');
  });

  it('tells how it is', () => {
    assert.ok(statuses.some(({ state }) => state === 'busy'));
    assert.equal(statuses.at(-1)?.state, 'ready');
  });
});
