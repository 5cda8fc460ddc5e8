import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposable';
import type { StepOutcome, StepPosition } from './step';

export interface TextOptions extends StepPosition {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** Hides what is typed. */
  readonly password?: boolean;
  /** The sentence to show where the text can't be used. */
  readonly validate?: (text: string) => string | undefined;
}

/** One line of text, trimmed. What is wrong with it is shown once the person tries to go on. */
export async function askText(options: TextOptions): Promise<StepOutcome<string>> {
  const resources = new DisposableStore();
  const input = resources.add(vscode.window.createInputBox());
  input.title = options.title;
  input.step = options.step;
  input.totalSteps = options.totalSteps;
  input.prompt = options.prompt;
  input.placeholder = options.placeholder;
  input.value = options.value ?? '';
  input.password = options.password ?? false;
  input.ignoreFocusOut = true;
  input.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise<StepOutcome<string>>((resolve) => {
      resources.add(input.onDidChangeValue(() => (input.validationMessage = undefined)));
      resources.add(input.onDidTriggerButton(() => resolve({ type: 'back' })));
      resources.add(input.onDidHide(() => resolve({ type: 'cancelled' })));
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
