import { t } from '@vscode/l10n';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import { formatMediaType } from '../../format/format-media-type';
import { formatSeconds } from '../../format/format-seconds';
import { formatBytes, formatPixels } from '../../format/format-size';
import { countOf } from '../describe-attachment';

/** What was attached, before anything was made of it: `PNG · 2560 × 1600 · 793 KB`. */
export function describeOriginal(attachment: Attachment): string {
  if (attachment.kind === 'link') {
    return attachment.url;
  }
  return [...kindFacts(attachment), formatBytes(attachment.source.byteLength)].join(' · ');
}

function kindFacts(attachment: Exclude<Attachment, { readonly kind: 'link' }>): readonly string[] {
  switch (attachment.kind) {
    case 'image':
      return [
        formatMediaType(attachment.source.mediaType),
        formatPixels(attachment.source),
        ...(attachment.frames ? [countOf(attachment.frames.count, attachment.frames.times ? 'frame' : 'page')] : []),
      ];
    case 'pdf':
      return ['PDF', countOf(attachment.pageCount, 'page'), ...(attachment.isEncrypted ? [t('encrypted')] : [])];
    case 'audio':
      return [formatMediaType(attachment.source.mediaType), formatSeconds(attachment.seconds)];
    case 'video':
      return [
        formatMediaType(attachment.source.mediaType),
        formatSeconds(attachment.seconds),
        formatPixels(attachment),
        ...(attachment.hasSound ? [] : [t('no sound')]),
      ];
    case 'document':
      return [attachment.format, ...(attachment.pictureCount > 0 ? [countOf(attachment.pictureCount, 'picture')] : [])];
    case 'text':
      return [t('Text')];
  }
}
