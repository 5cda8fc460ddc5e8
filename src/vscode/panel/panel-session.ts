import * as vscode from 'vscode';
import type { Tray } from '../../attachments/tray';
import type { Conversation, TurnOutcome } from '../../conversation/conversation';
import type { OpenConversations } from '../../conversation/open-conversations';
import type { MultimodalModel } from '../../model/multimodal-model';
import type { Attachment } from '../../shared/attachment';
import type { FailureAction } from '../../shared/failure';
import type { Example, HostMessage, PanelMessage } from '../../shared/protocol';
import type { BlobStore } from '../../store/blob-store';
import type { ConversationStore } from '../../store/conversation-store';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { messageOf } from '../../util/errors';
import { readUris } from '../attachments/read-uris';
import type { Models } from '../models/models';
import { copyText, insertAtCursor, openDocument, openLink } from './answer-actions';
import type { DraftMemory } from './draft-memory';
import { isPanelMessage } from './is-panel-message';
import { inspectAttachment, openAttachment } from './open-attachment';
import type { NewAttachment } from './panels';
import { ShownConversation } from './shown-conversation';

/** What panels share. */
export interface PanelServices {
  readonly conversations: OpenConversations;
  readonly store: ConversationStore;
  readonly blobs: BlobStore;
  readonly models: Models;
  readonly createTray: () => Tray;
  readonly runAction: (action: Exclude<FailureAction, ConversationAction>) => Promise<boolean>;
  readonly startExample: (example: Example) => Promise<void>;
  readonly pickFiles: () => Promise<readonly vscode.Uri[]>;
  readonly log: vscode.LogOutputChannel;
}

/** Failure actions that change the chat itself; the others are commands. */
type ConversationAction = 'retry' | 'continueAnswer' | 'removeImages' | 'newChat';

export interface PanelSessionOptions {
  readonly webview: vscode.Webview;
  readonly services: PanelServices;
  readonly memory: DraftMemory;
  readonly onUsed: () => void;
  readonly onTitleChange?: (title: string) => void;
}

/** One panel's connection with its page: does what the page asks for, tells it what happens. */
export class PanelSession implements Disposable {
  readonly #webview: vscode.Webview;
  readonly #services: PanelServices;
  readonly #memory: DraftMemory;
  readonly #tray: Tray;
  readonly #shown: ShownConversation;
  readonly #resources = new DisposableStore();
  readonly #onUsed: () => void;
  readonly #onTitleChange: ((title: string) => void) | undefined;
  #isReady = false;
  readonly #becameReady = Promise.withResolvers<void>();
  #clipboardAnswer: ((found: boolean) => void) | undefined;

  constructor({ webview, services, memory, onUsed, onTitleChange }: PanelSessionOptions) {
    this.#webview = webview;
    this.#services = services;
    this.#memory = memory;
    this.#onUsed = onUsed;
    this.#onTitleChange = onTitleChange;
    this.#tray = this.#resources.add(services.createTray());
    this.#tray.restore(memory.draft.attachments);
    this.#shown = this.#resources.add(
      new ShownConversation({
        conversations: services.conversations,
        onEvent: (conversationId, event) => {
          this.#post({ type: 'conversationEvent', conversationId, event });
          if (event.type === 'conversationCreated' || event.type === 'titleChanged') {
            this.#onTitleChange?.(event.title);
          }
        },
        onSwitch: () => this.#run(() => this.#sendSnapshot()),
        onNotice: (text) => this.notify(text),
      }),
    );
    void this.#shown.open(memory.draft.conversationId);
    this.#listen();
  }

  /** Puts the keyboard focus into the composer as soon as the page is there. */
  async focusComposer(): Promise<void> {
    await this.#becameReady.promise;
    this.#post({ type: 'composerFocused' });
  }

  attach(files: readonly NewAttachment[]): void {
    this.#tray.add(files);
  }

  suggest(text: string): void {
    if (this.#memory.draft.text.trim() === '') {
      this.#memory.change({ text });
      this.#post({ type: 'draftTextReplaced', text });
    }
  }

  notify(text: string): void {
    void this.#becameReady.promise.then(() => this.#post({ type: 'noticeShown', text }));
  }

  /** Asks the page for the picture on the clipboard: only a page may read it. */
  async attachClipboardImage(): Promise<boolean> {
    await this.focusComposer();
    this.#clipboardAnswer?.(false);
    return await new Promise<boolean>((resolve) => {
      this.#clipboardAnswer = resolve;
      this.#post({ type: 'clipboardImageRequested' });
    });
  }

  /** Attachments that are ready to be sent. */
  trayAttachments({ take }: { readonly take: boolean }): readonly Attachment[] {
    return take ? this.#tray.take() : readyAttachments(this.#tray);
  }

  async newChat(): Promise<void> {
    await this.#shown.open();
  }

  async openChat(id: string): Promise<void> {
    await this.#shown.open(id);
  }

  /** The chat that the panel shows. */
  get conversationId(): string | undefined {
    return this.#memory.draft.conversationId;
  }

  dispose(): void {
    this.#clipboardAnswer?.(false);
    this.#resources.dispose();
  }

  #listen(): void {
    const { conversations, models } = this.#services;
    this.#resources.add(
      this.#webview.onDidReceiveMessage((message: unknown) => {
        if (isPanelMessage(message)) {
          this.#run(() => this.#handle(message));
        } else {
          this.#services.log.warn('The panel sent a message that is not part of the protocol.');
        }
      }),
    );
    this.#resources.add(
      this.#tray.onChange(() => {
        this.#memory.change({ attachments: readyAttachments(this.#tray) });
        this.#post({ type: 'trayChanged', tray: this.#tray.items });
      }),
    );
    this.#resources.add(models.onDidChange(() => this.#post({ type: 'modelChanged', model: models.view })));
    this.#resources.add(conversations.onListChange(() => this.#run(() => this.#sendChats())));
    this.#resources.add(
      conversations.onDelete((id) => {
        if (id === this.conversationId) {
          this.#run(() => this.newChat());
        }
      }),
    );
  }

  async #handle(message: PanelMessage): Promise<void> {
    this.#onUsed();
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        await this.#sendSnapshot();
        this.#becameReady.resolve();
        return;
      case 'draftChanged':
        this.#memory.change({ text: message.text });
        return;
      case 'sendRequested':
        return await this.#send(message.text);
      case 'stopRequested':
        return await (await this.#shown.get()).stop();
      case 'retryRequested':
        return await this.#ask((conversation, model) => conversation.retry(message.messageId, model));
      case 'continueRequested':
        return await this.#ask((conversation, model) => conversation.continueAnswer(message.messageId, model));
      case 'editRequested':
        return await this.#ask((conversation, model) => conversation.edit(message.messageId, message.text, model));
      case 'turnDeleted':
        return this.#explain(await (await this.#shown.get()).deleteTurn(message.messageId));
      case 'failureActionRequested':
        return await this.#act(message.action, message.messageId);
      case 'newChatRequested':
        return await this.newChat();
      case 'chatOpened':
        return await this.openChat(message.id);
      case 'chatDeleted':
        return await this.#services.conversations.delete(message.id);
      case 'chatsSearched':
        return this.#post({
          type: 'chatsFound',
          query: message.query,
          ids: await this.#services.store.search(message.query),
        });
      case 'attachRequested':
        return await this.#attachUris(await this.#services.pickFiles());
      case 'urisDropped':
        return await this.#attachUris(message.uris.map((uri) => vscode.Uri.parse(uri)));
      case 'filesReceived':
        this.#answerClipboardRequest(true);
        return this.attach(message.files);
      case 'clipboardImageMissing':
        return this.#answerClipboardRequest(false);
      case 'attachmentRemoved':
        return this.#tray.remove(message.id);
      case 'attachmentsReordered':
        return this.#tray.reorder(message.ids);
      case 'attachmentOpened':
        return await this.#withAttachment(message.id, openAttachment);
      case 'attachmentInspected':
        return await this.#withAttachment(message.id, inspectAttachment);
      case 'blobRequested':
        return await this.#sendThumbnail(message.sha256);
      case 'modelPickerRequested':
        await this.#services.runAction('selectModel');
        return;
      case 'textCopied':
        return await copyText(message.text);
      case 'codeInserted':
        return await insertAtCursor(message.text);
      case 'codeOpened':
        return await openDocument(message.text, message.language);
      case 'linkOpened':
        return await openLink(message.url);
      case 'exampleStarted':
        return await this.#services.startExample(message.example);
    }
  }

  async #send(text: string): Promise<void> {
    const conversation = await this.#shown.get();
    if (conversation.busy || this.#tray.items.some(({ status }) => status === 'preparing')) {
      this.suggest(text);
      return this.notify(conversation.busy ? busySentence : 'An attachment is still being prepared. Send it in a moment.');
    }
    const model = await this.#services.models.current();
    const attachments = this.#tray.take();
    if (text.trim() === '' && attachments.length === 0) {
      return;
    }
    this.#memory.change({ text: '', attachments: [], conversationId: conversation.id });
    const outcome = await conversation.send({ text, attachments, model });
    if (outcome !== 'ended') {
      this.#tray.restore(attachments);
      this.suggest(text);
    }
    this.#explain(outcome);
  }

  async #ask(take: (conversation: Conversation, model: MultimodalModel) => Promise<TurnOutcome>): Promise<void> {
    const conversation = await this.#shown.get();
    this.#explain(await take(conversation, await this.#services.models.current()));
  }

  async #act(action: FailureAction, messageId: string): Promise<void> {
    switch (action) {
      case 'retry':
        return await this.#ask((conversation, model) => conversation.retry(messageId, model));
      case 'continueAnswer':
        return await this.#ask((conversation, model) => conversation.continueAnswer(messageId, model));
      case 'removeImages':
        return await this.#ask((conversation, model) => conversation.retryWithoutImages(messageId, model));
      case 'newChat':
        return await this.newChat();
      case 'setApiKey':
        // The question waits for the key: it is asked again as soon as there is one.
        if (await this.#services.runAction(action)) {
          await this.#ask((conversation, model) => conversation.retry(messageId, model));
        }
        return;
      case 'selectModel':
      case 'addEndpoint':
      case 'openLog':
        await this.#services.runAction(action);
    }
  }

  #explain(outcome: TurnOutcome): void {
    if (outcome === 'busy') {
      this.notify(busySentence);
    }
  }

  async #attachUris(uris: readonly vscode.Uri[]): Promise<void> {
    const { files, problems } = await readUris(uris);
    this.attach(files);
    if (problems.length > 0) {
      this.notify(problems.join(' '));
    }
  }

  #answerClipboardRequest(found: boolean): void {
    this.#clipboardAnswer?.(found);
    this.#clipboardAnswer = undefined;
  }

  async #withAttachment(id: string, open: (attachment: Attachment) => Promise<void>): Promise<void> {
    const attachment = (await this.#knownAttachments()).find((known) => known.id === id);
    if (attachment) {
      await open(attachment);
    }
  }

  /** The page gets small pictures of what it shows, and no other bytes. */
  async #sendThumbnail(sha256: string): Promise<void> {
    for (const attachment of await this.#knownAttachments()) {
      if (attachment.kind === 'image' && attachment.thumbnail.sha256 === sha256) {
        const bytes = await this.#services.blobs.get(sha256);
        this.#post({ type: 'blobLoaded', sha256, mediaType: attachment.thumbnail.mediaType, bytes });
        return;
      }
    }
  }

  async #knownAttachments(): Promise<readonly Attachment[]> {
    const { state } = await this.#shown.get();
    return [
      ...readyAttachments(this.#tray),
      ...state.messages.flatMap((message) => (message.role === 'user' ? message.attachments : [])),
    ];
  }

  async #sendSnapshot(): Promise<void> {
    const conversation = await this.#shown.get();
    this.#memory.change({ conversationId: conversation.id });
    this.#onTitleChange?.(conversation.state.title);
    const chats = await this.#services.store.list();
    if (!this.#isReady) {
      return;
    }
    this.#shown.flush();
    const { state, readOnlyReason } = conversation;
    this.#post({
      type: 'snapshot',
      state: {
        conversation: state,
        ...(readOnlyReason !== undefined && { readOnlyReason }),
        draft: { text: this.#memory.draft.text, tray: this.#tray.items },
        model: this.#services.models.view,
        chats,
      },
    });
  }

  async #sendChats(): Promise<void> {
    this.#post({ type: 'chatsChanged', chats: await this.#services.store.list() });
  }

  #post(message: HostMessage): void {
    if (this.#isReady) {
      void this.#webview.postMessage(message);
    }
  }

  /** What fails here is told in the panel, never lost. */
  #run(task: () => Promise<void>): void {
    task().catch((error: unknown) => {
      this.#services.log.error(messageOf(error));
      this.notify(messageOf(error));
    });
  }
}

const busySentence = 'An answer is still coming in this chat. Stop it, or wait for its end.';

function readyAttachments(tray: Tray): readonly Attachment[] {
  return tray.items.flatMap((item) => (item.status === 'ready' ? [item.attachment] : []));
}
