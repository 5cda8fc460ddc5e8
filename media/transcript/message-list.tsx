import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import type { ConversationState, Message } from '../../src/shared/conversation';
import { FarStretch } from './far-stretch';
import { forksByMessage } from './forks-by-message';
import { goesAlong } from './goes-along';
import { MessageView, Near } from './message-view';
import type { NearMessages } from './near-messages';
import { usePlaceTargets } from './place-targets';
import { Questions, useQuestions } from './questions';
import { useColumnWidth } from './use-column-width';

interface MessageListProps {
  readonly conversation: ConversationState;
  readonly near: NearMessages;
  /** Whether nothing about the messages may be changed now. */
  readonly locked: boolean;
}

/** All messages of the chat, one below the other; those that are far share boxes. */
export function MessageList({ conversation, near, locked }: MessageListProps): JSX.Element {
  const { messages } = conversation;
  const places = usePlaceTargets(messages);
  const questions = useQuestions(messages);
  const forks = useMemo(() => forksByMessage(conversation), [conversation.forks, messages.length]);
  const along = locked ? undefined : goesAlong(messages, forks);
  const width = useColumnWidth();
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => near.far.watch(() => rerender(undefined)), [near]);
  return (
    <Near.Provider value={near}>
      <Questions.Provider value={questions}>
        {stretchesOf(messages, near).map(([first, ...others]) =>
          near.far.stretchOf(first.id) === undefined ? (
            <MessageView
              // What takes the place of another version keeps the focus in its switch.
              key={forks.has(first.id) ? `after ${forks.get(first.id)?.parentId}` : first.id}
              message={first}
              width={width}
              locked={locked}
              last={first === messages.at(-1)}
              fork={forks.get(first.id)}
              goesAlong={along?.has(first.id) === true}
              answers={conversation.forks?.find(({ parentId }) => parentId === first.id)?.branches.length ?? 1}
              places={places.get(first.id)}
            />
          ) : (
            <FarStretch
              key={`from ${first.id}`}
              messages={[first, ...others]}
              width={width}
              onNear={() => near.far.open(first.id)}
            />
          ),
        )}
      </Questions.Provider>
    </Near.Provider>
  );
}

/** Messages that share a box, and each other one by itself. */
function stretchesOf(messages: readonly Message[], { far }: NearMessages): readonly [Message, ...Message[]][] {
  const stretches: [Message, ...Message[]][] = [];
  let current: number | undefined;
  for (const message of messages) {
    const stretch = far.stretchOf(message.id);
    const last = stretches.at(-1);
    if (last && stretch !== undefined && stretch === current) {
      last.push(message);
    } else {
      stretches.push([message]);
    }
    current = stretch;
  }
  return stretches;
}
