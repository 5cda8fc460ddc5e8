import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { Obstacle, Offer } from '../../../src/shared/attachment/tray-item';

const taken: Readonly<Record<Obstacle['modality'], string>> = {
  image: 'pictures',
  audio: 'sound',
  video: 'videos',
  pdf: 'PDF files',
};

/** `gpt-3.5-turbo takes no pictures.` */
export function obstacleText(model: string, { modality }: Obstacle): string {
  return `${model} takes no ${taken[modality]}.`;
}

/** What a button that takes the offer says. */
export function offerLabel(offer: Offer, { kind }: Attachment): string {
  switch (offer) {
    case 'otherModel':
      return 'Other model…';
    case 'text':
      return kind === 'audio' || kind === 'video' ? 'Send its transcript' : 'Send its text';
    case 'description':
      return 'Describe it…';
    case 'anyway':
      return 'Send anyway';
  }
}
