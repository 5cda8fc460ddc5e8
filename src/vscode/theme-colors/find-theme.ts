import * as vscode from 'vscode';
import { field } from './theme-rule';

const kinds: Readonly<Record<string, vscode.ColorThemeKind>> = {
  vs: vscode.ColorThemeKind.Light,
  'vs-dark': vscode.ColorThemeKind.Dark,
  'hc-black': vscode.ColorThemeKind.HighContrast,
  'hc-light': vscode.ColorThemeKind.HighContrastLight,
};

const preferred: Readonly<Record<vscode.ColorThemeKind, string>> = {
  [vscode.ColorThemeKind.Light]: 'preferredLightColorTheme',
  [vscode.ColorThemeKind.Dark]: 'preferredDarkColorTheme',
  [vscode.ColorThemeKind.HighContrast]: 'preferredHighContrastColorTheme',
  [vscode.ColorThemeKind.HighContrastLight]: 'preferredHighContrastLightColorTheme',
};

export interface FoundTheme {
  readonly name: string;
  readonly file: vscode.Uri;
}

/**
 * The theme that is shown now. VS Code tells only of what kind it is: its name is found in the settings, where it may
 * depend on the system, and its file among what the extensions contribute.
 */
export function findTheme(): FoundTheme | undefined {
  const { kind } = vscode.window.activeColorTheme;
  const workbench = vscode.workspace.getConfiguration('workbench');
  return [workbench.get<string>('colorTheme'), workbench.get<string>(preferred[kind])]
    .map((name) => (name === undefined ? undefined : contributedTheme(name, kind)))
    .find((theme) => theme !== undefined);
}

function contributedTheme(name: string, kind: vscode.ColorThemeKind): FoundTheme | undefined {
  for (const { packageJSON, extensionUri } of vscode.extensions.all) {
    const themes = field(field(packageJSON, 'contributes'), 'themes');
    for (const theme of Array.isArray(themes) ? (themes as readonly unknown[]) : []) {
      const path = field(theme, 'path');
      const isNamed = [field(theme, 'id'), field(theme, 'label')].some((own) => isSameName(own, name));
      if (isNamed && typeof path === 'string' && kinds[String(field(theme, 'uiTheme'))] === kind) {
        return { name, file: vscode.Uri.joinPath(extensionUri, path) };
      }
    }
  }
  return undefined;
}

/** The themes that come with VS Code are called with and without "Default", depending on its version. */
function isSameName(own: unknown, name: string): boolean {
  return typeof own === 'string' && own.replace(/^Default /, '') === name.replace(/^Default /, '');
}
