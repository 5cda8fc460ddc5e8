import * as vscode from 'vscode';

/** What is used of the API of VS Code's Git extension, version 1 (extensions/git/src/api/git.d.ts of VS Code). */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly workingTreeChanges: readonly GitChange[];
    /** Absent in old versions; empty where the setting `git.untrackedChanges` mixes them into the others. */
    readonly untrackedChanges?: readonly GitChange[];
  };
  /** What is staged against the last commit, or else what is changed against what is staged. */
  diff(staged?: boolean): Promise<string>;
  /** Looks at the files anew. */
  status(): Promise<void>;
}

export interface GitChange {
  readonly uri: vscode.Uri;
  readonly status: number;
}

/** `Status.UNTRACKED` of the extension. */
export const untracked = 7;

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly GitRepository[] };
}

/** The repositories that are open in this window; undefined where the Git extension is missing or switched off. */
export async function openRepositories(): Promise<readonly GitRepository[] | undefined> {
  // The shape is that of version 1, which the extension keeps for others.
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = await extension?.activate();
  return git?.enabled ? git.getAPI(1).repositories : undefined;
}
