import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposable';
import type { PickItem } from './pick';
import type { StepOutcome, StepPosition } from './step';

export interface WaitOptions<T> extends StepPosition {
  readonly message: string;
  readonly work: (signal: AbortSignal) => Promise<T>;
  /** A way not to wait. */
  readonly skip?: PickItem<T>;
}

/** Shows that something is under way, in the place where the next question will be; Escape and back cancel it. */
export async function waitFor<T>(options: WaitOptions<T>): Promise<StepOutcome<T>> {
  const resources = new DisposableStore();
  const input = resources.add(vscode.window.createQuickPick<PickItem<T>>());
  const abort = new AbortController();
  resources.add({ dispose: () => abort.abort() });
  input.title = options.title;
  input.placeholder = options.message;
  input.ignoreFocusOut = true;
  input.busy = true;
  input.items = [{ label: `$(loading~spin) ${options.message}` }, ...(options.skip ? [options.skip] : [])];
  input.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise<StepOutcome<T>>((resolve, reject) => {
      resources.add(input.onDidTriggerButton(() => resolve({ type: 'back' })));
      resources.add(input.onDidHide(() => resolve({ type: 'cancelled' })));
      resources.add(
        input.onDidAccept(() => {
          const value = input.selectedItems[0]?.value;
          if (value !== undefined) {
            resolve({ type: 'accepted', value });
          }
        }),
      );
      input.show();
      options.work(abort.signal).then((value) => resolve({ type: 'accepted', value }), reject);
    });
  } finally {
    resources.dispose();
  }
}
