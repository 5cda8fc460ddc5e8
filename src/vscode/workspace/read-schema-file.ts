import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { isJsonObject } from '../../shared/is-json';
import type { JsonObject } from '../../shared/parameters';
import { readWorkspaceText } from './read-workspace-text';

const maxBytes = 256 * 1024;

export type WorkspaceFolders = Pick<typeof vscode.workspace, 'workspaceFolders' | 'isTrusted'>;

/**
 * Reads the JSON schema that a response format names by its path from a workspace folder; where there are several
 * folders, the first that has the file. Throws an error whose message names the file and says what is wrong.
 */
export async function readSchemaFile(
  path: string,
  workspace: WorkspaceFolders = vscode.workspace,
): Promise<JsonObject> {
  const refuse = (problem: string): Error => new Error(t('The schema file "{0}" {1}.', path, problem));
  const { workspaceFolders = [], isTrusted } = workspace;
  if (workspaceFolders.length === 0) {
    throw refuse(t("can't be found, for no folder is open"));
  }
  if (!isTrusted) {
    throw refuse(t('is read only in a workspace that you trust'));
  }
  for (const { uri } of workspaceFolders) {
    const found = await readWorkspaceText({ folder: uri, path: path.replaceAll('\\', '/'), maxBytes });
    if (found.status === 'unreadable') {
      throw refuse(found.problem);
    }
    if (found.status === 'read') {
      return parse(found.text, refuse);
    }
  }
  throw refuse(
    workspaceFolders.length === 1 ? t('is not in the workspace folder') : t('is in none of the workspace folders'),
  );
}

function parse(text: string, refuse: (problem: string) => Error): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refuse(t('is not valid JSON: {0}', error instanceof Error ? error.message : String(error)));
  }
  if (!isJsonObject(value)) {
    throw refuse(t('must hold a JSON object'));
  }
  return value;
}
