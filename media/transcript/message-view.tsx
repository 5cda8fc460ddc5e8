import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Message } from '../../src/shared/conversation';
import { Answer } from './answer';
import { Question } from './question';

interface MessageViewProps {
  readonly message: Message;
  /** Whether nothing about it may be changed now. */
  readonly locked: boolean;
  readonly last: boolean;
}

/** One message. The same element comes back while nothing about it changed, and Preact passes over it. */
export function MessageView({ message, locked, last }: MessageViewProps): JSX.Element {
  return useMemo(
    () =>
      message.role === 'user' ? (
        <Question message={message} locked={locked} />
      ) : (
        <Answer answer={message} locked={locked} last={last} />
      ),
    [message, locked, last],
  );
}
