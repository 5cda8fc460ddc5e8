import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerMessage } from '../../src/shared/conversation';
import { isOfflineReader } from '../../src/shared/offline-reader';
import { Markdown } from '../markdown/markdown';

type ThinkingProps = Pick<AnswerMessage, 'model' | 'text' | 'reasoning'> & { readonly streaming: boolean };

/** The model's reasoning, closed at first; what nobody opens is not rendered. */
export function Thinking({ model, text, reasoning, streaming }: ThinkingProps): JSX.Element {
  const [open, setOpen] = useState(false);
  // The built-in reader introduces itself first, and tells of each picture as soon as it is read.
  const isReader = isOfflineReader(model);
  const live = streaming && (isReader || text === '');
  return (
    <details class="thinking" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class={live ? 'shimmer' : ''}>{titleOf({ isReader, live })}</summary>
      {open && <Markdown text={reasoning} finished={!streaming} />}
    </details>
  );
}

function titleOf({ isReader, live }: { readonly isReader: boolean; readonly live: boolean }): string {
  if (isReader) {
    return live ? t('Reading…') : t('What was read');
  }
  return live ? t('Thinking…') : t('Thought before answering');
}
