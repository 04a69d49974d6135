// The devices that this window knows: of the fleet files of the workspace and those that were paired. Keeps a link to
// each, so that its state is live, and lets go of it with the window.
import { parseFleet } from '@edgewright/schemas/fleet.js';
import { systemClock } from '@edgewright/workbench/devices/clock.js';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { targetsOf } from '@edgewright/workbench/devices/fleet.js';
import { type Presence, type PresenceState, watchDevice } from '@edgewright/workbench/devices/presence.js';
import type { Target } from '@edgewright/workbench/devices/target.js';
import { type Disposable, EventEmitter, type LogOutputChannel, type Memento, type Uri, workspace } from 'vscode';
import { setting } from '../settings.ts';

export interface DeviceEntry {
  /** Stable over reloads: where the device is named, and its name. */
  readonly key: string;
  readonly name: string;
  readonly target: Target;
  readonly origin:
    | { readonly kind: 'fleet'; readonly file: Uri; readonly fleet: string }
    /** `id` as the device's hello said it. */
    | { readonly kind: 'paired'; readonly id: string };
  readonly state: DeviceState;
  readonly isChosen: boolean;
}

export type DeviceState =
  | PresenceState
  /** Nobody dials: the workspace has no trust, the setting is off, or the device dials in. */
  | { readonly kind: 'unwatched'; readonly reason: string };

/** A fleet file, with what keeps it from being used. */
export interface FleetEntry {
  readonly file: Uri;
  readonly name: string;
  readonly problem: string | undefined;
}

const fleetPattern = '**/{fleet,*.fleet}.{yaml,yml}';
const chosenKey = 'edgewright.chosenDevices';
/** Fleet files read at most: a workspace has a few. */
const mostFleets = 50;

export class DeviceRegistry implements Disposable {
  readonly #credentials: Credentials;
  readonly #log: LogOutputChannel;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<DeviceEntry | undefined>();
  readonly #watching = new Map<string, { readonly presence: Presence; readonly target: string }>();
  readonly #disposables: Disposable[];
  #entries: readonly DeviceEntry[] = [];
  #fleets: readonly FleetEntry[] = [];
  #refreshing: Promise<void> = Promise.resolve();

  constructor(credentials: Credentials, log: LogOutputChannel, memory: Memento) {
    this.#credentials = credentials;
    this.#log = log;
    this.#memory = memory;
    const files = workspace.createFileSystemWatcher(fleetPattern);
    const again = () => void this.refresh();
    this.#disposables = [
      this.#changed,
      files,
      files.onDidChange(again),
      files.onDidCreate(again),
      files.onDidDelete(again),
      workspace.onDidChangeWorkspaceFolders(again),
      workspace.onDidGrantWorkspaceTrust(again),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('edgewright.devices')) again();
      }),
    ];
  }

  /** A device whose state changed; undefined: which devices there are. */
  get onDidChange() {
    return this.#changed.event;
  }

  get devices(): readonly DeviceEntry[] {
    return this.#entries;
  }

  get fleets(): readonly FleetEntry[] {
    return this.#fleets;
  }

  get chosen(): readonly DeviceEntry[] {
    return this.#entries.filter(({ isChosen }) => isChosen);
  }

  /** Reads fleets and pairings anew; links that are still wanted stay. */
  refresh(): Promise<void> {
    this.#refreshing = this.#refreshing
      .then(() => this.#read())
      .catch((error: unknown) => this.#log.error(`reading the devices: ${String(error)}`));
    return this.#refreshing;
  }

  async choose(keys: ReadonlyMap<string, boolean>): Promise<void> {
    this.#entries = this.#entries.map((entry) => ({ ...entry, isChosen: keys.get(entry.key) ?? entry.isChosen }));
    await this.#memory.update(
      chosenKey,
      this.chosen.map(({ key }) => key),
    );
    this.#changed.fire(undefined);
  }

  /** Tries again now, also where the device refused. */
  retry(key: string): void {
    const entry = this.#entries.find((one) => one.key === key);
    const watching = this.#watching.get(key);
    if (watching !== undefined) watching.presence.retry();
    else if (entry !== undefined) this.#watch(entry);
  }

  dispose(): void {
    for (const { presence } of this.#watching.values()) presence.close();
    this.#watching.clear();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #read(): Promise<void> {
    const found: Omit<DeviceEntry, 'state' | 'isChosen'>[] = [];
    const fleets: FleetEntry[] = [];
    for (const file of await workspace.findFiles(fleetPattern, '**/node_modules/**', mostFleets)) {
      const name = workspace.asRelativePath(file);
      const text = new TextDecoder().decode(await workspace.fs.readFile(file));
      const { fleet, diagnostics } = parseFleet(text);
      fleets.push({ file, name, problem: fleet === undefined ? diagnostics[0]?.message : undefined });
      if (fleet === undefined) continue;
      for (const target of targetsOf(fleet, file.fsPath)) {
        const origin = { kind: 'fleet' as const, file, fleet: name };
        found.push({ key: `${file.toString()}#${target.name}`, name: target.name, target, origin });
      }
    }
    for (const { id, name, address, certificate } of await this.#credentials.pairings()) {
      if (address !== undefined && found.some(({ target }) => target.address === address)) continue;
      const target: Target = { name, address, certificate, labels: {}, token: undefined };
      found.push({ key: `paired#${id}`, name, target, origin: { kind: 'paired', id } });
    }
    const known = new Map(this.#entries.map((entry) => [entry.key, entry]));
    const chosen = this.#memory.get<readonly string[]>(chosenKey, []);
    this.#fleets = fleets;
    this.#entries = found.map((entry) => ({
      ...entry,
      state: known.get(entry.key)?.state ?? unwatched('it was not dialled yet'),
      isChosen: chosen.includes(entry.key),
    }));
    this.#reconcile();
    this.#changed.fire(undefined);
  }

  /** Begins to watch what is new, ends what is gone or has another address. */
  #reconcile(): void {
    for (const [key, { presence, target }] of this.#watching) {
      const entry = this.#entries.find((one) => one.key === key);
      if (entry !== undefined && JSON.stringify(entry.target) === target && isWatched(entry) === undefined) continue;
      presence.close();
      this.#watching.delete(key);
    }
    for (const entry of this.#entries) {
      const reason = isWatched(entry);
      if (reason !== undefined) this.#update(entry.key, unwatched(reason));
      else if (!this.#watching.has(entry.key)) this.#watch(entry);
    }
  }

  #watch(entry: DeviceEntry): void {
    const presence = watchDevice({
      target: entry.target,
      credentials: this.#credentials,
      clock: systemClock,
      random: Math.random,
      onState: (state) => this.#update(entry.key, state),
    });
    this.#watching.set(entry.key, { presence, target: JSON.stringify(entry.target) });
  }

  #update(key: string, state: DeviceState): void {
    const before = this.#entries.find((entry) => entry.key === key);
    if (before === undefined) return;
    if (before.state.kind !== state.kind) this.#log.info(`${before.name}: ${describe(state)}`);
    const after = { ...before, state };
    this.#entries = this.#entries.map((entry) => (entry.key === key ? after : entry));
    this.#changed.fire(after);
  }
}

/** Undefined where the device is to be watched, else why not. */
function isWatched({ target }: Pick<DeviceEntry, 'target'>): string | undefined {
  if (!workspace.isTrusted) return 'the workspace is not trusted, so no device is dialled';
  if (target.address === undefined) return 'it has no address: its agent dials in';
  if (!setting('devices.watch')) return 'the setting edgewright.devices.watch is off';
  return undefined;
}

function unwatched(reason: string): DeviceState {
  return { kind: 'unwatched', reason };
}

function describe(state: DeviceState): string {
  switch (state.kind) {
    case 'unwatched':
      return `not watched: ${state.reason}`;
    case 'offline':
    case 'refused':
      return `${state.kind} [${state.error.code}]: ${state.error.message}`;
    default:
      return state.kind;
  }
}
