import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useServices } from '../../services';

/** Asks which of two versions of a file is meant. */
export function ChangedFile({ id, name }: { readonly id: string; readonly name: string }): JSX.Element {
  const { post } = useServices();
  return (
    <div class="attachment-question" role="group" aria-label={t('Which version of {0}', name)}>
      <p>{t('The file was changed.')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button button-secondary"
          onClick={() => post({ type: 'changedFileChosen', id, use: 'current' })}
        >
          {t('Use the new version')}
        </button>
        <button
          type="button"
          class="button button-secondary"
          onClick={() => post({ type: 'changedFileChosen', id, use: 'attached' })}
        >
          {t('Send what I attached')}
        </button>
      </div>
    </div>
  );
}
