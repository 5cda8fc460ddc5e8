import type { Attachment } from '../shared/attachment/attachment';
import type { ConversationState, Message } from '../shared/conversation';
import { everyMessage } from '../shared/forks';

/** A piece of a chat in which words are looked for. */
export interface Passage {
  /** Absent for the title. */
  readonly messageId?: string;
  /** Name of the attachment that it is of. */
  readonly attachment?: string;
  readonly text: string;
}

/** An attachment and the message that carries it. */
export interface AttachedTo {
  readonly messageId: string;
  readonly attachment: Attachment;
}

/** All texts of a chat, those of ways that it does not go any more included; without what is in its attachments. */
export function passagesOf(state: ConversationState): readonly Passage[] {
  return [{ text: state.title }, ...everyMessage(state).flatMap(ofMessage)].filter(({ text }) => text !== '');
}

export function attachedIn(state: ConversationState): readonly AttachedTo[] {
  return everyMessage(state).flatMap((message) =>
    message.role === 'user' ? message.attachments.map((attachment) => ({ messageId: message.id, attachment })) : [],
  );
}

function ofMessage(message: Message): readonly Passage[] {
  const { id: messageId } = message;
  if (message.role === 'user') {
    const names = message.attachments.map(({ name }) => ({ messageId, attachment: name, text: name }));
    return [{ messageId, text: message.text }, ...names];
  }
  const { text, alternatives = [], refusal = '', spoken } = message;
  return [text, ...alternatives.map((other) => other.text), refusal, spoken?.transcript ?? ''].map((part) => ({
    messageId,
    text: part,
  }));
}
