// The Runs view: newest first, with how far each is.

import {
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import { atMost } from '../gentle.ts';
import { openingRun } from '../views/editor.ts';
import type { RunController, RunEntry } from './controller.ts';
import { runFace } from './face.ts';

/** Milliseconds between two paintings of the runs that go on. */
const paintTime = 1_000;

export interface RunNode {
  readonly path: string;
  /** Undefined: the run; else one device of it. */
  readonly device?: string;
}

export class RunTree implements TreeDataProvider<RunNode>, Disposable {
  readonly #controller: RunController;
  readonly #changed = new EventEmitter<RunNode | undefined>();
  readonly #listening: Disposable;
  readonly #nodes = new Map<string, RunNode>();
  readonly #stale = new Set<RunNode>();
  readonly #paint = atMost(paintTime, () => {
    for (const node of this.#stale) this.#changed.fire(node);
    this.#stale.clear();
  });

  constructor(controller: RunController) {
    this.#controller = controller;
    this.#listening = controller.onDidChange((entry) => {
      const node = entry && this.#nodes.get(entry.run.path);
      if (node === undefined) return this.#changed.fire(undefined);
      this.#stale.add(node);
      this.#paint.call();
    });
  }

  get onDidChangeTreeData() {
    return this.#changed.event;
  }

  getChildren(node?: RunNode): RunNode[] {
    if (node === undefined) return this.#controller.runs.map((entry) => this.#nodeOf(entry));
    if (node.device !== undefined) return [];
    const devices = this.#controller.entry(node.path)?.devices ?? [];
    return devices.length < 2 ? [] : devices.map(({ device }) => ({ path: node.path, device }));
  }

  getTreeItem({ path, device }: RunNode): TreeItem {
    const entry = this.#controller.entry(path);
    if (entry === undefined) return new TreeItem(path);
    return device === undefined ? runItem(entry) : deviceItem(entry, device);
  }

  dispose(): void {
    this.#paint.stop();
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #nodeOf({ run }: RunEntry): RunNode {
    const node = this.#nodes.get(run.path) ?? { path: run.path };
    this.#nodes.set(run.path, node);
    return node;
  }
}

function runItem(entry: RunEntry): TreeItem {
  const { run, devices } = entry;
  const face = runFace(entry);
  const item = new TreeItem(
    run.head.name,
    devices.length > 1 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = run.path;
  item.description = face.description;
  item.tooltip = face.detail;
  item.iconPath = new ThemeIcon(face.icon, face.colour === undefined ? undefined : new ThemeColor(face.colour));
  item.contextValue = face.context;
  item.accessibilityInformation = { label: `${run.head.name}, ${face.description}` };
  item.command = openingRun(run.path);
  return item;
}

function deviceItem(entry: RunEntry, device: string): TreeItem {
  const face = runFace({ ...entry, devices: entry.devices.filter((one) => one.device === device) });
  const item = new TreeItem(device);
  item.id = `${entry.run.path} ${device}`;
  item.description = face.progress;
  item.iconPath = new ThemeIcon(face.icon, face.colour === undefined ? undefined : new ThemeColor(face.colour));
  item.tooltip = face.detail;
  item.contextValue = 'run-device';
  return item;
}
