// What a simulator has executed by a device: one execution at a time, forgotten where the task changes, and said to be old
// where a file that it was made of is saved.
import { basename, dirname } from 'node:path';
import { type Disposable, RelativePattern, type TextDocument, Uri, workspace } from 'vscode';
import type { Fault, SimulatorExecution, ToSimulatorView } from '../../protocol.ts';
import type { ExecutionRequest } from '../../simulator/asking.ts';
import type { SimulationQuestion, ToSimulatorHost } from '../../simulator/worker.ts';
import { pickDevice } from '../devices/commands.ts';
import type { DeviceEntry } from '../devices/registry.ts';
import type { ChoosingOptions } from '../tasks/choose.ts';
import { executeBeside, filesOf, saveFiles } from '../tasks/executing.ts';
import { requireTrust } from '../trust.ts';
import { faultOf } from './editor.ts';

/** The simulation whose firings are executed. */
export interface Simulation {
  document(): Promise<TextDocument>;
  /** Anew, of the document as it is. */
  begin(): Promise<void>;
  ask(question: SimulationQuestion): void;
  show(execution: SimulatorExecution): void;
}

export class SimulatorExecutions {
  readonly #options: ChoosingOptions;
  readonly #simulation: Simulation;
  readonly #saving: Disposable;
  /** That of the last execution. */
  #device: DeviceEntry | undefined;
  /** Of the execution that goes on. */
  #ending: AbortController | undefined;
  /** From the press until what fires is asked for: files are saved and the simulation begins anew. */
  #isBeginning = false;
  /** Follow the files that were executed. */
  #watching: readonly Disposable[] = [];

  constructor(options: ChoosingOptions, simulation: Simulation) {
    this.#options = options;
    this.#simulation = simulation;
    this.#saving = workspace.onDidSaveTextDocument((document) => void this.#saved(document));
  }

  async execute(on: 'last' | 'another'): Promise<void> {
    if (this.#isBeginning || this.#ending !== undefined) return;
    if (!requireTrust('Devices are not dialled')) return;
    const { registry } = this.#options;
    const last = registry.devices.find(({ key }) => key === this.#device?.key);
    const device = on === 'last' && last !== undefined ? last : await pickDevice(registry, 'Execute on which device?');
    if (device === undefined) return;
    this.#isBeginning = true;
    try {
      const document = await this.#simulation.document();
      if (!(await saveFiles(filesOf(document.getText(), document.uri.fsPath)))) return;
      await this.#simulation.begin();
      this.#device = device;
      this.#ending = new AbortController();
      this.#watch(document);
      this.#show({ kind: 'running', device: device.name, phase: 'simulating' });
      this.#simulation.ask({ kind: 'begin' });
    } finally {
      this.#isBeginning = false;
    }
  }

  /** What the device is at ends with its link. */
  leave(): void {
    if (this.#ending === undefined || this.#device === undefined) return;
    this.#end();
    this.#show({ kind: 'cancelled', device: this.#device.name });
  }

  /** The simulation begins anew, without results. */
  forget(): void {
    this.#end();
    this.#show({ kind: 'none', device: this.#device?.name });
  }

  /** True where the message was for it. */
  hear(message: ToSimulatorHost | ToSimulatorView): boolean {
    if (message.kind === 'execute') void this.#answer(message);
    else if (message.kind === 'settled') this.#settle(message.fault);
    else {
      // There is no simulation whose firings could be executed.
      if (message.kind === 'invalid' || message.kind === 'broken') this.forget();
      return false;
    }
    return true;
  }

  dispose(): void {
    this.#end();
    this.#saving.dispose();
    for (const watching of this.#watching) watching.dispose();
  }

  async #answer({ id, fired }: ExecutionRequest): Promise<void> {
    const [device, ending] = [this.#device, this.#ending];
    if (device === undefined || ending === undefined) return;
    try {
      const document = await this.#simulation.document();
      const executed = await executeBeside(
        {
          ...{ credentials: this.#options.credentials, device, signal: ending.signal },
          ...{ text: document.getText(), path: document.uri.fsPath },
          onPhase: (phase) => {
            if (this.#ending === ending) this.#show({ kind: 'running', device: device.name, phase });
          },
        },
        fired,
      );
      if (this.#ending === ending) this.#simulation.ask({ kind: 'executed', id, fired: executed });
    } catch (error) {
      if (this.#ending === ending) this.#simulation.ask({ kind: 'refused', id, fault: faultOf(error) });
    }
  }

  #settle(fault: Fault | undefined): void {
    const device = this.#device?.name;
    if (this.#ending === undefined || device === undefined) return;
    this.#ending = undefined;
    this.#show(fault === undefined ? { kind: 'done', device } : { kind: 'failed', device, fault });
  }

  async #saved(document: TextDocument): Promise<void> {
    const device = this.#device?.name;
    if (device === undefined || this.#isBeginning || document !== (await this.#simulation.document())) return;
    // The simulation follows the text a moment after it was changed.
    await this.#simulation.begin();
    this.#show({ kind: 'old', device, file: basename(document.uri.fsPath) });
  }

  /** Scripts are also written, and models made, by other programs. */
  #watch(document: TextDocument): void {
    for (const watching of this.#watching) watching.dispose();
    const [, ...files] = filesOf(document.getText(), document.uri.fsPath);
    this.#watching = files.flatMap((file) => {
      // A name may hold what means something in a pattern.
      const pattern = basename(file).replaceAll(/[*?[\]{}]/g, '?');
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(dirname(file)), pattern));
      const changed = (): void => {
        const device = this.#device?.name;
        if (this.#isBeginning || this.#ending !== undefined || device === undefined) return;
        this.#show({ kind: 'old', device, file: basename(file) });
      };
      return [watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed)];
    });
  }

  #end(): void {
    this.#ending?.abort();
    this.#ending = undefined;
  }

  #show(execution: SimulatorExecution): void {
    this.#simulation.show(execution);
  }
}
