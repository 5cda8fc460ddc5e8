import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { NewAttachment } from '../../attachments/new-attachment';
import type { Conversation } from '../../conversation/conversation';
import type { ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import type { ConversationEvent } from '../../shared/conversation-events';
import type { PanelMessage } from '../../shared/protocol';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { messageOf } from '../../util/message-of';
import { logUnexpected } from '../log';
import type { DraftMemory, UnsentQuestion } from './draft-memory';
import { handleMessage } from './handle-message';
import { isPanelMessage } from './is-panel-message';
import { PageConnection } from './page-connection';
import { createPanelParts, type PanelParts } from './panel-parts';
import type { PanelServices } from './panel-services';
import type { Taken } from './panel-turns';
import { readyAttachments } from './shown-attachments';

export interface PanelSessionOptions {
  readonly webview: vscode.Webview;
  readonly services: PanelServices;
  readonly memory: DraftMemory;
  /** The person did something in this panel. */
  readonly onUsed: () => void;
  readonly onTitleChange?: (title: string) => void;
}

/** One panel's connection with its page: does what the page asks for, tells it what happens. */
export class PanelSession implements Disposable {
  readonly #options: PanelSessionOptions;
  readonly #page: PageConnection;
  readonly #parts: PanelParts;
  readonly #resources = new DisposableStore();

  constructor(options: PanelSessionOptions) {
    const { services, memory, webview } = options;
    this.#options = options;
    this.#page = new PageConnection(webview);
    this.#parts = createPanelParts({
      page: this.#page,
      services,
      memory,
      notify: (text) => this.notify(text),
      run: (task) => this.#run(task),
      onEvent: (conversationId, event) => this.#passOn(conversationId, event),
      onSwitch: (conversation) => this.#switchTo(conversation),
      resources: this.#resources,
    });
    this.#listen();
    this.#run(() => this.#parts.shown.open(memory.conversationId));
  }

  /** Puts the keyboard focus into the composer as soon as the page is there. */
  async focusComposer(): Promise<void> {
    await this.#page.started;
    void this.#page.post({ type: 'composerFocused' });
  }

  attach(files: readonly NewAttachment[]): void {
    this.#parts.attachments.add(files);
  }

  /** Attaches a picture and shows it in the picture editor, beside the question that is still to be typed. */
  async attachToEdit(file: NewAttachment): Promise<void> {
    const ids = this.#parts.attachments.add([file]);
    await this.focusComposer();
    ids.forEach((id) => this.#parts.pictures.openWhenRead(id));
  }

  /** Attaches what is at an address; says in the panel what stands in the way. */
  attachUrl(url: string, use: 'fetch' | 'passOn'): void {
    this.#run(() => this.#parts.attachments.addUrl(url, use));
  }

  /** Puts text into the composer, unless something is typed there. */
  suggest(text: string): void {
    this.#parts.drafts.suggest(text);
  }

  /** What was to be asked in chats of a panel that is gone. */
  takeOver(questions: readonly UnsentQuestion[]): void {
    this.#parts.drafts.takeOver(questions);
  }

  notify(text: string): void {
    this.#page.postWhenStarted({ type: 'noticeShown', text });
  }

  /** Asks the page for the picture on the clipboard: only a page may read it. */
  async attachClipboardImage(): Promise<boolean> {
    await this.focusComposer();
    return await this.#parts.attachments.addClipboardImage();
  }

  /** Everything in the tray that refers to stored bytes, whether it can be sent yet or not. */
  get attachments(): readonly Attachment[] {
    return this.#parts.tray.attachments;
  }

  /** What can be sent, once nothing is being prepared any more. */
  async trayAttachments(): Promise<readonly Attachment[]> {
    await this.#parts.tray.settled();
    return readyAttachments(this.#parts.tray);
  }

  /** What is attached leaves the tray, once nothing is being prepared any more; or why it can't be sent. */
  async takeAttachments(target: ModelTarget): Promise<Taken> {
    await this.#parts.tray.settled();
    if (!(await this.#parts.secrets.settle(target))) {
      return { reason: t('Nothing was sent. What is attached is still in the panel.') };
    }
    return await this.#parts.turns.take();
  }

  /** Shows a chat; a new one without an identifier. */
  async openChat(id?: string): Promise<void> {
    await this.#parts.shown.open(id);
  }

  /** Shows the list of chats, as soon as the page is there. */
  async showChats(): Promise<void> {
    await this.#page.started;
    void this.#page.post({ type: 'chatListShown' });
  }

  async shownChat(): Promise<string> {
    return (await this.#parts.shown.get()).id;
  }

  dispose(): void {
    this.#resources.dispose();
  }

  #listen(): void {
    const { services, memory, webview } = this.#options;
    const { conversations, log, models } = services;
    this.#resources.add(
      webview.onDidReceiveMessage((message: unknown) => {
        if (isPanelMessage(message)) {
          this.#run(() => this.#handle(message));
        } else {
          log.warn('The panel sent a message that is not part of the protocol.');
        }
      }),
    );
    this.#resources.add(
      this.#parts.tray.onChange(() => {
        memory.change({ attachments: this.#parts.tray.attachments });
        this.#page.postOfDraft({ type: 'trayChanged', tray: this.#parts.tray.items });
      }),
    );
    const replan = (): void => {
      this.#parts.tray.replan();
      this.#run(() => this.#parts.secrets.update());
    };
    this.#resources.add(
      models.onDidChange(() => {
        void this.#page.post({ type: 'modelChanged', model: models.view });
        replan();
      }),
    );
    this.#resources.add(services.onSecretCheckChange(replan));
    this.#resources.add(
      conversations.onDelete((id) => {
        if (id === memory.conversationId) {
          this.#run(() => this.openChat());
        }
      }),
    );
    this.#resources.add(conversations.onRemove((id) => this.#parts.drafts.forget(id)));
  }

  async #handle(message: PanelMessage): Promise<void> {
    const { services, onUsed } = this.#options;
    onUsed();
    this.#parts.drafts.follow(message);
    if (message.type === 'ready') {
      this.#page.start();
      this.#parts.decoding.pageStarted();
      return await this.#sendSnapshot();
    }
    await handleMessage(message, this.#parts, services);
  }

  #switchTo({ state }: Conversation): void {
    const { drafts, secrets, shownAttachments } = this.#parts;
    this.#page.fallBehind();
    if (drafts.show(state) === 'other') {
      shownAttachments.forgetPictures();
      secrets.typed(undefined);
    }
    this.#run(() => secrets.update());
    this.#run(() => this.#sendSnapshot());
  }

  #passOn(conversationId: string, event: ConversationEvent): void {
    void this.#page.post({ type: 'conversationEvent', conversationId, event });
    this.#parts.secrets.follow(event);
    if (event.type === 'conversationCreated' || event.type === 'titleChanged') {
      this.#options.onTitleChange?.(event.title);
    } else if (event.type === 'parametersChanged') {
      // Also those that another panel with the same chat has set.
      this.#run(() => this.#parts.requests.tell());
    }
  }

  async #sendSnapshot(): Promise<void> {
    const { services, onTitleChange } = this.#options;
    await this.#parts.shown.get();
    // From here on nothing waits: what happens next is told as an event.
    const conversation = this.#parts.shown.current;
    if (!conversation) {
      return;
    }
    onTitleChange?.(conversation.state.title);
    const workspace = services.chats.workspace();
    this.#parts.shown.flush();
    const { state, readOnlyReason } = conversation;
    const newChatDraft = this.#parts.drafts.beginning();
    const chats = this.#parts.chats.known;
    this.#page.postSnapshot({
      type: 'snapshot',
      state: {
        conversation: state,
        ...(readOnlyReason !== undefined && { readOnlyReason }),
        draft: {
          ...this.#parts.drafts.text,
          tray: this.#parts.tray.items,
          warnings: this.#parts.composer.warnings,
          heldBack: this.#parts.secrets.heldBack,
        },
        model: services.models.view,
        request: this.#parts.requests.view(state.parameters),
        ...(chats && { chats }),
        ...(newChatDraft !== undefined && { newChatDraft }),
        ...(workspace && { workspace }),
      },
    });
    this.#run(() => this.#parts.chats.tell());
  }

  /** What fails here is told in the panel, never lost. */
  #run(task: () => Promise<void>): void {
    task().catch((error: unknown) => {
      logUnexpected(this.#options.services.log, error);
      this.notify(messageOf(error));
    });
  }
}
