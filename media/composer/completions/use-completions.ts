import { t } from '@vscode/l10n';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Completion } from '../../../src/shared/completion';
import { useServices } from '../../services';
import type { FoundCompletions } from '../../state';
import { insertText, removeText } from '../insert-text';
import { findTyped, isSamePlace, type TypedQuery } from './find-typed';
import { shownItems } from './shown-items';

/** The list of the composer, if it is open. */
export interface OpenCompletions {
  readonly typed: TypedQuery;
  readonly items: readonly Completion[];
  readonly isSearching: boolean;
  /** Of the item that Enter takes. */
  readonly active: number;
}

export interface CompletionControl {
  readonly open: OpenCompletions | undefined;
  /** The text or the place of the caret may be another. */
  readonly look: () => void;
  /** Whether the list takes this key. */
  readonly takesKey: (event: KeyboardEvent) => boolean;
  readonly choose: (item: Completion) => void;
  readonly point: (index: number) => void;
  /** Until another sign is typed. */
  readonly close: () => void;
  /** Takes the words of what was chosen last out of the text again, if it was this and they are still there. */
  readonly takeBack: (id: string) => void;
  /** There is nothing typed any more. */
  readonly reset: () => void;
}

/** Opens a list while something is typed after `@`, `#` or `/`, and walks in it without taking the focus from the text. */
export function useCompletions(
  textbox: RefObject<HTMLTextAreaElement | null>,
  found: FoundCompletions | undefined,
): CompletionControl {
  const { post, announce } = useServices();
  const [typed, setTyped] = useState<TypedQuery>();
  // Several events may come before the next render.
  const latest = useRef<TypedQuery>(undefined);
  const [dismissed, setDismissed] = useState<TypedQuery>();
  const [active, setActive] = useState(0);
  /** What was found for the list that was open before. */
  const outdated = useRef<FoundCompletions>(undefined);
  const inserted = useRef<{ readonly id: string; readonly start: number; readonly text: string }>(undefined);
  const shown = typed && shownItems(typed, found === outdated.current ? undefined : found);
  const isEmpty = shown?.items.length === 0 && !(typed?.trigger === '@' && typed.query !== '');
  const open =
    typed && shown && !isEmpty ? { typed, ...shown, active: Math.min(active, shown.items.length - 1) } : undefined;

  const count = open && !open.isSearching ? open.items.length : undefined;
  useEffect(() => {
    if (count !== undefined) {
      announce(describeCount(count));
    }
  }, [count, announce]);

  const show = (next: TypedQuery | undefined): void => {
    const before = latest.current;
    const isOther = !isSamePlace(next, before) || next?.query !== before?.query;
    latest.current = next;
    setTyped(next);
    if (next && isOther) {
      setActive(0);
      post({ type: 'completionsRequested', trigger: next.trigger, query: next.query });
    } else if (before && !next) {
      outdated.current = found;
      post({ type: 'completionsEnded' });
    }
  };
  const look = (): void => {
    const box = textbox.current;
    const next = box && box.selectionStart === box.selectionEnd ? findTyped(box.value, box.selectionStart) : undefined;
    if (next && isSamePlace(next, dismissed)) {
      return;
    }
    setDismissed(undefined);
    show(next);
  };
  const close = (): void => {
    setDismissed(typed);
    show(undefined);
  };
  const takeBack = (id: string): void => {
    const box = textbox.current;
    if (box && inserted.current?.id === id) {
      const { start, text } = inserted.current;
      inserted.current = undefined;
      if (box.value.startsWith(text, start)) {
        removeText(box, start, start + text.length);
      }
    }
  };
  const reset = (): void => {
    inserted.current = undefined;
    setDismissed(undefined);
    show(undefined);
  };
  const choose = (item: Completion): void => {
    if (typed && textbox.current) {
      post({ type: 'completionChosen', id: item.id });
      show(undefined);
      const goesOn = /^\s/.test(textbox.current.value.slice(typed.end));
      const isRecipe = typed.trigger === '/';
      const text = `${item.insert}${goesOn || isRecipe ? '' : ' '}`;
      insertText(textbox.current, text, typed);
      inserted.current = { id: item.id, start: typed.start, text };
      announce(isRecipe ? t('The recipe is in the question.') : t('{0} is in the question.', item.label));
    }
  };
  const takesKey = (event: KeyboardEvent): boolean => {
    if (!open) {
      return false;
    }
    if (event.key === 'Escape') {
      close();
      return true;
    }
    const item = open.items[open.active];
    if (!item) {
      return false;
    }
    const step = steps[event.key];
    if (step !== undefined) {
      setActive((open.active + step + open.items.length) % open.items.length);
      return true;
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      choose(item);
      return true;
    }
    return false;
  };
  return { open, look, takesKey, choose, point: setActive, close, takeBack, reset };
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function describeCount(count: number): string {
  switch (count) {
    case 0:
      return t('Nothing found.');
    case 1:
      return t('1 suggestion. Enter takes it.');
    default:
      return t('{0} suggestions. The arrow keys choose, Enter takes one.', count);
  }
}
