import assert from 'node:assert/strict';
import { askForTitle, titleQuestion } from '../../../../src/features/chat-title/ask-for-title';
import { proposeTitles } from '../../../../src/features/chat-title/propose-titles';
import type { AnswerMessage, UserMessage } from '../../../../src/shared/conversation';
import { answer as answered, ScriptedModel } from '../../conversation/scripted-model';
import { MemoryBlobStore } from '../../attachments/memory-blob-store';
import { pictureAttachment, putPicture } from '../chat-export/sample-chat';

describe('names that are proposed for a chat', () => {
  it('leave politeness out, and name what a vague question is about', async () => {
    const picture = pictureAttachment(await putPicture(new MemoryBlobStore()), { name: 'error-rates.png' });
    const titles = proposeTitles({
      title: 'Hi, can you please tell me what this shows?',
      messages: [
        { ...question('Hi, can you please tell me what this shows?'), attachments: [picture] },
        answer('# **Errors** by service\n\nIt shows…'),
      ],
    });
    assert.deepEqual(titles, [
      'error-rates: Tell me what this shows?',
      'Errors by service',
      'Tell me what this shows?',
    ]);
  });

  it('are none that the chat has already, and none without a question', () => {
    const messages = [question('How do leap years work?')];
    assert.deepEqual(proposeTitles({ title: 'How do leap years work?', messages }), []);
    assert.deepEqual(proposeTitles({ title: '', messages }), ['How do leap years work?']);
    assert.deepEqual(proposeTitles({ title: '', messages: [] }), []);
  });

  it('are asked for with the words of the chat alone, and come without decoration', async () => {
    const model = new ScriptedModel(answered('\n"**Leap years**."\nmore'));
    const text = titleQuestion({ messages: [question('How do leap years work?')] });
    const title = await askForTitle(text, model, AbortSignal.timeout(5_000));
    assert.equal(title, 'Leap years');
  });
});

function question(text: string): UserMessage {
  return { role: 'user', id: 'q', createdAt: 1, text, attachments: [] };
}

function answer(text: string): AnswerMessage {
  const model = { endpoint: 'Local', model: 'eyes-1' };
  return { role: 'assistant', id: 'a', createdAt: 2, model, text, reasoning: '', status: 'complete' };
}
