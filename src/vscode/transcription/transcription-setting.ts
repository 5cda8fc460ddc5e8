import * as vscode from 'vscode';

/** Which model of which endpoint turns speech into text. */
export interface TranscriptionChoice {
  /** Name of the endpoint. */
  readonly endpoint: string;
  readonly model: string;
}

/**
 * What the person chose. Workspace values are never read: a repository must not be able to say where recordings are sent.
 */
export function readTranscriptionChoice(): TranscriptionChoice | undefined {
  const value = vscode.workspace.getConfiguration('iris').inspect<unknown>('transcriptionModel')?.globalValue;
  if (typeof value !== 'object' || value === null || !('endpoint' in value) || !('model' in value)) {
    return undefined;
  }
  const { endpoint, model } = value;
  return typeof endpoint === 'string' && typeof model === 'string' && endpoint !== '' && model !== ''
    ? { endpoint, model }
    : undefined;
}

export async function saveTranscriptionChoice(choice: TranscriptionChoice): Promise<void> {
  await vscode.workspace
    .getConfiguration('iris')
    .update('transcriptionModel', choice, vscode.ConfigurationTarget.Global);
}
