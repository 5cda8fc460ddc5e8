import { t } from '@vscode/l10n';
import type { SentPart } from '../../../src/shared/attachment/attachment';
import type { IconName } from '../../icons/icon-paths';
import { formatMediaType } from '../../format/format-media-type';
import { formatSeconds } from '../../format/format-seconds';
import { formatBytes, formatPixels } from '../../format/format-size';
import { countOf } from '../describe-attachment';

export interface PartDescription {
  readonly icon: IconName;
  readonly title: string;
  /** `1568 × 980 · PNG · 145 KB` */
  readonly facts: string;
}

/**
 * One thing that is sent, in words.
 *
 * @param name of the attachment
 */
export function describePart(part: SentPart, name: string): PartDescription {
  switch (part.type) {
    case 'text':
      return { icon: 'file', title: t('Text'), facts: formatBytes(part.blob.byteLength) };
    case 'image':
      return {
        icon: 'picture',
        title: shortLabel(part.label, name) ?? t('Picture'),
        facts: join(
          formatPixels(part.blob),
          formatMediaType(part.blob.mediaType),
          formatBytes(part.blob.byteLength),
          part.detail && t('detail {0}', part.detail),
        ),
      };
    case 'audio':
      return {
        icon: 'sound',
        title: shortLabel(part.label, name) ?? t('Sound'),
        facts: join(
          formatSeconds(part.seconds),
          formatMediaType(part.blob.mediaType),
          formatBytes(part.blob.byteLength),
        ),
      };
    case 'video':
      return {
        icon: 'film',
        title: shortLabel(part.label, name) ?? t('Video'),
        facts: join(
          formatSeconds(part.seconds),
          formatPixels(part),
          formatMediaType(part.blob.mediaType),
          formatBytes(part.blob.byteLength),
        ),
      };
    case 'file':
      return {
        icon: 'pages',
        title: part.name,
        facts: join(
          countOf(part.pageCount, 'page'),
          formatMediaType(part.blob.mediaType),
          formatBytes(part.blob.byteLength),
        ),
      };
    case 'link':
      return { icon: 'link', title: part.url, facts: t('The server is to load it itself') };
  }
}

/** `Page 3` of `Page 3 of spec.pdf:`. Only the model needs the rest. */
function shortLabel(label: string | undefined, name: string): string | undefined {
  return label?.trim().replace(/:$/, '').replace(` of ${name}`, '');
}

function join(...facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined).join(' · ');
}
