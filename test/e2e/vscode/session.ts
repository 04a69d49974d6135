// One browser and one VS Code a kind of trust for all files of a run of mocha: starting them costs more than most tests.
import assert from 'node:assert/strict';
import { type Browser, chromium } from 'playwright-core';
import { faultsIn } from './faults.ts';
import { type CodeServer, type Serving, startCodeServer } from './server.ts';
import { openWindow, type Window } from './window.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

let browser: Promise<Browser> | undefined;
const servers = new Map<Serving['trust'], Promise<CodeServer>>();

after(async () => {
  await (await browser)?.close();
  for (const server of servers.values()) await (await server).stop();
});

/** Valid from the first `before` that follows in the suite. */
export interface Session {
  readonly browser: Browser;
  readonly server: CodeServer;
  readonly window: Window;
}

export function theBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  return browser;
}

/**
 * Opens a window for the suite that calls it and closes it after. The suite fails where the extension did, unseen; a
 * test that fails leaves a picture.
 */
export function useWindow(trust: Serving['trust'], makeFolder: () => string | Promise<string>): Session {
  const opened: { browser?: Browser; server?: CodeServer; window?: Window } = {};
  let earlier: ReadonlySet<string>;

  before(async function () {
    this.timeout(120_000);
    opened.browser = await theBrowser();
    opened.server = await theServer(trust);
    earlier = new Set(faultsIn([], opened.server.logs()));
    opened.window = await openWindow(opened.browser, opened.server, await makeFolder());
  });
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed')
      await opened.window?.picture(`failed-${currentTest.fullTitle().replaceAll(/\W+/g, '-')}`);
  });
  after(async () => {
    const { server, window } = opened;
    if (server === undefined || window === undefined) return;
    // Before it closes: what was asked for and not answered by then fails, and is nobody's fault.
    const faults = faultsIn(window.heard, server.logs());
    await window.close();
    assert.deepEqual(
      faults.filter((fault) => !earlier.has(fault)),
      [],
    );
  });

  const get = <Key extends keyof Session>(key: Key): Session[Key] => {
    const value = opened[key];
    if (value === undefined) throw new Error(`the ${key} is there only within the suite's tests`);
    return value as Session[Key];
  };
  return {
    get browser() {
      return get('browser');
    },
    get server() {
      return get('server');
    },
    get window() {
      return get('window');
    },
  };
}

function theServer(trust: Serving['trust']): Promise<CodeServer> {
  const server = servers.get(trust) ?? startCodeServer({ trust });
  servers.set(trust, server);
  return server;
}
