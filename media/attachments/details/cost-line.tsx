import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PartsEstimate } from '../../../src/shared/attachment/tray-item';
import { formatEstimate } from '../../format/format-estimate';
import { formatBytes } from '../../format/format-size';
import { withElement } from '../../format/with-element';
import { useServices } from '../../services';

/** What the parts will cost, and by whose arithmetic; only how large they are where nothing is counted. */
export function CostLine({ estimate }: { readonly estimate: PartsEstimate }): JSX.Element {
  const { post } = useServices();
  const amount = formatEstimate(estimate);
  const size = formatBytes(estimate.bytes);
  if (amount === undefined) {
    return <p>{size}</p>;
  }
  return (
    <p>
      {`${amount} · ${size}`}
      <span class="quiet">
        {withElement(
          t(', counted as {0}'),
          <button
            type="button"
            class="text-button"
            title={t('Opens {0}', estimate.source)}
            onClick={() => post({ type: 'linkOpened', url: estimate.source })}
          >
            {estimate.rule}
          </button>,
        )}
      </span>
    </p>
  );
}
