// A value, or why there is none and what to do: never zero for what is not known.
import type { Reading } from '@edgewright/schemas/generated/record.js';
import type { Host } from './host.ts';

export function unavailable(reason: string, fix: string): Extract<Reading, { unavailable: string }> {
  return { unavailable: reason, fix };
}

/** Why a file gives no value: the fix differs between one that may not be read and one that is not there. */
export function unreadable(host: Host, path: string, what: string): Extract<Reading, { unavailable: string }> {
  if (host.platform !== 'linux' && host.platform !== 'android') {
    return unavailable(
      `${what} is read on Linux and Android only, this is ${host.platform}`,
      'Run the agent on Linux.',
    );
  }
  const access = host.access(path);
  if (access === 'readable') return unavailable(`${path} shows no value`, 'Nothing to do: the kernel leaves it empty.');
  if (access === 'denied') {
    const fix =
      host.platform === 'android'
        ? 'Android keeps it from apps; it needs a rooted device.'
        : 'Let the user of the agent read the file.';
    return unavailable(`${path} may not be read`, fix);
  }
  return unavailable(`${path} is not there`, 'Nothing to do: this kernel or machine does not offer it.');
}

/** A finite number in a file, or undefined. */
export function numberIn(host: Host, path: string): number | undefined {
  const text = host.readFile(path)?.trim();
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
