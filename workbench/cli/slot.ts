// What is measured in a slot, in one line.
import type { ParameterValue, Point, PointModel } from '@edgewright/schemas/generated/record.js';
import type { CurrentSlot } from '@edgewright/schemas/wire.js';

/** "fc layers 4, nodes 256 on ort, steady 230" */
export function formatCurrent({ model, runtime, phase, iterations }: CurrentSlot): string {
  return `${formatModel(model)} on ${runtime}, ${phase}${iterations > 0 ? ` ${iterations}` : ''}`;
}

export function formatPoint({ model, execution }: Point): string {
  const threads = `${execution.threads} thread${execution.threads === 1 ? '' : 's'}`;
  return `${formatModel(model)} on ${execution.runtime}, ${threads}`;
}

function formatModel({ name, parameters }: PointModel): string {
  const values = Object.entries(parameters).map(([key, value]) => `${key} ${formatValue(value)}`);
  return `${name} ${values.join(', ')}`;
}

function formatValue(value: ParameterValue): string {
  return Array.isArray(value) ? `[${value.join(',')}]` : String(value);
}
