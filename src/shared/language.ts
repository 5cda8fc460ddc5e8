import { t } from '@vscode/l10n';

/**
 * Tag (BCP 47) of the language in which texts are shown, for `Intl` and `lang`. It comes with the texts: where VS Code
 * is shown in a language that Iris does not know, texts, numbers and dates are all English.
 */
export function language(): string {
  return t({
    message: 'en',
    comment: 'The tag of this language (BCP 47), by which numbers, dates and lists are written.',
  });
}
