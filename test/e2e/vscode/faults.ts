// What went wrong without anybody having been told: errors on the page and in the logs that are the extension's.

/**
 * What the script of the window itself puts on the console is VS Code's: notifications that it shows, and parts that
 * code-server leaves out. Only what it passes on from the extension host counts.
 */
const fromVscode = /\/static\/(out|node_modules)\//;
const fromExtension = /\[edgewright\.edgewright\]|extensions\/edgewright\.edgewright-/;

/** Lines of an extension host's log that begin an error, and the lines of its stack. */
const entries = /^\d{4}-\d\d-\d\d [\d:.]+ \[error\] .*(?:\n(?!\d{4}-\d\d-\d\d ).*)*/gm;

/** `heard` is what a window's page said; `logs` are those of the server. */
export function faultsIn(heard: readonly string[], logs: ReadonlyMap<string, string>): string[] {
  const faults = heard.filter((line) => !fromVscode.test(line) || fromExtension.test(line));
  for (const [path, text] of logs) {
    if (/remoteexthost\.log$/.test(path))
      faults.push(...(text.match(entries) ?? []).filter((entry) => isOurs(withoutFolder(entry))));
    // Of the language server and the workers, whose output VS Code keeps with the extension's.
    if (/edgewright/i.test(path.slice(path.indexOf('exthost'))))
      faults.push(...(text.match(/^.*(unhandled|uncaught).*$/gim) ?? []));
  }
  return faults;
}

function isOurs(entry: string): boolean {
  // What VS Code asked for before the window went is not an answer that it misses.
  return /edgewright/i.test(entry) && !/: Canceled\s*$/.test(entry);
}

/** The folder of a test has the name too. */
function withoutFolder(text: string): string {
  return text.replaceAll(/\/tmp\/edgewright-[\w-]+\/(?!extensions)/g, '');
}
