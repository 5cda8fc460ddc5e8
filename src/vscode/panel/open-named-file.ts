import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { readFileReference, type FileReference } from '../../shared/file-reference';

/** Files with the same name among which the person chooses. */
const maxChoices = 50;

/**
 * Opens a file that an answer names, once the person clicked it. What an answer says is no reason to open anything outside
 * of the workspace: the path is looked for in its folders alone.
 *
 * @param named as a path in a folder of the workspace, or the end of one
 * @throws Error with a sentence for the person, where there is no such file
 */
export async function openNamedFile({ path, line }: FileReference): Promise<void> {
  const checked = readFileReference(path);
  const found = checked ? await find(checked.path) : [];
  const [first] = found;
  if (!first) {
    throw new Error(t('There is no file “{0}” in this workspace.', path));
  }
  const uri = found.length === 1 ? first : await choose(found, path);
  if (uri) {
    const place = new vscode.Position(Math.max(0, (line ?? 1) - 1), 0);
    await vscode.commands.executeCommand('vscode.open', uri, {
      preview: true,
      ...(line !== undefined && { selection: new vscode.Range(place, place) }),
    } satisfies vscode.TextDocumentShowOptions);
  }
}

async function find(path: string): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const places = folders.flatMap(({ uri, name }) => [
    vscode.Uri.joinPath(uri, path),
    // With several folders, paths often begin with the folder's name.
    ...(path.startsWith(`${name}/`) ? [vscode.Uri.joinPath(uri, path.slice(name.length + 1))] : []),
  ]);
  const exact = (await Promise.all(places.map(existing))).flatMap((uri) => uri ?? []);
  return exact.length > 0 ? exact : await vscode.workspace.findFiles(`**/${path}`, undefined, maxChoices);
}

async function existing(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File ? uri : undefined;
  } catch {
    return undefined;
  }
}

async function choose(found: readonly vscode.Uri[], path: string): Promise<vscode.Uri | undefined> {
  const items = found.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (await vscode.window.showQuickPick(items, { title: t('Which “{0}”?', path) }))?.uri;
}
