import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import { PreparingBar } from '../states/preparing-bar';

/** Takes the place of the cost while that is not known. */
export function PreparationLine({
  item,
}: {
  readonly item: Extract<TrayItem, { readonly status: 'preparing' }>;
}): JSX.Element {
  return (
    <p class="preparation">
      {`${item.doing ?? t('Preparing')}…`}
      <PreparingBar name={item.name} progress={item.progress} />
    </p>
  );
}
