// The device that the runner runs on.
import type { DeviceProfile, SensorSample } from '@edgewright/schemas/generated/record.js';

export interface Device {
  /** Stable id, made at the first start. */
  readonly id: string;
  readonly name: string;
  /** "edgewright-agent 0.1.0" */
  readonly agent: string;
  /** As it is now: a governor or a kernel may have changed since. The fingerprint is equal where devices are. */
  profile(): Promise<{ readonly profile: DeviceProfile; readonly fingerprint: string }>;
  sample(): Promise<SensorSample>;
}
