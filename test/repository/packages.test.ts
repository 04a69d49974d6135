import assert from 'node:assert/strict';
import { filesEnding, textOf } from './source.ts';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

const workspaces = ['schemas', 'core', 'agent', 'workbench', 'extension'];
const manifestOf = (folder: string): Manifest => JSON.parse(textOf(`${folder}/package.json`));

describe('packages', () => {
  it('pin every dependency to one version', () => {
    const loose = workspaces.flatMap((folder) => {
      const { dependencies, optionalDependencies } = manifestOf(folder);
      return Object.entries({ ...dependencies, ...optionalDependencies }).filter(
        ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
      );
    });
    assert.deepEqual(loose, []);
  });

  it('declare what they import and nothing else', () => {
    for (const folder of workspaces) {
      // The bundler copies what is no code, by path.
      const files = [...filesEnding('.ts', folder), ...(folder === 'extension' ? ['scripts/bundle.ts'] : [])];
      const text = files.map(textOf).join('\n').replaceAll('node_modules/', "'");
      const { dependencies, optionalDependencies } = manifestOf(folder);
      const unused = Object.keys({ ...dependencies, ...optionalDependencies }).filter(
        (name) => !text.includes(`'${name}'`) && !text.includes(`'${name}/`),
      );
      assert.deepEqual(unused, [], folder);
    }
  });

  it('allow the install script of one package by name', () => {
    const scripts: Manifest = JSON.parse(textOf('package.json'));
    const allowed = Object.entries(scripts.allowScripts ?? {}).filter(([, isAllowed]) => isAllowed);
    assert.deepEqual(allowed, [['node', true]]);
  });

  it('keep registry hosts out of the lockfile', () => {
    const lock: { packages: Record<string, { resolved?: string }> } = JSON.parse(textOf('package-lock.json'));
    const hosts = Object.values(lock.packages).filter(({ resolved }) => resolved?.includes('://'));
    assert.deepEqual(hosts, []);
  });
});
