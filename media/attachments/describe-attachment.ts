import { t } from '@vscode/l10n';
import type { Attachment, PdfAttachment, SentPart } from '../../src/shared/attachment/attachment';
import { parsePageRange } from '../../src/shared/parse-page-range';
import { formatMediaType } from '../format/format-media-type';
import { formatSeconds } from '../format/format-seconds';
import { formatBytes, formatPixels } from '../format/format-size';

/** What will be, or was, sent: `12 pages · text + 3 pictures · 380 KB`. */
export function describeAttachment(attachment: Attachment): string {
  return [...ownFacts(attachment), makeUp(attachment), describeSize(attachment)]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** The least that tells whether all of it goes, and in how many parts: `7 pieces · 1.2 MB`, `240 KB of 9 MB`. */
export function describeBriefly(attachment: Attachment): string {
  return [attachment.parts.length > 1 ? makeUp(attachment) : '', describeSize(attachment)]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** How much will be, or was, sent: `380 KB`, or `240 KB of 9 MB` of a text that is cut. Empty of an address. */
function describeSize(attachment: Attachment): string {
  const bytes = attachment.parts.reduce((sum, part) => sum + ('blob' in part ? part.blob.byteLength : 0), 0);
  if (bytes === 0) {
    return '';
  }
  const whole = attachment.kind === 'text' ? attachment.wholeBytes : undefined;
  return whole === undefined ? formatBytes(bytes) : t('{0} of {1}', formatBytes(bytes), formatBytes(whole));
}

/** `1 picture`, `12 pictures`. */
export function countOf(count: number, what: 'page' | 'picture' | 'frame' | 'piece'): string {
  switch (what) {
    case 'page':
      return count === 1 ? t('1 page') : t('{0} pages', count);
    case 'picture':
      return count === 1 ? t('1 picture') : t('{0} pictures', count);
    case 'frame':
      return count === 1 ? t('1 frame') : t('{0} frames', count);
    case 'piece':
      return count === 1 ? t('1 piece') : t('{0} pieces', count);
  }
}

function ownFacts(attachment: Attachment): readonly string[] {
  switch (attachment.kind) {
    case 'image':
      return [];
    case 'pdf':
      return [pagesOf(attachment)];
    case 'audio':
    case 'video':
      return [formatSeconds(attachment.seconds)];
    case 'document':
      return [attachment.format];
    case 'text':
      return attachment.lines ? [lineRange(attachment.lines)] : [];
    case 'link':
      return [attachment.url.replace(/^\w+:\/\/([^/?#]+).*$/s, '$1')];
  }
}

/** `5 pages`, or `2 of 5 pages` where the person has chosen some. */
function pagesOf({ pageCount, options }: PdfAttachment): string {
  const chosen = parsePageRange(options.pages ?? '', pageCount);
  const all = countOf(pageCount, 'page');
  return chosen.status === 'pages' && options.pages !== undefined && chosen.pages.length < pageCount
    ? t('{0} of {1}', chosen.pages.length, all)
    : all;
}

function lineRange({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? t('line {0}', first) : t('lines {0}–{1}', first, last);
}

/** What the parts are: `text + 3 pictures`. */
function makeUp(attachment: Attachment): string {
  const { kind, parts } = attachment;
  const [first] = parts;
  if (kind === 'text') {
    return '';
  }
  if (kind === 'image' && first?.type === 'image' && parts.length === 1) {
    return formatPixels(first.blob);
  }
  // What is only said beside the pages or the file is no part of what was attached.
  const types = [...new Set(parts.filter((part) => part.type !== 'text' || !part.isNote).map(({ type }) => type))];
  return types.map((type) => typeCount(type, attachment)).join(' + ');
}

function typeCount(type: SentPart['type'], attachment: Attachment): string {
  const parts = attachment.parts.filter((part) => part.type === type);
  const [first] = parts;
  switch (type) {
    case 'text':
      return textName(attachment);
    case 'image':
      return countOf(parts.length, pictureName(attachment));
    case 'audio': {
      const format = first?.type === 'audio' ? formatMediaType(first.blob.mediaType) : t('sound');
      return parts.length > 1 ? `${parts.length} × ${format}` : format;
    }
    case 'video':
    case 'file':
      return first && 'blob' in first ? formatMediaType(first.blob.mediaType) : type;
    case 'link':
      return t('address only');
  }
}

function textName({ kind, instead }: Attachment): string {
  if (instead === 'description') {
    return t('description');
  }
  return kind === 'audio' || kind === 'video' ? t('transcript') : t('text');
}

function pictureName(attachment: Attachment): 'frame' | 'piece' | 'picture' {
  if (attachment.kind === 'video') {
    return 'frame';
  }
  return attachment.kind === 'image' && !attachment.frames ? 'piece' : 'picture';
}
