import { createContext } from 'preact';
import type { JSX } from 'preact';
import { useContext, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Fork, Message } from '../../src/shared/conversation';
import { Answer } from './answer';
import { estimateHeight } from './estimate-height';
import type { NearMessages } from './near-messages';
import type { PlaceTarget } from './place-links';
import { PlaceTargets } from './place-targets';
import { Question } from './question';

interface MessageViewProps {
  readonly message: Message;
  /** Of the column of messages, in pixels. */
  readonly width: number;
  /** Whether nothing about it may be changed now. */
  readonly locked: boolean;
  readonly last: boolean;
  /** Of the first message of several ways to go on. */
  readonly fork: Fork | undefined;
  /** Of a question: whether it is sent again with the next one. */
  readonly goesAlong: boolean;
  /** Of a question: how often it was answered. */
  readonly answers: number;
  /** Of an answer: what it can name places of. */
  readonly places: readonly PlaceTarget[] | undefined;
}

/** Decides which messages of the chat are rendered; without it all of them are. */
export const Near = createContext<NearMessages | undefined>(undefined);

/** One message, or an empty box in its place until it comes near what is visible. */
export function MessageView(props: MessageViewProps): JSX.Element {
  const { message, width } = props;
  const near = useContext(Near);
  const [shown, setShown] = useState(() => near?.isAhead(message.id) !== true);
  const box = useRef<HTMLDivElement>(null);
  const ahead = near !== undefined && !shown;
  useLayoutEffect(
    () => (ahead && box.current ? near.watch(message.id, box.current, () => setShown(true)) : undefined),
    [near, ahead, message.id],
  );
  const height = useMemo(
    () => (ahead ? { height: `${estimateHeight(message, width)}px` } : {}),
    [ahead, message, width],
  );
  // The box stays when the message comes: by it the browser keeps the place of what is read.
  return (
    <div class="message-box" data-message-id={message.id} style={height} ref={box}>
      {!ahead && <WholeMessage {...props} />}
    </div>
  );
}

/** The same element comes back while nothing about it changed, and Preact passes over it. */
function WholeMessage(props: Omit<MessageViewProps, 'width'>): JSX.Element {
  const { message, locked, last, fork, goesAlong, answers, places } = props;
  return useMemo(
    () =>
      message.role === 'user' ? (
        <Question message={message} locked={locked} fork={fork} goesAlong={goesAlong} answers={answers} />
      ) : (
        <PlaceTargets.Provider value={places ?? []}>
          <Answer answer={message} locked={locked} last={last} fork={fork} />
        </PlaceTargets.Provider>
      ),
    [message, locked, last, fork, goesAlong, answers, places],
  );
}
