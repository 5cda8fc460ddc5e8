import type { ConversationState } from '../../shared/conversation';
import { everyMessage } from '../../shared/forks';
import { sharedAttachment } from './chat-file';

/** How many attachments of a chat were files of which something else was sent: a smaller picture, some pages, without metadata. */
export function unsentOriginals(state: ConversationState): number {
  return everyMessage(state)
    .flatMap((message) => (message.role === 'user' ? message.attachments : []))
    .filter((attachment) => {
      const shared = sharedAttachment(attachment);
      const sent = shared.parts.flatMap((part) => (part.type === 'link' ? [] : [part.blob.sha256]));
      return shared.kind !== 'link' && shared.kind !== 'text' && !sent.includes(shared.source.sha256);
    }).length;
}
