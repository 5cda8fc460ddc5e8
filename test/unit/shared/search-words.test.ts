import assert from 'node:assert/strict';
import { markWords, wordsOf } from '../../../src/shared/search-words';

const marked = (text: string, query: string) =>
  markWords(text, wordsOf(query))
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');

describe('words that are searched for', () => {
  it('are marked everywhere in a text, each of them', () => {
    assert.equal(
      marked('Answer 2 of chat number 377, an answer.', 'ANSWER 377'),
      '[Answer] 2 of chat number [377], an [answer].',
    );
  });

  it('are marked once where they overlap', () => {
    assert.equal(marked('database', 'data tab bas'), '[databas]e');
  });

  it('are marked in letters that fold into more or fewer', () => {
    assert.equal(marked('ﬃ Größe: Ａ4 İzmir', 'a4 größe'), 'ﬃ [Größe]: [Ａ4] İzmir');
  });

  it('leave a text whole that holds none of them', () => {
    assert.deepEqual(markWords('Nothing here', ['else']), [{ text: 'Nothing here', isMatch: false }]);
    assert.deepEqual(markWords('Nothing here', []), [{ text: 'Nothing here', isMatch: false }]);
  });
});
