import { t } from '@vscode/l10n';
import type { DocumentAttachment } from '../../shared/attachment/attachment';
import type { PicturesPlan } from './plan-document';

/** Why a document is sent as it is, as sentences. */
export function documentReasons({ pictureCount }: DocumentAttachment, plan: PicturesPlan): readonly string[] {
  const text = t('Its text is sent as Markdown, with headings, lists and tables.');
  const isOne = pictureCount === 1;
  if (plan.send === 'first') {
    return [
      text,
      plan.count < pictureCount
        ? t('Only the first {0} of its {1} pictures are sent, each where it belongs.', plan.count, pictureCount)
        : isOne
          ? t('Its picture is sent where it belongs.')
          : t('Its {0} pictures are sent where they belong.', pictureCount),
    ];
  }
  switch (plan.because) {
    case 'thereAreNone':
      return [text];
    case 'thePersonChose':
      return [
        text,
        isOne
          ? t('Its picture is left out, as you chose.')
          : t('Its {0} pictures are left out, as you chose.', pictureCount),
      ];
    case 'theModelSeesNone':
      return [
        text,
        isOne
          ? t('Its picture is left out, for the model takes no pictures.')
          : t('Its {0} pictures are left out, for the model takes no pictures.', pictureCount),
      ];
  }
}
