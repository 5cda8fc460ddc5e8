import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Tray } from '../../attachments/tray';
import type { Attachment } from '../../shared/attachment/attachment';
import type { ConversationEvent } from '../../shared/conversation-events';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import { DisposableStore, type Disposable } from '../../util/disposable';
import { messageOf } from '../../util/message-of';
import { logUnexpected } from '../log';
import { findChangedFiles } from '../attachments/find-changed-files';
import { useAnswer } from './answer-actions';
import type { DraftMemory } from './draft-memory';
import { isPanelMessage } from './is-panel-message';
import { PanelAttachments } from './panel-attachments';
import { isChatsMessage, PanelChats } from './panel-chats';
import { PanelComposer } from './panel-composer';
import { PanelDrafts } from './panel-drafts';
import { PageDecoding } from './page-decoding';
import { PanelMedia } from './panel-media';
import { PanelPages } from './panel-pages';
import { PanelPictures } from './panel-pictures';
import { PanelSecrets } from './panel-secrets';
import { PanelRequests } from './panel-requests';
import { PanelViewing } from './panel-viewing';
import { PanelTurns, type Taken } from './panel-turns';
import type { NewAttachment } from '../../attachments/new-attachment';
import { readyAttachments, ShownAttachments } from './shown-attachments';
import { ShownConversation } from './shown-conversation';
import type { PanelServices } from './panel-services';

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
  readonly #tray: Tray;
  readonly #shown: ShownConversation;
  readonly #attachments: PanelAttachments;
  readonly #decoding: PageDecoding;
  readonly #media: PanelMedia;
  readonly #viewing: PanelViewing;
  readonly #pictures: PanelPictures;
  readonly #secrets: PanelSecrets;
  readonly #requests: PanelRequests;
  readonly #turns: PanelTurns;
  readonly #chats: PanelChats;
  readonly #composer: PanelComposer;
  readonly #drafts: PanelDrafts;
  readonly #resources = new DisposableStore();
  readonly #firstReady = Promise.withResolvers<void>();
  #isReady = false;

  constructor(options: PanelSessionOptions) {
    const { services, memory } = options;
    const { blobs, conversations, models, pickFiles, runAction } = services;
    const post = (message: HostMessage): void => void this.#post(message);
    const notify = (text: string): void => this.notify(text);
    this.#options = options;
    this.#decoding = this.#resources.add(new PageDecoding((message) => this.#post(message)));
    this.#tray = this.#resources.add(services.createTray(this.#decoding));
    this.#drafts = new PanelDrafts({ tray: this.#tray, memory, post });
    this.#shown = this.#resources.add(
      new ShownConversation({
        conversations,
        onEvent: (conversationId, event) => this.#passOn(conversationId, event),
        onSwitch: ({ state }) => {
          // At once: what is typed from now on is meant for this chat.
          this.#drafts.show(state);
          this.#run(() => this.#sendSnapshot());
        },
        onNotice: notify,
      }),
    );
    const attachments = new ShownAttachments({ tray: this.#tray, shown: this.#shown, blobs });
    this.#attachments = this.#resources.add(
      new PanelAttachments({
        tray: this.#tray,
        shown: attachments,
        pickFiles,
        showAttachMenu: services.showAttachMenu,
        selectModel: async () => void (await runAction('selectModel')),
        attachUrl: (url, how) => services.attachUrl(url, how, this.#tray),
        post,
        notify,
      }),
    );
    this.#media = new PanelMedia({
      shown: attachments,
      decoding: this.#decoding,
      pages: this.#resources.add(
        new PanelPages({ shown: attachments, services: services.attachments, post: (message) => this.#post(message) }),
      ),
      blobs,
      post: (message) => this.#post(message),
    });
    this.#viewing = this.#resources.add(new PanelViewing({ shown: attachments, services: services.attachments, post }));
    this.#pictures = this.#resources.add(
      new PanelPictures({
        tray: this.#tray,
        shown: attachments,
        services: services.attachments,
        post: (message) => void this.#firstReady.promise.then(() => this.#post(message)),
      }),
    );
    this.#secrets = this.#resources.add(
      new PanelSecrets({
        tray: this.#tray,
        services: services.attachments,
        pass: (asked) => services.secrets.pass(asked, models.target),
        notify,
      }),
    );
    this.#requests = this.#resources.add(
      new PanelRequests({ shown: this.#shown, attachments, services: services.requests, post, notify }),
    );
    this.#turns = new PanelTurns({
      shown: this.#shown,
      tray: this.#tray,
      memory,
      models,
      pickModel: services.pickModel,
      runAction,
      findChangedFiles,
      giveBack: (text) => this.#drafts.giveBack(text),
      notify,
    });
    this.#chats = this.#resources.add(
      new PanelChats({
        conversations,
        store: services.store,
        services: services.chats,
        shown: this.#shown,
        notify,
        run: (task) => this.#run(task),
        post,
      }),
    );
    const parts = { tray: this.#tray, shown: this.#shown, attachments: this.#attachments, memory, models, services };
    const run = (task: () => Promise<void>): void => this.#run(task);
    this.#composer = this.#resources.add(new PanelComposer({ ...parts, run, post, notify }));
    this.#listen();
    this.#run(() => this.#shown.open(memory.conversationId));
  }

  /** Puts the keyboard focus into the composer as soon as the page is there. */
  async focusComposer(): Promise<void> {
    await this.#firstReady.promise;
    this.#post({ type: 'composerFocused' });
  }

  attach(files: readonly NewAttachment[]): void {
    this.#attachments.add(files);
  }

  /** Attaches a picture and shows it in the picture editor, beside the question that is still to be typed. */
  async attachToEdit(file: NewAttachment): Promise<void> {
    const ids = this.#attachments.add([file]);
    await this.focusComposer();
    ids.forEach((id) => this.#pictures.openWhenRead(id));
  }

  /** Attaches what is at an address; says in the panel what stands in the way. */
  attachUrl(url: string, use: 'fetch' | 'passOn'): void {
    this.#run(() => this.#options.services.attachUrl(url, use, this.#tray));
  }

  /** Puts text into the composer, unless something is typed there. */
  suggest(text: string): void {
    this.#drafts.suggest(text);
  }

  notify(text: string): void {
    void this.#firstReady.promise.then(() => this.#post({ type: 'noticeShown', text }));
  }

  /** Asks the page for the picture on the clipboard: only a page may read it. */
  async attachClipboardImage(): Promise<boolean> {
    await this.focusComposer();
    return await this.#attachments.addClipboardImage();
  }

  /** Everything in the tray that refers to stored bytes, whether it can be sent yet or not. */
  get attachments(): readonly Attachment[] {
    return this.#tray.attachments;
  }

  /** What can be sent, once nothing is being prepared any more. */
  async trayAttachments(): Promise<readonly Attachment[]> {
    await this.#tray.settled();
    return readyAttachments(this.#tray);
  }

  /** What is attached leaves the tray, once nothing is being prepared any more; or why it can't be sent. */
  async takeAttachments(): Promise<Taken> {
    await this.#tray.settled();
    if (!(await this.#secrets.settle())) {
      return { reason: t('Nothing was sent. What is attached is still in the panel.') };
    }
    return await this.#turns.take();
  }

  /** Shows a chat; a new one without an identifier. */
  async openChat(id?: string): Promise<void> {
    await this.#shown.open(id);
  }

  /** Shows the list of chats, as soon as the page is there. */
  async showChats(): Promise<void> {
    await this.#firstReady.promise;
    this.#post({ type: 'chatListShown' });
  }

  async shownChat(): Promise<string> {
    return (await this.#shown.get()).id;
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
      this.#tray.onChange(() => {
        memory.change({ attachments: this.#tray.attachments });
        this.#post({ type: 'trayChanged', tray: this.#tray.items });
      }),
    );
    this.#resources.add(
      models.onDidChange(() => {
        this.#post({ type: 'modelChanged', model: models.view });
        this.#tray.replan();
      }),
    );
    this.#resources.add(services.onSecretCheckChange(() => this.#tray.replan()));
    this.#resources.add(
      conversations.onDelete((id) => {
        this.#drafts.forget(id);
        if (id === memory.conversationId) {
          this.#run(() => this.openChat());
        }
      }),
    );
  }

  async #handle(message: PanelMessage): Promise<void> {
    const { services, onUsed } = this.#options;
    onUsed();
    this.#drafts.follow(message);
    if (isChatsMessage(message)) {
      return await this.#chats.handle(message);
    }
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#decoding.pageStarted();
        await this.#sendSnapshot();
        return this.#firstReady.resolve();
      case 'draftChanged':
        return this.#composer.textChanged();
      case 'completionsRequested':
      case 'completionsEnded':
      case 'completionChosen':
      case 'pathsPasted':
      case 'pastedPathsAttached':
      case 'remedyTaken':
        return await this.#composer.handle(message);
      case 'sendRequested':
      case 'stopRequested':
      case 'retryRequested':
      case 'continueRequested':
      case 'editRequested':
      case 'turnDeleted':
      case 'otherModelRequested':
      case 'branchChosen':
      case 'failureActionRequested':
      case 'attachmentKept':
        return await this.#turns.handle(message);
      case 'attachRequested':
      case 'attachMenuRequested':
      case 'urisDropped':
      case 'filesReceived':
      case 'clipboardImageMissing':
      case 'attachmentRemoved':
      case 'attachmentsReordered':
      case 'attachmentOpened':
      case 'attachmentInspected':
      case 'attachmentOptionsChanged':
      case 'offerTaken':
      case 'passwordGiven':
      case 'changedFileChosen':
      case 'attachmentRetried':
      case 'urlAttached':
      case 'blobRequested':
        return await this.#attachments.handle(message);
      case 'secretsAccepted':
      case 'secretsRedacted':
        return await this.#secrets.handle(message);
      case 'attachmentPageOpened':
      case 'pagesRequested':
      case 'mediaRequested':
      case 'decodingFinished':
        return await this.#media.handle(message);
      case 'pictureRequested':
      case 'comparisonRequested':
      case 'pictureSaved':
        return await this.#viewing.handle(message);
      case 'basePictureRequested':
      case 'pictureEditChanged':
      case 'pictureEditSaved':
      case 'pictureRestored':
        return await this.#pictures.handle(message);
      case 'parametersChanged':
      case 'systemPromptChanged':
      case 'alternativeChosen':
      case 'spokenAnswerSaved':
      case 'probeRequested':
      case 'learnedForgotten':
      case 'instructionsOpened':
      case 'endpointSettingsOpened':
      case 'lastRequestOpened':
      case 'usageOpened':
        return await this.#requests.handle(message);
      case 'modelPickerRequested':
        await services.runAction('selectModel');
        return;
      case 'textCopied':
      case 'codeInserted':
      case 'codeOpened':
      case 'linkOpened':
        return await useAnswer(message);
      case 'exampleStarted':
        return await services.startExample(message.example);
    }
  }

  #passOn(conversationId: string, event: ConversationEvent): void {
    this.#post({ type: 'conversationEvent', conversationId, event });
    if (event.type === 'conversationCreated' || event.type === 'titleChanged') {
      this.#options.onTitleChange?.(event.title);
    } else if (event.type === 'parametersChanged') {
      // Also those that another panel with the same chat has set.
      this.#run(() => this.#requests.tell());
    }
  }

  async #sendSnapshot(): Promise<void> {
    const { services, onTitleChange } = this.#options;
    const conversation = await this.#shown.get();
    onTitleChange?.(conversation.state.title);
    const chats = await this.#chats.list();
    const workspace = services.chats.workspace();
    // From here on nothing waits: what happens next is told as an event.
    this.#shown.flush();
    const { state, readOnlyReason } = conversation;
    this.#post({
      type: 'snapshot',
      state: {
        conversation: state,
        ...(readOnlyReason !== undefined && { readOnlyReason }),
        draft: { ...this.#drafts.text, tray: this.#tray.items, warnings: this.#composer.warnings },
        model: services.models.view,
        request: this.#requests.view(state.parameters),
        chats,
        ...(workspace && { workspace }),
      },
    });
  }

  /** Tells whether the page has it: none has started, or VS Code has let a hidden one go, where it has not. */
  #post(message: HostMessage): PromiseLike<boolean> {
    return this.#isReady ? this.#options.webview.postMessage(message) : Promise.resolve(false);
  }

  /** What fails here is told in the panel, never lost. */
  #run(task: () => Promise<void>): void {
    task().catch((error: unknown) => {
      logUnexpected(this.#options.services.log, error);
      this.notify(messageOf(error));
    });
  }
}
