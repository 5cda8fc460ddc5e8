import * as vscode from 'vscode';
import type { HostMessage } from '../../shared/protocol';
import type { TokenColors } from '../../shared/token-colors';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { findTheme } from './find-theme';
import { ownRules } from './own-rules';
import { readTheme } from './read-theme';
import { field } from './theme-rule';
import { tokenColorsOf } from './token-colors-of';

/** Tells a page how the theme that is shown colours code, when the page is ready and whenever that changes. */
export class ThemeColors implements Disposable {
  readonly #webview: vscode.Webview;
  readonly #resources = new DisposableStore();
  #isReady = false;

  constructor(webview: vscode.Webview) {
    this.#webview = webview;
    this.#resources.add(
      webview.onDidReceiveMessage((message: unknown) => {
        if (field(message, 'type') === 'ready') {
          this.#isReady = true;
          void this.#send();
        }
      }),
    );
    this.#resources.add(vscode.window.onDidChangeActiveColorTheme(() => void this.#send()));
    this.#resources.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('editor.tokenColorCustomizations')) {
          void this.#send();
        }
      }),
    );
  }

  dispose(): void {
    this.#resources.dispose();
  }

  async #send(): Promise<void> {
    if (this.#isReady) {
      const colors = await shownColors();
      await this.#webview.postMessage({ type: 'tokenColorsChanged', colors } satisfies HostMessage);
    }
  }
}

/** Nothing where the theme's rules are not known: the page then takes those of VS Code's own theme of that kind. */
async function shownColors(): Promise<TokenColors | undefined> {
  const theme = findTheme();
  const rules = theme && (await readTheme(theme.file));
  if (!theme || !rules) {
    return undefined;
  }
  const own = vscode.workspace.getConfiguration('editor').get<unknown>('tokenColorCustomizations');
  return tokenColorsOf([...rules, ...ownRules(own, theme.name)]);
}
