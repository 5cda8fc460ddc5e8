import { randomUUID } from 'node:crypto';
import { replacedBlobs } from '../attachments/blobs-of';
import { asSent } from '../attachments/image/edited-picture';
import type { MultimodalModel } from '../model/multimodal-model';
import type { Message, UserMessage } from '../shared/conversation';
import type { ConversationRecord } from './conversation-record';
import type { ConversationServices } from './conversation-services';
import { titleOf } from './title';
import { isAnswered, labelOf, messagesAfter } from './turns';

/** Records the question and the answer with which a turn begins. */
export class TurnBeginnings {
  readonly #record: ConversationRecord;
  readonly #services: Pick<ConversationServices, 'onReplaced'>;

  constructor(record: ConversationRecord, services: Pick<ConversationServices, 'onReplaced'>) {
    this.#record = record;
    this.#services = services;
  }

  /** @returns the identifier of the answer that is to be made */
  addQuestion(
    model: MultimodalModel,
    { text, attachments, imagesLeftOut }: Pick<UserMessage, 'text' | 'attachments' | 'imagesLeftOut'>,
  ): string {
    const createdAt = Date.now();
    this.#record.name(titleOf({ text, attachments }), createdAt);
    const id = randomUUID();
    const sent = attachments.map(asSent);
    this.#services.onReplaced?.(attachments.flatMap((attachment) => replacedBlobs(attachment, asSent(attachment))));
    this.#record.add({
      type: 'userMessageAdded',
      message: { role: 'user', id, createdAt, text, attachments: sent, ...(imagesLeftOut && { imagesLeftOut }) },
    });
    return this.startAnswer(model);
  }

  /** @returns the identifier of the answer that is to be made */
  startAnswer(model: MultimodalModel): string {
    const messageId = randomUUID();
    this.#record.add({ type: 'answerStarted', messageId, model: labelOf(model), createdAt: Date.now() });
    return messageId;
  }

  /**
   * Puts aside what follows a message (empty: the beginning). What holds no answer, no other question than the one that is
   * edited and no other ways is not kept.
   */
  startBranch(parentId: string, edited?: UserMessage): void {
    const { messages, forks = [] } = this.#record.state;
    const tail = messagesAfter(messages, parentId);
    if (tail.length > 0) {
      const isWorthKeeping = (message: Message): boolean =>
        isAnswered(message) ||
        (message.role === 'user' && message !== edited) ||
        forks.some((fork) => fork.parentId === message.id);
      this.#record.add({ type: 'branchStarted', parentId, keepsOld: tail.some(isWorthKeeping) });
    }
  }
}
