import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeChanges, type Changes } from '../../features/attach-changes/describe-changes';
import { attached, cancelled, nothing } from '../attachments/attach-outcome';
import { openRepositories, untracked, type GitRepository } from '../git/git-api';
import type { Panels } from '../panel/panels';
import { attachCommand } from './attach-command';
import type { Command } from './command';
import { commandIds } from './command-ids';

const title = t('Iris: Ask About Changes');

/** Attaches the diff of a Git repository: what is staged, what is not, or both. */
export function askAboutChanges(panels: Pick<Panels, 'attach'>): Command {
  return attachCommand(commandIds.askAboutChanges, async (clicked) => {
    const repositories = await openRepositories();
    if (!repositories || repositories.length === 0) {
      return nothing(t('No Git repository is open in this window. Open a folder that is in one, then ask again.'));
    }
    const repository = await chooseRepository(repositories, clicked);
    if (!repository) {
      return cancelled;
    }
    const changes = await changesOf(repository);
    if (describeChanges(changes) === '') {
      return nothing(t('There are no changes since the last commit. Save the files that you changed, then ask again.'));
    }
    const chosen = await choosePart(changes);
    if (!chosen) {
      return cancelled;
    }
    const name = t('Changes in {0}', nameOf(repository));
    await panels.attach([{ name, bytes: Buffer.from(describeChanges(chosen)), languageId: 'diff' }]);
    return attached;
  });
}

async function chooseRepository(
  repositories: readonly GitRepository[],
  clicked: unknown,
): Promise<GitRepository | undefined> {
  const root = rootOf(clicked);
  const given = repositories.find(({ rootUri }) => rootUri.toString() === root);
  if (given ?? repositories.length === 1) {
    return given ?? repositories[0];
  }
  const items = repositories.map((repository) => ({
    label: nameOf(repository),
    description: vscode.workspace.asRelativePath(repository.rootUri),
    repository,
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: t('Which repository?') }))?.repository;
}

/** The menu of the Source Control view gives the repository that was clicked. */
function rootOf(clicked: unknown): string | undefined {
  const root: unknown = typeof clicked === 'object' && clicked !== null ? Reflect.get(clicked, 'rootUri') : undefined;
  return root instanceof vscode.Uri ? root.toString() : undefined;
}

async function changesOf(repository: GitRepository): Promise<Changes> {
  await repository.status();
  const [staged, unstaged] = await Promise.all([repository.diff(true), repository.diff(false)]);
  const { workingTreeChanges, untrackedChanges = [] } = repository.state;
  const names = [...workingTreeChanges, ...untrackedChanges]
    .filter(({ status }) => status === untracked)
    .map(({ uri }) => uri.path.slice(repository.rootUri.path.length + 1));
  return { staged, unstaged, untracked: [...new Set(names)].toSorted() };
}

async function choosePart(changes: Changes): Promise<Changes | undefined> {
  const { staged, unstaged } = changes;
  if (staged === '' || unstaged === '') {
    return changes;
  }
  const items = [
    { label: t('All Changes'), changes },
    { label: t('Staged Changes'), changes: { ...changes, unstaged: '', untracked: [] } },
    { label: t('Changes That Are Not Staged'), changes: { ...changes, staged: '' } },
  ];
  return (await vscode.window.showQuickPick(items, { title, placeHolder: t('Which changes?') }))?.changes;
}

function nameOf({ rootUri }: GitRepository): string {
  return rootUri.path.split('/').at(-1) ?? rootUri.path;
}
