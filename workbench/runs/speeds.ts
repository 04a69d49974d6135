// What a run says of how fast its devices are, for estimates of other sweeps.
import type { DeviceSpeed } from '@edgewright/core/sweep/estimate.js';
import type { Run } from './folder.ts';
import { readMerged, rerunsOf } from './reruns.ts';

/** The ceilings that a run measured, of all its devices; none where it measured none. */
export async function speedsOf(run: Run): Promise<readonly DeviceSpeed[]> {
  const speeds: DeviceSpeed[] = [];
  for await (const { record } of readMerged(run, await rerunsOf(run), () => {})) {
    if (record.kind !== 'ceiling') continue;
    const { runtime, threads, precision, flops, bandwidth } = record;
    speeds.push({ runtime, threads, precision, flops: flops.value, bandwidth: bandwidth.value });
  }
  return speeds;
}
