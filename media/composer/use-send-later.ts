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
  conversationId,
  searching,
  send,
}: {
  /** The chat that is shown: what waits in another one is not sent here. */
  readonly conversationId: string | undefined;
  readonly searching: boolean;
  readonly send: () => void;
}): SendLater {
  const [isShown, setShown] = useState(false);
  // Known at once: what sends renders again, before a state that is set here would be told.
  const isWaiting = useRef(false);
  const askedIn = useRef(conversationId);
  const setWaiting = (waiting: boolean): void => {
    isWaiting.current = waiting;
    askedIn.current = conversationId;
    setShown(waiting);
  };
  useEffect(() => {
    if (isWaiting.current && askedIn.current !== conversationId) {
      setWaiting(false);
    } else if (isWaiting.current && !searching) {
      setWaiting(false);
      send();
    }
  }, [isShown, searching, conversationId]);
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
