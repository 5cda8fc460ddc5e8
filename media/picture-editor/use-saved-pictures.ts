import { t } from '@vscode/l10n';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { useServices } from '../services';
import { areGone, areInTray, type SavedEdit } from './picture-edits';

type Progress = 'idle' | 'saving' | { readonly saved: readonly SavedEdit[] };

interface SavedPictures {
  /** The chat that is shown: what waits in another one is not sent here. */
  readonly conversationId: string | undefined;
  readonly tray: readonly TrayItem[];
  /** Looks again at what may stand in its way. */
  readonly send: () => void;
}

/** Sends a question only after what is being edited is saved: nothing that was to be covered leaves uncovered by accident. */
export function useSavedPictures({ conversationId, tray, send }: SavedPictures) {
  const { pictureEdits } = useServices();
  const [progress, setProgress] = useState<Progress>('idle');
  const shown = useRef(conversationId);
  useEffect(() => {
    if (shown.current !== conversationId) {
      shown.current = conversationId;
      setProgress('idle');
    } else if (typeof progress === 'object' && areGone(progress.saved, tray)) {
      setProgress('idle');
    } else if (typeof progress === 'object' && areInTray(progress.saved, tray)) {
      setProgress('idle');
      // Afterwards: it renders the page, which must not happen while Preact runs an effect.
      queueMicrotask(send);
    }
  }, [progress, tray, conversationId]);
  return {
    /** What is waited for, as a sentence. */
    hint: progress === 'idle' ? undefined : t('Saving what you changed in the picture, then sending…'),
    /** Whether the question has to wait; it is sent as soon as it can be. */
    saveFirst(): boolean {
      if (typeof progress === 'object') {
        return !areInTray(progress.saved, tray);
      }
      if (progress === 'idle' && pictureEdits.hasUnsaved) {
        setProgress('saving');
        void pictureEdits.saveAll().then((saved) => {
          if (shown.current === conversationId) {
            setProgress(pictureEdits.hasUnsaved ? 'idle' : { saved });
          }
        });
      }
      return progress !== 'idle' || pictureEdits.hasUnsaved;
    },
  };
}
