import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { IrisApi } from '../../../src/api/iris';
import type { Endpoint } from '../../../src/model/endpoint';

export function irisExtension(): vscode.Extension<IrisApi> {
  const extension = vscode.extensions.getExtension<IrisApi>('iris-multimodal.iris-multimodal');
  assert(extension, 'Iris is not installed.');
  return extension;
}

export async function irisApi(): Promise<IrisApi> {
  return await irisExtension().activate();
}

/** Puts endpoints into the user's settings, as a person or the guided setup does. */
export async function setEndpoints(endpoints: readonly Endpoint[] | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('iris').update('endpoints', endpoints, vscode.ConfigurationTarget.Global);
}

/** Waits for something that VS Code does in its own time. */
export async function until<T>(what: string, find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await find();
    if (found !== undefined) {
      return found;
    }
    assert(Date.now() < end, `Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
