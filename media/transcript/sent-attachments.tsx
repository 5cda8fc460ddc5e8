import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Attachment } from '../../src/shared/attachment/attachment';
import type { ImageReference } from '../../src/shared/blob';
import { AudioSummary } from '../attachments/audio/audio-summary';
import { AttachmentButton } from '../attachments/attachment-button';
import { describeAttachment } from '../attachments/describe-attachment';
import { kindIcons } from '../attachments/kind-icon';
import { Thumbnail } from '../attachments/thumbnail';
import { Icon } from '../icons/icon';
import { useServices } from '../services';

/** What went along with a question: what can be seen by its small picture, the rest by its name. */
export function SentAttachments({ attachments }: { readonly attachments: readonly Attachment[] }): JSX.Element {
  return (
    <ul class={attachments.length === 1 ? 'sent sent-single' : 'sent'} aria-label={t('Sent with this question')}>
      {attachments.map((attachment) => (
        <li key={attachment.id} class={`sent-item sent-${attachment.kind}`}>
          {attachment.thumbnail && (attachment.kind === 'image' || attachment.kind === 'video') ? (
            <SentPicture attachment={attachment} thumbnail={attachment.thumbnail} />
          ) : attachment.kind === 'audio' ? (
            <AudioSummary attachment={attachment} />
          ) : (
            <SentFile attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface SentPictureProps {
  readonly attachment: Attachment;
  readonly thumbnail: ImageReference;
}

function SentPicture({ attachment, thumbnail }: SentPictureProps): JSX.Element {
  const { id, name, kind } = attachment;
  const { openPicture } = useServices();
  const facts = describeAttachment(attachment);
  return (
    <AttachmentButton
      id={id}
      class="sent-button"
      name={`${name}\n${facts}`}
      {...(kind === 'image' && { onEnlarge: () => openPicture({ from: 'attachment', id }) })}
    >
      {/* The place is kept before the picture is there, so that nothing jumps when it comes. */}
      <span class="sent-picture" style={{ aspectRatio: `${thumbnail.width} / ${thumbnail.height}` }}>
        <Thumbnail image={thumbnail} />
        {kind === 'video' && (
          <span class="sent-film">
            <Icon name="film" />
          </span>
        )}
      </span>
      <span class="visually-hidden">{`${name}, ${facts}`}</span>
    </AttachmentButton>
  );
}

function SentFile({ attachment }: { readonly attachment: Attachment }): JSX.Element {
  const { id, name, kind } = attachment;
  return (
    <AttachmentButton id={id} class="sent-button sent-file" name={name}>
      <Icon name={kindIcons[kind]} />
      <span class="sent-text">
        <span class="sent-name" dir="auto">
          {name}
        </span>
        <span class="quiet">{describeAttachment(attachment)}</span>
      </span>
    </AttachmentButton>
  );
}
