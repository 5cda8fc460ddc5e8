import type { JSX } from 'preact';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { AttachmentOptions } from '../../../src/shared/attachment/options';
import { AudioEditor } from '../audio/audio-editor';
import { DocumentEditor } from '../document/document-editor';
import { ImageEditor } from '../image/image-editor';
import { PdfEditor } from '../pdf/pdf-editor';
import { VideoEditor } from '../video/video-editor';

interface AttachmentEditorProps {
  readonly attachment: Attachment;
  readonly onOptions: (options: AttachmentOptions) => void;
}

/** What can be chosen about an attachment of this kind. */
export function AttachmentEditor({ attachment, onOptions }: AttachmentEditorProps): JSX.Element | null {
  switch (attachment.kind) {
    case 'image':
      return <ImageEditor attachment={attachment} onOptions={onOptions} />;
    case 'pdf':
      return <PdfEditor attachment={attachment} onOptions={onOptions} />;
    case 'audio':
      return <AudioEditor attachment={attachment} onOptions={onOptions} />;
    case 'video':
      return <VideoEditor attachment={attachment} onOptions={onOptions} />;
    case 'document':
      return <DocumentEditor attachment={attachment} onOptions={onOptions} />;
    case 'text':
    case 'link':
      return null;
  }
}
