import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './icon-button';

interface SheetProps {
  /** Its name for people who can't see it. */
  readonly label: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly class?: string;
  /** False where the person is doing something else. */
  readonly takesFocus?: boolean;
  readonly children: ComponentChildren;
}

/** Lies over the conversation. */
export function Sheet(props: SheetProps): JSX.Element {
  const { label, title, closeLabel, onClose, class: className, takesFocus = true, children } = props;
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) {
      sheet.current?.focus();
    }
  }, []);
  return (
    <section
      class={className === undefined ? 'sheet' : `sheet ${className}`}
      aria-label={label}
      ref={sheet}
      tabIndex={-1}
    >
      <header class="sheet-header">
        <h2 class="sheet-title" dir="auto" title={title}>
          {title}
        </h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      <div class="sheet-scroll">
        <div class="sheet-content">{children}</div>
      </div>
    </section>
  );
}
