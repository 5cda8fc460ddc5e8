import { t } from '@vscode/l10n';
import type { AttachmentServices } from '../../attachments/attachment-services';
import { keepRedacted } from '../../attachments/secrets/keep-redacted';
import { redactAttachment } from '../../attachments/secrets/redact-attachment';
import { SecretSearches, withSecretsAccepted } from '../../attachments/secrets/secret-searches';
import type { Conversation } from '../../conversation/conversation';
import { questionsKeptHere } from '../../conversation/turns';
import { leavesMachine, type ModelTarget } from '../../model/model-target';
import type { Attachment } from '../../shared/attachment/attachment';
import type { HeldBack } from '../../shared/attachment/secrets';
import type { UserMessage } from '../../shared/conversation';
import type { ConversationEvent } from '../../shared/conversation-events';
import type { Disposable } from '../../util/disposable';
import type { SecretGate } from '../secrets/secret-gate';
import { EarlierQuestions } from './earlier-questions';
import type { ShownConversation } from './shown-conversation';

export interface EarlierSecretsOptions {
  readonly shown: Pick<ShownConversation, 'get'>;
  readonly services: AttachmentServices;
  readonly gate: Pick<SecretGate, 'isOn' | 'pass' | 'passText'>;
  /** The model that is asked next. */
  readonly target: () => ModelTarget;
  readonly onChange: () => void;
}

export interface PassOptions {
  /** The question, or an answer to it. */
  readonly messageId: string;
  /** Whether the question is asked in other words. */
  readonly isEdited: boolean;
  readonly target: ModelTarget;
  readonly signal: AbortSignal;
}

/** After these, other attachments go with the next question. */
const changes: ReadonlySet<ConversationEvent['type']> = new Set([
  'userMessageAdded',
  'answerStarted',
  'answerResumed',
  'attachmentsReplaced',
  'messagesRemoved',
  'branchStarted',
  'branchChosen',
] as const);

/** Whether other attachments go with the next question after this. */
export function changesWhatGoesAlong({ type }: ConversationEvent): boolean {
  return changes.has(type);
}

/**
 * Earlier questions and what was attached to them, which models on this machine were asked, go along when another machine is
 * asked in the same chat: they are searched for secrets as soon as a model elsewhere is chosen.
 */
export class EarlierSecrets implements Disposable {
  readonly #options: EarlierSecretsOptions;
  readonly #searches: SecretSearches;
  readonly #questions: EarlierQuestions;
  readonly #closed = new AbortController();
  #held: readonly HeldBack[] = [];
  /** One after the other: what was looked at last is what is known. */
  #updating: Promise<void> = Promise.resolve();

  constructor(options: EarlierSecretsOptions) {
    const { services, gate, onChange } = options;
    this.#options = options;
    this.#searches = new SecretSearches({
      services,
      isOn: () => gate.isOn,
      onChange,
    });
    this.#questions = new EarlierQuestions(services.media);
  }

  get held(): readonly HeldBack[] {
    return this.#held;
  }

  /** Looks at the chat as it is now. */
  async update(): Promise<void> {
    const updating = this.#updating.then(() => this.#update());
    this.#updating = updating.catch(() => undefined);
    await updating;
  }

  async #update(): Promise<void> {
    const { shown, gate, target } = this.#options;
    const { state, readOnlyReason } = await shown.get();
    // Where nothing can be asked, nothing goes anywhere.
    const questions = readOnlyReason === undefined ? questionsKeptHere(state.messages) : [];
    const attachments = questions.flatMap((question) => question.attachments);
    this.#searches.forgetAllBut(new Set(attachments.map(({ id }) => id)));
    const isAsked = gate.isOn && leavesMachine(target());
    const held = isAsked ? await this.#questions.search(questions, this.#closed.signal) : [];
    this.#held = [
      ...held,
      ...attachments.flatMap((attachment): readonly HeldBack[] => {
        const secrets = this.#searches.check(attachment, target());
        const { id, kind, name } = attachment;
        return secrets ? [{ id, kind, name, secrets }] : [];
      }),
    ];
  }

  async accept(id: string): Promise<void> {
    const question = await this.#question(id);
    if (question) {
      return this.#questions.accept(question);
    }
    await this.#change(id, (attachment) => Promise.resolve(withSecretsAccepted(attachment)));
  }

  async redact(id: string, signal: AbortSignal): Promise<void> {
    const { services, target } = this.#options;
    await this.#change(id, async (attachment) => {
      const context = { ...services, signal, onProgress: () => undefined };
      return await keepRedacted(await redactAttachment(attachment, context), target(), context);
    });
  }

  /** It is not sent any more: a question leaves the chat with its answers. */
  async remove(id: string): Promise<void> {
    if (await this.#question(id)) {
      return void (await (await this.#options.shown.get()).deleteTurn(id));
    }
    await this.#change(id, () => Promise.resolve(undefined));
  }

  /**
   * Asks in dialogs about what goes along when this question is asked again: it may be of a model that is not the chosen one.
   *
   * @returns whether it may be asked
   */
  async pass({ messageId, isEdited, target, signal }: PassOptions): Promise<boolean> {
    const { shown, gate, services } = this.#options;
    const conversation = await shown.get();
    const { messages } = conversation.state;
    const index = messages.findIndex(({ id }) => id === messageId);
    const sent = new Set(messages.slice(0, index + 1));
    for (const { id, text, attachments } of questionsKeptHere(messages).filter((question) => sent.has(question))) {
      const isSent = !isEdited || id !== messageId;
      const name = t('Your question');
      if (isSent && (await gate.passText({ name, text, target, canRedact: false })) === undefined) {
        return false;
      }
      const passed = await gate.pass(attachments, target);
      if (!passed) {
        return false;
      }
      if (passed.some((attachment, place) => attachment !== attachments[place])) {
        const kept = passed.map((attachment) => keepRedacted(attachment, target, { ...services, signal }));
        conversation.replaceAttachments(id, await Promise.all(kept));
      }
    }
    return true;
  }

  dispose(): void {
    this.#closed.abort();
    this.#searches.dispose();
  }

  async #question(id: string): Promise<UserMessage | undefined> {
    const { state } = await this.#options.shown.get();
    return questionsKeptHere(state.messages).find((question) => question.id === id);
  }

  /** Another state of an attachment takes its place, or none. Throws where the chat can't be written, and says why. */
  async #change(id: string, change: (attachment: Attachment) => Promise<Attachment | undefined>): Promise<void> {
    const conversation = await this.#options.shown.get();
    const attachment = attachmentOf(conversation, id);
    const changed = attachment && (await change(attachment));
    // It may have changed meanwhile: then it is searched, and asked about, anew.
    const question = questionsKeptHere(conversation.state.messages).find(({ attachments }) =>
      attachments.some((other) => other === attachment),
    );
    if (question) {
      const attachments = question.attachments.flatMap((other) => (other === attachment ? (changed ?? []) : other));
      conversation.replaceAttachments(question.id, attachments);
    }
  }
}

function attachmentOf({ state }: Conversation, id: string): Attachment | undefined {
  return questionsKeptHere(state.messages)
    .flatMap(({ attachments }) => attachments)
    .find((attachment) => attachment.id === id);
}
