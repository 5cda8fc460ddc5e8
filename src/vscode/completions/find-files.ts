import * as vscode from 'vscode';
import { excludedBy } from '../../features/attach-folder/exclude-patterns';
import { globOf } from '../../features/completions/path-query';
import { rankFiles, type RankedFile } from '../../features/completions/rank-files';
import { blobScheme } from '../blobs/blob-uri';

/** VS Code stops to look for more than these: whoever sees so many types another letter. */
const maxFound = 400;

interface FoundFile extends RankedFile {
  readonly uri: vscode.Uri;
}

/** Files of the workspace by parts of their paths, the most likely first; what is open in a tab counts, wherever it is. */
export async function findFiles(query: string, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(globOf(query), excludeGlob(), maxFound, token);
  const open = new Map(openFiles().map((uri) => [uri.toString(), uri]));
  const isExcluded = excludedInSettings();
  const files: readonly FoundFile[] = found
    .filter((uri) => !open.has(uri.toString()))
    .map((uri) => ({ uri, path: vscode.workspace.asRelativePath(uri), isOpen: false }))
    .filter(({ path }) => !isExcluded(path));
  return rankFiles([...asFound([...open.values()]), ...files], query).map(({ uri }) => uri);
}

/** What is open in tabs and fits, known at once; the active one first where nothing is typed yet. */
export function findOpenFiles(query: string): readonly vscode.Uri[] {
  return query === '' ? openFiles() : rankFiles(asFound(openFiles()), query).map(({ uri }) => uri);
}

function asFound(uris: readonly vscode.Uri[]): readonly FoundFile[] {
  return uris.map((uri) => ({ uri, path: vscode.workspace.asRelativePath(uri), isOpen: true }));
}

function openFiles(): readonly vscode.Uri[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).toSorted(activeFirst);
  const uris = tabs.flatMap(({ input }) => uriOf(input) ?? []);
  return [...new Map(uris.filter(isFile).map((uri) => [uri.toString(), uri])).values()];
}

function activeFirst(left: vscode.Tab, right: vscode.Tab): number {
  return Number(right.isActive) - Number(left.isActive);
}

function uriOf(input: unknown): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText ||
    input instanceof vscode.TabInputCustom ||
    input instanceof vscode.TabInputNotebook
    ? input.uri
    : undefined;
}

/** Output, search results and the like are no files, and what was opened from the chat is in it already. */
function isFile({ scheme }: vscode.Uri): boolean {
  return scheme !== blobScheme && vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined;
}

/** Else what is found in `node_modules` alone would be more than is looked for. */
function excludeGlob(): string {
  const patterns = excludeSettings().flatMap((setting) =>
    Object.entries(setting).flatMap(([pattern, value]) => (value === true ? [pattern] : [])),
  );
  // Braces can't be nested: patterns that have some are left to the check of what was found.
  const plain = patterns.filter((pattern) => !/[{},]/.test(pattern));
  return `{${['**/.git', ...plain].join(',')}}`;
}

function excludedInSettings(): (path: string) => boolean {
  return excludedBy(excludeSettings());
}

function excludeSettings(): readonly object[] {
  return [
    vscode.workspace.getConfiguration('files').get<object>('exclude', {}),
    vscode.workspace.getConfiguration('search').get<object>('exclude', {}),
  ];
}
