// The package as a file: what is in it, what is not, and that the same sources make the same one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { packaged } from './server.ts';

describe('the package of the extension', function () {
  this.timeout(120_000);
  const files = () => unzipSync(readFileSync(packaged));
  const textOf = (path: string): string => strFromU8(files()[path] ?? new Uint8Array());

  it('has every file that its manifests name', () => {
    const paths = new Set(Object.keys(files()));
    const manifest = JSON.parse(textOf('extension/package.json'));
    const assets = [...textOf('extension.vsixmanifest').matchAll(/ Path="([^"]+)"/g)].map(([, path]) => path);
    const named = [
      manifest.main,
      manifest.icon,
      ...manifest.contributes.yamlValidation.map(({ url }: { url: string }) => url),
    ];
    const wanted = [...assets, ...named.map((path: string) => `extension/${path.replace('./', '')}`)];
    assert.ok(assets.length >= 5);
    assert.deepEqual(
      wanted.filter((path) => !paths.has(path ?? '')),
      [],
    );
  });

  it('has nothing of the repository', () => {
    assert.deepEqual(
      Object.keys(files()).filter((path) => /\.(ts|map)$|node_modules|\/test\//.test(path)),
      [],
    );
    const manifest = JSON.parse(textOf('extension/package.json'));
    for (const key of ['dependencies', 'scripts', 'exports', 'private']) assert.equal(manifest[key], undefined, key);
  });

  it('is told by its links where it is read: no link of its page is to a file that only the repository has', () => {
    const links = [...textOf('extension/README.md').matchAll(/\]\(([^)\s#]+)/g)].map(([, target = '']) => target);
    const paths = new Set(Object.keys(files()));
    assert.deepEqual(
      links.filter((target) => !/^https?:/.test(target) && !paths.has(`extension/${target.replace('./', '')}`)),
      [],
    );
  });

  it('is the same for the same sources', () => {
    const before = readFileSync(packaged);
    const again = spawnSync('node', ['scripts/vsix.ts'], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Asia/Tokyo' },
    });
    assert.equal(again.status, 0, again.stderr);
    assert.match(again.stdout, /: \d+ files, \d\.\d\d MB packed\n$/);
    assert.ok(readFileSync(packaged).equals(before));
  });
});
