// Sources of a document, opened, with what came in by each; what they keep is kept from one opening to the next.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Host } from '@edgewright/agent/sensors/host.js';
import type { Intake, OpenSource } from '@edgewright/agent/tasks/contract.js';
import { createSources } from '@edgewright/agent/tasks/sources/open.js';
import { secretsIn } from '@edgewright/agent/tasks/sources/secret.js';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { CodedError } from '@edgewright/schemas/codes.js';
import type { Trouble } from '@edgewright/schemas/deployment.js';

/** What came in by one source. */
export interface Seen extends Intake {
  readonly events: WrittenEvent[];
  readonly troubles: (string | null)[];
  readonly codes: (Trouble['code'] | undefined)[];
  refused: number;
  /** Set: `accept` rejects once with it. */
  fault: CodedError | undefined;
}

export interface SourcesBench {
  readonly folder: string;
  readonly opened: OpenSource[];
  /** @param sources As a document has them. @param prepare Before anything comes. */
  start(sources: string, prepare?: (seen: Seen) => void): Promise<readonly Seen[]>;
  /** Ends all that is open, as the agent does. */
  stop(): Promise<void>;
  /** Of the agent, with the permissions of its file. */
  putSecret(name: string, text: string, mode?: number): void;
}

/** Milliseconds: a test waits for several of each. */
export const testTimes = { look: 60, retry: 200, restart: 100 };

/** Within `describe`: after each test what is open is closed. */
export function bench(environment: NodeJS.ProcessEnv = {}, host?: Host): SourcesBench {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-sources-'));
  const secrets = join(folder, 'secrets');
  const open = createSources(secretsIn(secrets, environment), testTimes, host);
  const opened: OpenSource[] = [];
  const memories = new Map<string, string>();
  const stop = async (): Promise<void> => {
    for (const source of opened.splice(0)) await source.close();
  };
  afterEach(stop);
  after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    opened,
    stop,
    putSecret(name, text, mode = 0o600) {
      mkdirSync(secrets, { recursive: true });
      writeFileSync(join(secrets, name), text, { mode });
    },
    async start(sources, prepare = () => {}) {
      const { task, diagnostics } = checkTask(`edgewright: task/v1
name: shop
events:
  click: { item: string }
  view: {}
  reading: { value: number, sensor: string }
  file: { name: string, path: string, change: string, size: number, modified: number, text: string }
trigger: { event: click }
sources: ${sources}
`);
      assert.ok(task !== undefined, JSON.stringify(diagnostics));
      const seen: Seen[] = [];
      const fileOf = (path: string): string => path;
      const makeIntake = (): Intake => {
        const intake = watch(memories, `${sources} ${seen.length}`);
        prepare(intake);
        seen.push(intake);
        return intake;
      };
      opened.push(...(await open(task, makeIntake, fileOf)));
      return seen;
    },
  };
}

function watch(memories: Map<string, string>, source: string): Seen {
  const intake: Seen = {
    events: [],
    troubles: [],
    codes: [],
    refused: 0,
    fault: undefined,
    async accept(events, place) {
      const { fault } = intake;
      intake.fault = undefined;
      if (fault !== undefined) throw fault;
      intake.events.push(...events);
      if (place !== undefined) memories.set(source, place);
      return [];
    },
    ready: async () => {},
    refuse(count) {
      intake.refused += count;
    },
    tell(trouble) {
      intake.troubles.push(trouble?.message ?? null);
      intake.codes.push(trouble?.code);
    },
    memory: {
      read: () => memories.get(source),
      async write(text) {
        memories.set(source, text);
      },
    },
  };
  return intake;
}

export async function until(holds: () => boolean | Promise<boolean>, limit = 5_000): Promise<void> {
  for (const begin = performance.now(); !(await holds()); await wait(20))
    assert.ok(performance.now() - begin < limit, `not in ${limit} ms: ${holds}`);
}

export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
