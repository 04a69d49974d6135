// What happens in a run, as the progress display, the plain lines and `--json` hear it.
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { DurableRecord, RunState, SensorSample } from '@edgewright/schemas/generated/record.js';
import type { RunStatus } from '@edgewright/schemas/wire.js';

export type RunEvent = { readonly device: string } & (
  | { readonly kind: 'linked'; readonly address: string }
  | { readonly kind: 'dropped'; readonly code: string; readonly message: string; readonly wait: number }
  /** A torn last line of the records file was cut off. */
  | { readonly kind: 'repaired'; readonly bytes: number }
  | { readonly kind: 'sending'; readonly artifact: string; readonly sent: number; readonly bytes: number }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'status'; readonly status: RunStatus }
  /** Stored durably. */
  | { readonly kind: 'record'; readonly cursor: number; readonly record: DurableRecord }
  | { readonly kind: 'sample'; readonly sample: SensorSample }
  | { readonly kind: 'ended'; readonly state: RunState }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly fix: string }
);
