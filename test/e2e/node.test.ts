// The programs on a Node that is too old: a sentence, and not a syntax error.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const programs = [
  { name: 'edgewright', bin: '../../workbench/bin/edgewright.mjs', exitCode: 2 },
  { name: 'edgewright-agent', bin: '../../agent/bin/edgewright-agent.mjs', exitCode: 1 },
];

describe('on a Node that is too old', () => {
  const olds = oldNodes();

  for (const { name, bin, exitCode } of programs) {
    const call = (node: string, ...args: string[]) =>
      spawnSync(node, [...args, fileURLToPath(new URL(bin, import.meta.url)), '--version'], {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
    const check = ({ status, stdout, stderr }: ReturnType<typeof call>, version: string) => {
      assert.equal(status, exitCode, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, new RegExp(`${name} needs Node 22\\.13 or newer.* ${version.replaceAll('.', '\\.')}`));
      assert.match(stderr, /nodejs\.org/);
      assert.doesNotMatch(stderr, /Error:|\n +at /);
    };

    for (const version of ['18.20.8', '22.12.0']) {
      it(`${name} says so, where Node says that it is ${version}`, () =>
        check(call(process.execPath, ...as(version)), version));
    }

    it(`${name} says so on each old Node of this machine, of which it has ${olds.length}`, () => {
      for (const { path, version } of olds) check(call(path), version);
    });

    it(`${name} has no objection to the least that it needs`, () => {
      const { stderr } = call(process.execPath, '--conditions=edgewright-source', ...as('22.13.0'));
      assert.doesNotMatch(stderr, /needs Node/);
    });
  }
});

/** Arguments that make Node name another version than its own. */
function as(version: string): string[] {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

/** Those on the PATH, and the system's, that are older than 22. */
function oldNodes(): { readonly path: string; readonly version: string }[] {
  const folders = new Set([...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']);
  const paths = [...folders].map((folder) => join(folder, 'node')).filter((path) => existsSync(path));
  return paths
    .map((path) => ({
      path,
      version: spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim(),
    }))
    .filter(({ version }) => Number(version.split('.')[0]) < 22);
}
