import { t } from '@vscode/l10n';
import type { JSX } from 'preact';

interface PreparingBarProps {
  readonly name: string;
  /** Between 0 and 1; absent while nobody knows. */
  readonly progress: number | undefined;
}

/** How far the preparation of an attachment is. */
export function PreparingBar({ name, progress }: PreparingBarProps): JSX.Element {
  const percent = progress === undefined ? undefined : Math.round(progress * 100);
  return (
    <span
      class={percent === undefined ? 'progress progress-unknown' : 'progress'}
      role="progressbar"
      aria-label={t('Preparing {0}', name)}
      {...(percent !== undefined && { 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
    >
      <span class="progress-done" style={{ width: percent === undefined ? '100%' : `${percent}%` }} />
    </span>
  );
}
