import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ImageAttachment } from '../../src/shared/attachment/attachment';
import { emptyEdit } from '../../src/shared/attachment/picture-edit';
import { Sheet } from '../controls/sheet';
import { useServices } from '../services';
import { loadPictureEditor } from './load-picture-editor';

interface PictureEditorSheetProps {
  readonly attachment: ImageAttachment;
  /** The person asked for it; otherwise they are still to type their question. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

type Progress =
  | { readonly status: 'loading' }
  | { readonly status: 'shown' }
  | { readonly status: 'failed'; readonly reason: string };

/** The picture editor over the conversation. What was made in it is saved when it goes away, however that comes. */
export function PictureEditorSheet({ attachment, takesFocus, onClose }: PictureEditorSheetProps): JSX.Element {
  const { pictureEdits, announce } = useServices();
  const place = useRef<HTMLDivElement>(null);
  const [progress, setProgress] = useState<Progress>({ status: 'loading' });
  const { id, name, frames } = attachment;
  const latest = useRef({ attachment, onClose });
  latest.current = { attachment, onClose };
  // With the page, not after its next frame: what was made is on its way before anything else is shown or sent.
  useLayoutEffect(() => {
    let unmount: (() => void) | undefined;
    let isGone = false;
    const show = async (): Promise<void> => {
      const [{ mountPictureEditor }, base] = await Promise.all([loadPictureEditor(), pictureEdits.base(id)]);
      if (isGone || !place.current) {
        return;
      }
      const edit = pictureEdits.unsaved(id) ?? latest.current.attachment.edited?.edit ?? emptyEdit(base);
      unmount = mountPictureEditor(place.current, {
        image: base.image,
        name,
        edit,
        note: frames && frameNote(frames.times !== undefined, frames.count),
        takesFocus,
        announce,
        onChange: (changed) => pictureEdits.change(id, changed, latest.current.attachment.edited?.edit),
        onDone: () => latest.current.onClose(),
        onDiscard: () => {
          pictureEdits.discard(id);
          latest.current.onClose();
        },
      });
      setProgress({ status: 'shown' });
    };
    show().catch((error: unknown) => {
      setProgress({ status: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      isGone = true;
      unmount?.();
      void pictureEdits.save(id);
    };
  }, [id]);
  useEffect(() => {
    if (!takesFocus) {
      announce(t('{0} is open in the picture editor. Shift+Tab goes there.', name));
    }
  }, []);
  return (
    <Sheet
      label={t('Edit {0}', name)}
      title={t('Edit {0}', name)}
      closeLabel={t('Save and close the editor')}
      class="picture-editor-sheet"
      takesFocus={takesFocus}
      onClose={onClose}
    >
      {progress.status !== 'shown' && (
        <p class="picture-editor-note" role="status">
          {progress.status === 'loading' ? (
            <>
              <span class="spinner" /> {t('Loading the picture…')}
            </>
          ) : (
            t('This picture can’t be edited. {0}', progress.reason)
          )}
        </p>
      )}
      <div class="picture-editor-place" ref={place} />
    </Sheet>
  );
}

function frameNote(isAnimation: boolean, count: number): string {
  return isAnimation
    ? t('The first of {0} frames. Once it is edited, only this one is sent.', count)
    : t('The first of {0} pages. Once it is edited, only this one is sent.', count);
}
