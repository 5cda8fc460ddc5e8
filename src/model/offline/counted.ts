import { t } from '@vscode/l10n';

/** "1 line", "2 lines". */
export function counted(count: number, noun: 'line' | 'word' | 'character'): string {
  switch (noun) {
    case 'line':
      return count === 1 ? t('1 line') : t('{0} lines', count);
    case 'word':
      return count === 1 ? t('1 word') : t('{0} words', count);
    case 'character':
      return count === 1 ? t('1 character') : t('{0} characters', count);
  }
}
