// The Devices view: fleets, labels, devices, the tasks that each has and what it tells of itself. The check boxes choose the devices for runs.
import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import {
  type Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import { setting } from '../settings.ts';
import { taskFace } from '../tasks/face.ts';
import type { TaskRows } from '../tasks/rows.ts';
import { type Fact, faceOf, factsOf } from './face.ts';
import type { DeviceEntry, DeviceRegistry, FleetEntry } from './registry.ts';

export type DeviceNode =
  | { readonly kind: 'fleet'; readonly name: string; readonly fleet: FleetEntry | undefined }
  | { readonly kind: 'label'; readonly fleet: string; readonly label: string; readonly value: string }
  | { readonly kind: 'device'; readonly key: string }
  | { readonly kind: 'task'; readonly device: string; readonly task: string; readonly status: TaskStatus }
  | { readonly kind: 'fact'; readonly device: string; readonly fact: Fact };

const paired = 'Paired devices';

export class DeviceTree implements TreeDataProvider<DeviceNode>, Disposable {
  readonly #registry: DeviceRegistry;
  readonly #rows: TaskRows;
  readonly #changed = new EventEmitter<DeviceNode | undefined>();
  readonly #listening: readonly Disposable[];
  /** A node of a device stays the same object, so that the view can be told of its change. */
  readonly #nodes = new Map<string, DeviceNode & { kind: 'device' }>();

  constructor(registry: DeviceRegistry, rows: TaskRows) {
    this.#registry = registry;
    this.#rows = rows;
    this.#listening = [
      registry.onDidChange((entry) => this.#changed.fire(entry === undefined ? undefined : this.#nodes.get(entry.key))),
      rows.onDidChange((key) => this.#changed.fire(this.#nodes.get(key))),
    ];
  }

  get onDidChangeTreeData() {
    return this.#changed.event;
  }

  getChildren(node?: DeviceNode): DeviceNode[] {
    if (node === undefined) return this.#roots();
    switch (node.kind) {
      case 'fleet':
        return this.#ofFleet(node.name);
      case 'label':
        return this.#devicesOf(node.fleet)
          .filter(({ target }) => (target.labels[node.label] ?? '') === node.value)
          .map((entry) => this.#nodeOf(entry));
      case 'device': {
        const entry = this.#entry(node.key);
        if (entry?.state.kind !== 'online') return [];
        const device = node.key;
        const tasks = this.#rows.of(entry);
        return [
          ...tasks.map((status): DeviceNode => ({ kind: 'task', device, task: status.task, status })),
          ...factsOf(entry.state).map((fact): DeviceNode => ({ kind: 'fact', device, fact })),
        ];
      }
      case 'task':
      case 'fact':
        return [];
    }
  }

  getTreeItem(node: DeviceNode): TreeItem {
    switch (node.kind) {
      case 'fleet':
        return fleetItem(node);
      case 'label':
        return labelItem(node);
      case 'device':
        return this.#deviceItem(node.key);
      case 'task':
        return taskItem(node);
      case 'fact':
        return factItem(node.fact);
    }
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
    this.#changed.dispose();
  }

  #roots(): DeviceNode[] {
    const fleets = this.#registry.fleets.map((fleet): DeviceNode => ({ kind: 'fleet', name: fleet.name, fleet }));
    const isPaired = this.#registry.devices.some(({ origin }) => origin.kind === 'paired');
    if (fleets.length === 0) return this.#ofFleet(paired);
    return isPaired ? [{ kind: 'fleet', name: paired, fleet: undefined }, ...fleets] : fleets;
  }

  #ofFleet(name: string): DeviceNode[] {
    const devices = this.#devicesOf(name);
    const label = setting('devices.groupBy');
    if (label === '' || !devices.some(({ target }) => target.labels[label] !== undefined))
      return devices.map((entry) => this.#nodeOf(entry));
    const values = [...new Set(devices.map(({ target }) => target.labels[label] ?? ''))].sort();
    return values.map((value) => ({ kind: 'label', fleet: name, label, value }));
  }

  #devicesOf(fleet: string): readonly DeviceEntry[] {
    return this.#registry.devices.filter(({ origin }) =>
      origin.kind === 'fleet' ? origin.fleet === fleet : fleet === paired,
    );
  }

  #nodeOf({ key }: DeviceEntry): DeviceNode {
    const node = this.#nodes.get(key) ?? { kind: 'device', key };
    this.#nodes.set(key, node);
    return node;
  }

  #entry(key: string): DeviceEntry | undefined {
    return this.#registry.devices.find((entry) => entry.key === key);
  }

  #deviceItem(key: string): TreeItem {
    const entry = this.#entry(key);
    if (entry === undefined) return new TreeItem(key);
    const { name, target, state, origin, isChosen } = entry;
    const face = faceOf(state);
    const item = new TreeItem(
      name,
      state.kind === 'online' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    item.id = key;
    item.description = face.description;
    item.iconPath = new ThemeIcon(face.icon, face.colour === undefined ? undefined : new ThemeColor(face.colour));
    item.contextValue = `device-${face.context}-${origin.kind}`;
    item.checkboxState = {
      state: isChosen ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
      tooltip: isChosen ? 'Chosen for runs and checks' : 'Choose for runs and checks',
    };
    const labels = Object.entries(target.labels).map(([label, value]) => `${label}=${value}`);
    item.tooltip = new MarkdownString(
      [
        `**${name}** ${face.description}`,
        target.address ?? 'dials in',
        ...(labels.length > 0 ? [labels.join(', ')] : []),
        ...(face.detail === '' ? [] : [face.detail]),
      ].join('\n\n'),
    );
    item.accessibilityInformation = { label: `${name}, ${face.description}` };
    return item;
  }
}

function fleetItem({ name, fleet }: DeviceNode & { kind: 'fleet' }): TreeItem {
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = `fleet ${name}`;
  item.iconPath = new ThemeIcon(fleet?.problem === undefined ? 'server-environment' : 'warning');
  item.contextValue = fleet === undefined ? 'paired' : 'fleet';
  if (fleet?.problem !== undefined) {
    item.description = 'has errors';
    item.tooltip = fleet.problem;
  }
  if (fleet !== undefined) item.resourceUri = fleet.file;
  item.label = name;
  return item;
}

function labelItem({ fleet, label, value }: DeviceNode & { kind: 'label' }): TreeItem {
  const item = new TreeItem(value === '' ? `no ${label}` : `${label}: ${value}`, TreeItemCollapsibleState.Expanded);
  item.id = `label ${fleet} ${label}=${value}`;
  item.iconPath = new ThemeIcon('tag');
  item.contextValue = 'label';
  return item;
}

function taskItem({ device, task, status }: DeviceNode & { kind: 'task' }): TreeItem {
  const { description, icon, colour, detail } = taskFace(status);
  const item = new TreeItem(task);
  item.id = `${device} task ${task}`;
  item.description = description;
  item.iconPath = new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
  item.tooltip = `${task}: ${description}\n${detail}`;
  item.accessibilityInformation = { label: `Task ${task}, ${description}. ${detail}` };
  item.contextValue = 'task';
  return item;
}

function factItem({ name, value, icon, detail }: Fact): TreeItem {
  const item = new TreeItem(name);
  item.description = value;
  item.iconPath = new ThemeIcon(icon);
  item.tooltip = detail === '' ? `${name}: ${value}` : detail;
  item.accessibilityInformation = { label: `${name}: ${value}` };
  item.contextValue = 'fact';
  return item;
}
