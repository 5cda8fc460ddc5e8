import { t } from '@vscode/l10n';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { Obstacle, Offer } from '../../../src/shared/attachment/tray-item';

/** `gpt-3.5-turbo takes no pictures.` */
export function obstacleText(model: string, { modality }: Obstacle): string {
  switch (modality) {
    case 'image':
      return t('{0} takes no pictures.', model);
    case 'audio':
      return t('{0} takes no sound.', model);
    case 'video':
      return t('{0} takes no videos.', model);
    case 'pdf':
      return t('{0} takes no PDF files.', model);
  }
}

/** What a button that takes the offer says. */
export function offerLabel(offer: Offer, { kind }: Attachment): string {
  switch (offer) {
    case 'otherModel':
      return t('Other model…');
    case 'text':
      return kind === 'audio' || kind === 'video' ? t('Send its transcript') : t('Send its text');
    case 'description':
      return t('Describe it…');
    case 'anyway':
      return t('Send anyway');
  }
}
