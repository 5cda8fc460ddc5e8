import * as vscode from 'vscode';
import type { CompletionChoice } from './completion-choice';

/** A file, named in the question by its path and attached as any file is. */
export function fileChoice(uri: vscode.Uri, attach: (uri: vscode.Uri) => Promise<void>): CompletionChoice {
  const path = vscode.workspace.asRelativePath(uri);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  return {
    key: uri.toString(),
    icon: isPicture(path) ? 'picture' : 'file',
    label: path.slice(path.lastIndexOf('/') + 1),
    ...(folder !== '' && { detail: folder }),
    insert: inCode(path),
    choose: async () => void (await attach(uri)),
  };
}

/** A name that ends where it ends, also with spaces in it. */
export function inCode(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``;
}

function isPicture(path: string): boolean {
  return /\.(png|apng|jpe?g|webp|gif|avif|tiff?|bmp|ico|hei[cf]|svg)$/i.test(path);
}
