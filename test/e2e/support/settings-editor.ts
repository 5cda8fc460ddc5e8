import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { copyText } from './clipboard';
import type { QuickInput } from './quick-input';
import type { TextEditor } from './text-editor';
import { until } from './until';
import type { Settings } from './user-settings';

/**
 * The user's settings.json, edited as a person edits it. (Written by another program while the window is open, the
 * served VS Code sees a change only after a reload.)
 */
export class SettingsEditor {
  readonly #file: string;
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly #editor: TextEditor;

  constructor(parts: { page: Page; quickInput: QuickInput; editor: TextEditor; dataFolder: string }) {
    this.#file = path.join(parts.dataFolder, 'data', 'User', 'settings.json');
    this.#page = parts.page;
    this.#quickInput = parts.quickInput;
    this.#editor = parts.editor;
  }

  /** The user settings on disk. */
  async read(): Promise<Settings> {
    const settings: unknown = JSON.parse(await readFile(this.#file, 'utf8'));
    return settings as Settings;
  }

  /** Changes settings. A value of `undefined` removes one. */
  async change(changes: Settings): Promise<void> {
    const json = JSON.stringify({ ...(await this.read()), ...changes }, undefined, 2);
    await this.#quickInput.runCommand('Preferences: Open User Settings (JSON)');
    await this.#editor.tab(/^settings\.json/).waitFor();
    await this.#editor.focus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    // Pasted, since the editor closes brackets and quotes of what is typed.
    await copyText(this.#page, json);
    await this.#page.keyboard.press('ControlOrMeta+V');
    await this.#editor.save();
    await until('settings.json to be saved', async () =>
      (await readFile(this.#file, 'utf8')).trim() === json ? true : undefined,
    );
    await this.#quickInput.runCommand('View: Close Editor');
  }
}
