import type { ExchangeRecord } from '../../../../src/model/exchange-record';

/** An exchange that ended well, with `changes`. */
export function exchangeRecord(changes: Partial<ExchangeRecord> = {}): ExchangeRecord {
  return {
    id: 1,
    request: 1,
    method: 'POST',
    url: 'https://api.example.com/v1/chat/completions',
    requestHeaders: { 'content-type': 'application/json', authorization: '[redacted]' },
    requestBody: { model: 'test-vision', messages: [{ role: 'user', content: 'Hi' }] },
    attempt: 1,
    startedAt: Date.UTC(2026, 10, 21, 12),
    timings: { connected: 12, firstByte: 340.4, firstToken: 350, last: 1234 },
    status: 200,
    responseHeaders: { 'content-type': 'text/event-stream' },
    responseText: 'data: [DONE]\n\n',
    responseBytes: 14,
    ...changes,
  };
}
