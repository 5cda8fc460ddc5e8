import * as vscode from 'vscode';
import type { StepOutcome, StepPosition } from './step';

export interface WaitOptions<T> extends StepPosition {
  readonly message: string;
  readonly work: (signal: AbortSignal) => Promise<T>;
}

/** Shows that something is under way, in the place where the next question will be; Escape and back cancel it. */
export async function waitFor<T>(options: WaitOptions<T>): Promise<StepOutcome<T>> {
  const input = vscode.window.createQuickPick();
  const abort = new AbortController();
  input.title = options.title;
  input.step = options.step;
  input.totalSteps = options.totalSteps;
  input.placeholder = options.message;
  input.ignoreFocusOut = true;
  input.busy = true;
  input.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  const subscriptions: vscode.Disposable[] = [input];
  try {
    return await new Promise<StepOutcome<T>>((resolve, reject) => {
      subscriptions.push(
        input.onDidTriggerButton(() => resolve({ type: 'back' })),
        input.onDidHide(() => resolve({ type: 'cancelled' })),
      );
      input.show();
      options.work(abort.signal).then((value) => resolve({ type: 'accepted', value }), reject);
    });
  } finally {
    abort.abort();
    vscode.Disposable.from(...subscriptions).dispose();
  }
}
