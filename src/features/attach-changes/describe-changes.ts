export interface Changes {
  readonly staged: string;
  readonly unstaged: string;
  /** Paths of files that Git does not know yet. */
  readonly untracked: readonly string[];
}

/** Names of files that are listed. */
const maxNames = 100;

/** Diffs of a repository as one text. Files that are in none, for Git does not know them, are named. */
export function describeChanges({ staged, unstaged, untracked }: Changes): string {
  const shown = untracked.slice(0, maxNames);
  const more = untracked.length - shown.length;
  return [
    ...(staged === '' ? [] : [`# Staged changes\n\n${staged}`]),
    ...(unstaged === '' ? [] : [`# Changes that are not staged\n\n${unstaged}`]),
    ...(shown.length === 0
      ? []
      : [
          `# New files that Git does not know, without their content\n\n${shown.join('\n')}${more > 0 ? `\nand ${more} more` : ''}`,
        ]),
  ].join('\n');
}
