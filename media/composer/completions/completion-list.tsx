import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CompletionTrigger } from '../../../src/shared/completion';
import { Icon } from '../../icons/icon';
import type { CompletionControl, OpenCompletions } from './use-completions';

export const completionListId = 'completion-list';

/** The identifier of the option at an index, for the text box to name it. */
export function optionId(index: number): string {
  return `completion-option-${index}`;
}

interface CompletionListProps extends Pick<CompletionControl, 'choose' | 'point'> {
  readonly open: OpenCompletions;
}

/** What may be meant by what is being typed; the focus stays in the text. */
export function CompletionList({ open, choose, point }: CompletionListProps): JSX.Element {
  const { typed, items, isSearching, active } = open;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [active, items],
  );
  return (
    <div
      class="completions"
      // A click must not take the focus out of the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      <div class="completion-list" role="listbox" id={completionListId} aria-label={listName(typed.trigger)} ref={list}>
        {items.map((item, index) => (
          <div
            key={item.id}
            id={optionId(index)}
            class="completion"
            role="option"
            aria-selected={index === active}
            onMouseMove={() => index !== active && point(index)}
            onClick={() => choose(item)}
          >
            <Icon name={item.icon} />
            <span class="completion-label" dir="auto">
              {item.label}
            </span>
            {item.detail !== undefined && (
              <span class="completion-detail" dir="auto" title={item.detail}>
                {item.detail}
              </span>
            )}
          </div>
        ))}
      </div>
      {items.length === 0 && (
        <p class={isSearching ? 'completion-empty completion-searching' : 'completion-empty'}>
          {isSearching ? t('Searching the workspace…') : t('No file or symbol has this name.')}
        </p>
      )}
    </div>
  );
}

function listName(trigger: CompletionTrigger): string {
  switch (trigger) {
    case '@':
      return t('Files and symbols');
    case '#':
      return t('What can be attached');
    case '/':
      return t('Recipes');
  }
}
