import { t } from '@vscode/l10n';
import type { ConversationState, Fork, Message } from '../../shared/conversation';
import { transcriptBlock, type TranscriptBlock } from './transcript-blocks';

/** What of a chat is written for people. */
export interface Transcript {
  readonly title: string;
  /** The way that the chat goes now. */
  readonly blocks: readonly TranscriptBlock[];
  /** Its other ways, each from where it parted. */
  readonly otherVersions: readonly OtherVersion[];
}

export interface OtherVersion {
  readonly heading: string;
  readonly blocks: readonly TranscriptBlock[];
}

export type TranscribedChat = Pick<ConversationState, 'title' | 'messages' | 'forks'>;

/** Longest piece of a message by which it is named, in characters. */
const maxExcerpt = 60;

/** How many other ways a chat went. */
export function otherVersionCount({ forks = [] }: Pick<ConversationState, 'forks'>): number {
  return forks.reduce((count, fork) => count + otherBranches(fork).length, 0);
}

export function transcript(chat: TranscribedChat, { allVersions }: { readonly allVersions: boolean }): Transcript {
  const { title, messages, forks = [] } = chat;
  const blocksOf = (parentId: string, branch: readonly Message[]): readonly TranscriptBlock[] =>
    branch.map((message, index) => {
      const fork = forks.find((one) => one.parentId === (branch[index - 1]?.id ?? parentId));
      const isNamed = fork && otherBranches(fork).length > 0 && (index > 0 || branch === messages);
      return { ...transcriptBlock(message), ...(isNamed && { version: versionOf(fork, allVersions) }) };
    });
  const every = [...messages, ...forks.flatMap(({ branches }) => branches.flat())];
  return {
    title,
    blocks: blocksOf('', messages),
    otherVersions: (allVersions ? forks : []).flatMap((fork) =>
      otherBranches(fork).map(([index, branch]) => ({
        heading: headingOf(
          every.find(({ id }) => id === fork.parentId),
          versionNumber(fork, index),
        ),
        blocks: blocksOf(fork.parentId, branch),
      })),
    ),
  };
}

/** Those that are put aside and that something is left of, with their places. */
function otherBranches({ branches, current }: Fork): readonly (readonly [number, readonly Message[]])[] {
  return [...branches.entries()].filter(([index, branch]) => index !== current && branch.length > 0);
}

function versionNumber({ branches }: Fork, index: number): string {
  return t('version {0} of {1}', index + 1, branches.length);
}

function versionOf({ branches, current }: Fork, allVersions: boolean): string {
  return allVersions
    ? t('Version {0} of {1}. The others are at the end.', current + 1, branches.length)
    : t('Version {0} of {1}. The others are not included.', current + 1, branches.length);
}

function headingOf(parent: Message | undefined, version: string): string {
  if (!parent) {
    return t('Another beginning of the chat ({0})', version);
  }
  return parent.role === 'user'
    ? t('Another answer to “{0}” ({1})', excerpt(parent.text), version)
    : t('Another question after “{0}” ({1})', excerpt(parent.text), version);
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxExcerpt ? `${[...line].slice(0, maxExcerpt).join('').trimEnd()}…` : line;
}
