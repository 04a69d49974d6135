#!/usr/bin/env node
// Says clearly that Node is too old, in JavaScript that an old one reads, then hands over.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`error: edgewright needs Node 22.13 or newer; this is ${process.versions.node} (${process.execPath}).`);
  console.error('  fix: install a newer one from https://nodejs.org/en/download.');
  process.exit(2);
}

const here = (path) => new URL(path, import.meta.url);
// In the repository the sources run as they are where the tests ask for it; `dist/main.js` is the packed form.
const isSource = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').includes('edgewright-source');
const built = existsSync(here('../dist/main.js')) ? '../dist/main.js' : '../dist/cli/main.js';
import(here(isSource ? '../cli/main.ts' : built).href)
  .then(({ runCommandLine }) => runCommandLine(process.argv.slice(2)))
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
