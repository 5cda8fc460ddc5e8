import assert from 'node:assert/strict';
import { Tray } from '../../../../src/attachments/tray';
import { OpenConversations } from '../../../../src/conversation/open-conversations';
import type { MediaServices } from '../../../../src/media-process/child-media-service';
import type { ConversationEvent } from '../../../../src/shared/conversation-events';
import { DraftMemory } from '../../../../src/vscode/panel/draft-memory';
import { ShownConversation } from '../../../../src/vscode/panel/shown-conversation';
import { attachmentServices, seeing } from '../../attachments/services';
import { openStores } from '../../store/chat-files';
import { temporaryDirectory } from '../../store/temporary-directory';

/** What a panel is made of, on real files; its page is a list of what it was told. */
export async function panelParts() {
  const { store, blobs } = openStores(await temporaryDirectory());
  const conversations = new OpenConversations({ store, blobs });
  opened.push(conversations);
  const told: (ConversationEvent | 'switched' | { readonly notice: string })[] = [];
  const shown = new ShownConversation({
    conversations,
    onEvent: (_id, event) => told.push(event),
    onSwitch: () => told.push('switched'),
    onNotice: (notice) => told.push({ notice }),
  });
  const tray = new Tray({ ...attachmentServices(noMedia, blobs), target: () => seeing });
  const memento = new MemoryMemento();
  return {
    store,
    blobs,
    conversations,
    shown,
    tray,
    told,
    memento,
    memory: new DraftMemory({ memento, panelId: 'view', onError: assert.ifError }),
  };
}

const opened: OpenConversations[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((conversations) => conversations.closeAll()));
});

/** Where VS Code keeps small things; each write takes a moment, as there. */
export class MemoryMemento {
  readonly values = new Map<string, unknown>();
  writes = 0;
  /** Set while nothing can be stored. */
  failure?: Error;

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, otherwise?: T): T | undefined {
    return this.values.has(key) ? (this.values.get(key) as T) : otherwise;
  }

  async update(key: string, value: unknown): Promise<void> {
    this.writes += 1;
    await Promise.resolve();
    if (this.failure) {
      throw this.failure;
    }
    this.values.set(key, value);
  }
}

const nothing = (): Promise<never> => Promise.reject(new Error('There is nothing to do.'));

const noMedia: MediaServices = {
  readImage: nothing,
  prepareImage: nothing,
  readText: nothing,
  readPdf: nothing,
  renderPages: nothing,
  readPageTexts: nothing,
  keepPages: nothing,
  readAudio: nothing,
  encodeAudio: nothing,
  readVideo: nothing,
  extractFrames: nothing,
  cutVideo: nothing,
  compareFrames: nothing,
  readDocument: nothing,
  findSecrets: nothing,
  blackenPicture: nothing,
  comparePictures: nothing,
};
