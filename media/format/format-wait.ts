import { t } from '@vscode/l10n';

/** Whole time left, rounded up so that it never shows 0 while waiting: `7 s`, `1 min 5 s`, never broken into two lines. */
export function formatWait(milliseconds: number): string {
  return wordsOf(milliseconds).replaceAll(' ', '\u00a0');
}

function wordsOf(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) {
    return t('{0} s', seconds);
  }
  return seconds % 60 ? t('{0} min {1} s', minutes, seconds % 60) : t('{0} min', minutes);
}
