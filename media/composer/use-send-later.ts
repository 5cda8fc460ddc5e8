import { t } from '@vscode/l10n';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface SendLater {
  /** What is waited for, as a sentence. */
  readonly hint: string | undefined;
  readonly wait: () => void;
  /** Nothing is sent by itself any more; tells whether anything was to be. */
  readonly giveUp: () => boolean;
}

/** Sends a question as soon as what is attached is searched for secrets, unless the person thinks better of it. */
export function useSendLater({
  searching,
  send,
}: {
  readonly searching: boolean;
  readonly send: () => void;
}): SendLater {
  const [isShown, setShown] = useState(false);
  // Known at once: what sends renders again, before a state that is set here would be told.
  const isWaiting = useRef(false);
  const setWaiting = (waiting: boolean): void => {
    isWaiting.current = waiting;
    setShown(waiting);
  };
  useEffect(() => {
    if (isWaiting.current && !searching) {
      setWaiting(false);
      send();
    }
  }, [isShown, searching]);
  return {
    hint: isShown ? t('Checking for secrets first, then sending… Escape stops that.') : undefined,
    wait: () => setWaiting(true),
    giveUp: () => {
      const wasWaiting = isWaiting.current;
      setWaiting(false);
      return wasWaiting;
    },
  };
}
