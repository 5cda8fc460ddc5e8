import assert from 'node:assert/strict';
import type { ConversationEvent } from '../../../../src/shared/conversation-events';
import { EventCoalescer } from '../../../../src/vscode/panel/event-coalescer';

describe('EventCoalescer', () => {
  it('sends the text of one frame as one event', () => {
    const { coalescer, sent, tick } = setUp();
    coalescer.push(text('Hel'));
    coalescer.push(text('lo'));
    assert.deepEqual(sent, []);
    tick();
    assert.deepEqual(sent, [text('Hello')]);
  });

  it('begins a new frame after each one', () => {
    const { coalescer, sent, tick, scheduled } = setUp();
    coalescer.push(text('a'));
    tick();
    coalescer.push(text('b'));
    tick();
    assert.deepEqual(sent, [text('a'), text('b')]);
    assert.equal(scheduled(), 0);
  });

  it('keeps text and reasoning, and the texts of two answers, apart and in order', () => {
    const { coalescer, sent } = setUp();
    coalescer.push({ type: 'reasoningAppended', messageId: 'first', text: 'Well' });
    coalescer.push(text('Yes'));
    coalescer.push(text('No', 'second'));
    coalescer.flush();
    assert.deepEqual(sent, [
      { type: 'reasoningAppended', messageId: 'first', text: 'Well' },
      text('Yes'),
      text('No', 'second'),
    ]);
  });

  it('joins several answers that grow in turn, each for itself', () => {
    const { coalescer, sent, tick, scheduled } = setUp();
    for (const letter of 'cat') {
      coalescer.push(text(letter));
      coalescer.push({ type: 'textAppended', messageId: 'first', text: letter, alternative: 1 });
    }
    assert.equal(scheduled(), 1);
    tick();
    assert.deepEqual(sent, [text('cat'), { type: 'textAppended', messageId: 'first', text: 'cat', alternative: 1 }]);
  });

  it('sends what waits before any other event, which does not wait', () => {
    const { coalescer, sent, scheduled } = setUp();
    const ended: ConversationEvent = { type: 'answerEnded', messageId: 'first', status: 'complete' };
    coalescer.push(text('Done'));
    coalescer.push(ended);
    assert.deepEqual(sent, [text('Done'), ended]);
    assert.equal(scheduled(), 0);
  });

  it('sends nothing after it was disposed', () => {
    const { coalescer, sent, scheduled } = setUp();
    coalescer.push(text('late'));
    coalescer.dispose();
    coalescer.flush();
    assert.deepEqual(sent, []);
    assert.equal(scheduled(), 0);
  });

  it('sends by itself in real time', async () => {
    const sent = await new Promise<ConversationEvent>((resolve) => new EventCoalescer(resolve).push(text('soon')));
    assert.deepEqual(sent, text('soon'));
  });
});

function text(value: string, messageId = 'first'): ConversationEvent {
  return { type: 'textAppended', messageId, text: value };
}

function setUp() {
  const sent: ConversationEvent[] = [];
  const timers = new Set<() => void>();
  const coalescer = new EventCoalescer(
    (event) => sent.push(event),
    (run) => {
      timers.add(run);
      return { dispose: () => timers.delete(run) };
    },
  );
  const tick = (): void => {
    for (const run of [...timers]) {
      run();
    }
  };
  return { coalescer, sent, tick, scheduled: () => timers.size };
}
