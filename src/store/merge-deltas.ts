import type { ConversationEvent } from '../shared/conversation-events';

export interface TimedEvent {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly event: ConversationEvent;
}

/**
 * Adds an event to those that wait to be written. Neighbouring pieces of one text become one: a journal has a line for
 * each write, not for each token.
 */
export function pushMerged(events: TimedEvent[], next: TimedEvent): void {
  const last = events.at(-1);
  const joined = last && join(last.event, next.event);
  if (joined) {
    events[events.length - 1] = { time: next.time, event: joined };
  } else {
    events.push(next);
  }
}

function join(first: ConversationEvent, second: ConversationEvent): ConversationEvent | undefined {
  const isDelta = first.type === 'textAppended' || first.type === 'reasoningAppended';
  if (
    isDelta &&
    second.type === first.type &&
    second.messageId === first.messageId &&
    second.alternative === first.alternative
  ) {
    return { ...first, text: first.text + second.text };
  }
  return undefined;
}
