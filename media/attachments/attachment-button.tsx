import { t } from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import { useServices } from '../services';

interface AttachmentButtonProps {
  readonly id: string;
  readonly class: string;
  readonly name: string;
  /** More lines for the tooltip. */
  readonly hint?: string;
  /** What a click does instead of opening the details: it shows the picture large. */
  readonly onEnlarge?: () => void;
  readonly children: ComponentChildren;
}

/** Opens the details, or the picture itself; with Alt, by mouse or by keyboard, it shows the very bytes that are, or were, sent. */
export function AttachmentButton(props: AttachmentButtonProps): JSX.Element {
  const { id, class: className, name, hint, onEnlarge, children } = props;
  const { post, openDetails } = useServices();
  const open = onEnlarge ?? (() => openDetails(id));
  const click = onEnlarge
    ? t('Click to see it large. Alt+click or Alt+Enter shows exactly what was sent.')
    : t('Click for details. Alt+click or Alt+Enter shows exactly what is sent.');
  return (
    <button
      type="button"
      class={className}
      title={[name, click, hint].join('\n').trim()}
      aria-keyshortcuts="Alt+Enter"
      onClick={(event) => (event.altKey ? post({ type: 'attachmentInspected', id }) : open())}
      onKeyDown={(event) => {
        // Alt+Enter presses a button on some systems only.
        if (event.key === 'Enter' && event.altKey) {
          event.preventDefault();
          post({ type: 'attachmentInspected', id });
        }
      }}
    >
      {children}
    </button>
  );
}
