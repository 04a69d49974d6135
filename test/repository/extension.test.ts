// What the manifest of the extension promises is kept by its code, named by a test and told in words. That commands
// are really registered is seen in the extension host: test/extension/host/manifest.host.ts.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { filesEnding, root, textOf } from './source.ts';

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}

interface Setting {
  readonly type?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Step {
  readonly description: string;
  readonly media: Readonly<Record<string, string>>;
  readonly completionEvents?: readonly string[];
}

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly keybindings?: readonly MenuEntry[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<
      Record<string, readonly { readonly id: string; readonly icon?: string; readonly when?: string }[]>
    >;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when?: string }[];
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}

const manifest: Manifest = JSON.parse(textOf('extension/package.json'));
const { contributes } = manifest;
const client = filesEnding('.ts', 'extension/client').map(textOf).join('\n');
const sources = filesEnding('.ts', 'extension').map(textOf).join('\n');
const tests = ['test/e2e/vscode', 'test/extension']
  .flatMap((folder) => filesEnding('.ts', folder))
  .map(textOf)
  .join('\n');

const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views).flat();
const settings = Object.entries(contributes.configuration.properties);
const menuEntries = [...Object.values(contributes.menus).flat(), ...(contributes.keybindings ?? [])];

/** Contexts that VS Code sets, of those that are used. */
const contextsOfVscode = new Set([
  'activeCustomEditorId',
  'isWorkspaceTrusted',
  'resourceExtname',
  'resourceFilename',
  'resourceLangId',
  'view',
  'viewItem',
  'workspaceFolderCount',
]);

describe('the manifest of the extension', () => {
  it('declares the commands that the client registers, and no other', () => {
    const registered = matches(client, /^\s*(?:async )?'(edgewright\.\w+)'(?:: |\()/gm);
    assert.deepEqual([...new Set(registered)].sort(), [...commands].sort());
  });

  it('gives every command a title, the category and a name of its own', () => {
    const titles = contributes.commands.map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
    const wrong = contributes.commands.filter(
      ({ title, category }) => !/^[A-Z]/.test(title) || category !== 'Edgewright',
    );
    assert.deepEqual(wrong, []);
  });

  it('names only commands that exist, in menus, keys, links and code', () => {
    const links = matches(JSON.stringify(contributes), /command:([\w.]+)/g);
    const called = matches(sources, /(?:command: |executeCommand\(\s*)'([\w.]+)'/g);
    const named = [...menuEntries.map(({ command }) => command), ...links, ...called];
    assert.ok(named.length > 40);
    assert.deepEqual(
      named.filter((command) => command.startsWith('edgewright.') && !commands.includes(command)),
      [],
    );
    const foreign = new Set(named.filter((command) => !command.startsWith('edgewright.')));
    assert.deepEqual(
      [...foreign].filter((command) => !knownCommands.has(command)),
      [],
    );
  });

  it('shows no entry of a menu twice', () => {
    for (const [menu, entries] of Object.entries(contributes.menus)) {
      const keys = entries.map((entry) => JSON.stringify(entry));
      assert.equal(new Set(keys).size, keys.length, menu);
    }
  });

  it('asks in its conditions only for contexts and values that are set', () => {
    const conditions = [
      ...menuEntries.map(({ when }) => when),
      ...views.map(({ when }) => when),
      ...contributes.viewsWelcome.map(({ when }) => when),
      ...contributes.commands.map(({ enablement }) => enablement),
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ completionEvents = [] }) =>
          completionEvents.flatMap((event) => event.split('onContext:')[1] ?? []),
        ),
      ),
    ].flatMap((condition) => condition?.split(/&&|\|\|/) ?? []);
    assert.ok(conditions.length > 20);
    const set = new Set([...contextsOfVscode, ...matches(client, /'setContext',\s*'([\w.]+)'/g)]);
    const editors = contributes.customEditors.map(({ viewType }) => viewType);
    for (const condition of conditions) {
      const [, name = '', , value = ''] = /^\s*!?([\w.]+)\s*(?:(==|!=|=~)\s*(.*?))?\s*$/.exec(condition) ?? [];
      assert.ok(set.has(name), `${condition}: nobody sets "${name}"`);
      if (name === 'view')
        assert.ok(
          views.some(({ id }) => id === value),
          condition,
        );
      if (name === 'activeCustomEditorId') assert.ok(editors.includes(value), condition);
      if (name === 'viewItem')
        assert.ok(
          itemValues.some((item) => fits(item, value)),
          `${condition}: no item has it`,
        );
    }
  });

  it('has every view, editor and panel made by the client', () => {
    for (const { id } of views)
      assert.match(client, new RegExp(`create(Tree|Webview)View\\('${id}'|register\\w+Provider\\('${id}'`));
    for (const { viewType } of contributes.customEditors) {
      assert.match(client, new RegExp(`= '${viewType}'`));
      assert.match(client, /registerCustomEditorProvider\(/);
    }
    for (const panel of matches(manifest.activationEvents.join('\n'), /^onWebviewPanel:(.*)$/gm))
      assert.ok(client.includes(`'${panel}'`), panel);
    for (const { view } of contributes.viewsWelcome)
      assert.ok(
        views.some(({ id }) => id === view),
        view,
      );
  });

  it('tells of every setting what it does, with a default, and the client reads it', () => {
    for (const [name, setting] of settings) {
      const text = setting.markdownDescription ?? setting.description ?? '';
      assert.match(text, /^[A-Z].*\.$/, name);
      assert.notEqual(setting.type, undefined, name);
      assert.notEqual(setting.default, undefined, name);
      if (setting.enumDescriptions !== undefined)
        assert.equal(setting.enumDescriptions.length, setting.enum?.length, name);
      // The library of the language client reads this one by its own name.
      if (name === 'edgewright.trace.server') assert.match(client, /new LanguageClient\(\s*'edgewright'/);
      else
        assert.match(client, new RegExp(`setting\\(\\s*'${name.replace('edgewright.', '')}'`), `${name} is not read`);
    }
    const known = matches(client, /^\s*readonly '([\w.]+)':/gm).map((name) => `edgewright.${name}`);
    assert.deepEqual(
      known.filter((name) => !settings.some(([declared]) => declared === name)),
      [],
      'typed, not declared',
    );
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.deepEqual(
      restrictedConfigurations.filter((name) => !settings.some(([declared]) => declared === name)),
      [],
    );
  });

  it('has its icons, pages and steps of the walkthrough as files', () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...views.flatMap(({ icon }) => icon ?? []),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => Object.values(media))),
    ].filter((file) => !file.startsWith('$('));
    assert.deepEqual(
      files.filter((file) => !existsSync(`${root}/extension/${file}`)),
      [],
    );
    for (const { url } of contributes.yamlValidation) assert.ok(existsSync(`${root}/${url.replace('./', '')}`), url);
    for (const { id } of contributes.walkthroughs) assert.ok(client.includes(`#${id}'`), id);
    const events = contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ completionEvents = [] }) => completionEvents),
    );
    const awaited = events.flatMap((event) => event.split('onCommand:')[1] ?? []);
    assert.deepEqual(
      awaited.filter((command) => !commands.includes(command)),
      [],
    );
  });

  it('has each command, view, editor and setting in a test', () => {
    const promised = [
      ...commands,
      ...views.map(({ id }) => id),
      ...contributes.customEditors.map(({ viewType }) => viewType),
      ...settings.map(([name]) => name),
    ];
    assert.deepEqual(
      promised.filter((name) => !new RegExp(`'${name.replaceAll('.', '\\.')}'`).test(tests)),
      [],
    );
  });
});

/** Of VS Code, by which the extension lets it do what it does anyway. */
const knownCommands = new Set([
  'revealInExplorer',
  'setContext',
  'vscode.openFolder',
  'vscode.openWith',
  'workbench.action.openSettings',
  'workbench.action.openWalkthrough',
  'workbench.actions.view.problems',
  'workbench.trust.manage',
]);

/** Values of `viewItem`; of composed ones each part that a condition may ask for. */
const itemValues = [
  ...matches(client, /contextValue = (.*);/g).flatMap((value) => matches(value, /'([\w-]+)'/g)),
  ...['online', 'offline', 'refused', 'unwatched', 'connecting'].flatMap((state) =>
    ['fleet', 'paired'].map((origin) => `device-${state}-${origin}`),
  ),
  ...matches(client, /'(run-[\w-]+)'/g).flatMap((value) => [value, `${value}-failed`]),
];

function fits(item: string, pattern: string): boolean {
  const expression = /^\/(.*)\/$/.exec(pattern)?.[1];
  return expression === undefined ? item === pattern : new RegExp(expression).test(item);
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}
