// Tasks that tests of the language server start from.
import { readFileSync } from 'node:fs';

/** A name that makes a document a task. */
export const name = 'test.task.yaml';

export const sampleNames = ['feed', 'keyword', 'motion'] as const;

export function sampleText(sample: (typeof sampleNames)[number]): string {
  return readFileSync(new URL(`../../../fixtures/tasks/${sample}.task.yaml`, import.meta.url), 'utf8');
}

/** A task with two events, and these lines. */
export function withParts(lines: string): string {
  return `edgewright: task/v1\nname: a\nevents:\n  frame: { camera: string, motion: number }\n  door: { camera: string, open: boolean }\n${lines}`;
}
