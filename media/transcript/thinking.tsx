import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Markdown } from '../markdown/markdown';

interface ThinkingProps {
  readonly text: string;
  /** Whether the model is thinking right now. */
  readonly live: boolean;
  readonly finished: boolean;
}

/** The model's reasoning, closed at first; what nobody opens is not rendered. */
export function Thinking({ text, live, finished }: ThinkingProps): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details class="thinking" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class={live ? 'shimmer' : ''}>{live ? t('Thinking…') : t('Thought before answering')}</summary>
      {open && <Markdown text={text} finished={finished} />}
    </details>
  );
}
