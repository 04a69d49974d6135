#!/usr/bin/env node
// Plain JavaScript that old versions of Node can read, so that they end with a sentence and not with a syntax error.
const least = [22, 13];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < least[0] || (major === least[0] && minor < least[1])) {
  process.stderr.write(
    `edgewright-agent needs Node ${least.join('.')} or newer, for the SQLite that is built into it; this is Node ${process.versions.node}.\n` +
      'Install a newer one: https://nodejs.org/en/download\n',
  );
  process.exit(1);
}
import('../dist/main.js');
