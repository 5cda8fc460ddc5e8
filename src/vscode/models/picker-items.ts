import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { modelItems } from '../../features/model-list/model-items';
import type { ModelRow } from '../../features/model-list/model-rows';
import type { Endpoint } from '../../model/endpoint';
import type { ModelChoice } from './model-choice';

/** What a line of the model picker leads to. */
export type PickerTarget =
  | { readonly type: 'choice'; readonly choice: ModelChoice }
  /** The model that the person has typed the name of. */
  | { readonly type: 'typed'; readonly endpoint: string }
  | { readonly type: 'setApiKey'; readonly endpoint: string }
  | { readonly type: 'addEndpoint' };

export interface PickerItem extends vscode.QuickPickItem {
  /** Absent for separators, and for lines that only tell something. */
  readonly target?: PickerTarget;
}

const pinButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('pin'), tooltip: t('Pin') };
const unpinButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('pinned'), tooltip: t('Unpin') };

/**
 * The lines of the picker, made once for each state of its lists: typing searches in them and changes none.
 *
 * @param typedFor endpoints that may be asked for a model by the name that is typed; none as long as nothing is
 */
export function pickerItems(rows: readonly ModelRow<ModelChoice>[], typedFor: readonly Endpoint[]): PickerItem[] {
  return [...modelItems(rows).map(toPickerItem), ...lastItems(typedFor)];
}

function toPickerItem({ row, ...text }: ReturnType<typeof modelItems<ModelChoice>>[number]): PickerItem {
  switch (row.type) {
    case 'heading':
      return separator(text.label);
    case 'model':
      return {
        ...text,
        ...(row.isCurrent && { iconPath: new vscode.ThemeIcon('check') }),
        buttons: [row.isPinned ? unpinButton : pinButton],
        target: { type: 'choice', choice: row.entry.value },
      };
    case 'failure':
      return row.reason.needsKey ? { ...text, target: { type: 'setApiKey', endpoint: row.section } } : text;
  }
}

function lastItems(typedFor: readonly Endpoint[]): readonly PickerItem[] {
  return [
    ...(typedFor.length > 0 ? [separator(t('Another model'))] : []),
    ...typedFor.map(({ name }) => ({
      label: t('Use the name typed above'),
      description: name,
      iconPath: new vscode.ThemeIcon('edit'),
      alwaysShow: true,
      target: { type: 'typed', endpoint: name } as const,
    })),
    separator(''),
    { label: t('Add endpoint…'), iconPath: new vscode.ThemeIcon('add'), target: { type: 'addEndpoint' } },
  ];
}

function separator(label: string): PickerItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
