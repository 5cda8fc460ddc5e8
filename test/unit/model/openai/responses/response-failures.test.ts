import assert from 'node:assert/strict';
import type { FailureKind } from '../../../../../src/shared/failure';
import { answerThenReset, refuse, type Reply, sendBytes, sendJson } from '../../../../servers/replies';
import { failureOf, read } from '../setting';
import { type Event, events, recorded, responsesSetting } from './responses-setting';

const half: Event = { type: 'response.output_text.delta', delta: 'Half' };

/** How a stream goes wrong after its first text, and what that is. */
const breaks: readonly (readonly [what: string, reply: Reply, kind: FailureKind, detail?: string])[] = [
  ['ends without its last event', events(half), 'incompleteAnswer'],
  ['says [DONE] without its last event', sendBytes([eventText(half), 'data: [DONE]\n\n']), 'incompleteAnswer'],
  ['is reset', answerThenReset([half]), 'connectionLost'],
  ['turns into garbage', sendBytes([eventText(half), 'data: {"type":\n\n']), 'notAStream'],
  [
    'fails',
    events(half, {
      type: 'response.failed',
      response: { status: 'failed', error: { code: 'server_error', message: 'The model fell over.' } },
    }),
    'serverError',
    'The model fell over.',
  ],
  [
    'fails for being too much',
    events(half, {
      type: 'response.failed',
      response: { status: 'failed', error: { code: 'rate_limit_exceeded', message: 'Slow down.' } },
    }),
    'rateLimited',
    'Slow down.',
  ],
  ['fails without a word', events(half, { type: 'response.failed', response: { status: 'failed' } }), 'serverError'],
  [
    'has an error',
    events(half, { type: 'error', code: 'context_length_exceeded', message: 'Too long.', param: null }),
    'contextExceeded',
    'Too long.',
  ],
  [
    'has an error without a name of its event',
    sendBytes([eventText(half), 'data: {"type":"error","code":"server_error","message":"Oh."}\n\n']),
    'serverError',
    'Oh.',
  ],
  [
    'has an error inside of its event',
    events(half, { type: 'error', error: { type: 'server_error', message: 'Oh.' } }),
    'serverError',
    'Oh.',
  ],
];

describe('A response', () => {
  for (const [what, reply, kind, detail] of breaks) {
    it(`that ${what} keeps its text and is ${kind}`, async () => {
      await using setting = await responsesSetting([reply]);
      const { text, error, deltas } = await read(setting.model.streamComplete('Hi'));
      assert.equal(text, 'Half');
      assert.ok(error instanceof Error && 'kind' in error && 'detail' in error, String(error));
      assert.equal(error.kind, kind);
      if (detail !== undefined) {
        assert.equal(error.detail, detail);
      }
      assert.ok(deltas.every(({ type }) => type !== 'finish' && type !== 'retry'));
      assert.equal(setting.server.requests.length, 1);
    });
  }

  it('that breaks after its end is whole', async () => {
    await using setting = await responsesSetting([
      sendBytes([recorded('answer.sse'), 'data: {"type":"error","message":']),
    ]);
    const { error, deltas } = await read(setting.model.streamComplete('Hi'));
    assert.deepEqual([error, deltas.at(-1)], [undefined, { type: 'finish', reason: 'stop' }]);
  });

  it('that failed in one piece is the failure that it tells', async () => {
    const error = { code: 'server_error', message: 'The model fell over.' };
    await using setting = await responsesSetting([
      sendJson({ object: 'response', status: 'failed', error, output: [] }),
    ]);
    const expected = { name: 'ModelError', kind: 'serverError', detail: 'The model fell over.' };
    await assert.rejects(setting.model.complete('Hi'), expected);
    const failure = await failureOf(setting.model.streamComplete('Hi'));
    assert.deepEqual([failure.kind, failure.detail], ['serverError', 'The model fell over.']);
  });

  for (const status of ['queued', 'in_progress', 'cancelled']) {
    it(`that is ${status} is no whole answer`, async () => {
      await using setting = await responsesSetting([sendJson({ object: 'response', status, output: [] })]);
      await assert.rejects(setting.model.complete('Hi'), { name: 'ModelError', kind: 'incompleteAnswer' });
    });
  }

  for (const body of [
    { choices: [{ message: { content: 'A chat completion' }, finish_reason: 'stop' }] },
    { object: 'response', output: [null] },
    { object: 'response', output: [{ type: 'message' }] },
    { object: 'response', output: [{ type: 'message', content: [null] }] },
    [],
  ]) {
    it(`that is ${JSON.stringify(body)} is none`, async () => {
      await using setting = await responsesSetting([sendJson(body)]);
      await assert.rejects(setting.model.complete('Hi'), { name: 'ModelError', kind: 'notAStream' });
    });
  }

  it('is asked for again after a failure that passes, with one idempotency key', async () => {
    await using setting = await responsesSetting([
      refuse(500, undefined, { 'retry-after-ms': '1' }),
      sendBytes([recorded('answer.sse')]),
    ]);
    const { deltas, error } = await read(setting.model.streamComplete('Hi'));
    assert.deepEqual([deltas[0]?.type, error], ['retry', undefined]);
    const keys = setting.server.requests.map(({ headers }) => headers['idempotency-key']);
    assert.ok(keys[0] && keys[0] === keys[1] && keys.length === 2);
  });

  it('from a server without this protocol is told in its words', async () => {
    await using setting = await responsesSetting([refuse(404, { error: { message: 'Unknown path /v1/responses' } })]);
    const failure = await failureOf(setting.model.streamComplete('Hi'));
    assert.deepEqual([failure.kind, failure.status, failure.detail], ['badRequest', 404, 'Unknown path /v1/responses']);
  });
});

function eventText(event: Event): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
