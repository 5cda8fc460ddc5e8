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

/** One thing that is sent, in words. */
export function describePart(part: SentPart): PartDescription {
  switch (part.type) {
    case 'text':
      return { icon: 'file', title: 'Text', facts: formatBytes(part.blob.byteLength) };
    case 'image':
      return {
        icon: 'picture',
        title: labelText(part.label) ?? 'Picture',
        facts: join(
          formatPixels(part.blob),
          formatMediaType(part.blob.mediaType),
          formatBytes(part.blob.byteLength),
          part.detail && `detail ${part.detail}`,
        ),
      };
    case 'audio':
      return {
        icon: 'sound',
        title: labelText(part.label) ?? 'Sound',
        facts: join(
          formatSeconds(part.seconds),
          formatMediaType(part.blob.mediaType),
          formatBytes(part.blob.byteLength),
        ),
      };
    case 'video':
      return {
        icon: 'film',
        title: labelText(part.label) ?? 'Video',
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
      return { icon: 'link', title: part.url, facts: 'The server is to load it itself' };
  }
}

/** `Page 3 of spec.pdf:` without what only the model needs. */
function labelText(label: string | undefined): string | undefined {
  return label?.trim().replace(/:$/, '');
}

function join(...facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined).join(' · ');
}
