import type { Attachment } from '../shared/attachment/attachment';
import type { Obstacle } from '../shared/attachment/tray-item';
import type { PrepareContext } from './attachment-services';

/** What is to be done with an attachment for one model. */
export type Planned =
  | {
      readonly status: 'planned';
      /** A plain value that goes through JSON unchanged: the same source with an equal plan has the same parts. */
      readonly plan: unknown;
      /** Makes the parts. Throws `AttachmentError`, or the signal's reason. */
      readonly prepare: (context: PrepareContext) => Promise<Attachment>;
    }
  | { readonly status: 'obstructed'; readonly obstacle: Obstacle };
