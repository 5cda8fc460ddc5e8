import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { DraftLine } from './draft-line';

interface NewChatRowProps {
  /** The beginning of what is to be asked in it. */
  readonly draft: string;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** The chat in which nothing was asked yet, where something is to be. */
export function NewChatRow({ draft, current, onOpen }: NewChatRowProps): JSX.Element {
  return (
    <li class="chat-row">
      <div class="chat-line">
        <button type="button" class="chat-open" {...(current && { 'aria-current': 'true' as const })} onClick={onOpen}>
          <span class="chat-name">{t('New chat')}</span>
          <DraftLine words={draft} />
        </button>
      </div>
    </li>
  );
}
