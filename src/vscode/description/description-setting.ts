import * as vscode from 'vscode';
import type { ModelChoice } from '../models/model-choice';

const name = 'descriptionModel';

/**
 * The model that describes pictures for models that take none, in the person's own settings. Workspace values are never
 * read: a repository must not be able to say where pictures are sent.
 */
export function descriptionModel(): ModelChoice | undefined {
  return parse(vscode.workspace.getConfiguration('iris').inspect<unknown>(name)?.globalValue);
}

export async function saveDescriptionModel(choice: ModelChoice): Promise<void> {
  await vscode.workspace.getConfiguration('iris').update(name, toValue(choice), vscode.ConfigurationTarget.Global);
}

function toValue(choice: ModelChoice): unknown {
  switch (choice.type) {
    case 'offline':
      return 'builtIn';
    case 'endpoint':
      return { endpoint: choice.endpoint, model: choice.model };
    case 'languageModel':
      return { vendor: choice.vendor, model: choice.id };
  }
}

function parse(value: unknown): ModelChoice | undefined {
  if (value === 'builtIn') {
    return { type: 'offline' };
  }
  const model = textOf(value, 'model');
  const endpoint = textOf(value, 'endpoint');
  const vendor = textOf(value, 'vendor');
  if (model === undefined) {
    return undefined;
  }
  if (endpoint !== undefined) {
    return { type: 'endpoint', endpoint, model };
  }
  return vendor === undefined ? undefined : { type: 'languageModel', vendor, id: model, label: model };
}

function textOf(value: unknown, field: string): string | undefined {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
