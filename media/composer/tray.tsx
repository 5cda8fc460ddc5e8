import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import type { TrayWarning } from '../../src/shared/attachment/tray-warning';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { moveTo } from './reorder';
import { TrayCard } from './tray-card';
import { TraySummary } from './tray-summary';
import { TrayWarnings } from './tray-warnings';

/** Drags inside the tray carry this type, so that a drop from elsewhere is never taken for one. */
const dragType = 'application/x-iris-attachment';

/** Cards that are shown with all that is said on them; of more, all are small. */
const fewCards = 6;

interface TrayProps {
  readonly tray: readonly TrayItem[];
  /** What the model is called that they go to. */
  readonly model: string;
  readonly warnings: readonly TrayWarning[];
  /** Of the chat: another one is another question. */
  readonly messageCount: number;
}

/** All that was in the tray was taken out of it. */
interface Emptied {
  readonly count: number;
  readonly messageCount: number;
}

/** The attachments that go with the next question, in the order in which they are sent. */
export function Tray({ tray, model, warnings, messageCount }: TrayProps): JSX.Element | null {
  const { post, announce, focusComposer } = useServices();
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<string>();
  const [target, setTarget] = useState<string>();
  const [emptied, setEmptied] = useState<Emptied>();
  /** Shown also where a sheet leaves it little room. */
  const [unfolded, setUnfolded] = useState(false);
  const ids = tray.map((item) => item.id);
  const isMany = tray.length > fewCards;

  const move = (id: string, index: number): void => {
    const moved = moveTo(ids, id, index);
    if (moved !== ids) {
      post({ type: 'attachmentsReordered', ids: moved });
      announce(t('{0} moved to place {1} of {2}', nameOf(tray, id), index + 1, ids.length));
    }
  };
  const remove = (item: TrayItem): void => {
    const index = ids.indexOf(item.id);
    post({ type: 'attachmentRemoved', id: item.id });
    announce(t('{0} removed', item.name));
    // The focus would fall off the page with the item: its neighbour takes it, or else the composer.
    const cards = [...(list.current?.children ?? [])];
    const neighbour = (cards[index + 1] ?? cards[index - 1])?.querySelector<HTMLElement>('button');
    if (neighbour) {
      neighbour.focus();
    } else {
      focusComposer();
    }
  };

  const removeAll = (): void => {
    post({ type: 'trayEmptied' });
    setEmptied({ count: tray.length, messageCount });
    announce(t('{0} attachments were removed. Undo is before the question.', tray.length));
    focusComposer();
  };
  const putBack = (): void => {
    post({ type: 'trayRefilled' });
    setEmptied(undefined);
    announce(t('The attachments are back.'));
    focusComposer();
  };

  if (tray.length === 0) {
    return emptied?.messageCount === messageCount ? (
      <p class="tray-emptied">
        <span>{t('{0} attachments were removed.', emptied.count)}</span>
        <button type="button" class="text-button" onClick={putBack}>
          {t('Undo')}
        </button>
      </p>
    ) : null;
  }
  return (
    <div class="tray-area" data-unfolded={unfolded || undefined}>
      <button
        type="button"
        class="text-button tray-fold"
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        <Icon name={unfolded ? 'chevronDown' : 'chevronRight'} />
        {tray.length === 1 ? t('1 attachment') : t('{0} attachments', tray.length)}
      </button>
      <ul class={isMany ? 'tray tray-many' : 'tray'} aria-label={t('Attachments')} ref={list}>
        {tray.map((item, index) => (
          <li
            key={item.id}
            class={asksSomething(item) ? 'tray-item tray-item-wide' : 'tray-item'}
            data-dragged={dragged === item.id || undefined}
            data-drop={target === item.id && dragged !== item.id ? dropSide(ids, dragged, index) : undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer?.setData(dragType, item.id);
              setDragged(item.id);
            }}
            onDragEnd={() => {
              setDragged(undefined);
              setTarget(undefined);
            }}
            onDragOver={(event) => {
              if (dragged !== undefined) {
                event.preventDefault();
                setTarget(item.id);
              }
            }}
            onDrop={(event) => {
              if (dragged !== undefined) {
                event.preventDefault();
                move(dragged, index);
              }
            }}
            onKeyDown={(event) => {
              if (event.target instanceof HTMLInputElement) {
                return;
              }
              const step = arrowStep(event);
              if (step !== 0) {
                event.preventDefault();
                move(item.id, index + step);
              } else if ((event.key === 'Delete' || event.key === 'Backspace') && !event.altKey) {
                event.preventDefault();
                remove(item);
              }
            }}
          >
            <TrayCard
              item={item}
              model={model}
              isSmall={isMany && !asksSomething(item)}
              onRemove={() => remove(item)}
            />
          </li>
        ))}
      </ul>
      <TraySummary tray={tray} onRemoveAll={removeAll} />
      <TrayWarnings warnings={warnings} tray={tray} />
    </div>
  );
}

/** Its sentence and buttons need the room. */
function asksSomething(item: TrayItem): boolean {
  return item.status === 'ready'
    ? item.fileChanged === true || item.secrets?.status === 'found'
    : item.status !== 'preparing';
}

function arrowStep(event: KeyboardEvent): -1 | 0 | 1 {
  if (!event.altKey) {
    return 0;
  }
  return event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
}

function dropSide(ids: readonly string[], dragged: string | undefined, index: number): 'before' | 'after' {
  return dragged !== undefined && ids.indexOf(dragged) < index ? 'after' : 'before';
}

function nameOf(tray: readonly TrayItem[], id: string): string {
  return tray.find((item) => item.id === id)?.name ?? t('Attachment');
}
