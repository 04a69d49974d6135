// `npm run bench [NAME...]`: every speed figure that the documents quote, each by a file of test/bench. Nothing here
// can fail for being slow: it prints, people judge.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const wanted = process.argv.slice(2);

for (const file of readdirSync(`${root}test/bench`)
  .filter((name) => name.endsWith('.ts'))
  .sort()) {
  if (wanted.length > 0 && !wanted.some((name) => file === `${name}.ts`)) continue;
  console.log(`\n${file.replace(/\.ts$/, '')}`);
  const result = spawnSync('node', ['--conditions=edgewright-source', `test/bench/${file}`], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status !== 0) process.exitCode = 1;
}
