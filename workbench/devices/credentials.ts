// Where pairing tokens are kept, as whoever calls keeps them: the command line in a file, an editor in its secret storage.
import type { Pairing } from './tokens.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Credentials {
  /** Variables that a fleet names tokens by, and EDGEWRIGHT_TOKEN. Without it those of the process. */
  readonly environment?: Environment;
  pairings(): Promise<readonly Pairing[]>;
  /** In place of an older pairing of the same device or address. Settles with where it is kept, for people. */
  store(pairing: Pairing): Promise<string>;
  /** Removes what is kept of a device: its id or its address. */
  forget(device: string): Promise<void>;
}

/** Environment variable that holds the token where nothing else is named. */
export const tokenVariable = 'EDGEWRIGHT_TOKEN';

export function environmentOf({ environment = process.env }: Credentials): Environment {
  return environment;
}
