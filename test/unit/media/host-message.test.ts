import assert from 'node:assert/strict';
import { isHostMessage } from '../../../media/host-message';

describe('messages from the host', () => {
  it('are taken when they have their fields', () => {
    assert.ok(isHostMessage({ type: 'composerFocused' }));
    assert.ok(isHostMessage({ type: 'noticeShown', text: 'Hm.' }));
    const known = { capabilities: {}, sources: {} };
    assert.ok(isHostMessage({ type: 'requestChanged', request: { parameters: [], adjustments: [], known } }));
    const request = { parameters: [], adjustments: [], known };
    const conversation = { id: 'c', messages: [] };
    const state = { conversation, draft: { text: '', tray: [] }, model: {}, request };
    assert.ok(isHostMessage({ type: 'snapshot', state }));
    assert.ok(isHostMessage({ type: 'snapshot', state: { ...state, chats: [] } }));
    assert.equal(isHostMessage({ type: 'snapshot', state: { ...state, chats: 'none' } }), false);
    assert.ok(isHostMessage({ type: 'blobLoaded', sha256: 'a', mediaType: 'image/png', bytes: new Uint8Array(1) }));
  });

  const wrong: readonly unknown[] = [
    undefined,
    null,
    'snapshot',
    {},
    { type: 'toString' },
    { type: 'unknown' },
    { type: 'noticeShown' },
    { type: 'noticeShown', text: 1 },
    { type: 'blobLoaded', sha256: 'a', mediaType: 'image/png', bytes: [1] },
    { type: 'requestChanged', request: {} },
    { type: 'requestChanged', request: { parameters: [], adjustments: [], known: { capabilities: {} } } },
    { type: 'snapshot', state: {} },
    { type: 'snapshot', state: { conversation: { id: 'c', messages: 'none' } } },
    { type: 'conversationEvent', conversationId: 'c', event: {} },
  ];
  for (const message of wrong) {
    it(`leave out ${JSON.stringify(message) ?? 'nothing at all'}`, () => assert.equal(isHostMessage(message), false));
  }
});
