import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposable';
import type { StepOutcome, StepPosition } from './step';

export interface TextOptions extends StepPosition {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** What is selected of `value`, from and up to without; all of it by default. */
  readonly selection?: readonly [number, number];
  /** Hides what is typed. */
  readonly password?: boolean;
  /** A page that helps to answer, opened by a button. */
  readonly page?: { readonly url: string; readonly tooltip: string };
  /** The sentence to show where the text can't be used. */
  readonly validate?: (text: string) => string | undefined;
}

/** One line of text, trimmed. What is wrong with it is shown once the person tries to go on. */
export async function askText(options: TextOptions): Promise<StepOutcome<string>> {
  const resources = new DisposableStore();
  const input = resources.add(vscode.window.createInputBox());
  const { page } = options;
  const pageButton = page && { iconPath: new vscode.ThemeIcon('link-external'), tooltip: page.tooltip };
  input.title = options.title;
  input.prompt = options.prompt;
  input.placeholder = options.placeholder;
  input.value = options.value ?? '';
  input.valueSelection = options.selection;
  input.password = options.password ?? false;
  input.ignoreFocusOut = true;
  input.buttons = [...(options.canGoBack ? [vscode.QuickInputButtons.Back] : []), ...(pageButton ? [pageButton] : [])];
  try {
    return await new Promise<StepOutcome<string>>((resolve) => {
      resources.add(input.onDidChangeValue(() => (input.validationMessage = undefined)));
      resources.add(input.onDidHide(() => resolve({ type: 'cancelled' })));
      resources.add(
        input.onDidTriggerButton((button) => {
          if (button === vscode.QuickInputButtons.Back) {
            resolve({ type: 'back' });
          } else if (page) {
            void vscode.env.openExternal(vscode.Uri.parse(page.url));
          }
        }),
      );
      resources.add(
        input.onDidAccept(() => {
          const value = input.value.trim();
          const problem = options.validate?.(value);
          if (problem === undefined) {
            resolve({ type: 'accepted', value });
          } else {
            input.validationMessage = problem;
          }
        }),
      );
      input.show();
    });
  } finally {
    resources.dispose();
  }
}
