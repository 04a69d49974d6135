// The contract between the client and the language server beyond the Language Server Protocol, in one file: the
// compiler holds both ends to it.

import type { ChosenDevice } from '@edgewright/core/sweep/fit.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';

/** What a sweep is checked against beside itself: a device that was seen online. */
export type DeviceFacts = ChosenDevice;

/** `initializationOptions` of the server; every one has a default. */
export interface ServerOptions {
  /** Address of what explains a code, with `{code}` in it; without it the command `edgewright.explainCode`. */
  readonly codes?: string;
  /** Milliseconds without a change before a sweep is expanded: 200. */
  readonly delay?: number;
  /** Milliseconds that an expansion may take: 10,000. */
  readonly expansionTime?: number;
}

/** Client to server, a notification: the devices chosen for new runs. Sweeps are checked anew. */
export const devicesMethod = 'edgewright/devices';
export interface DevicesParams {
  readonly chosen: readonly DeviceFacts[];
}

/** Client to server, a notification: whether another extension checks YAML against contributed schemas. */
export const othersMethod = 'edgewright/others';
export interface OthersParams {
  readonly checksSchemas: boolean;
}

/** Client to server, a request: what a sweep document would measure. */
export const estimateMethod = 'edgewright/estimate';
export interface EstimateParams {
  readonly uri: string;
}
export type EstimateResult =
  | {
      readonly kind: 'estimate';
      readonly points: number;
      readonly slots: number;
      readonly excluded: number;
      /** Milliseconds. */
      readonly total: number;
      readonly longest: number;
      readonly assumption: string;
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Server to client, a notification: how the server is. */
export const statusMethod = 'edgewright/status';
export interface StatusParams {
  readonly state: 'ready' | 'busy' | 'failed';
  /** Documents that are open and ours. */
  readonly documents: number;
  /** Of `failed`. */
  readonly message?: string;
}

/** Commands that code lenses and quick fixes of the server name, with their arguments; the client registers them. */
export interface LensCommands {
  /** Runs the sweep, asking for the devices. */
  'edgewright.run': [uri: string];
  'edgewright.estimate': [uri: string];
  /** `index` of the model in the document. */
  'edgewright.previewModel': [uri: string, index: number];
  /** `test`: place of the test whose recording is simulated; without it the user chooses. */
  'edgewright.simulateTask': [uri: string, test?: number];
  'edgewright.deployTask': [uri: string];
}
