import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { Icon } from '../icons/icon';

/** The model's own words for why it does not answer. */
export function Refusal({ text }: { readonly text: string }): JSX.Element {
  return (
    <section class="refusal" aria-label={t('The model declined')}>
      <p class="refusal-title">
        <Icon name="declined" />
        {t('The model declined')}
      </p>
      <p class="refusal-text" dir="auto">
        {text}
      </p>
    </section>
  );
}
