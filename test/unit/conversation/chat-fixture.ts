import { planAttachment } from '../../../src/attachments/plan-attachment';
import { readText } from '../../../src/attachments/text/read-text';
import type { Attachment, ImageAttachment, TextAttachment } from '../../../src/shared/attachment/attachment';
import type { AnswerMessage } from '../../../src/shared/conversation';
import { applyEvent, emptyConversation, type ConversationEvent } from '../../../src/shared/conversation-events';
import { Conversation, type ConversationOptions } from '../../../src/conversation/conversation';
import type { BlobStore } from '../../../src/store/blob-store';
import type { ConversationStore } from '../../../src/store/conversation-store';
import { seeing } from '../attachments/services';
import { journalPath, openStores } from '../store/chat-files';
import { temporaryDirectory } from '../store/temporary-directory';

export interface ChatFixture {
  readonly chat: Conversation;
  readonly directory: string;
  readonly store: ConversationStore;
  readonly blobs: BlobStore;
  readonly path: string;
  /** All events so far. */
  readonly events: readonly ConversationEvent[];
}

const opened: Conversation[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((chat) => chat.close()));
});

/** A new chat on real files. */
export async function newChat(services?: Pick<ConversationOptions, 'prepareFor'>): Promise<ChatFixture> {
  const directory = await temporaryDirectory();
  const { store, blobs } = openStores(directory);
  const chat = new Conversation({ ...services, blobs, journal: store.create() });
  opened.push(chat);
  const events: ConversationEvent[] = [];
  chat.onEvent((event) => events.push(event));
  return { chat, directory, store, blobs, path: journalPath(directory, chat.id), events };
}

/** What a listener that heard every event from the beginning has. */
export function fold(events: readonly ConversationEvent[]) {
  return events.reduce(applyEvent, emptyConversation);
}

export function lastAnswer(chat: Conversation): AnswerMessage {
  const message = chat.state.messages.at(-1);
  if (message?.role !== 'assistant') {
    throw new Error('The chat does not end in an answer.');
  }
  return message;
}

/** Resolves once the chat has an event of this type. */
export async function eventOf(chat: Conversation, type: ConversationEvent['type']): Promise<void> {
  await new Promise<void>((resolve) => {
    const subscription = chat.onEvent((event) => {
      if (event.type === type) {
        subscription.dispose();
        resolve();
      }
    });
  });
}

export async function imageAttachment(blobs: BlobStore, name: string): Promise<ImageAttachment> {
  const size = { width: 2, height: 3 };
  const put = async (bytes: string, mediaType: string) => ({
    ...(await blobs.put(new TextEncoder().encode(bytes), mediaType)),
    ...size,
  });
  const image: ImageAttachment = {
    kind: 'image',
    id: `image-${name}`,
    name,
    source: await put(`source of ${name}`, 'image/webp'),
    parts: [{ type: 'image', blob: await put(`prepared ${name}`, 'image/png') }],
    reasons: [],
    options: {},
    thumbnail: await put(`thumbnail of ${name}`, 'image/png'),
  };
  const planned = planAttachment(image, seeing);
  return planned.status === 'planned' ? { ...image, preparedAs: JSON.stringify(planned.plan) } : image;
}

export async function textAttachment(
  blobs: BlobStore,
  { name, content, ...rest }: { name: string; content: string } & Partial<Pick<TextAttachment, 'lines' | 'languageId'>>,
): Promise<Attachment> {
  const file = { name, bytes: new TextEncoder().encode(content), languageId: 'typescript', ...rest };
  return await readText(file, 'utf-8', { id: `text-${name}`, blobs });
}
