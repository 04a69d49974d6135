// Which buttons a run has.
import type { ControlVerb, LiveDevice, RunFace } from '../../protocol.ts';

/** What can be done with the run as it is. */
export function allowedVerbs(run: RunFace, devices: readonly LiveDevice[]): ReadonlySet<ControlVerb> {
  const allowed = new Set<ControlVerb>();
  if (run.isFollowed) return allowed;
  const has = (test: (device: LiveDevice) => boolean): boolean => devices.some(test);
  if (run.isOver) {
    if (has(({ failed }) => failed > 0)) allowed.add('rerun');
    return allowed;
  }
  const isLinked = ({ link }: LiveDevice): boolean => link.kind === 'linked';
  if (has((device) => isLinked(device) && device.state === 'running')) allowed.add('pause');
  if (has((device) => isLinked(device) && device.state === 'paused')) allowed.add('continue');
  if (
    has(
      (device) =>
        isLinked(device) && (device.state === 'running' || device.state === 'paused' || device.state === 'queued'),
    )
  )
    allowed.add('cancel');
  if (has(({ link }) => link.kind === 'lost' || link.kind === 'none')) allowed.add('reconnect');
  return allowed;
}
