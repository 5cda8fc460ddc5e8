import assert from 'node:assert/strict';
import { everyPicture, isAmong, pairWith, withPicture } from '../../../../media/compare/comparable';
import { samplePdf, sampleText } from '../../../e2e/panel/attachment-samples';
import { answer, conversation, panelState, picture, question, ready } from '../../../e2e/panel/sample-state';

describe('a picture that is compared with another', () => {
  const state = (tray: readonly string[]) =>
    panelState({
      conversation: conversation([
        question('q1', 'What is this?', [picture('one', 'one.png'), picture('two', 'two.png')]),
        answer('a1', { text: 'A chart.' }),
        question('q2', 'And this?', [picture('three', 'three.png'), samplePdf]),
      ]),
      draft: { text: '', tray: [...tray.map((id) => ready(picture(id, `${id}.png`))), ready(sampleText)] },
    });
  const pair = (id: string, tray: readonly string[] = []) => {
    const { first, second } = pairWith(everyPicture(state(tray)), id) ?? {};
    return [first, second];
  };

  it('is one of all that are in the chat, in their order, and then in the tray', () => {
    assert.deepEqual(
      everyPicture(state(['four'])).map(({ id, isEarlier }) => [id, isEarlier ?? false]),
      [
        ['one', true],
        ['two', true],
        ['three', true],
        ['four', false],
      ],
    );
  });

  it('is compared with what is in the tray, or else with what was sent next to it; the earlier one comes first', () => {
    assert.deepEqual(pair('one', ['four', 'five']), ['one', 'four']);
    assert.deepEqual(pair('five', ['four', 'five']), ['four', 'five']);
    assert.deepEqual(pair('four', ['four']), ['three', 'four']);
    assert.deepEqual(pair('one'), ['one', 'two']);
    assert.deepEqual(pair('three'), ['two', 'three']);
  });

  it('has none where it is the only one, or gone', () => {
    assert.equal(pairWith([{ id: 'a', name: 'a.png' }], 'a'), undefined);
    assert.deepEqual(pair('gone'), [undefined, undefined]);
  });
});

describe('the pair that is compared', () => {
  const pair = { first: 'a', second: 'b' };

  it('takes another picture on either side', () => {
    assert.deepEqual(withPicture(pair, 'first', 'c'), { first: 'c', second: 'b' });
    assert.deepEqual(withPicture(pair, 'second', 'c'), { first: 'a', second: 'c' });
  });

  it('never holds one picture twice: the two change places instead', () => {
    assert.deepEqual(withPicture(pair, 'first', 'b'), { first: 'b', second: 'a' });
    assert.deepEqual(withPicture(pair, 'second', 'a'), { first: 'b', second: 'a' });
  });

  it('is among pictures only where both are', () => {
    const [a, b] = ['a', 'b'].map((id) => ({ id, name: `${id}.png` }));
    assert(a && b);
    assert(isAmong([b, a], pair));
    assert(!isAmong([a], pair));
  });
});
