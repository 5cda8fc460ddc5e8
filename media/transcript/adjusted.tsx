import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Adjustment } from '../../src/shared/adjustment';
import { describeAdjusted } from '../format/describe-adjustment';
import { useServices } from '../services';

/** How the request differed from what was asked for. */
export function Adjusted({ adjustments }: { readonly adjustments: readonly Adjustment[] }): JSX.Element {
  const { openSettings } = useServices();
  return (
    <p class="adjusted quiet">
      {describeAdjusted(adjustments)}{' '}
      <button type="button" class="text-button" onClick={openSettings}>
        {t('Request settings')}
      </button>
    </p>
  );
}
