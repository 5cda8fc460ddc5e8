import assert from 'node:assert/strict';
import { questionText } from '../../../../src/features/answer-in-editor/question-text';

const destination = { document: 'cart.js', language: 'javascript', indentation: '2 spaces' };

describe('questionText', () => {
  it("begins with the person's own words, which name the chat", () => {
    const text = questionText('Write a total()', { type: 'cursor', ...destination });
    assert(text.startsWith('Write a total()\n\n'));
  });

  it('says where the answer goes', () => {
    assert.match(questionText('x', { type: 'cursor', ...destination }), /cart\.js \(javascript\), at the cursor/);
    assert.match(questionText('x', { type: 'selection', ...destination }), /in place of the attached selection/);
    assert.match(questionText('x', { type: 'newDocument' }), /becomes a new file/);
  });
});
