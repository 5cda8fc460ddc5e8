import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../services';

interface Find {
  readonly isOpen: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly close: () => void;
}

/**
 * Whether the person looks for something in the chat. Ctrl+F opens it, on a Mac Cmd+F, unless something lies over the chat;
 * closing gives the focus back.
 */
export function useFind(area: RefObject<HTMLElement | null>): Find {
  const { focusComposer } = useServices();
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const modifier = navigator.platform.startsWith('Mac') ? event.metaKey : event.ctrlKey;
      const isFind = modifier && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'f';
      if (!isFind || area.current?.closest('[inert]')) {
        return;
      }
      // VS Code's own script would hand the key on to the editor.
      event.preventDefault();
      event.stopPropagation();
      if (document.activeElement !== input.current) {
        opener.current = document.activeElement;
      }
      setOpen(true);
      input.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  useEffect(() => {
    if (isOpen) {
      input.current?.focus();
    }
  }, [isOpen]);
  return {
    isOpen,
    input,
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
