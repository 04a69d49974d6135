// The device's sensors in one line; what it cannot read is left out here and told by `edgewright doctor`.
import type { Reading, SensorSample } from '@edgewright/schemas/generated/record.js';
import { formatBytes } from './units.ts';

export function formatHealth(sample: SensorSample): string {
  const { throttle } = sample;
  const parts = [
    shown(sample.busy, (value) => `cpu ${Math.round(100 * value)} %`),
    shown(sample.available, (value) => `${formatBytes(value)} available`),
    shown(sample.temperature, (value) => `${value.toFixed(1)} °C`),
    sample.power === undefined ? '' : shown(sample.power, (value) => `${value.toPrecision(3)} W`),
    shown(sample.frequency, (value) => `${Math.round(value)} MHz`),
    'active' in throttle ? (throttle.active ? `throttled (${throttle.flags.join(', ')})` : 'not throttled') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function shown(reading: Reading, format: (value: number) => string): string {
  return 'value' in reading ? format(reading.value) : '';
}
