import { randomUUID } from 'node:crypto';
import type * as vscode from 'vscode';

const key = 'iris.draftsId';

/** The same for a workspace in each session, and another for each workspace. */
export function workspaceDraftsId(memento: vscode.Memento): string {
  const known = memento.get<string>(key);
  if (known !== undefined) {
    return known;
  }
  const id = randomUUID();
  void memento.update(key, id);
  return id;
}
