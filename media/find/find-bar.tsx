import { t } from '@vscode/l10n';
import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../src/shared/conversation';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';
import { ChatSearch, nothingFound } from './chat-search';

/** Milliseconds after which what has changed in the chat meanwhile is searched again. */
const settleTime = 200;

interface FindBarProps {
  readonly messages: readonly Message[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Renders a message that is an empty box so far. */
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** Finds words in the chat, also in messages that are not rendered yet. */
export function FindBar({ messages, scroller, input, onShow, onClose }: FindBarProps): JSX.Element {
  const { announce } = useServices();
  const [query, setQuery] = useState(() => selectedIn(scroller.current));
  const [state, setState] = useState(nothingFound);
  const search = useRef<ChatSearch>(null);
  const latest = useRef({ messages, onShow });
  latest.current = { messages, onShow };

  useLayoutEffect(() => {
    if (!scroller.current) {
      return;
    }
    const created = new ChatSearch({
      scroller: scroller.current,
      show: (id) => latest.current.onShow(id),
      onChange: setState,
    });
    search.current = created;
    return () => created.dispose();
  }, []);
  useLayoutEffect(() => search.current?.search(latest.current.messages, query), [query]);
  useEffect(() => {
    if (!scroller.current || query.trim() === '') {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        search.current?.search(latest.current.messages, query);
      }, settleTime);
    });
    observer.observe(scroller.current, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [query]);

  const count = countText(query, state);
  useEffect(() => {
    if (query.trim() !== '' && !state.searching) {
      announce(count);
    }
  }, [count, state.searching]);

  const move = (by: 1 | -1): void => void search.current?.move(by);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isEnter = event.key === 'Enter' && event.target === input.current;
    if (event.isComposing) {
      return;
    }
    if (isEnter || event.key === 'F3') {
      event.preventDefault();
      move(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  return (
    <div class="find-bar" role="search" aria-label={t('Find in chat')} onKeyDown={onKeyDown}>
      <input
        ref={input}
        type="text"
        class="find-query"
        aria-label={t('Find in chat')}
        placeholder={t('Find')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <span class={`find-count${query.trim() !== '' && state.total === 0 && !state.searching ? ' find-none' : ''}`}>
        {count}
      </span>
      <IconButton icon="arrowUp" label={t('Previous match')} onClick={() => move(-1)} />
      <IconButton icon="arrowDown" label={t('Next match')} onClick={() => move(1)} />
      <IconButton icon="close" label={t('Close find')} onClick={onClose} />
    </div>
  );
}

/** What is selected in the chat is what is looked for at first, as in an editor, unless it is more than a line. */
function selectedIn(scroller: HTMLElement | null): string {
  const selection = document.getSelection();
  const text = selection?.toString().trim() ?? '';
  return scroller?.contains(selection?.anchorNode ?? null) === true && !text.includes('\n') ? text : '';
}

function countText(query: string, { total, current, searching }: typeof nothingFound): string {
  if (query.trim() === '') {
    return '';
  }
  if (total === 0) {
    return searching ? t('Searching…') : t('No results');
  }
  return current === undefined ? t('{0} found', total) : t('{0} of {1}', current + 1, total);
}
