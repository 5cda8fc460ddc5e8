import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useServices } from '../../services';
import { focusAttachment } from './focus-attachment';

/** Asks which of two versions of a file is meant. */
export function ChangedFile({ id, name }: { readonly id: string; readonly name: string }): JSX.Element {
  const { post } = useServices();
  const choose = (event: MouseEvent, use: 'current' | 'attached'): void => {
    focusAttachment(event);
    post({ type: 'changedFileChosen', id, use });
  };
  return (
    <div class="attachment-question" role="group" aria-label={t('Which version of {0}', name)}>
      <p>{t('The file was changed.')}</p>
      <div class="buttons">
        <button type="button" class="button button-secondary" onClick={(event) => choose(event, 'current')}>
          {t('Use the new version')}
        </button>
        <button type="button" class="button button-secondary" onClick={(event) => choose(event, 'attached')}>
          {t('Send what I attached')}
        </button>
      </div>
    </div>
  );
}
