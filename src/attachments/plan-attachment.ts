import type { ModelTarget } from '../model/model-target';
import type { Attachment } from '../shared/attachment/attachment';
import { planAudio } from './audio/plan-audio';
import { planDocument } from './document/plan-document';
import { planImage } from './image/plan-image';
import { planLink } from './link/plan-link';
import { planPdf } from './pdf/plan-pdf';
import type { Planned } from './planned';
import { planText } from './text/plan-text';
import { planVideo } from './video/plan-video';

/** Decides what is sent of an attachment to this model. Pure: nothing is read or decoded before `prepare`. */
export function planAttachment(attachment: Attachment, target: ModelTarget): Planned {
  switch (attachment.kind) {
    case 'image':
      return planImage(attachment, target);
    case 'pdf':
      return planPdf(attachment, target);
    case 'audio':
      return planAudio(attachment, target);
    case 'video':
      return planVideo(attachment, target);
    case 'document':
      return planDocument(attachment, target);
    case 'text':
      return planText(attachment);
    case 'link':
      return planLink(attachment, target);
  }
}
