import assert from 'node:assert/strict';
import type { ConversationState, Message } from '../../../src/shared/conversation';
import { applyEvent, emptyConversation } from '../../../src/shared/conversation-events';
import { openStores, openWritable } from './chat-files';
import { randomEvent } from './random-events';
import { randomNumbers } from '../random-numbers';
import { temporaryDirectory } from './temporary-directory';

describe('a chat that is closed and opened again', () => {
  for (let seed = 1; seed <= 30; seed++) {
    it(`is what it was (random events ${seed})`, async () => {
      const random = randomNumbers(seed);
      const directory = await temporaryDirectory();
      let { store } = openStores(directory);
      let journal = store.create();
      const id = journal.conversationId;
      let live: ConversationState = emptyConversation;
      const record = (event: Parameters<typeof applyEvent>[1]): void => {
        live = applyEvent(live, event);
        journal.append(event);
      };
      record({ type: 'conversationCreated', id, title: 'Random', createdAt: 1 });
      for (let count = 0; count < 150; count++) {
        record(randomEvent(live, random));
        if (random() < 0.05) {
          await journal.flush();
        }
        if (random() < 0.03) {
          await journal.close();
          ({ store } = openStores(directory));
          const opened = await openWritable(store, id);
          live = withoutWaiting(endStreaming(live));
          assert.deepEqual(opened.state, live);
          journal = opened.journal;
        }
      }
      await journal.close();
      const opened = await openWritable(store, id);
      await opened.journal.close();
      assert.deepEqual(opened.state, withoutWaiting(endStreaming(live)));
    });
  }
});

/** What opening does with answers that were streaming. */
function endStreaming(state: ConversationState): ConversationState {
  return {
    ...state,
    messages: state.messages.map((message) =>
      message.role === 'assistant' && message.status === 'streaming'
        ? {
            ...message,
            status: 'interrupted',
            failure: {
              kind: 'incompleteAnswer',
              message: message.text
                ? 'The editor closed before the answer was complete. What came so far is kept. Continue from there, or retry.'
                : 'The editor closed before the answer began. Your question is kept. Retry.',
              actions: message.text ? ['continueAnswer', 'retry'] : ['retry'],
            },
          }
        : message,
    ),
  };
}

/** Retries that are waited for are not stored. */
function withoutWaiting({ forks, ...state }: ConversationState): ConversationState {
  return {
    ...state,
    messages: state.messages.map(withoutRetry),
    ...(forks && {
      forks: forks.map((fork) => ({ ...fork, branches: fork.branches.map((branch) => branch.map(withoutRetry)) })),
    }),
  };
}

function withoutRetry(message: Message): Message {
  if (message.role === 'user') {
    return message;
  }
  const { retry: _retry, ...answer } = message;
  return answer;
}
