import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposable';
import type { StepOutcome, StepPosition } from './step';

export interface PickItem<T> extends vscode.QuickPickItem {
  /** Absent for separators, and for lines that only tell something. */
  readonly value?: T;
}

export interface PickOptions<T> extends StepPosition {
  readonly placeholder: string;
  readonly items: readonly PickItem<T>[];
  /** Whether this is where the person starts; else at the first item with a value. */
  readonly isActive?: (value: T) => boolean;
  /** What text that is no item means; chosen by a line of its own, which is there under the items while something is typed. */
  readonly fromText?: { readonly label: string; readonly read: (text: string) => T };
  /** Runs while the picker is open; may replace the items as more becomes known. */
  readonly load?: (show: (items: readonly PickItem<T>[]) => void, signal: AbortSignal) => Promise<void>;
}

/** A list to choose from, with back, later items and free text. */
export async function pick<T>(options: PickOptions<T>): Promise<StepOutcome<T>> {
  const resources = new DisposableStore();
  const input = resources.add(vscode.window.createQuickPick<PickItem<T>>());
  const abort = new AbortController();
  resources.add({ dispose: () => abort.abort() });
  const { fromText } = options;
  // One and the same for whatever is typed: to set a thousand items anew with each key would be felt.
  const typedItem: PickItem<T> | undefined = fromText && {
    label: fromText.label,
    iconPath: new vscode.ThemeIcon('edit'),
    alwaysShow: true,
  };
  let items = options.items;
  const isTyped = (): boolean => input.value.trim() !== '';
  const showItems = (): void => {
    input.items = typedItem && isTyped() ? [...items, typedItem] : items;
  };
  const activate = (isWanted: (item: PickItem<T>) => boolean): void => {
    const choices = input.items.filter((item) => item.value !== undefined || item === typedItem);
    const wanted = choices.find(isWanted) ?? choices[0];
    input.activeItems = wanted ? [wanted] : [];
  };

  input.title = options.title;
  input.placeholder = options.placeholder;
  input.ignoreFocusOut = true;
  input.matchOnDescription = true;
  // Items that come later must not move the list under the pointer.
  input.keepScrollPosition = true;
  input.buttons = options.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  showItems();
  activate(({ value }) => value !== undefined && options.isActive?.(value) === true);

  try {
    return await new Promise<StepOutcome<T>>((resolve, reject) => {
      resources.add(input.onDidTriggerButton(() => resolve({ type: 'back' })));
      if (typedItem) {
        resources.add(
          input.onDidChangeValue(() => {
            if (isTyped() !== input.items.includes(typedItem)) {
              showItems();
            }
          }),
        );
      }
      resources.add(input.onDidHide(() => resolve({ type: 'cancelled' })));
      resources.add(
        input.onDidAccept(() => {
          const [selected] = input.selectedItems;
          const text = input.value.trim();
          const value = selected === typedItem && text !== '' ? fromText?.read(text) : selected?.value;
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
            const active = input.activeItems[0];
            items = next;
            showItems();
            if (!isTyped()) {
              activate(({ label, description }) => label === active?.label && description === active.description);
            }
          }, abort.signal)
          .then(() => (input.busy = false))
          .catch((error: unknown) => (abort.signal.aborted ? undefined : reject(error as Error)));
      }
    });
  } finally {
    resources.dispose();
  }
}
