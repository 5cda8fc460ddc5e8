import { t } from '@vscode/l10n';
import type { Attachment } from '../../shared/attachment/attachment';
import type { BlobReference } from '../../shared/blob';
import type { ConversationState } from '../../shared/conversation';
import { mediaFile, shownBlobs, type MediaFile } from './exported-media';
import { safeMarkdown } from './safe-markdown';
import { transcriptBlocks, type TranscriptBlock } from './transcript-blocks';

export interface MarkdownChat {
  readonly text: string;
  /** What the text refers to in its media folder. */
  readonly media: readonly MediaFile[];
}

/** A chat as Markdown; without a folder for its media these are named only. */
export function chatMarkdown(state: Pick<ConversationState, 'title' | 'messages'>, mediaFolder?: string): MarkdownChat {
  const media: MediaFile[] = [];
  const place = (name: string, blob: BlobReference): string => {
    const known = media.find((file) => file.blob.sha256 === blob.sha256);
    const file = known ?? mediaFile(media.length + 1, name, blob);
    if (!known) {
      media.push(file);
    }
    return [mediaFolder ?? '', file.name].map(encodePart).join('/');
  };
  const parts = [
    `# ${oneLine(state.title)}`,
    ...transcriptBlocks(state.messages).flatMap((block) =>
      blockParts(block, mediaFolder === undefined ? undefined : place),
    ),
  ];
  return { text: `${parts.filter((part) => part !== '').join('\n\n')}\n`, media };
}

type Place = (name: string, blob: BlobReference) => string;

function blockParts(block: TranscriptBlock, place: Place | undefined): readonly string[] {
  const { speaker, attachments, text, reasoning, others, sources, spoken, notes } = block;
  return [
    `## ${oneLine(speaker)}`,
    ...attachments.map((attachment) => attachmentLine(attachment, place)),
    reasoning === '' ? '' : quoted(`**${t('Reasoning')}**\n\n${safeMarkdown(reasoning)}`),
    safeMarkdown(text),
    spoken && place ? `[${t('Spoken answer')}](${place('answer', spoken)})` : '',
    ...others.map((other) => quoted(`**${t('Another answer')}**\n\n${safeMarkdown(other)}`)),
    sources.map(({ title, url }) => `- ${oneLine(title)}: <${encodeURI(url)}>`).join('\n'),
    ...notes.map((note) => `*${oneLine(note)}*`),
  ];
}

function attachmentLine(attachment: Attachment, place: Place | undefined): string {
  const name = oneLine(attachment.name);
  const blobs = place ? shownBlobs(attachment) : [];
  if (!place || blobs.length === 0) {
    return `*${t('Attached: {0}', name)}*`;
  }
  return blobs
    .map((blob) => {
      const path = place(attachment.name, blob);
      return blob.mediaType.startsWith('image/') ? `![${name}](${path})` : `[${name}](${path})`;
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
  return encodeURIComponent(part).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
