// A command line in memory: what it writes, and its exit code.

import type { Io } from '@edgewright/workbench/cli/io.js';
import { runCommandLine } from '@edgewright/workbench/cli/main.js';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly onInterrupt?: (interrupt: () => void) => void;
  /** Hears all that is written, as it is. */
  readonly onOut?: (text: string) => void;
}

/** No terminal, no colours, 80 columns, and nobody's configuration. */
export async function edgewright(setting: Setting, ...argv: readonly string[]): Promise<Outcome> {
  let out = '';
  let err = '';
  const io: Io = {
    out: (text) => {
      out += text;
      setting.onOut?.(text);
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
    width: 80,
    height: 24,
    cwd: setting.cwd,
    environment: { XDG_CONFIG_HOME: setting.cwd, ...setting.environment },
    now: () => new Date('2026-01-02T03:04:05.678Z'),
    paint: (_tone, text) => text,
    paintError: (_tone, text) => text,
    onInterrupt: (interrupt) => {
      setting.onInterrupt?.(interrupt);
      return () => {};
    },
  };
  const code = await runCommandLine(argv, io);
  return { code, out, err };
}
