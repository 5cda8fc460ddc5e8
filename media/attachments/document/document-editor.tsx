import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { DocumentAttachment } from '../../../src/shared/attachment/attachment';
import type { DocumentOptions } from '../../../src/shared/attachment/options';
import { Choice } from '../../controls/choice';

export interface DocumentEditorProps {
  readonly attachment: DocumentAttachment;
  readonly onOptions: (options: DocumentOptions) => void;
}

const choices = ['both', 'text'] as const;

/** Whether the pictures of a document are sent beside its text. */
export function DocumentEditor({ attachment, onOptions }: DocumentEditorProps): JSX.Element {
  const { pictureCount, options } = attachment;
  if (pictureCount === 0) {
    return <p class="quiet">{t('There are no pictures in it: its text is all that can be sent.')}</p>;
  }
  return (
    <Choice
      label={t('What is sent of it')}
      options={choices}
      names={{
        both: pictureCount === 1 ? t('Text and picture') : t('Text and {0} pictures', pictureCount),
        text: t('Text only'),
      }}
      chosen={options.pictures === false ? 'text' : 'both'}
      onChoose={(chosen) => onOptions(chosen === 'text' ? { pictures: false } : {})}
    />
  );
}
