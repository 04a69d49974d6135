// Commands on devices: add, forget, examine, reconnect, choose.
import { CodedError } from '@edgewright/schemas/codes.js';
import { parseAddress } from '@edgewright/workbench/devices/address.js';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { examine } from '@edgewright/workbench/devices/doctor.js';
import { isPairingLink, type PairingOffer, pairDevice, parsePairing } from '@edgewright/workbench/devices/pair.js';
import { commands, env, type LogOutputChannel, ProgressLocation, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { CommandTable } from '../commands.ts';
import { orTell } from '../fault.ts';
import { changeSetting, setting } from '../settings.ts';
import { requireTrust } from '../trust.ts';
import { faceOf } from './face.ts';
import type { DeviceEntry, DeviceRegistry } from './registry.ts';
import type { DeviceNode } from './tree.ts';

export interface DeviceCommandOptions {
  readonly registry: DeviceRegistry;
  readonly credentials: Credentials;
  readonly log: LogOutputChannel;
}

export function deviceCommands({ registry, credentials, log }: DeviceCommandOptions): CommandTable {
  /** The device of a tree's node, else one that the user picks. */
  const deviceOf = async (node: unknown, title: string): Promise<DeviceEntry | undefined> => {
    const key = isDeviceNode(node) ? node.key : undefined;
    return registry.devices.find((entry) => entry.key === key) ?? pickDevice(registry, title);
  };

  return {
    'edgewright.addDevice': () => addDevice(registry, credentials, log),
    'edgewright.forgetDevice': async (node) => {
      const entry = await deviceOf(node, 'Forget which device?');
      if (entry === undefined) return;
      if (entry.origin.kind === 'fleet') {
        const open = 'Open Fleet File';
        const chosen = await window.showInformationMessage(
          `${entry.name} stands in ${entry.origin.fleet}. Remove it there; its stored token can be forgotten here.`,
          open,
          'Forget Token',
        );
        if (chosen === open) await window.showTextDocument(entry.origin.file);
        if (chosen !== 'Forget Token') return;
      } else if (!(await isSure(`Forget ${entry.name} and its pairing token?`, 'Forget'))) return;
      const id = entry.origin.kind === 'paired' ? entry.origin.id : entry.target.address;
      if (id !== undefined) await orTell(log, () => credentials.forget(id));
      await registry.refresh();
    },
    'edgewright.doctor': async (node) => {
      const entry = await deviceOf(node, 'Examine which device?');
      if (entry !== undefined && requireTrust('Devices are not dialled')) await doctor(entry, credentials, log);
    },
    'edgewright.reconnectDevice': async (node) => {
      const entry = await deviceOf(node, 'Link to which device again?');
      if (entry !== undefined && requireTrust('Devices are not dialled')) registry.retry(entry.key);
    },
    'edgewright.copyAddress': async (node) => {
      const entry = await deviceOf(node, 'Copy the address of which device?');
      if (entry?.target.address === undefined) return;
      await env.clipboard.writeText(entry.target.address);
      window.setStatusBarMessage(`Copied ${entry.target.address}`, 3_000);
    },
    'edgewright.chooseDevices': () => chooseDevices(registry),
    'edgewright.groupDevices': () => groupDevices(registry),
    'edgewright.refreshDevices': () => registry.refresh(),
    'edgewright.openFleet': async (node) => {
      const name = isFleetNode(node) ? node.name : undefined;
      const { fleets } = registry;
      const fleet = fleets.find((one) => one.name === name) ?? (await pickFleet(fleets));
      if (fleet !== undefined) await window.showTextDocument(fleet.file);
    },
  };
}

/** By a pairing link, which has all, or by address and token. The device is dialled once before anything is stored. */
async function addDevice(registry: DeviceRegistry, credentials: Credentials, log: LogOutputChannel): Promise<void> {
  if (!requireTrust('Devices are not dialled')) return;
  const text = await window.showInputBox({
    title: 'Add a device (1 of 2)',
    prompt: 'Address or pairing link, as `edgewright-agent` shows it when it starts.',
    placeHolder: 'ws://raspberrypi.local:7317 or edgewright://...',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? undefined : problemOf(value)),
  });
  if (text === undefined || text.trim() === '') return;
  await orTell(log, async () => {
    const offer = isPairingLink(text) ? parsePairing(text) : await askToken(parseAddress(text.trim()));
    if (offer === undefined) return;
    const { pairing, place, offered } = await window.withProgress(
      { location: ProgressLocation.Notification, title: `Pairing with ${offer.address}` },
      () => pairDevice(offer, credentials),
    );
    await registry.refresh();
    const stranger =
      offered?.trust === 'unknown'
        ? ` It trusts another key than yours; to let tasks that you sign have its rights, run on it: edgewright-agent trust ${offered.key.publicKey}`
        : '';
    void window.showInformationMessage(`Paired with ${pairing.name}. Its token is in ${place}.${stranger}`);
  });
}

async function askToken(address: string): Promise<PairingOffer | undefined> {
  const token = await window.showInputBox({
    title: 'Add a device (2 of 2)',
    prompt: `Pairing token of ${address}: \`edgewright-agent token\` on the device shows it.`,
    password: true,
    ignoreFocusOut: true,
  });
  return token === undefined || token.trim() === '' ? undefined : { address, token: token.trim() };
}

function problemOf(text: string): string | undefined {
  try {
    if (isPairingLink(text)) parsePairing(text);
    else parseAddress(text.trim());
    return undefined;
  } catch (error) {
    return error instanceof CodedError ? `${error.message} ${error.fix}` : String(error);
  }
}

/** Each step as it is found, in the output; the first thing to mend in a message. */
async function doctor(entry: DeviceEntry, credentials: Credentials, log: LogOutputChannel): Promise<void> {
  const { name, target } = entry;
  await orTell(log, () =>
    window.withProgress({ location: ProgressLocation.Notification, title: `Examining ${name}` }, async (progress) => {
      const wrong: { readonly outcome: string; readonly text: string }[] = [];
      log.info(`doctor: ${name} at ${target.address ?? 'no address'}`);
      for await (const { step, outcome, detail, fix } of examine(target, credentials)) {
        progress.report({ message: step });
        const text = `${step}: ${detail}${fix === undefined ? '' : `. ${fix}`}`;
        if (outcome === 'failed') log.error(text);
        else if (outcome === 'warning') log.warn(text);
        else log.info(text);
        if (outcome !== 'ok') wrong.push({ outcome, text });
      }
      const worst = wrong.find(({ outcome }) => outcome === 'failed') ?? wrong[0];
      const show = 'Show All';
      const shown =
        worst === undefined
          ? window.showInformationMessage(`${name} is well.`, show)
          : worst.outcome === 'failed'
            ? window.showErrorMessage(`${name}: ${worst.text}`, show)
            : window.showWarningMessage(
                `${name}: ${worst.text}${wrong.length > 1 ? ` And ${wrong.length - 1} more.` : ''}`,
                show,
              );
      void shown.then((chosen) => {
        if (chosen === show) log.show();
      });
    }),
  );
}

interface DeviceItem extends QuickPickItem {
  readonly key: string;
}

function itemOf(entry: DeviceEntry): DeviceItem {
  const face = faceOf(entry.state);
  return {
    key: entry.key,
    label: entry.name,
    description: face.description,
    detail: [entry.target.address ?? 'dials in', face.detail].filter((part) => part !== '').join(' · '),
    iconPath: new ThemeIcon(face.icon),
    picked: entry.isChosen,
  };
}

/** One device; undefined where the user leaves. */
export async function pickDevice(registry: DeviceRegistry, title: string): Promise<DeviceEntry | undefined> {
  if (registry.devices.length === 0) {
    await offerDevice();
    return undefined;
  }
  const chosen = await window.showQuickPick(registry.devices.map(itemOf), { title, matchOnDescription: true });
  return registry.devices.find(({ key }) => key === chosen?.key);
}

/** The devices for a run; those chosen before are ticked. Undefined where the user leaves. */
export async function pickDevices(
  registry: DeviceRegistry,
  title: string,
): Promise<readonly DeviceEntry[] | undefined> {
  if (registry.devices.length === 0) {
    await offerDevice();
    return undefined;
  }
  const items = registry.devices.map(itemOf);
  const [only] = items;
  const ticked = items.some(({ picked }) => picked === true) || items.length > 1 ? items : [{ ...only, picked: true }];
  const chosen = await window.showQuickPick(ticked, {
    title,
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (chosen === undefined || chosen.length === 0) return undefined;
  return registry.devices.filter(({ key }) => chosen.some((item) => item.key === key));
}

async function chooseDevices(registry: DeviceRegistry): Promise<void> {
  const chosen = await pickDevices(registry, 'Devices that runs go to and sweeps are checked against');
  if (chosen === undefined) return;
  await registry.choose(new Map(registry.devices.map(({ key }) => [key, chosen.some((entry) => entry.key === key)])));
}

async function groupDevices(registry: DeviceRegistry): Promise<void> {
  const labels = [...new Set(registry.devices.flatMap(({ target }) => Object.keys(target.labels)))].sort();
  if (labels.length === 0) {
    void window.showInformationMessage('No device has a label. Give devices of a fleet file `labels:` to group them.');
    return;
  }
  const now = setting('devices.groupBy');
  const items = [{ label: 'No grouping', value: '' }, ...labels.map((label) => ({ label, value: label }))].map(
    (item) => ({ ...item, ...(item.value === now && { description: 'now' }) }),
  );
  const chosen = await window.showQuickPick(items, { title: 'Group devices by' });
  if (chosen !== undefined) await changeSetting('devices.groupBy', chosen.value);
}

async function pickFleet(fleets: DeviceRegistry['fleets']) {
  if (fleets.length < 2) return fleets[0];
  const chosen = await window.showQuickPick(
    fleets.map(({ name }) => name),
    { title: 'Open which fleet file?' },
  );
  return fleets.find(({ name }) => name === chosen);
}

async function offerDevice(): Promise<void> {
  const add = 'Add Device...';
  const chosen = await window.showInformationMessage(
    'There is no device yet. Start `edgewright-agent` on one and add it by its address.',
    add,
  );
  if (chosen === add) await commands.executeCommand('edgewright.addDevice');
}

/** Asks in a dialog, as what follows cannot be undone. */
export async function isSure(question: string, yes: string): Promise<boolean> {
  return (await window.showWarningMessage(question, { modal: true }, yes)) === yes;
}

function isDeviceNode(node: unknown): node is DeviceNode & { kind: 'device' } {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'device';
}

function isFleetNode(node: unknown): node is DeviceNode & { kind: 'fleet' } {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'fleet';
}
