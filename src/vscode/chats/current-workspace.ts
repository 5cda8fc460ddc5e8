import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { ChatWorkspace } from '../../shared/conversation';

/** The folder or workspace file that this window has open; absent where it has none. */
export function currentWorkspace(): ChatWorkspace | undefined {
  const { workspaceFile, workspaceFolders = [], name } = vscode.workspace;
  const place = workspaceFile?.toString() ?? workspaceFolders.map(({ uri }) => uri.toString()).join('\n');
  if (place === '') {
    return undefined;
  }
  // A hash: what is kept with a chat need not say where on the disk it was begun.
  return { id: createHash('sha256').update(place).digest('hex').slice(0, 32), name: name ?? '' };
}
