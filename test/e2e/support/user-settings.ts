import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** User settings by their full name. */
export type Settings = Readonly<Record<string, unknown>>;

/** A quiet workbench that looks the same in every run: nothing pops up, nothing asks the network. */
export const quietSettings: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.colorTheme': 'Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** The settings.json of a profile; VS Code notices when it changes. */
export function settingsFile(dataFolder: string): string {
  return path.join(dataFolder, 'data', 'User', 'settings.json');
}

/** Changes user settings as if the user had edited settings.json. A value of `undefined` removes one. */
export async function changeSettings(dataFolder: string, changes: Settings): Promise<void> {
  const file = settingsFile(dataFolder);
  const before: unknown = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...(before as Settings), ...changes }, undefined, 2));
}
