import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { readPastedPaths } from '../../features/pasted-paths/read-pasted-paths';
import type { HostMessage, PanelMessage } from '../../shared/protocol';

/** What the page says about pasted text that looks like paths of files. */
export type PasteMessage = Extract<PanelMessage, { type: 'pathsPasted' | 'pastedPathsAttached' }>;

export interface PanelPastesOptions {
  readonly attachUris: (uris: readonly vscode.Uri[]) => Promise<void>;
  readonly post: (message: HostMessage) => void;
}

/** Offers to attach the files whose paths were pasted into one panel. Before the person agrees, none of them is opened. */
export class PanelPastes {
  readonly #options: PanelPastesOptions;

  constructor(options: PanelPastesOptions) {
    this.#options = options;
  }

  async handle({ type, text }: PasteMessage): Promise<void> {
    const { attachUris, post } = this.#options;
    const uris = await existing(readPastedPaths(text));
    if (type === 'pastedPathsAttached') {
      await attachUris(uris);
    } else if (uris.length > 0) {
      post({
        type: 'pastedPathsFound',
        text,
        names: uris.map(({ path }) => path.split('/').findLast(Boolean) ?? path),
      });
    }
  }
}

async function existing(paths: readonly string[]): Promise<readonly vscode.Uri[]> {
  return (await Promise.all(paths.map(findPath))).flatMap((uri) => uri ?? []);
}

async function findPath(path: string): Promise<vscode.Uri | undefined> {
  for (const uri of placesOf(path)) {
    try {
      await vscode.workspace.fs.stat(uri);
      return uri;
    } catch {
      // It is not there; maybe in the next place.
    }
  }
  return undefined;
}

/** Where a path may lead: in the folders of the workspace, on the machine that they are on, on this one. */
function placesOf(path: string): readonly vscode.Uri[] {
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (/^file:/i.test(path)) {
    const uri = vscode.Uri.parse(path);
    // With a host in it, it is on a network share.
    return uri.authority === '' ? [uri] : [];
  }
  if (path.startsWith('~/')) {
    return [vscode.Uri.joinPath(vscode.Uri.file(homedir()), path.slice(2))];
  }
  if (/^(\/|[a-z]:[\\/])/i.test(path)) {
    const local = vscode.Uri.file(path);
    return [...roots.filter(({ scheme }) => scheme !== 'file').map((root) => root.with({ path: local.path })), local];
  }
  return roots.map((root) => vscode.Uri.joinPath(root, path.replaceAll('\\', '/')));
}
