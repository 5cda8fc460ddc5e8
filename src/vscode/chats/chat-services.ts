import type { PictureReader } from '../../features/chat-search/picture-reader';
import type { ChatWorkspace } from '../../shared/conversation';
import type { ChatFiles } from './chat-files';
import type { ChatTitles } from './chat-titles';

/** What the list of chats works with, beside the chats themselves. */
export interface ChatServices {
  readonly workspace: () => ChatWorkspace | undefined;
  readonly pictures: Pick<PictureReader, 'read' | 'onRead'>;
  readonly files: Pick<ChatFiles, 'export' | 'copy' | 'import'>;
  readonly titles: Pick<ChatTitles, 'propose' | 'ask'>;
}
