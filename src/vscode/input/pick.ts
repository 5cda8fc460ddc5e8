import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposable';
import type { StepOutcome, StepPosition } from './step';

export interface PickItem<T> extends vscode.QuickPickItem {
  /** Absent for separators. */
  readonly value?: T;
}

export interface PickOptions<T> extends StepPosition {
  readonly placeholder: string;
  readonly items: readonly PickItem<T>[];
  /** What typed text means where it is no item; the item is shown under the others. */
  readonly fromText?: (text: string) => PickItem<T> | undefined;
  /** Runs while the picker is open; may replace the items as more becomes known. */
  readonly load?: (show: (items: readonly PickItem<T>[]) => void, signal: AbortSignal) => Promise<void>;
}

/** A list to choose from, with back, later items and free text. */
export async function pick<T>(options: PickOptions<T>): Promise<StepOutcome<T>> {
  const resources = new DisposableStore();
  const input = resources.add(vscode.window.createQuickPick<PickItem<T>>());
  const abort = new AbortController();
  resources.add({ dispose: () => abort.abort() });
  let items = options.items;
  const showItems = (): void => {
    const typed = input.value.trim() === '' ? undefined : options.fromText?.(input.value.trim());
    const active = input.activeItems[0]?.label;
    input.items = typed ? [...items, typed] : items;
    const stillThere = input.items.find((item) => item.label === active && item.value !== undefined);
    if (stillThere) {
      input.activeItems = [stillThere];
    }
  };

  input.title = options.title;
  input.step = options.step;
  input.totalSteps = options.totalSteps;
  input.placeholder = options.placeholder;
  input.ignoreFocusOut = true;
  input.matchOnDescription = true;
  input.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  showItems();

  try {
    return await new Promise<StepOutcome<T>>((resolve, reject) => {
      resources.add(input.onDidChangeValue(showItems));
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
      if (options.load) {
        input.busy = true;
        options
          .load((next) => {
            items = next;
            showItems();
          }, abort.signal)
          .then(() => (input.busy = false))
          .catch((error: unknown) => (abort.signal.aborted ? undefined : reject(error as Error)));
      }
    });
  } finally {
    resources.dispose();
  }
}
