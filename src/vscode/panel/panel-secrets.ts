import { isDeepStrictEqual } from 'node:util';
import { t } from '@vscode/l10n';
import type { AttachmentServices } from '../../attachments/attachment-services';
import { replacedBlobs } from '../../attachments/blobs-of';
import { redactAttachment } from '../../attachments/secrets/redact-attachment';
import { withSecretsAccepted } from '../../attachments/secrets/secret-searches';
import type { Tray } from '../../attachments/tray';
import { leavesMachine, type ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import { typedId, type HeldBack } from '../../shared/attachment/secrets';
import { trayObstacle } from '../../shared/attachment/tray-obstacle';
import type { ConversationEvent } from '../../shared/conversation-events';
import type { HostMessage, PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import type { SecretGate } from '../secrets/secret-gate';
import { changesWhatGoesAlong, EarlierSecrets } from './earlier-secrets';
import type { PanelDrafts } from './panel-drafts';
import type { ShownConversation } from './shown-conversation';
import { TypedSecrets } from './typed-secrets';

/** What the person says about secrets in what they send. */
export type SecretMessage = Extract<
  PanelMessage,
  { type: 'secretsAccepted' | 'secretsRedacted' | 'earlierAttachmentRemoved' }
>;

export interface PanelSecretsOptions {
  readonly tray: Tray;
  readonly drafts: Pick<PanelDrafts, 'text' | 'replace'>;
  readonly shown: Pick<ShownConversation, 'get'>;
  readonly services: AttachmentServices;
  readonly gate: Pick<SecretGate, 'isOn' | 'pass' | 'passText'>;
  /** The model that is asked next. */
  readonly target: () => ModelTarget;
  /** Told of the SHA-256 of what is not needed any more, for something without secrets took its place. */
  readonly onReplaced: (blobs: readonly string[]) => void;
  readonly post: (message: HostMessage) => void;
  readonly notify: (text: string) => void;
  /** Tells the person what fails. */
  readonly run: (task: () => Promise<void>) => void;
}

/** What becomes of secrets in what one panel sends: in its tray, in the question, and in what goes along from earlier ones. */
export class PanelSecrets implements Disposable {
  readonly #options: PanelSecretsOptions;
  readonly #closed = new AbortController();
  readonly #earlier: EarlierSecrets;
  readonly #typed: TypedSecrets;
  #told: readonly HeldBack[] = [];

  constructor(options: PanelSecretsOptions) {
    const { services, run } = options;
    this.#options = options;
    this.#earlier = new EarlierSecrets({ ...options, onChange: () => run(() => this.update()) });
    this.#typed = new TypedSecrets(services.media);
  }

  /** What may hold secrets beside what is in the tray. */
  get heldBack(): readonly HeldBack[] {
    return [...this.#typed.held, ...this.#earlier.held];
  }

  async handle(message: SecretMessage): Promise<void> {
    const { tray } = this.#options;
    const attachment = tray.attachment(message.id);
    if (!attachment) {
      await this.#settleBeside(message);
      return await this.update();
    }
    switch (message.type) {
      case 'secretsAccepted':
        return tray.update(withSecretsAccepted(attachment));
      case 'secretsRedacted':
        return await this.#redact(attachment);
      case 'earlierAttachmentRemoved':
        return;
    }
  }

  /** Another model or chat, or the chat is other than before: other attachments of earlier questions go along. */
  async update(): Promise<void> {
    await this.#earlier.update();
    this.#tell();
  }

  /** Keeps up with the chat. */
  follow(event: ConversationEvent): void {
    if (changesWhatGoesAlong(event)) {
      this.#options.run(() => this.update());
    }
  }

  /** The question is another one now; `undefined` where another chat is shown. */
  typed(text: string | undefined): void {
    this.#typed.forget(text);
    this.#tell();
  }

  /** Why a question can't be sent yet, for what it says or what goes along, as a sentence. */
  async obstacle(text: string): Promise<string | undefined> {
    const { gate, target } = this.#options;
    this.#typed.forget();
    if (gate.isOn && leavesMachine(target())) {
      await this.#typed.search(text, this.#closed.signal);
    }
    await this.update();
    return trayObstacle([], this.heldBack);
  }

  /** Asks in dialogs about what goes along when a question is asked again; whether it may be. */
  async passAgain(messageId: string, target: ModelTarget): Promise<boolean> {
    return await this.#earlier.pass({ messageId, isEdited: false, target, signal: this.#closed.signal });
  }

  /** The same for a question in other words: these, as they may be sent; undefined when nothing may be. */
  async passEdited(messageId: string, text: string, target: ModelTarget): Promise<string | undefined> {
    const { gate } = this.#options;
    const goesThrough = await this.#earlier.pass({ messageId, isEdited: true, target, signal: this.#closed.signal });
    return goesThrough ? await gate.passText({ name: t('Your question'), text, target, canRedact: true }) : undefined;
  }

  /** Asks in dialogs about what waits to be sent, for commands that send it to a model; whether it may be sent. */
  async settle(target: ModelTarget): Promise<boolean> {
    const { tray, gate } = this.#options;
    // For a model on this machine that is chosen in the panel, nothing was searched yet.
    const isSearched = leavesMachine(this.#options.target());
    const asked = tray.items.flatMap((item) =>
      item.status === 'ready' && (item.secrets ?? !isSearched) ? [item.attachment] : [],
    );
    const passed = await gate.pass(asked, target);
    passed?.forEach((attachment) => tray.update(withSecretsAccepted(attachment)));
    await tray.settled();
    return passed !== undefined;
  }

  dispose(): void {
    this.#closed.abort();
    this.#earlier.dispose();
  }

  async #settleBeside({ type, id }: SecretMessage): Promise<void> {
    const { drafts } = this.#options;
    switch (type) {
      case 'secretsAccepted':
        return id === typedId ? this.#typed.accept() : await this.#earlier.accept(id);
      case 'secretsRedacted': {
        if (id !== typedId) {
          return await this.#earlier.redact(id, this.#closed.signal);
        }
        const redacted = this.#typed.redact(drafts.text.text);
        return redacted === undefined ? undefined : drafts.replace(redacted);
      }
      case 'earlierAttachmentRemoved':
        return await this.#earlier.remove(id);
    }
  }

  #tell(): void {
    const { heldBack } = this;
    if (!isDeepStrictEqual(heldBack, this.#told)) {
      this.#told = heldBack;
      this.#options.post({ type: 'heldBackChanged', heldBack });
    }
  }

  async #redact(attachment: Attachment): Promise<void> {
    const { tray, services, onReplaced, notify } = this.#options;
    if (attachment.kind === 'image' && attachment.unsavedEdit) {
      notify(t('{0} has changes that are not saved. Save or discard them in the picture editor.', attachment.name));
      return;
    }
    const context = { ...services, signal: this.#closed.signal, onProgress: () => undefined };
    const redacted = await redactAttachment(attachment, context);
    // Another state of it may have come meanwhile: it is searched, and asked about, anew.
    if (tray.attachment(attachment.id) === attachment) {
      tray.update(redacted);
      onReplaced(replacedBlobs(attachment, redacted));
    }
  }
}
