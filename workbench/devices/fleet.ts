// Devices of a fleet file, and which of them a command means.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Fleet } from '@edgewright/schemas/generated/fleet.js';
import { parseAddress } from './address.ts';
import { besideFile, type Target } from './target.ts';

/** The devices of a fleet that was read from `file`, an absolute path. */
export function targetsOf(fleet: Fleet, file: string): readonly (Target & { readonly name: string })[] {
  return fleet.devices.map(({ name, address, token, certificate, labels = {} }) => ({
    name,
    address: address === undefined ? undefined : parseAddress(address),
    certificate,
    labels,
    token:
      token?.env !== undefined
        ? { env: token.env }
        : token?.file !== undefined
          ? { file: besideFile(token.file, file) }
          : undefined,
  }));
}

/** Those that any selection means: a name, or `label=value`. All without a selection. Throws `no-device`. */
export function selectTargets<T extends Pick<Target, 'name' | 'labels'>>(
  targets: readonly T[],
  selections: readonly string[],
): readonly T[] {
  if (selections.length === 0) return targets;
  const chosen = new Set<T>();
  for (const selection of selections) {
    const found = targets.filter((target) => matches(target, selection));
    if (found.length === 0) throw noDevice(selection, targets);
    for (const target of found) chosen.add(target);
  }
  return targets.filter((target) => chosen.has(target));
}

function matches({ name, labels }: Pick<Target, 'name' | 'labels'>, selection: string): boolean {
  const at = selection.indexOf('=');
  if (at === -1) return name === selection;
  const label = selection.slice(0, at);
  return Object.hasOwn(labels, label) && labels[label] === selection.slice(at + 1);
}

function noDevice(selection: string, targets: readonly Pick<Target, 'name'>[]): CodedError {
  const names = targets.slice(0, 8).map(({ name }) => name);
  return new CodedError(
    'no-device',
    `No device of the fleet is meant by "${selection}".`,
    `Choose by name (${names.join(', ')}${targets.length > 8 ? ', ...' : ''}) or by label=value.`,
  );
}
