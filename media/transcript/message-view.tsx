import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Fork, Message } from '../../src/shared/conversation';
import { Answer } from './answer';
import type { PlaceTarget } from './place-links';
import { PlaceTargets } from './place-targets';
import { Question } from './question';

interface MessageViewProps {
  readonly message: Message;
  /** Whether nothing about it may be changed now. */
  readonly locked: boolean;
  readonly last: boolean;
  /** Of the first message of several ways to go on. */
  readonly fork: Fork | undefined;
  /** Of an answer: what it can name places of. */
  readonly places: readonly PlaceTarget[] | undefined;
}

/** One message. The same element comes back while nothing about it changed, and Preact passes over it. */
export function MessageView({ message, locked, last, fork, places }: MessageViewProps): JSX.Element {
  return useMemo(
    () =>
      message.role === 'user' ? (
        <Question message={message} locked={locked} fork={fork} />
      ) : (
        <PlaceTargets.Provider value={places ?? []}>
          <Answer answer={message} locked={locked} last={last} fork={fork} />
        </PlaceTargets.Provider>
      ),
    [message, locked, last, fork, places],
  );
}
