import * as vscode from 'vscode';
import type { ModelRow } from '../../features/model-list/model-rows';
import type { Endpoint } from '../../model/endpoint';
import type { PickItem } from '../input/pick';
import type { ModelChoice } from '../models/models';

/** What a line of the model picker leads to. */
export type ModelPick =
  | { readonly type: 'choice'; readonly choice: ModelChoice }
  | { readonly type: 'setApiKey'; readonly endpoint: string }
  | { readonly type: 'addEndpoint' };

type Item = PickItem<ModelPick>;

/** Lines for the models of endpoints; the built-in engine and the way to more endpoints follow them. */
export function modelItems(rows: readonly ModelRow[], { isOffline }: { readonly isOffline: boolean }): readonly Item[] {
  const models = rows.map(modelItem);
  return isOffline
    ? [offlineItem(true), ...models, separator(''), addItem]
    : [...models, separator(''), offlineItem(false), addItem];
}

/** What a typed name means: that model, at each of the endpoints that does not show it anyway. */
export function typedItems(model: string, endpoints: readonly Endpoint[], rows: readonly ModelRow[]): readonly Item[] {
  const isShown = (endpoint: string): boolean =>
    rows.some((row) => row.type === 'model' && row.endpoint === endpoint && row.model === model);
  return endpoints
    .filter(({ name }) => !isShown(name))
    .map(({ name }) => ({
      label: `Use "${model}"`,
      description: name,
      value: { type: 'choice', choice: { type: 'endpoint', endpoint: name, model } },
    }));
}

function modelItem(row: ModelRow): Item {
  switch (row.type) {
    case 'heading':
      return separator(row.endpoint);
    case 'model': {
      const { endpoint, model, isCurrent } = row;
      return {
        label: model,
        ...(isCurrent ? currentMark(endpoint) : {}),
        value: { type: 'choice', choice: { type: 'endpoint', endpoint, model } },
      };
    }
    case 'failure': {
      const { endpoint, reason } = row;
      return {
        label: `$(warning) ${reason.sentence}`,
        ...(reason.needsKey ? { description: 'Set API key' } : {}),
        ...(reason.detail ? { detail: reason.detail } : {}),
        ...(reason.needsKey ? { value: { type: 'setApiKey', endpoint } } : {}),
      };
    }
  }
}

function offlineItem(isCurrent: boolean): Item {
  return {
    label: 'Built-in reader',
    ...(isCurrent ? currentMark('reads text, offline') : { description: 'Reads text, offline' }),
    value: { type: 'choice', choice: { type: 'offline' } },
  };
}

const addItem: Item = {
  label: 'Add endpoint…',
  iconPath: new vscode.ThemeIcon('add'),
  value: { type: 'addEndpoint' },
};

function currentMark(note: string): Pick<Item, 'description' | 'iconPath'> {
  return { description: `${note} · current`, iconPath: new vscode.ThemeIcon('check') };
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
