import { t } from '@vscode/l10n';
import type { Attachment, Place, SentPart } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import { formatMediaTime } from '../../shared/media-time';
import { plainFileNameOf } from './file-name';

/** Something of an attachment that others are shown. */
export interface ShownPart {
  readonly blob: BlobReference;
  /** As in "spec.pdf, page 3": what it is to be called. */
  readonly caption: string;
  /** Where in the source it is. */
  readonly place?: Place;
}

/** A file that goes beside an exported chat. */
export interface MediaFile {
  readonly name: string;
  readonly blob: BlobReference;
}

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/svg+xml': 'svg',
  'image/tiff': 'tiff',
  'image/bmp': 'bmp',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

/**
 * What of an attachment is shown to others: what was sent of it, which holds no metadata, no place and nothing that was cut
 * off; its small picture where only words were sent.
 */
export function shownParts(attachment: Attachment): readonly ShownPart[] {
  const sent = attachment.parts.flatMap((part) => shownPart(part, attachment) ?? []);
  const hasPicture = sent.some(({ blob }) => blob.mediaType.startsWith('image/'));
  return attachment.thumbnail && !hasPicture
    ? [{ blob: attachment.thumbnail, caption: attachment.name }, ...sent]
    : sent;
}

/** `3-spec-p12.png`, `4-bug-0m02.7s.png`: `number` keeps files of equal names apart. */
export function mediaFile(number: number, name: string, { blob, place }: ShownPart): MediaFile {
  const extension = extensions[blob.mediaType] ?? 'bin';
  const stem = plainFileNameOf(name.replace(/\.[^./\\]{1,8}$/, ''), 'file');
  return { name: `${number}-${stem}${placeInName(place)}.${extension}`, blob };
}

function shownPart(part: SentPart, { kind, name }: Attachment): ShownPart | undefined {
  if (part.type === 'link' || (part.type === 'text' && part.isNote)) {
    return undefined;
  }
  const { blob } = part;
  const place = part.type === 'image' ? part.place : undefined;
  return { blob, caption: place ? placeCaption(name, place) : caption(part, kind, name), ...(place && { place }) };
}

function caption({ type }: SentPart, kind: Attachment['kind'], name: string): string {
  return type === 'text' && kind !== 'text' ? t('{0}, text', name) : name;
}

function placeCaption(name: string, place: Place): string {
  return 'page' in place
    ? t('{0}, page {1}', name, place.page)
    : t('{0}, frame at {1}', name, formatMediaTime(place.seconds));
}

/** The same in every language, and without the colon of times, which file systems refuse. */
function placeInName(place: Place | undefined): string {
  if (!place) {
    return '';
  }
  if ('page' in place) {
    return `-p${place.page}`;
  }
  const clock = formatMediaTime(place.seconds).split(':');
  return `-${clock.map((part, index) => `${part}${'hms'.at(index - clock.length)}`).join('')}`;
}
