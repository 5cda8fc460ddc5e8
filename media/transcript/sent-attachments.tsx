import type { JSX } from 'preact';
import type { Attachment, ImageAttachment } from '../../src/shared/attachment/attachment';
import { AttachmentButton } from '../attachments/attachment-button';
import { describeAttachment } from '../attachments/describe-attachment';
import { Thumbnail } from '../attachments/thumbnail';
import { Icon } from '../icons/icon';

/** What went along with a question: pictures by their thumbnails, text by its name. */
export function SentAttachments({ attachments }: { readonly attachments: readonly Attachment[] }): JSX.Element {
  return (
    <ul class={attachments.length === 1 ? 'sent sent-single' : 'sent'} aria-label="Sent with this question">
      {attachments.map((attachment) => (
        <li key={attachment.id} class={`sent-item sent-${attachment.kind}`}>
          {attachment.kind === 'image' ? <SentImage image={attachment} /> : <SentText attachment={attachment} />}
        </li>
      ))}
    </ul>
  );
}

function SentImage({ image }: { readonly image: ImageAttachment }): JSX.Element {
  const { id, name, thumbnail } = image;
  return (
    <AttachmentButton id={id} class="sent-button" name={`${name}\n${describeAttachment(image)}`}>
      {/* The place is kept before the picture is there, so that nothing jumps when it comes. */}
      <span class="sent-picture" style={{ aspectRatio: `${thumbnail.width} / ${thumbnail.height}` }}>
        <Thumbnail image={thumbnail} />
      </span>
      <span class="visually-hidden">{`${name}, ${describeAttachment(image)}`}</span>
    </AttachmentButton>
  );
}

function SentText({ attachment }: { readonly attachment: Attachment }): JSX.Element {
  return (
    <AttachmentButton id={attachment.id} class="sent-button sent-file" name={attachment.name}>
      <Icon name="file" />
      <span class="sent-name" dir="auto">
        {attachment.name}
      </span>
      <span class="quiet">{describeAttachment(attachment)}</span>
    </AttachmentButton>
  );
}
