import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { Message } from '../../../src/shared/conversation';
import type { PanelState } from '../../../src/shared/protocol';
import { longAnswer } from './long-answer';

const model = { endpoint: 'OpenAI', model: 'gpt-4.1-mini' };

/** A chat of questions and answers of 1 to 3 KB, with pictures spread over the questions. */
export function longChat(messageCount: number, pictureCount: number): PanelState {
  const text = longAnswer(400_000);
  const turns = messageCount / 2;
  const messages = Array.from({ length: turns }, (_, index): readonly Message[] => {
    const withPicture = Math.floor(((index + 1) * pictureCount) / turns) > Math.floor((index * pictureCount) / turns);
    const start = text.indexOf('\n\n', (index * 397) % 380_000) + 2;
    return [
      {
        role: 'user',
        id: `q${index}`,
        createdAt: index,
        text: `Question ${index}: what stands out here?`,
        attachments: withPicture ? [picture(index)] : [],
      },
      {
        role: 'assistant',
        id: `a${index}`,
        createdAt: index,
        model,
        text: text.slice(start, start + 1000 + (index % 5) * 500),
        reasoning: '',
        status: 'complete',
      },
    ];
  }).flat();
  return panelWith(messages);
}

/** A question, its answer, and one that has begun. */
export function chatOf(text: string): PanelState {
  const question = { role: 'user', createdAt: 0, text: 'What stands out here?', attachments: [] } as const;
  const answer = { role: 'assistant', createdAt: 0, model, reasoning: '' } as const;
  return panelWith([
    { ...question, id: 'q0' },
    { ...answer, id: 'a0', text, status: 'complete' },
    { ...question, id: 'q1' },
    { ...answer, id: 'a1', text: '', status: 'streaming' },
  ]);
}

function panelWith(messages: readonly Message[]): PanelState {
  return {
    conversation: { id: `chat-${messages.length}`, title: 'A long chat', createdAt: 0, messages },
    draft: { text: '', tray: [] },
    model: { ...model, label: 'gpt-4.1-mini', offline: false, local: false },
    request: { parameters: [], known: { capabilities: {}, sources: {} }, adjustments: [] },
    chats: [],
  };
}

function picture(index: number): ImageAttachment {
  const hash = (use: string): string => `${use}${index.toString(16)}`.padEnd(64, '7');
  return {
    kind: 'image',
    id: `p${index}`,
    name: `screenshot ${index}.png`,
    source: { sha256: hash('a'), mediaType: 'image/png', byteLength: 812_000, width: 2560, height: 1600 },
    parts: [],
    reasons: [],
    options: {},
    thumbnail: { sha256: hash('c'), mediaType: 'image/png', byteLength: 9000, width: 256, height: 160 },
  };
}
