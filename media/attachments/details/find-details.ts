import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import type { PanelState } from '../../../src/shared/protocol';

/** An attachment whose details are shown: one that waits in the tray, or one that was sent and stays as it is. */
export type Details =
  { readonly place: 'tray'; readonly item: TrayItem } | { readonly place: 'sent'; readonly attachment: Attachment };

/** Undefined where there is none of this identifier any more. */
export function findDetails({ draft, conversation }: PanelState, id: string): Details | undefined {
  const item = draft.tray.find((candidate) => candidate.id === id);
  if (item) {
    return item.attachment && { place: 'tray', item };
  }
  const attachment = conversation.messages
    .flatMap((message) => (message.role === 'user' ? message.attachments : []))
    .find((candidate) => candidate.id === id);
  return attachment && { place: 'sent', attachment };
}
