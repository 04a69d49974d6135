// The settings of the extension, typed: the one place that knows their names.
import { type ConfigurationScope, workspace } from 'vscode';

export interface Settings {
  /** Folder of the runs, relative to its workspace folder or absolute. */
  readonly 'runs.folder': string;
  /** Whether starting a run opens its page. */
  readonly 'run.openPage': boolean;
  /** Whether links to the devices are kept, so that their state is live. */
  readonly 'devices.watch': boolean;
  /** Label whose values group the devices; empty: none. */
  readonly 'devices.groupBy': string;
  /** Whether sweeps are checked against the chosen devices too. */
  readonly 'check.devices': boolean;
  /** What is said that a JSON schema could say: `auto` leaves it to another YAML extension where one is active. */
  readonly 'check.schemas': 'auto' | 'always' | 'never';
}

export function setting<Name extends keyof Settings>(name: Name, scope?: ConfigurationScope): Settings[Name] {
  const value = workspace.getConfiguration('edgewright', scope).get<Settings[Name]>(name);
  if (value === undefined) throw new Error(`the setting edgewright.${name} is not declared`);
  return value;
}

export async function changeSetting<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void> {
  await workspace.getConfiguration('edgewright').update(name, value, workspace.workspaceFolders === undefined);
}
