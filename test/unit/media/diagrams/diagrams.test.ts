import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { DiagramAnswer, DiagramRequest } from '../../../../media/diagrams/diagram-messages';
import { Diagrams } from '../../../../media/diagrams/diagrams';

const request: DiagramRequest = {
  code: 'graph TD',
  theme: { isDark: true, background: '', foreground: '', fill: '', line: '', fontFamily: '' },
};
const drawn: DiagramAnswer = { status: 'drawn', svg: '<svg/>', width: 1, height: 1 };

describe('the drawings of diagrams', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  const drawsIn = (...attempts: (() => Promise<DiagramAnswer>)[]) => {
    let count = 0;
    return {
      count: () => count,
      diagrams: new Diagrams(() =>
        Promise.resolve({ draw: async () => (await attempts[count++]?.()) ?? drawn, close: () => undefined }),
      ),
    };
  };

  it('are kept, as is what is wrong with the code', async () => {
    const wrong: DiagramAnswer = { status: 'failed', reason: 'Parse error on line 2' };
    const { diagrams, count } = drawsIn(() => Promise.resolve(wrong));
    assert.deepEqual([await diagrams.draw(request), await diagrams.draw(request)], [wrong, wrong]);
    assert.equal(count(), 1);
  });

  it('are tried again after what was not wrong with the code', async () => {
    const { diagrams } = drawsIn(
      () => Promise.reject(new Error('the page could not load diagrams.js')),
      () => new Promise(() => undefined),
    );
    assert.deepEqual(await diagrams.draw(request), { status: 'failed', reason: 'the page could not load diagrams.js' });
    const late = diagrams.draw(request);
    // The frame is there only then, and time does not pass by itself.
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(20_000);
    assert.deepEqual(await late, { status: 'failed', reason: 'it takes too long to draw' });
    assert.deepEqual(await diagrams.draw(request), drawn);
  });
});
