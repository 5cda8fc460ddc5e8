import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';
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
  /** Beside its title. */
  readonly beside?: ComponentChildren;
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  readonly children: ComponentChildren;
}

/** Lies over the conversation. */
export function Sheet(props: SheetProps): JSX.Element {
  const { label, title, closeLabel, onClose, class: className, takesFocus = true, beside, onKeyDown, children } = props;
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
      {...(onKeyDown && { onKeyDown })}
    >
      <header class="sheet-header">
        <h2 class="sheet-title" dir="auto" title={title}>
          {title}
        </h2>
        {beside}
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      <div class="sheet-scroll">
        <div class="sheet-content">{children}</div>
      </div>
    </section>
  );
}
