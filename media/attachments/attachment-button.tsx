import type { ComponentChildren, JSX } from 'preact';
import { useServices } from '../services';

interface AttachmentButtonProps {
  readonly id: string;
  readonly class: string;
  readonly name: string;
  /** More lines for the tooltip. */
  readonly hint?: string;
  readonly children: ComponentChildren;
}

/** Opens the details; with Alt, by mouse or by keyboard, it shows the very bytes that are, or were, sent. */
export function AttachmentButton({ id, class: className, name, hint, children }: AttachmentButtonProps): JSX.Element {
  const { post, openDetails } = useServices();
  return (
    <button
      type="button"
      class={className}
      title={[name, 'Click for details. Alt+click or Alt+Enter shows exactly what is sent.', hint].join('\n').trim()}
      aria-keyshortcuts="Alt+Enter"
      onClick={(event) => (event.altKey ? post({ type: 'attachmentInspected', id }) : openDetails(id))}
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
