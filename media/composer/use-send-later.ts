import { t } from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';

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
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (waiting && !searching) {
      setWaiting(false);
      send();
    }
  }, [waiting, searching]);
  return {
    hint: waiting ? t('Checking for secrets first, then sending… Escape stops that.') : undefined,
    wait: () => setWaiting(true),
    giveUp: () => {
      setWaiting(false);
      return waiting;
    },
  };
}
