import type { AttachmentKind } from '../../src/shared/attachment/attachment';
import type { IconName } from '../icons/icon-paths';

/** Stands for an attachment where there is no picture of it. */
export const kindIcons: Readonly<Record<AttachmentKind, IconName>> = {
  image: 'picture',
  pdf: 'pages',
  audio: 'sound',
  video: 'film',
  document: 'document',
  text: 'file',
  link: 'link',
};
