import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AudioAttachment } from '../../../src/shared/attachment/attachment';

interface TranscriptFieldProps {
  readonly attachment: AudioAttachment;
  /** @param transcript undefined for what was recognized */
  readonly onChange: (transcript: string | undefined) => void;
}

/** What is said, as it is sent. */
export function TranscriptField({ attachment, onChange }: TranscriptFieldProps): JSX.Element {
  const { transcript, options } = attachment;
  const text = options.transcript ?? transcript;
  if (text === undefined) {
    return (
      <p class="quiet">{t('It is made by a model of your choice: you are asked for one where none is chosen yet.')}</p>
    );
  }
  return (
    <div class="audio-transcript">
      <label>
        {t('Transcript')}
        <textarea dir="auto" value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      </label>
      {options.transcript !== undefined && (
        <div class="buttons">
          <button type="button" class="button button-secondary" onClick={() => onChange(undefined)}>
            {t('Discard my changes')}
          </button>
        </div>
      )}
    </div>
  );
}
