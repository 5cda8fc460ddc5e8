import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { editedSize, isEmptyEdit, type Mark, type PictureEdit } from '../../src/shared/attachment/picture-edit';
import { MAX_MARK_TEXT_LENGTH } from '../../src/shared/limits';
import { ConfirmBar } from '../controls/confirm-bar';
import { uncropped } from './dragging';
import { layOutText } from './drawing/text-block';
import { EditorHint } from './editor-hint';
import { reduceEditor, savedEdit, startEditing, type EditorAction } from './editor-state';
import { entered, meaningOf, stepOf } from './keyboard';
import { boxOf } from './marks/mark-box';
import { textHint, toolHint } from './names';
import { placeAfter } from './spoken-place';
import { Surface } from './surface';
import { Toolbar } from './toolbar';
import { useRested } from './use-rested';
import { useZoom } from './zoom';

export interface EditorProps {
  /** All pixels of the picture, upright. */
  readonly image: CanvasImageSource;
  readonly name: string;
  readonly edit: PictureEdit;
  /** What the person should know about the picture before they change it. */
  readonly note: string | undefined;
  readonly takesFocus: boolean;
  readonly announce: (text: string) => void;
  /** After each change that can be undone. */
  readonly onChange: (edit: PictureEdit) => void;
  readonly onDone: () => void;
  readonly onDiscard: () => void;
}

/** Crops, turns and marks one picture. */
export function Editor(props: EditorProps): JSX.Element {
  const { image, name, note, takesFocus, announce, onChange, onDone, onDiscard } = props;
  const [state, act] = useReducer(reduceEditor, props.edit, startEditing);
  const [asksToDiscard, setAsksToDiscard] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const { edit, tool, selected } = state;
  const zoom = useZoom(editedSize(tool === 'crop' ? uncropped(edit) : edit), stage);
  const mark = selected === undefined ? undefined : edit.marks[selected];
  const saved = savedEdit(state);
  const first = useRef(saved);
  const tellPlace = useRested(announce);
  // At once: another chat may be shown before the next frame, and what is told after that would not go with this one.
  useLayoutEffect(() => {
    if (saved !== first.current) {
      first.current = saved;
      onChange(saved);
    }
  }, [saved]);
  useEffect(() => {
    if (takesFocus) {
      picture.current?.focus();
    }
  }, []);
  // What was just drawn has the focus: it can be moved, resized, typed into and deleted at once, by the very next key.
  const count = useRef(edit.marks.length);
  useLayoutEffect(() => {
    if (edit.marks.length > count.current && selected !== undefined) {
      (mark?.type === 'text' ? text.current : targetOf(selected))?.focus();
    } else if (edit.marks.length < count.current && document.activeElement === document.body) {
      // The mark that had the focus was taken back: the next key is meant for the picture as well.
      picture.current?.focus();
    }
    count.current = edit.marks.length;
  }, [edit.marks.length, selected]);

  // What was taken back meanwhile is not asked about any more.
  const isAsking = asksToDiscard && state.past.length > 0;

  const targetOf = (index: number): HTMLElement | undefined =>
    picture.current?.querySelectorAll<HTMLElement>('.mark-target')[index];
  /** What was typed is on the picture: from there it is moved, deleted, or typed into again. An empty text is no mark. */
  const settleText = (): void => {
    if (mark?.type === 'text' && mark.text.trim() !== '' && selected !== undefined) {
      targetOf(selected)?.focus();
    } else {
      act({ type: 'markSelected' });
      picture.current?.focus();
    }
  };
  const remove = (index: number): void => {
    act({ type: 'markDeleted', index });
    announce(t('Mark deleted'));
    picture.current?.focus();
  };
  const perform = (action: EditorAction): void => {
    act(action);
    tellPlace(placeAfter(state, action));
    if (action.type === 'undone' || action.type === 'redone') {
      announce(action.type === 'undone' ? t('Undone') : t('Redone'));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.defaultPrevented || event.isComposing || event.altKey) {
      return;
    }
    const key = { key: event.key, shiftKey: event.shiftKey, ctrlKey: event.ctrlKey || event.metaKey };
    const step = stepOf(key);
    if (step) {
      event.preventDefault();
      // VS Code, and the browser in a text field, would take back what was typed last anywhere on the page: the question.
      event.stopPropagation();
      perform({ type: step });
      picture.current?.focus();
      return;
    }
    const isTyping = target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
    if (isTyping || (target instanceof HTMLInputElement && event.key.startsWith('Arrow'))) {
      if (event.key === 'Escape') {
        event.preventDefault();
        picture.current?.focus();
      } else if (event.key === 'Enter' && !event.shiftKey && target === text.current) {
        event.preventDefault();
        settleText();
      }
      return;
    }
    if (isAsking) {
      return;
    }
    const isOnPicture = target instanceof Node && (picture.current?.contains(target) ?? false);
    if ((event.key === 'Enter' || event.key === ' ') && isOnPicture) {
      event.preventDefault();
      const action = target === picture.current ? entered(state) : undefined;
      if (action) {
        perform(action);
      } else if (mark?.type === 'text') {
        text.current?.focus();
      }
      return;
    }
    const meaning = meaningOf(key, state, isOnPicture);
    if (!meaning) {
      return;
    }
    event.preventDefault();
    if (meaning.type === 'act') {
      perform(meaning.action);
    } else if (meaning.type === 'delete') {
      remove(meaning.index);
    } else {
      ({ in: () => zoom.by(1), out: () => zoom.by(-1), fit: zoom.fit, actual: zoom.actual })[meaning.how]();
    }
  };
  const onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoom.by(event.deltaY < 0 ? 1 : -1);
    }
  };

  return (
    <div class="picture-editor" onKeyDown={onKeyDown}>
      <Toolbar
        state={state}
        zoom={zoom}
        act={perform}
        onDelete={() => {
          if (selected !== undefined) {
            remove(selected);
          }
        }}
      />
      {note !== undefined && <p class="editor-note">{note}</p>}
      <div class="editor-middle">
        <div class="editor-stage" ref={stage} onWheel={onWheel}>
          <Surface image={image} name={name} state={state} scale={zoom.scale} picture={picture} act={act} />
        </div>
        {mark?.type === 'text' && selected !== undefined && (
          <textarea
            ref={text}
            class={isInLowerHalf(mark, edit) ? 'editor-text editor-text-above' : 'editor-text'}
            aria-label={t('Text on the picture')}
            placeholder={t('Text on the picture')}
            rows={2}
            dir="auto"
            maxLength={MAX_MARK_TEXT_LENGTH}
            value={mark.text}
            onInput={({ currentTarget }) =>
              act({ type: 'markChangedOn', index: selected, mark: { ...mark, text: currentTarget.value } })
            }
          />
        )}
      </div>
      {isAsking ? (
        <ConfirmBar
          question={t('Discard what you changed in the picture?')}
          confirmLabel={t('Discard changes')}
          onConfirm={onDiscard}
          onCancel={() => {
            setAsksToDiscard(false);
            picture.current?.focus();
          }}
        />
      ) : (
        <div class="editor-footer">
          <EditorHint hint={mark?.type === 'text' ? textHint() : toolHint(tool)} />
          <div class="buttons">
            <button type="button" class="button" onClick={onDone}>
              {t('Done')}
            </button>
            <button
              type="button"
              class="button button-secondary"
              data-kept-place={isEmptyEdit(edit) || undefined}
              onClick={() => {
                act({ type: 'cleared' });
                picture.current?.focus();
              }}
            >
              {t('Restore original')}
            </button>
            <button
              type="button"
              class="button button-secondary"
              data-kept-place={(state.past.length === 0 && state.future.length === 0) || undefined}
              // What was taken back step by step is not lost with the steps.
              onClick={() => (state.past.length > 0 ? setAsksToDiscard(true) : onDiscard())}
            >
              {t('Discard changes')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Whether the field for a text would cover it at the bottom. */
function isInLowerHalf(mark: Mark, edit: PictureEdit): boolean {
  const { top, height } = boxOf(mark, edit, layOutText);
  return top + height / 2 > editedSize(edit).height / 2;
}
