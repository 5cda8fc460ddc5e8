import assert from 'node:assert/strict';
import { findText } from '../../../../media/find/find-text';
import { finish } from '../../../../media/find/steps';
import { writtenText } from '../../../../media/find/written-text';
import type { AnswerMessage, UserMessage } from '../../../../src/shared/conversation';

describe('the text of a message that is not rendered yet', () => {
  const count = (markdown: string, query: string): number =>
    [...findText(finish(writtenText(answer(markdown))), query)].length;

  it('is that of a question as it was typed', () => {
    const question: UserMessage = { role: 'user', id: 'q', createdAt: 0, text: '**not** bold', attachments: [] };
    assert.equal(finish(writtenText(question)), '**not** bold');
  });

  it('is that of an answer as it will be read, without its marks', () => {
    assert.equal(count('The **nee**dle and [the *needle*](https://example.com/needle)', 'needle'), 2);
    assert.equal(count('The **nee**dle', '**'), 0);
    assert.equal(count('`let needle`\n\n```js\nlet needle = 1;\n```', 'let needle'), 2);
  });

  it('leaves out what is shown beside it: names of languages and buttons', () => {
    assert.equal(count('```typescript\nconst one = 1;\n```', 'typescript'), 0);
    assert.equal(count('```typescript\nconst one = 1;\n```', 'copy'), 0);
  });

  it('reads on over the end of a line, but not from one block, item or cell into the next', () => {
    assert.equal(count('one more\nneedle', 'more needle'), 1);
    assert.equal(count('one more\n\nneedle', 'more needle'), 0);
    assert.equal(count('- one more\n- needle', 'more needle'), 0);
    assert.equal(count('| more | needle |\n| --- | --- |\n| more | needle |', 'more needle'), 0);
    assert.equal(count('| more | needle |\n| --- | --- |\n| more | needle |', 'needle'), 2);
  });

  function answer(text: string): AnswerMessage {
    const model = { endpoint: 'OpenAI', model: 'gpt-4.1-mini' };
    return { role: 'assistant', id: 'a', createdAt: 0, model, text, reasoning: '', status: 'complete' };
  }
});
