// The text of a fleet document to a fleet, or to what is wrong with it.
import type { Diagnostic } from './diagnostic.ts';
import { removal } from './finding.ts';
import { fleet as fleetShape } from './generated/document-shapes.ts';
import type { Fleet } from './generated/fleet.ts';
import { checkKind } from './kind.ts';
import { Report } from './report.ts';
import { checkShape, type Validator } from './shape.ts';
import { type DocumentLimits, defaultDocumentLimits, type ParsedYaml, parseYaml } from './yaml.ts';

export interface ParsedFleet {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined if and only if there is an error. */
  readonly fleet: Fleet | undefined;
}

/** Never throws, whatever the text. */
export function parseFleet(text: string, limits: DocumentLimits = defaultDocumentLimits): ParsedFleet {
  return readFleetFrom(parseYaml(text, limits));
}

/** As parseFleet, for who has parsed the text as YAML. */
export function readFleetFrom(yaml: ParsedYaml): ParsedFleet {
  if (yaml.kind === 'error') return { diagnostics: yaml.diagnostics, fleet: undefined };
  const { value } = yaml.source;
  const report = new Report(yaml.source);
  const { findings } = checkKind(checkShape(fleetShape as Validator, value, []), value, 'fleet/v1');
  for (const finding of findings) report.add(finding);
  if (findings.length === 0) checkDevices(value as Fleet, report);
  return { diagnostics: report.diagnostics(), fleet: report.hasErrors ? undefined : (value as Fleet) };
}

function checkDevices(fleet: Fleet, report: Report): void {
  const names = new Map<string, number>();
  fleet.devices.forEach((device, index) => {
    const path = ['devices', index];
    const earlier = names.get(device.name);
    if (earlier !== undefined) {
      const message = `Two devices are named "${device.name}", and commands could not tell them apart.`;
      const first = { path: ['devices', earlier, 'name'], at: 'value', message: 'The other is here.' } as const;
      report.error('duplicate-name', [...path, 'name'], message, 'Rename one.', { related: [first] });
    }
    names.set(device.name, earlier ?? index);
    if (device.certificate !== undefined && device.address?.startsWith('wss://') !== true) {
      const message = `"${device.name}" has a certificate, and its address is not wss://, so the certificate is not checked.`;
      report.keyWarning(
        'unused-key',
        [...path, 'certificate'],
        message,
        'Use an address that starts with wss://, or remove it.',
        removal,
      );
    }
  });
}
