import { t } from '@vscode/l10n';
import type { TurnOutcome } from '../../conversation/conversation';
import type { OpenConversations } from '../../conversation/open-conversations';
import { isCheckedFor, type ModelTarget } from '../../model/model-target';
import type { PanelMessage } from '../../shared/protocol';
import type { Disposable } from '../../util/disposable';
import type { Models } from '../models/models';
import type { UnsentQuestion } from './draft-memory';
import type { PanelDrafts } from './panel-drafts';

type WaitingMessage = Extract<PanelMessage, { type: 'waitingQuestionSettled' }>;

export interface WaitingQuestionsOptions {
  readonly conversations: Pick<OpenConversations, 'open' | 'release' | 'onAnswerEnd'>;
  readonly drafts: Pick<PanelDrafts, 'waitingIn' | 'setWaiting' | 'giveBack'>;
  readonly models: Pick<Models, 'current' | 'target'>;
  readonly notify: (text: string) => void;
  /** Tells the person what fails. */
  readonly run: (task: () => Promise<void>) => void;
}

/**
 * Questions that were asked while an answer was being made: one in each chat, which is asked as soon as an answer there has
 * ended well, whichever chat is shown by then. Where the answer fails or is stopped, it goes on waiting.
 */
export class WaitingQuestions implements Disposable {
  readonly #options: WaitingQuestionsOptions;
  readonly #subscription: Disposable;
  /** By chats, the model for which a question was searched for secrets when it began to wait. */
  readonly #targets = new Map<string, ModelTarget>();
  /** By chats, the question that was removed last: it may be wanted back. */
  readonly #removed = new Map<string, UnsentQuestion>();

  constructor(options: WaitingQuestionsOptions) {
    this.#options = options;
    this.#subscription = options.conversations.onAnswerEnd(({ conversationId, status }) => {
      if (status === 'complete' && options.drafts.waitingIn(conversationId) && this.#isMeantFor(conversationId)) {
        options.run(() => this.#ask(conversationId));
      }
    });
  }

  /**
   * Whether the question waits from now on: it does not where another one waits already.
   *
   * @param target the model for which it was searched for secrets
   */
  add(question: UnsentQuestion, target: ModelTarget): boolean {
    const { drafts } = this.#options;
    const { conversationId } = question;
    if (drafts.waitingIn(conversationId)) {
      return false;
    }
    this.#targets.set(conversationId, target);
    this.#removed.delete(conversationId);
    drafts.setWaiting(conversationId, question);
    return true;
  }

  async handle({ conversationId, how }: WaitingMessage): Promise<void> {
    switch (how) {
      case 'edit':
        return this.#giveBack(conversationId);
      case 'remove':
        return this.#remove(conversationId);
      case 'putBack':
        return this.#putBack(conversationId);
      case 'send':
        return await this.#sendNow(conversationId);
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #sendNow(conversationId: string): Promise<void> {
    if (this.#isMeantFor(conversationId)) {
      return await this.#ask(conversationId, { stops: true });
    }
    this.#giveBack(conversationId);
    this.#options.notify(
      t('Another model answers now. The question is in the composer again: look at it once more, then send it.'),
    );
  }

  /** What was meant for one model is not sent to another that may be on another machine: it would have to be searched again. */
  #isMeantFor(conversationId: string, target = this.#options.models.target): boolean {
    return isCheckedFor(this.#targets.get(conversationId), target);
  }

  async #ask(conversationId: string, { stops = false } = {}): Promise<void> {
    const { conversations, drafts, models } = this.#options;
    const conversation = await conversations.open(conversationId);
    if (!conversation) {
      return;
    }
    try {
      const model = await models.current();
      // What was not searched for this model, or is not waiting any more, stops nothing.
      if (!drafts.waitingIn(conversationId) || !this.#isMeantFor(conversationId, model.metadata)) {
        return;
      }
      await (stops && conversation.stop());
      const question = this.#take(conversationId);
      if (question) {
        let outcome: TurnOutcome | undefined;
        try {
          outcome = await conversation.send({ ...question, model });
        } finally {
          if (outcome !== 'ended') {
            drafts.setWaiting(conversationId, question);
          }
        }
      }
    } finally {
      await conversations.release(conversation);
    }
  }

  #giveBack(conversationId: string): void {
    const question = this.#take(conversationId);
    if (question) {
      this.#options.drafts.giveBack(question);
    }
  }

  #remove(conversationId: string): void {
    const question = this.#take(conversationId);
    if (question) {
      this.#removed.set(conversationId, question);
    }
  }

  #putBack(conversationId: string): void {
    const question = this.#removed.get(conversationId);
    if (question && this.#removed.delete(conversationId)) {
      this.#options.drafts.setWaiting(conversationId, question);
    }
  }

  #take(conversationId: string): UnsentQuestion | undefined {
    const { drafts } = this.#options;
    const question = drafts.waitingIn(conversationId);
    if (question) {
      drafts.setWaiting(conversationId, undefined);
    }
    return question && { ...question, conversationId };
  }
}
