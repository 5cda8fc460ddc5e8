import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';
import type { ProposedTitles } from '../state';

interface RenameFormProps {
  readonly id: string;
  readonly title: string;
  /** The host's last proposals, for this chat or another. */
  readonly proposed: ProposedTitles | undefined;
  readonly onDone: () => void;
}

/** A new name for a chat: typed, or one of those that are proposed. Escape keeps the old one. */
export function RenameForm({ id, title, proposed, onDone }: RenameFormProps): JSX.Element {
  const { post } = useServices();
  const field = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const titles = proposed?.id === id ? proposed.titles : [];
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
    post({ type: 'titlesRequested', id, byModel: false });
  }, []);
  useEffect(() => {
    if (proposed?.id === id && proposed.byModel) {
      setAsking(false);
    }
  }, [proposed]);
  const save = (): void => {
    const named = field.current?.value.trim() ?? '';
    if (named !== '' && named !== title) {
      post({ type: 'chatRenamed', id, title: named });
    }
    onDone();
  };
  const take = (proposal: string): void => {
    if (field.current) {
      field.current.value = proposal;
      field.current.focus();
    }
  };
  return (
    <form
      class="rename"
      aria-label={t('Rename chat')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' && !event.isComposing) {
          event.preventDefault();
          onDone();
        } else if (event.key === 'Enter' && !event.isComposing && event.target === field.current) {
          // VS Code keeps its pages from submitting forms.
          event.preventDefault();
          save();
        }
      }}
    >
      <div class="rename-line">
        <input
          ref={field}
          type="text"
          dir="auto"
          maxLength={200}
          aria-label={t('Name of the chat')}
          defaultValue={title}
        />
        <IconButton icon="check" label={t('Save name')} onClick={save} />
        <IconButton icon="close" label={t('Keep the old name')} onClick={onDone} />
      </div>
      <div class="rename-proposals" role="group" aria-label={t('Proposed names')}>
        {titles.map((proposal) => (
          <button type="button" class="chip" dir="auto" key={proposal} title={proposal} onClick={() => take(proposal)}>
            {proposal}
          </button>
        ))}
        <button
          type="button"
          class="chip"
          aria-disabled={asking}
          onClick={() => {
            if (!asking) {
              setAsking(true);
              post({ type: 'titlesRequested', id, byModel: true });
            }
          }}
        >
          {asking ? t('Asking the model…') : t('Ask the model for a name')}
        </button>
      </div>
    </form>
  );
}
