import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Region } from '../../src/shared/region';
import { formatPixels } from '../format/format-size';

interface RegionBarProps {
  readonly region: Region | undefined;
  readonly onAsk: () => void;
  readonly onCancel: () => void;
}

/** Says how a region is chosen, and what becomes of it. */
export function RegionBar({ region, onAsk, onCancel }: RegionBarProps): JSX.Element {
  return (
    <div class="lightbox-tools" role="group" aria-label={t('Region')}>
      <span class="lightbox-fact quiet">{region ? formatPixels(region) : t('Draw a box around what you mean.')}</span>
      <button type="button" class="button" disabled={!region} onClick={onAsk}>
        {t('Ask about this region')}
      </button>
      <button type="button" class="button button-secondary" onClick={onCancel}>
        {t('Cancel')}
      </button>
    </div>
  );
}
