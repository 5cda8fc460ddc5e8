import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { useServices } from '../services';
import { comparable } from './comparable';

/** Leads to the comparison, where there are pictures to compare. */
export function CompareButton({ tray }: { readonly tray: readonly TrayItem[] }): JSX.Element | null {
  const { comparePictures } = useServices();
  const [first, second] = comparable(tray);
  return first && second ? (
    <p class="tray-compare">
      <button type="button" class="text-button" onClick={() => comparePictures({ first: first.id, second: second.id })}>
        {t('Compare pictures')}
      </button>
    </p>
  ) : null;
}
