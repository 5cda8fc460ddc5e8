import assert from 'node:assert/strict';
import { recalledText, recallQuestion } from '../../../../media/composer/recall';

const start = { questions: ['first', 'second'], position: 2 };

describe('recalling questions', () => {
  it('goes back from the last one and forward to the empty composer', () => {
    const last = recallQuestion(start, -1, '');
    assert.equal(last && recalledText(last), 'second');
    const first = last && recallQuestion(last, -1, 'second');
    assert.equal(first && recalledText(first), 'first');
    const forward = first && recallQuestion(first, 1, 'first');
    assert.equal(forward && recalledText(forward), 'second');
    const empty = forward && recallQuestion(forward, 1, 'second');
    assert.equal(empty && recalledText(empty), '');
  });

  it('leaves the caret keys alone where other text stands or nothing is further', () => {
    assert.equal(recallQuestion(start, -1, 'typed'), undefined);
    assert.equal(recallQuestion(start, 1, ''), undefined);
    assert.equal(recallQuestion({ questions: [], position: 0 }, -1, ''), undefined);
    assert.equal(recallQuestion({ ...start, position: 0 }, -1, 'first'), undefined);
  });
});
