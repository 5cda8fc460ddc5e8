import assert from 'node:assert/strict';
import { stepsFrom } from '../../../../media/lightbox/steps';

describe('steps from picture to picture', () => {
  const sent = [
    { id: 'a', name: 'a.png', isEarlier: true },
    { id: 'b', name: 'b.png', isEarlier: true },
  ];
  const tray = { id: 'c', name: 'c.png' };

  it('lead through those of the chat, or those of the tray', () => {
    assert.deepEqual(stepsFrom([...sent, tray], { from: 'attachment', id: 'b' }), { pictures: sent, index: 1 });
    const waiting = [tray, { ...tray, id: 'd' }];
    assert.deepEqual(stepsFrom([...sent, ...waiting], { from: 'attachment', id: 'c' }), {
      pictures: waiting,
      index: 0,
    });
  });

  it('lead from no picture that is the only one, and from no piece of one', () => {
    assert.equal(stepsFrom([...sent, tray], { from: 'attachment', id: 'c' }), undefined);
    assert.equal(stepsFrom(sent, { from: 'attachment', id: 'gone' }), undefined);
    assert.equal(stepsFrom(sent, { from: 'attachment', id: 'a', part: 0 }), undefined);
  });
});
