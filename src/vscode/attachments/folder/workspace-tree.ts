import * as vscode from 'vscode';
import type { FolderTree, TreeEntry } from '../../../features/attach-folder/folder-tree';

/** A folder as VS Code sees it: local, remote or virtual. */
export function workspaceTree(root: vscode.Uri): FolderTree {
  const at = (path: string): vscode.Uri => (path === '' ? root : vscode.Uri.joinPath(root, path));
  return {
    list: async (folder) =>
      (await vscode.workspace.fs.readDirectory(at(folder))).map(([name, type]) => ({ name, type: entryType(type) })),
    size: async (file) => (await vscode.workspace.fs.stat(at(file))).size,
    read: async (file) => await vscode.workspace.fs.readFile(at(file)),
  };
}

function entryType(type: vscode.FileType): TreeEntry['type'] {
  if (type & vscode.FileType.SymbolicLink) {
    return 'link';
  }
  return type & vscode.FileType.Directory ? 'folder' : type & vscode.FileType.File ? 'file' : 'other';
}
