import { t } from '@vscode/l10n';
import type { Attachment } from '../../shared/attachment/attachment';
import { mediaFile, shownParts, type MediaFile, type ShownPart } from './exported-media';
import { safeMarkdown, safeQuestion } from './safe-markdown';
import { sourceAddress } from './source-address';
import type { Transcript } from './transcript';
import type { TranscriptBlock } from './transcript-blocks';

export interface MarkdownChat {
  readonly text: string;
  /** What the text refers to in its media folder. */
  readonly media: readonly MediaFile[];
}

/** A chat as Markdown; without a folder for its media these are named only. */
export function chatMarkdown({ title, blocks, otherVersions }: Transcript, mediaFolder?: string): MarkdownChat {
  const media: MediaFile[] = [];
  const place = (name: string, part: ShownPart): string => {
    const known = media.find((file) => file.blob.sha256 === part.blob.sha256);
    const file = known ?? mediaFile(media.length + 1, name, part);
    if (!known) {
      media.push(file);
    }
    return [mediaFolder ?? '', file.name].map(encodePart).join('/');
  };
  const partsOf = (all: readonly TranscriptBlock[]): readonly string[] =>
    all.flatMap((block) => blockParts(block, mediaFolder === undefined ? undefined : place));
  const parts = [
    `# ${oneLine(title)}`,
    ...partsOf(blocks),
    ...otherVersions.flatMap((other) => [`# ${oneLine(other.heading)}`, ...partsOf(other.blocks)]),
  ];
  return { text: `${parts.filter((part) => part !== '').join('\n\n')}\n`, media };
}

type PlacePart = (name: string, part: ShownPart) => string;

function blockParts(block: TranscriptBlock, place: PlacePart | undefined): readonly string[] {
  const { role, speaker, version, attachments, text, reasoning, others, sources, spoken, notes } = block;
  return [
    `## ${oneLine(speaker)}`,
    version === undefined ? '' : `*${oneLine(version)}*`,
    reasoning === '' ? '' : quoted(`**${t('Reasoning')}**\n\n${safeMarkdown(reasoning)}`),
    role === 'user' ? safeQuestion(text) : safeMarkdown(text),
    ...attachments.map((attachment) => attachmentLine(attachment, place)),
    spoken && place ? `[${t('Spoken answer')}](${place('answer', { blob: spoken, caption: '' })})` : '',
    ...others.map((other) => quoted(`**${t('Another answer')}**\n\n${safeMarkdown(other)}`)),
    sources.map(sourceLine).join('\n'),
    ...notes.map((note) => `*${oneLine(note)}*`),
  ];
}

function sourceLine({ title, url }: TranscriptBlock['sources'][number]): string {
  const address = sourceAddress(url);
  return `- ${oneLine(title)}: ${address === undefined ? oneLine(url) : `<${address}>`}`;
}

function attachmentLine(attachment: Attachment, place: PlacePart | undefined): string {
  const parts = place ? shownParts(attachment) : [];
  if (!place || parts.length === 0) {
    return `*${t('Attached: {0}', oneLine(attachment.name))}*`;
  }
  return parts
    .map((part) => {
      const caption = oneLine(part.caption);
      const path = place(attachment.name, part);
      // Words under a picture are all that tells pages and frames apart where Markdown is shown.
      return part.blob.mediaType.startsWith('image/')
        ? `![${caption}](${path})\\\n*${caption}*`
        : `[${caption}](${path})`;
    })
    .join('\n\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Without what Markdown would take for more than letters. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#!|]/g, '\\$&');
}

function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
