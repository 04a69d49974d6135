// Who may import whom. The arrows of docs/architecture.md hold because this test holds them.
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { filesEnding, textOf } from './source.ts';

const contract = /^extension\/(protocol|language)\.ts$/;

/**
 * Folder, longest match first -> what its files may import besides their own package: packages by name, and in the
 * extension, whose folders run in different processes, files of other folders by path.
 */
const allowed: readonly (readonly [folder: string, imports: readonly RegExp[]])[] = [
  ['schemas', [/^(yaml|acorn)$/]],
  [
    'core',
    [/^@edgewright\/schemas\//, /^@bufbuild\/protobuf/, /^@noble\/hashes/, /^(croner|ml-matrix)$/, /^@stdlib\//],
  ],
  ['agent/runtimes', [/^@edgewright\/(schemas|core)\//, /^node:/, /^onnxruntime-(node|web)$/]],
  [
    'agent/tasks/execute',
    [/^@edgewright\/(schemas|core)\//, /^node:/, /^(quickjs-emscripten-core|@jitl\/quickjs-.*|@micropython\/.*)$/],
  ],
  ['agent/tasks/sources', [/^@edgewright\/(schemas|core)\//, /^node:/, /^(ws|mqtt|@nats-io\/transport-node)$/]],
  ['agent', [/^@edgewright\/(schemas|core)\//, /^node:/, /^(ws|commander)$/]],
  [
    'workbench',
    [
      /^@edgewright\/(schemas|core)\//,
      /^node:/,
      /^(ws|commander|string-width|hyparquet-writer|echarts|yaml)$/,
      /^csv-stringify\/sync$|^csv-stringify$/,
    ],
  ],
  ['extension', [/^@edgewright\/(schemas|core)\//]],
  [
    'extension/client',
    [
      /^@edgewright\/(schemas|core|workbench)\//,
      /^node:/,
      /^(vscode|vscode-languageclient\/node)$/,
      contract,
      // What they answer, and which YAML is theirs.
      /^extension\/(analyst|graph|live|simulator)\//,
      /^extension\/server\/kind\.ts$/,
    ],
  ],
  [
    'extension/server',
    [
      /^@edgewright\/(schemas|core|workbench)\//,
      /^node:/,
      /^(yaml|acorn)$/,
      /^vscode-languageserver(\/node|-textdocument|-types)?$/,
      /^yaml-language-server(\/|$)/,
      contract,
    ],
  ],
  ['extension/analyst', [/^@edgewright\/(schemas|core|workbench)\//, /^node:/, contract]],
  ['extension/graph', [/^@edgewright\/(schemas|core|workbench)\//, /^node:/, contract]],
  ['extension/simulator', [/^@edgewright\/(schemas|core|workbench)\//, /^node:/, contract]],
  ['extension/live', [/^@edgewright\/(schemas|core|workbench)\//, /^node:/, contract]],
  // The page on which every state of the webviews is looked at while developing: not in the package.
  [
    'extension/webview/gallery',
    [
      /^@edgewright\/(schemas|core)\//,
      /^extension\/(analyst|graph|live|simulator|webview)\//,
      /^test\/fixtures\//,
      /^playwright-core$/,
      /^node:/,
      contract,
    ],
  ],
  [
    'extension/webview',
    [
      /^@edgewright\/(schemas|core)\//,
      /^(echarts|@vscode-elements\/elements|@vscode\/codicons)(\/|$)/,
      /^uplot(\/|$)/,
      contract,
    ],
  ],
];

describe('imports', () => {
  for (const [folder, rules] of allowed) {
    it(`of ${folder} stay within its allow-list`, () => {
      const wrong: string[] = [];
      for (const path of filesEnding('.ts', folder)) {
        if (ownerOf(path) !== folder) continue;
        for (const specifier of importsOf(textOf(path))) {
          if (!isAllowed(path, specifier, rules)) wrong.push(`${path} imports ${specifier}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('are found where there are any', () => {
    assert.deepEqual(
      importsOf(
        "import { a } from './a.ts';\nimport './b.ts';\nexport type { c } from 'c';\nconst d = await import('d');",
      ),
      ['./a.ts', './b.ts', 'c', 'd'],
    );
  });

  it('of the workbench reach its command line from nowhere but itself: an editor has none', () => {
    const wrong = filesEnding('.ts', 'workbench')
      .filter((path) => !path.startsWith('workbench/cli/'))
      .filter((path) => importsOf(textOf(path)).some((specifier) => /(^|\/)cli\//.test(specifier)));
    assert.deepEqual(wrong, []);
  });

  it('do not go through barrels: no module only hands on what others export', () => {
    const barrels = ['schemas', 'core', 'agent', 'workbench', 'extension'].flatMap((folder) =>
      filesEnding('.ts', folder).filter((path) => /^export (\*|(type )?\{[^}]*\}) from /m.test(textOf(path))),
    );
    assert.deepEqual(barrels, []);
  });
});

function ownerOf(path: string): string | undefined {
  return allowed
    .map(([folder]) => folder)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function isAllowed(path: string, specifier: string, rules: readonly RegExp[]): boolean {
  if (!specifier.startsWith('.')) return rules.some((rule) => rule.test(specifier));
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  if (!path.startsWith('extension/')) return target.split('/')[0] === path.split('/')[0];
  return ownerOf(target) === ownerOf(path) || rules.some((rule) => rule.test(target));
}

function importsOf(text: string): string[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3]);
}
