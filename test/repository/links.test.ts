import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { filesEnding, root, textOf } from './source.ts';

describe('documents', () => {
  it('link only to files and headings that exist', () => {
    const broken: string[] = [];
    for (const path of filesEnding('.md')) {
      for (const [, target] of withoutCode(textOf(path)).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [file, heading] = target.split('#');
        const linked = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file));
        if (!existsSync(`${root}/${linked}`)) broken.push(`${path}: ${target}`);
        else if (heading !== undefined && linked.endsWith('.md') && !headingsOf(textOf(linked)).includes(heading))
          broken.push(`${path}: ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('keep the architecture within 300 lines and each decision within eight', () => {
    assert.ok(textOf('docs/architecture.md').split('\n').length <= 300);
    const long = textOf('docs/decisions.md')
      .split(/^## /m)
      .slice(1)
      .filter(
        (decision) =>
          decision
            .trim()
            .split('\n')
            .filter((line) => line.trim() !== '').length > 9,
      )
      .map((decision) => decision.split('\n')[0]);
    assert.deepEqual(long, []);
  });

  it('name in the architecture only tests that exist', () => {
    const named = [...textOf('docs/architecture.md').matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].map(
      (match) => match[1],
    );
    assert.ok(named.length >= 8, 'the invariants name their tests');
    assert.deepEqual(
      named.filter((path) => !existsSync(`${root}/${path}`)),
      [],
    );
  });
});

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
}

/** Anchors as GitHub makes them. */
function headingsOf(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+\s+(.*)$/gm)].map((match) =>
    match[1]
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
