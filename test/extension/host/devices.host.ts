// Devices of the workspace's fleet file as the views and commands have them, with a real agent behind one.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edgewright, eventually, inWorkspace, withSetting } from './extension.ts';

describe('devices in the extension host', () => {
  const deviceOf = async (name: string) => {
    const { registry } = await edgewright();
    return registry.devices.find((entry) => entry.name === name);
  };
  const state = (name: string, kind: string) =>
    eventually(`${name} ${kind}`, async () => {
      const entry = await deviceOf(name);
      return entry?.state.kind === kind ? entry : undefined;
    });

  it('come from the fleet file and are linked to', async () => {
    await state('bench', 'online');
    const { deviceTree } = await edgewright();
    const [fleet] = deviceTree.getChildren();
    assert.equal(fleet?.kind, 'fleet');
    const [first] = deviceTree.getChildren(fleet);
    assert.equal(first?.kind, 'device');
    const facts = deviceTree.getChildren(first).flatMap((node) => (node.kind === 'fact' ? [node.fact.name] : []));
    for (const name of ['processor', 'memory', 'ort']) assert.ok(facts.includes(name), facts.join());
  });

  it('are grouped by the label that `edgewright.devices.groupBy` names', async () => {
    const { deviceTree } = await edgewright();
    await withSetting('edgewright.devices.groupBy', 'room', async () => {
      const labels = await eventually('labels', () => {
        const [fleet] = deviceTree.getChildren();
        const nodes = deviceTree.getChildren(fleet);
        return nodes.every(({ kind }) => kind === 'label') ? nodes : undefined;
      });
      assert.deepEqual(
        labels.map((node) => deviceTree.getTreeItem(node).label),
        ['room: attic', 'room: desk'],
      );
    });
  });

  it('are let go of where `edgewright.devices.watch` is off, and linked to again', async () => {
    await state('bench', 'online');
    await withSetting('edgewright.devices.watch', false, async () => {
      await state('bench', 'unwatched');
    });
    await state('bench', 'online');
  });

  it('that are chosen are what sweeps are checked against, unless `edgewright.check.devices` is off', async () => {
    const { registry } = await edgewright();
    const { key } = await state('bench', 'online');
    const document = await vscode.workspace.openTextDocument(inWorkspace('heavy.sweep.yaml'));
    await vscode.window.showTextDocument(document);
    const ofDevice = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ message }) => message.includes('bench'));
    await registry.choose(new Map([[key, true]]));
    await eventually('a finding of the device', () => (ofDevice().length > 0 ? true : undefined));
    await withSetting('edgewright.check.devices', false, async () => {
      await eventually('none', () => (ofDevice().length === 0 ? true : undefined));
    });
    await registry.choose(new Map([[key, false]]));
    await eventually('none', () => (ofDevice().length === 0 ? true : undefined));
  });

  it('have their address copied and their fleet file opened', async () => {
    const { deviceTree } = await edgewright();
    const [fleet] = deviceTree.getChildren();
    const [bench] = deviceTree.getChildren(fleet);
    await vscode.commands.executeCommand('edgewright.copyAddress', bench);
    assert.match(await vscode.env.clipboard.readText(), /^ws:\/\/127\.0\.0\.1:\d+$/);
    await vscode.commands.executeCommand('edgewright.openFleet', fleet);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /fleet\.yaml$/);
  });

  it('are read anew on `edgewright.refreshDevices` and when the file changes', async () => {
    const { registry } = await edgewright();
    const file = inWorkspace('fleet.yaml');
    const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${before}  - name: third\n`));
    await vscode.commands.executeCommand('edgewright.refreshDevices');
    await eventually('the third', () => (registry.devices.length === 3 ? true : undefined));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(before));
    await eventually('two', () => (registry.devices.length === 2 ? true : undefined));
  });
});
