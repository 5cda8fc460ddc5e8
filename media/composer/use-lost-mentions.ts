import { t } from '@vscode/l10n';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { listOf } from '../../src/shared/list-of';
import { isMentioned } from './is-mentioned';

interface WrittenQuestion {
  readonly conversationId: string | undefined;
  readonly tray: readonly TrayItem[];
  readonly text: string;
}

/**
 * Says that the question still names what was taken out of the tray, as long as it does: the model would look for it in vain.
 * The words are the person's own by then and stay.
 */
export function useLostMentions({ conversationId, tray, text }: WrittenQuestion): string | undefined {
  const before = useRef({ conversationId, tray });
  const [lost, setLost] = useState<readonly string[]>([]);
  useEffect(() => {
    const last = before.current;
    before.current = { conversationId, tray };
    if (last.conversationId !== conversationId) {
      setLost([]);
      return;
    }
    const gone = last.tray.filter(({ id }) => !tray.some((item) => item.id === id)).map(({ name }) => name);
    // What is sent leaves the tray too, but its words have left the composer before.
    const named = gone.filter((name) => isMentioned(name, text));
    if (named.length > 0) {
      setLost((earlier) => [...new Set([...earlier, ...named])]);
    }
  }, [conversationId, tray]);
  const [name, ...more] = lost.filter(
    (candidate) => isMentioned(candidate, text) && !tray.some((item) => item.name === candidate),
  );
  if (name === undefined) {
    return undefined;
  }
  return more.length === 0
    ? t('{0} is not attached any more, and the question still names it.', name)
    : t('{0} are not attached any more, and the question still names them.', listOf([name, ...more]));
}
