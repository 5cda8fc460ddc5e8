import { realpath } from 'node:fs/promises';
import * as path from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

export interface WorkspaceTextOptions {
  readonly folder: vscode.Uri;
  /** From the folder, with slashes; leads nowhere else. */
  readonly path: string;
  readonly maxBytes: number;
}

export type WorkspaceText =
  | { readonly status: 'missing' }
  /** `problem` follows the file's name in a sentence: "is larger than 64 KB". */
  | { readonly status: 'unreadable'; readonly problem: string }
  | { readonly status: 'read'; readonly text: string };

/** Reads a text file of a workspace folder through VS Code, and none outside of it: neither by `..` nor by a link. */
export async function readWorkspaceText(options: WorkspaceTextOptions): Promise<WorkspaceText> {
  const { folder, maxBytes } = options;
  const segments = options.path.split('/');
  if (segments.some((segment) => ['', '.', '..'].includes(segment)) || /[\\\0]|^[a-z]:/i.test(options.path)) {
    return unreadable(t('is not a path inside of the workspace folder'));
  }
  try {
    const found = await find(folder, segments);
    if (found === 'outside') {
      return unreadable(t('is a link that leads out of the workspace folder'));
    }
    if (!(found.stat.type & vscode.FileType.File)) {
      return unreadable(t('is not a file'));
    }
    const bytes = found.stat.size > maxBytes ? undefined : await vscode.workspace.fs.readFile(found.uri);
    // A file system may have told another size, or none.
    return bytes && bytes.byteLength <= maxBytes
      ? decode(bytes)
      : unreadable(t('is larger than {0} KB', Math.floor(maxBytes / 1024)));
  } catch (error) {
    const isMissing =
      error instanceof vscode.FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);
    return isMissing ? { status: 'missing' } : unreadable(t("can't be read"));
  }
}

async function find(
  folder: vscode.Uri,
  segments: readonly string[],
): Promise<{ readonly uri: vscode.Uri; readonly stat: vscode.FileStat } | 'outside'> {
  let uri = folder;
  let hasLink = false;
  let stat = await vscode.workspace.fs.stat(folder);
  for (const segment of segments) {
    uri = vscode.Uri.joinPath(uri, segment);
    stat = await vscode.workspace.fs.stat(uri);
    hasLink ||= (stat.type & vscode.FileType.SymbolicLink) !== 0;
  }
  return hasLink && !(await isInside(folder, uri)) ? 'outside' : { uri, stat };
}

/** Only on disks can it be told where a link leads. */
async function isInside(folder: vscode.Uri, uri: vscode.Uri): Promise<boolean> {
  if (folder.scheme !== 'file') {
    return false;
  }
  const [root, target] = await Promise.all([realpath(folder.fsPath), realpath(uri.fsPath)]);
  return target.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

function decode(bytes: Uint8Array): WorkspaceText {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? unreadable(t('is not text')) : { status: 'read', text };
  } catch {
    return unreadable(t('is not UTF-8 text'));
  }
}

function unreadable(problem: string): WorkspaceText {
  return { status: 'unreadable', problem };
}
