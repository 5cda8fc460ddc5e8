import assert from 'node:assert/strict';
import { chatMarkdown } from '../../../../src/features/chat-export/chat-markdown';
import { otherVersionCount, transcript, type TranscribedChat } from '../../../../src/features/chat-export/transcript';
import type { AnswerMessage, UserMessage } from '../../../../src/shared/conversation';

const chat: TranscribedChat = {
  title: 'Versions',
  messages: [question('q1', 'First?'), answer('a2', 'Second answer.'), question('q3', 'And now?')],
  forks: [
    { parentId: 'q1', branches: [[answer('a1', 'First answer.'), question('q2', 'More?')], []], current: 1 },
    { parentId: 'a1', branches: [[], [question('q4', 'Other words?')]], current: 0 },
    { parentId: '', branches: [[], [question('q0', 'Begun elsewhere?')]], current: 0 },
  ],
};

describe('a chat that went several ways', () => {
  it('says at a message that there are other versions of it, and leaves them out', () => {
    const { blocks, otherVersions } = transcript(chat, { allVersions: false });
    assert.deepEqual(
      blocks.map(({ version }) => version),
      ['Version 1 of 2. The others are not included.', 'Version 2 of 2. The others are not included.', undefined],
    );
    assert.deepEqual(otherVersions, []);
    assert.equal(otherVersionCount(chat), 3);
  });

  it('has all of them at its end where they are asked for, each once, by where it parted', () => {
    const { otherVersions } = transcript(chat, { allVersions: true });
    assert.deepEqual(
      otherVersions.map(({ heading, blocks }) => [heading, ...blocks.map(({ text, version }) => [text, version])]),
      [
        [
          'Another answer to “First?” (version 1 of 2)',
          ['First answer.', undefined],
          ['More?', 'Version 1 of 2. The others are at the end.'],
        ],
        ['Another question after “First answer.” (version 2 of 2)', ['Other words?', undefined]],
        ['Another beginning of the chat (version 2 of 2)', ['Begun elsewhere?', undefined]],
      ],
    );
    const { text } = chatMarkdown(transcript(chat, { allVersions: true }));
    assert(text.includes('\n# Another answer to “First?” (version 1 of 2)\n\n## m · e\n\nFirst answer.'));
  });

  it('says nothing of versions where there is one', () => {
    const { blocks } = transcript({ title: '', messages: chat.messages }, { allVersions: false });
    assert(blocks.every(({ version }) => version === undefined));
  });
});

function question(id: string, text: string): UserMessage {
  return { role: 'user', id, createdAt: 1, text, attachments: [] };
}

function answer(id: string, text: string): AnswerMessage {
  const model = { endpoint: 'e', model: 'm' };
  return { role: 'assistant', id, createdAt: 1, model, text, reasoning: '', status: 'complete' };
}
