import assert from 'node:assert/strict';
import { toRequestEvent } from '../../../../src/features/public-api/request-event';
import { ModelError } from '../../../../src/model/model-error';
import type { ModelEvent } from '../../../../src/model/model-events';

const base = { id: 'a', endpoint: 'Test', model: 'm', milliseconds: 3 };
const usage = { inputTokens: 1, outputTokens: 2 };

describe('the events of requests that other extensions see', () => {
  const events: readonly (readonly [ModelEvent, object])[] = [
    [
      {
        ...base,
        type: 'started',
        operation: 'chat',
        metadata: { endpoint: 'Test', model: 'm', offline: false, capabilities: {} },
        isLocal: true,
        startedAt: 5,
        conversationId: 'c',
      },
      { ...base, type: 'started', operation: 'chat', startedAt: 5, conversationId: 'c' },
    ],
    [
      { ...base, type: 'firstToken' },
      { ...base, type: 'firstToken' },
    ],
    [
      { ...base, type: 'delta', delta: { type: 'text', text: 'secret words' } },
      { ...base, type: 'delta', delta: 'text', characters: 12 },
    ],
    [
      { ...base, type: 'delta', delta: { type: 'citation', citation: { url: 'https://secret.example' } } },
      { ...base, type: 'delta', delta: 'citation' },
    ],
    [
      { ...base, type: 'ended', usage, finishReason: 'stop' },
      { ...base, type: 'ended', usage, finishReason: 'stop' },
    ],
    [
      {
        ...base,
        type: 'failed',
        error: new ModelError('rateLimited', 'secret', { status: 429, detail: 'secret' }),
        usage,
      },
      { ...base, type: 'failed', kind: 'rateLimited', status: 429, usage },
    ],
    [
      { ...base, type: 'cancelled' },
      { ...base, type: 'cancelled' },
    ],
  ];
  for (const [event, expected] of events) {
    const name = event.type === 'delta' ? `${event.type} of ${event.delta.type}` : event.type;
    it(`tell of ${name} what happened, and nothing of what was said`, () => {
      assert.deepEqual(toRequestEvent(event), expected);
      assert(!JSON.stringify(toRequestEvent(event)).includes('secret'));
    });
  }
});
