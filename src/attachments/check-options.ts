import { t } from '@vscode/l10n';
import type { Attachment } from '../shared/attachment/attachment';
import type { AttachmentOptions } from '../shared/attachment/options';
import { checkAudioOptions } from './audio/check-audio-options';
import { checkDocumentOptions } from './document/check-document-options';
import { checkImageOptions } from './image/check-image-options';
import { checkLinkOptions } from './link/check-link-options';
import { checkPdfOptions } from './pdf/check-pdf-options';
import { checkVideoOptions } from './video/check-video-options';

export type CheckedOptions =
  | { readonly status: 'valid'; readonly options: AttachmentOptions }
  /** As a sentence. */
  | { readonly status: 'refused'; readonly reason: string };

/** Whether options are those of the attachment's kind and within what it has. */
export function checkOptions(attachment: Attachment, options: AttachmentOptions): CheckedOptions {
  switch (attachment.kind) {
    case 'audio':
      return checkAudioOptions(attachment, options);
    case 'document':
      return checkDocumentOptions(options);
    case 'image':
      return checkImageOptions(attachment, options);
    case 'pdf':
      return checkPdfOptions(attachment, options);
    case 'video':
      return checkVideoOptions(attachment, options);
    case 'text':
      return { status: 'refused', reason: t('A text has no options.') };
    case 'link':
      return checkLinkOptions(options);
  }
}
