import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useServices } from '../services';
import type { ComparablePicture } from './comparable';

/** Leads to the comparison, where there are pictures to compare. */
export function CompareButton({ pictures }: { readonly pictures: readonly ComparablePicture[] }): JSX.Element | null {
  const { comparePictures } = useServices();
  const [first, second] = pictures;
  return first && second ? (
    <button
      type="button"
      class="text-button tray-action"
      onClick={() => comparePictures({ first: first.id, second: second.id })}
    >
      {t('Compare pictures')}
    </button>
  ) : null;
}
