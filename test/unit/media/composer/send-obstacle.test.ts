import assert from 'node:assert/strict';
import { isAnswering, sendObstacle } from '../../../../media/composer/send-obstacle';
import type { TrayItem } from '../../../../src/shared/attachment/tray-item';
import type { PanelState } from '../../../../src/shared/protocol';

const preparing = (name: string): TrayItem => ({ status: 'preparing', id: name, name });
const ready: TrayItem = {
  status: 'ready',
  id: 'r',
  name: 'r.txt',
  attachment: {
    kind: 'text',
    id: 'r',
    name: 'r.txt',
    languageId: 'plaintext',
    source: { sha256: '', mediaType: 'text/plain', byteLength: 1 },
    parts: [],
    reasons: [],
  },
  estimate: { bytes: 1, tokens: 1, rule: '', source: '' },
};

describe('sending', () => {
  it('needs a question or something attached', () => {
    assert.match(sendObstacle(panel('  ')) ?? '', /Type a question/);
    assert.equal(sendObstacle(panel('Hi')), undefined);
    assert.equal(sendObstacle(panel('', [ready])), undefined);
  });

  it('waits for what is being prepared, and says for what', () => {
    assert.equal(sendObstacle(panel('Hi', [preparing('a.png')])), 'a.png is still being prepared.');
    assert.match(sendObstacle(panel('Hi', [preparing('a'), preparing('b')])) ?? '', /^2 attachments/);
  });

  it('lets one question wait for the end of an answer, and no second', () => {
    const answering = panel('Hi', [], 'streaming');
    assert.equal(sendObstacle(answering), undefined);
    assert.match(sendObstacle(panel('', [], 'streaming')) ?? '', /still answering/);
    const waiting = { text: 'And then?', attached: [] };
    assert.match(
      sendObstacle({ ...answering, draft: { ...answering.draft, waiting } }) ?? '',
      /Another question waits already/,
    );
    const stopped = panel('Hi', [], 'complete');
    assert.equal(sendObstacle({ ...stopped, draft: { ...stopped.draft, waiting } }), undefined);
  });

  it('is not stopped by an attachment that failed', () => {
    const failed: TrayItem = { status: 'failed', id: 'f', name: 'f', reason: 'Broken.' };
    assert.equal(sendObstacle(panel('Hi', [failed])), undefined);
    assert.notEqual(sendObstacle(panel('', [failed])), undefined);
  });

  it('says why a chat is read-only', () => {
    assert.equal(sendObstacle({ ...panel('Hi'), readOnlyReason: 'Open elsewhere.' }), 'Open elsewhere.');
  });

  it('knows when an answer is on its way', () => {
    assert.equal(isAnswering(panel('')), false);
    assert.equal(isAnswering(panel('', [], 'streaming')), true);
    assert.equal(isAnswering(panel('', [], 'complete')), false);
  });
});

function panel(text: string, tray: readonly TrayItem[] = [], status?: 'streaming' | 'complete'): PanelState {
  const model = { endpoint: '', model: '' };
  const message = { role: 'assistant', id: 'a', createdAt: 0, model, text: '', reasoning: '' } as const;
  return {
    conversation: { id: 'c', title: '', createdAt: 0, messages: status ? [{ ...message, status }] : [] },
    draft: { text, tray },
    model: { ...model, label: '', offline: false, local: false },
    request: { parameters: [], known: { capabilities: {}, sources: {} }, adjustments: [] },
    chats: [],
  };
}
