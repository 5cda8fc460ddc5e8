import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { describeSecrets } from '../../../src/shared/attachment/describe-secrets';
import type { HeldBack, SecretCheck } from '../../../src/shared/attachment/secrets';
import { language } from '../../../src/shared/language';
import { useServices } from '../../services';
import { focusAttachment } from '../states/focus-attachment';
import { CheckingLine } from './checking-line';

interface SecretQuestionProps {
  readonly attachment: Pick<HeldBack, 'id' | 'name' | 'kind'>;
  readonly check: SecretCheck;
  /** Absent for what is not attached. */
  readonly onRemove?: () => void;
  /** Where a click on the sentence shows the places; absent where they are shown. */
  readonly onShow?: () => void;
}

/** Whether what may be secret is sent: how far the search is, or what it has found. */
export function SecretQuestion({ attachment, check, onRemove, onShow }: SecretQuestionProps): JSX.Element {
  const { post, focusComposer } = useServices();
  const { id, name, kind } = attachment;
  const decide = (event: MouseEvent, type: 'secretsAccepted' | 'secretsRedacted'): void => {
    if (!focusAttachment(event)) {
      focusComposer();
    }
    post({ type, id });
  };
  switch (check.status) {
    case 'checking':
      return <CheckingLine name={name} onSkip={(event) => decide(event, 'secretsAccepted')} />;
    case 'unchecked':
      return (
        <div class="attachment-question">
          <p class="quiet">{t('It could not be checked for secrets.')}</p>
          {kind === 'typed' && (
            <div class="buttons">
              <button
                type="button"
                class="button button-secondary"
                onClick={(event) => decide(event, 'secretsAccepted')}
              >
                {t('Send anyway')}
              </button>
            </div>
          )}
        </div>
      );
    case 'found':
      return (
        <div class="attachment-question" role="group" aria-label={t('What to do about secrets in {0}', name)}>
          <p>
            {t('It may hold secrets: {0}.', describeSecrets(check.findings, language()))}{' '}
            {check.canRedact && kind !== 'image' && kind !== 'text' && kind !== 'typed' && (
              <span class="quiet">{t('Redacted, its text alone is sent.')}</span>
            )}
            {!check.canRedact && kind !== 'earlierQuestion' && (
              <span class="quiet">{t("It consists of several pictures, which can't be redacted here.")}</span>
            )}
          </p>
          <div class="buttons">
            {check.canRedact && (
              <button
                type="button"
                class="button button-secondary"
                onClick={(event) => decide(event, 'secretsRedacted')}
              >
                {t('Redact all')}
              </button>
            )}
            <button type="button" class="button button-secondary" onClick={(event) => decide(event, 'secretsAccepted')}>
              {t('Send anyway')}
            </button>
            {onRemove && (
              <button type="button" class="button button-secondary" onClick={onRemove}>
                {t('Remove')}
              </button>
            )}
            {onShow && (
              <button type="button" class="text-button" onClick={onShow}>
                {t('Show where')}
              </button>
            )}
          </div>
        </div>
      );
  }
}
