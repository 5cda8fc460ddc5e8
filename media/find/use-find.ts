import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../services';

export interface Find {
  readonly isOpen: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly open: () => void;
  /** Gives the focus back to what had it. */
  readonly close: () => void;
}

const isMac = navigator.platform.startsWith('Mac');

/** The key that opens it, as menus show it. */
export const findKey = isMac ? '⌘F' : 'Ctrl+F';

/**
 * Whether the person looks for something in the chat.
 *
 * @param isCovered whether something lies over the chat: the key does nothing then
 */
export function useFind(isCovered: boolean): Find {
  const { focusComposer } = useServices();
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<Element | null>(null);
  const takeFocus = (): void => {
    input.current?.focus();
    input.current?.select();
  };
  const open = (): void => {
    if (document.activeElement !== input.current) {
      opener.current = document.activeElement;
    }
    setOpen(true);
    takeFocus();
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const modifier = isMac ? event.metaKey : event.ctrlKey;
      if (modifier && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'f' && !isCovered) {
        // VS Code's own script would hand the key on to the editor.
        event.preventDefault();
        event.stopPropagation();
        open();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isCovered]);
  useEffect(() => {
    if (isOpen) {
      takeFocus();
    }
  }, [isOpen]);
  return {
    isOpen,
    input,
    open,
    close() {
      setOpen(false);
      if (opener.current instanceof HTMLElement && opener.current.isConnected && opener.current !== document.body) {
        opener.current.focus();
      } else {
        focusComposer();
      }
    },
  };
}
