import { useLayoutEffect, useRef } from 'preact/hooks';
import { useServices } from '../services';

/**
 * Remembers what had the focus when something opened over the page.
 *
 * @returns gives the focus back to it, or to the composer where it is gone
 */
export function useReturnFocus(open: boolean): () => void {
  const { focusComposer } = useServices();
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  if (open && !wasOpen.current) {
    opener.current = document.activeElement;
  }
  useLayoutEffect(() => {
    wasOpen.current = open;
  });
  return () => {
    if (opener.current instanceof HTMLElement && opener.current.isConnected) {
      opener.current.focus();
    } else {
      focusComposer();
    }
  };
}
