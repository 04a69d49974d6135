// Pairing tokens in VS Code's secret storage: the list of devices is one secret too, as it holds addresses of a home or a
// company. What `edgewright pair` stored in its file is read beside it, so that a device is paired once for both.
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import type { Pairing } from '@edgewright/workbench/devices/tokens.js';
import type { SecretStorage } from 'vscode';

const key = 'edgewright.pairings';

/** `others` are read where the secrets have no pairing of a device, and never written. */
export function secretCredentials(secrets: SecretStorage, others: Credentials): Credentials {
  const own = async (): Promise<readonly Pairing[]> => {
    const text = await secrets.get(key);
    if (text === undefined) return [];
    const pairings: unknown = JSON.parse(text);
    return Array.isArray(pairings) ? pairings : [];
  };
  return {
    async pairings() {
      const mine = await own();
      const theirs = await others.pairings();
      return [...mine, ...theirs.filter((other) => !mine.some((pairing) => isSame(pairing, other)))];
    },
    async store(pairing) {
      const rest = (await own()).filter((other) => !isSame(pairing, other));
      await secrets.store(key, JSON.stringify([...rest, pairing]));
      return "VS Code's secret storage";
    },
    async forget(device) {
      const mine = await own();
      const rest = mine.filter(({ id, address }) => id !== device && address !== device);
      if (rest.length < mine.length) await secrets.store(key, JSON.stringify(rest));
      await others.forget(device);
    },
  };
}

function isSame(a: Pairing, b: Pairing): boolean {
  return a.id === b.id || (a.address !== undefined && a.address === b.address);
}
