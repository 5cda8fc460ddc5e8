import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { comparable } from '../compare/comparable';
import { CompareButton } from '../compare/compare-button';
import { useServices } from '../services';
import { traySum } from './tray-sum';

interface TraySummaryProps {
  readonly tray: readonly TrayItem[];
  readonly onRemoveAll: () => void;
}

/** As many are removed one by one. */
const fewItems = 2;

/** What all of the tray is together, by whose arithmetic that is counted, and what is done with all of it. */
export function TraySummary({ tray, onRemoveAll }: TraySummaryProps): JSX.Element | null {
  const { post } = useServices();
  const sum = traySum(tray);
  // All of it goes to one model, which counts all of it in one way.
  const estimate = tray.flatMap((item) => (item.status === 'ready' ? [item.estimate] : []))[0];
  const pictures = comparable(tray);
  if (!estimate && pictures.length < 2 && tray.length <= fewItems) {
    return null;
  }
  return (
    <p class="tray-sum">
      {sum?.map((half) => (
        <span key={half}>{`${half} `}</span>
      ))}
      {estimate && estimate.tokens > 0 && (
        <button
          type="button"
          class="text-button"
          title={t('Opens {0}', estimate.source)}
          onClick={() => post({ type: 'linkOpened', url: estimate.source })}
        >
          {t('Counted as {0}', estimate.rule)}
        </button>
      )}
      <CompareButton pictures={pictures} />
      {tray.length > fewItems && (
        <button type="button" class="text-button tray-action" onClick={onRemoveAll}>
          {t('Remove all')}
        </button>
      )}
    </p>
  );
}
