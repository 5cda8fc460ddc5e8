import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface CheckingLineProps {
  readonly name: string;
  /** What is told of it; not whose search it is unless given, where it stands beside the name. */
  readonly text?: string;
  readonly onSkip: (event: MouseEvent) => void;
}

/** Milliseconds that most searches take: a line that comes and goes at once would only be in the way. */
const usual = 400;

/** A search for secrets that takes its time, and can be skipped. */
export function CheckingLine({ name, text, onSkip }: CheckingLineProps): JSX.Element | null {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), usual);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? (
    <p class="attachment-question secrets-checking">
      <span class="spinner" />
      <span>{text ?? t('Checking for secrets…')}</span>
      <button type="button" class="text-button" aria-label={t('Skip checking {0} for secrets', name)} onClick={onSkip}>
        {t('Skip')}
      </button>
    </p>
  ) : null;
}
