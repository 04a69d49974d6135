// Broken fleet documents.
import type { DocumentCase } from './sweeps.ts';

const fleet = (devices: string) => `edgewright: fleet/v1\ndevices:\n${devices}\n`;

export const brokenFleets: readonly DocumentCase[] = [
  { title: 'a fleet without devices', text: 'edgewright: fleet/v1\n', codes: ['missing-key'] },
  { title: 'a fleet of nothing', text: 'edgewright: fleet/v1\ndevices: []\n', codes: ['wrong-length'] },
  {
    title: 'a sweep instead of a fleet',
    text: 'edgewright: sweep/v1\nname: a\nmodels: [{family: fc}]\n',
    codes: ['document-kind'],
  },
  { title: 'a device without a name', text: fleet('  - address: ws://pi.local:7317'), codes: ['missing-key'] },
  { title: 'a device with capitals', text: fleet('  - name: Pi'), codes: ['bad-format'] },
  {
    title: 'an address for a browser',
    text: fleet('  - name: pi\n    address: http://pi.local:7317'),
    codes: ['bad-format'],
  },
  { title: 'a token in the file', text: fleet('  - name: pi\n    token: 1234-5678'), codes: ['wrong-type'] },
  {
    title: 'a token in two places',
    text: fleet('  - name: pi\n    token: {env: TOKEN, file: token.txt}'),
    codes: ['wrong-length'],
  },
  {
    title: 'a token in a misspelt place',
    text: fleet('  - name: pi\n    token: {evn: TOKEN}'),
    codes: ['unknown-key'],
  },
  { title: 'a label that is a number', text: fleet('  - name: pi\n    labels: {rack: 3}'), codes: ['wrong-type'] },
  {
    title: 'a certificate that is no digest',
    text: fleet('  - name: pi\n    address: wss://pi:1\n    certificate: abc'),
    codes: ['bad-format'],
  },
  {
    title: 'a certificate without TLS',
    text: fleet(`  - name: pi\n    address: ws://pi:1\n    certificate: ${'ab'.repeat(32)}`),
    codes: ['unused-key'],
  },
  { title: 'two devices of one name', text: fleet('  - name: pi\n  - name: pi'), codes: ['duplicate-name'] },
];
