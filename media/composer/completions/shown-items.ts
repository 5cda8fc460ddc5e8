import type { Completion } from '../../../src/shared/completion';
import type { FoundCompletions } from '../../state';
import type { TypedQuery } from './find-typed';

export interface ShownItems {
  readonly items: readonly Completion[];
  /** More may come. */
  readonly isSearching: boolean;
}

/** What the list shows: the host's answer, or while that is on its way those of its last one that still fit. */
export function shownItems(typed: TypedQuery, found: FoundCompletions | undefined): ShownItems {
  if (found?.trigger !== typed.trigger) {
    return { items: [], isSearching: true };
  }
  if (found.query === typed.query) {
    return { items: found.items, isSearching: !found.isComplete };
  }
  const words = typed.query.toLowerCase();
  return {
    items: found.items.filter(({ label, detail = '' }) => `${detail}/${label}`.toLowerCase().includes(words)),
    isSearching: true,
  };
}
