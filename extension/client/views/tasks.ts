// The page of a deployed task, live. While it is hidden nothing is followed for it; what it missed is told as a gap.
import { commands, type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Fault, FromTaskView, ToTaskView } from '../../protocol.ts';
import type { DeviceEntry } from '../devices/registry.ts';
import { orTell } from '../fault.ts';
import { type ChoosingOptions, chooseTask, type TaskPlace } from '../tasks/choose.ts';
import { type Following, followTask } from '../tasks/following.ts';
import type { TaskRows } from '../tasks/rows.ts';
import type { TaskWatches } from '../tasks/watches.ts';
import { requireTrust } from '../trust.ts';
import { faultOf } from './editor.ts';
import { logFault } from './messages.ts';
import { type PanelKind, Panels } from './panels.ts';
import { shellOf } from './shell.ts';

const viewType = 'edgewright.task';

/** Milliseconds between two paintings: rates fall also while nothing comes. */
const paintTime = 500;

export interface TaskPageOptions extends ChoosingOptions {
  readonly extension: Uri;
  readonly watches: TaskWatches;
  readonly rows: TaskRows;
}

export function taskPages(options: TaskPageOptions): PanelKind {
  const panels = new Panels<TaskPlace, WebviewPanel>({
    viewType,
    extension: options.extension,
    keyOf: ({ device, task }) => JSON.stringify([device, task]),
    read: ({ device, task }) =>
      typeof device === 'string' && typeof task === 'string' ? { kind: 'task', device, task } : undefined,
    make(panel, place) {
      new TaskPage(panel, place, options);
      return panel;
    },
  });
  return {
    commands: {
      async 'edgewright.watchTask'(node) {
        if (!requireTrust('Devices are not dialled')) return;
        const chosen = await chooseTask(options, node, 'watch which one?');
        if (chosen === undefined) return;
        const { device, task } = chosen;
        const place: TaskPlace = { kind: 'task', device: device.key, task };
        const known = panels.of(place);
        if (known !== undefined) return known.reveal();
        panels.open(place, titleOf(device.name, task), ViewColumn.Active);
      },
    },
    restoring: panels.restoring,
  };
}

class TaskPage {
  readonly #panel: WebviewPanel;
  readonly #place: TaskPlace;
  readonly #options: TaskPageOptions;
  readonly #disposables: Disposable[] = [];
  /** Made when the device is known: after a reload it is read a moment later. */
  #following: Following | undefined;
  #follow: Disposable | undefined;
  #timer: NodeJS.Timeout | undefined;
  #file: string | undefined;
  #posted = '';
  /** As it was told last: a device that comes back is followed again. */
  #isOnline = false;
  /** Why it is not followed, until it is again. */
  #fault: Fault | undefined;

  constructor(panel: WebviewPanel, place: TaskPlace, options: TaskPageOptions) {
    this.#panel = panel;
    this.#place = place;
    this.#options = options;
    this.#disposables.push(
      panel.webview.onDidReceiveMessage((message: FromTaskView) => void orTell(options.log, () => this.#hear(message))),
      panel.onDidChangeViewState(() => (panel.visible ? this.#begin() : this.#end())),
      options.registry.onDidChange((entry) => {
        if (entry !== undefined && entry.key !== place.device) return;
        const device = this.#device();
        const isBack = device?.state.kind === 'online' && !this.#isOnline;
        this.#isOnline = device?.state.kind === 'online';
        if (device === undefined) this.#lose();
        else if ((entry === undefined || isBack) && panel.visible) this.#begin();
      }),
    );
    panel.onDidDispose(() => {
      this.#end();
      for (const disposable of this.#disposables) disposable.dispose();
    });
    panel.webview.html = shellOf(panel.webview, options.extension, 'task', panel.title);
  }

  async #hear(message: FromTaskView): Promise<void> {
    switch (message.kind) {
      case 'ready':
      case 'again':
        this.#posted = '';
        this.#begin();
        return this.#paint();
      case 'results':
        if (this.#file !== undefined) await window.showTextDocument(Uri.file(this.#file), { preview: true });
        return;
      case 'record':
        return void (await commands.executeCommand('edgewright.recordTask', this.#place));
      case 'redeploy':
        return void (await commands.executeCommand('edgewright.redeployTask', this.#place));
      case 'remove':
        return void (await commands.executeCommand('edgewright.removeTask', this.#place));
      case 'failed':
        return logFault(this.#options.log, 'task', message.fault);
    }
  }

  #device(): DeviceEntry | undefined {
    return this.#options.registry.devices.find(({ key }) => key === this.#place.device);
  }

  #begin(): void {
    const device = this.#device();
    if (this.#follow !== undefined || device === undefined) return;
    const { task } = this.#place;
    const following = this.#following ?? followTask(device.name, task);
    this.#following = following;
    this.#fault = undefined;
    this.#timer = setInterval(() => this.#paint(), paintTime);
    this.#follow = this.#options.watches.follow(device, {
      task,
      hear: (event) => {
        if (event.kind === 'linked') this.#file = event.file;
        if (event.kind === 'status') this.#options.rows.tell(device.key, event.status);
        following.hear(event, Date.now());
      },
      fail: (error) => {
        this.#end();
        this.#fault = faultOf(error);
        this.#paint();
      },
    });
  }

  /** The device is in no fleet file and not paired any more. */
  #lose(): void {
    this.#end();
    this.#fault = {
      code: 'no-device',
      message: `The device of ${this.#place.task} is not among those of this window any more.`,
      fix: 'Add it again, or put it back in its fleet file, then link again.',
    };
    this.#paint();
  }

  #end(): void {
    clearInterval(this.#timer);
    this.#following?.pause(Date.now());
    this.#follow?.dispose();
    this.#follow = undefined;
  }

  /** What has not changed is not sent. */
  #paint(): void {
    const message = this.#message();
    if (message === undefined) return;
    const text = JSON.stringify(message);
    if (text === this.#posted) return;
    this.#posted = text;
    void this.#panel.webview.postMessage(message);
  }

  #message(): ToTaskView | undefined {
    if (this.#fault !== undefined) return { kind: 'broken', fault: this.#fault };
    if (this.#following === undefined) return undefined;
    const { device, task } = this.#place;
    return { kind: 'face', device, task, face: this.#following.faceAt(Date.now()) };
  }
}

function titleOf(device: string, task: string): string {
  return `${task} on ${device}`;
}
