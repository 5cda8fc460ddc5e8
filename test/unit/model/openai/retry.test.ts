import assert from 'node:assert/strict';
import type { ModelDelta } from '../../../../src/model/deltas';
import type { ImagePart } from '../../../../src/model/messages';
import { chunk, textChunk } from '../../../servers/chunks';
import {
  answerEvents,
  answerText,
  answerThenReset,
  answerThenSilence,
  neverAnswer,
  refuse,
  resetConnection,
} from '../../../servers/replies';
import { defaultLimits } from '../../../../src/model/openai/limits';
import { failureOf, read, Setting } from './setting';

/** A refusal that does not keep the test waiting. */
const refusedShortly = (status: number): ReturnType<typeof refuse> =>
  refuse(status, undefined, { 'retry-after-ms': '1' });

type Retry = Extract<ModelDelta, { type: 'retry' }>;

function retriesIn(deltas: readonly ModelDelta[]): Retry[] {
  return deltas.filter((delta): delta is Retry => delta.type === 'retry');
}

describe('A request that fails for a passing reason', () => {
  for (const status of [408, 409, 429, 500, 502, 503, 504]) {
    it(`such as ${status} is repeated`, async () => {
      await using setting = await Setting.create();
      setting.server.reply(refusedShortly(status), answerText(['Hello']));
      const { deltas, text, error } = await read(setting.model.streamComplete('Hi'));
      assert.deepEqual({ text, error }, { text: 'Hello', error: undefined });
      assert.deepEqual(
        retriesIn(deltas).map((retry) => [retry.attempt, retry.delayMilliseconds, retry.error.status]),
        [[2, 1, status]],
      );
    });
  }

  it('is repeated twice and then fails', async () => {
    await using setting = await Setting.create();
    setting.server.otherwise = refusedShortly(500);
    const { deltas, error } = await read(setting.model.streamComplete('Hi'));
    assert.deepEqual(
      retriesIn(deltas).map(({ attempt }) => attempt),
      [2, 3],
    );
    assert.ok(error instanceof Error && 'kind' in error);
    assert.equal(error.kind, 'serverError');
    assert.equal(setting.server.requests.length, 3);
  });

  it('is the same request each time, with one idempotency key', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refusedShortly(500), refusedShortly(429));
    await read(setting.model.streamComplete('Hi'));
    await read(setting.model.streamComplete('Hi'));
    const keys = setting.server.requests.map(({ headers }) => headers['idempotency-key']);
    assert.match(String(keys[0]), /^[\da-f-]{36}$/);
    assert.deepEqual(keys.slice(0, 3), [keys[0], keys[0], keys[0]]);
    assert.notEqual(keys[3], keys[0]);
    assert.equal(new Set(setting.server.requests.map(({ text }) => text)).size, 1);
  });

  it('is repeated after a reset before the answer, first after about half a second', async () => {
    await using setting = await Setting.create();
    setting.server.reply(resetConnection, answerText(['Hello']));
    const { deltas, text } = await read(setting.model.streamComplete('Hi'));
    assert.equal(text, 'Hello');
    const [retry] = retriesIn(deltas);
    assert.equal(retry?.error.kind, 'connectionLost');
    assert.ok(retry.delayMilliseconds >= 500 && retry.delayMilliseconds <= 1_000, String(retry.delayMilliseconds));
  });

  for (const stream of [true, false]) {
    it(`is repeated when no answer begins in time, visibly (stream: ${String(stream)})`, async () => {
      await using setting = await Setting.create(() => ({ limits: { ...defaultLimits, responseMilliseconds: 300 } }));
      setting.server.reply(neverAnswer);
      const { deltas, text } = await read(setting.model.streamComplete('Hi', [], { parameters: { stream } }));
      assert.equal(text, 'All is well.');
      assert.deepEqual(
        retriesIn(deltas).map(({ error }) => error.kind),
        ['timeout'],
      );
    });
  }

  it('because no answer begins in time can be cancelled while it waits', async () => {
    await using setting = await Setting.create(() => ({ limits: { ...defaultLimits, responseMilliseconds: 300 } }));
    setting.server.otherwise = neverAnswer;
    const controller = new AbortController();
    const reading = async () => {
      for await (const { type } of setting.model.streamComplete('Hi', [], { signal: controller.signal })) {
        assert.equal(type, 'retry');
        controller.abort();
      }
    };
    await assert.rejects(reading(), { name: 'AbortError' });
    assert.equal(setting.server.requests.length, 1);
  });

  it('is repeated where no stream was asked', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refusedShortly(503));
    assert.equal((await setting.model.complete('Hi')).text, 'All is well.');
    assert.equal(setting.server.requests.length, 2);
  });

  it('is repeated when the first event is an error that passes (OpenRouter)', async () => {
    await using setting = await Setting.create();
    setting.server.reply(
      answerEvents([{ error: { code: 502, message: 'Provider fell over' } }]),
      answerText(['Hello']),
    );
    assert.equal((await read(setting.model.streamComplete('Hi'))).text, 'Hello');
  });
});

describe('A request is not repeated', () => {
  for (const status of [400, 401, 403, 404, 413, 422]) {
    it(`after ${status}`, async () => {
      await using setting = await Setting.create();
      setting.server.reply(refusedShortly(status));
      await failureOf(setting.model.streamComplete('Hi'));
      assert.equal(setting.server.requests.length, 1);
    });
  }

  it('once any of its text was given out', async () => {
    await using setting = await Setting.create();
    setting.server.reply(answerEvents([textChunk('a'), { error: { code: 500, message: 'Oops' } }]));
    const { deltas, error } = await read(setting.model.streamComplete('Hi'));
    assert.ok(error instanceof Error);
    assert.equal(retriesIn(deltas).length, 0);
    assert.equal(setting.server.requests.length, 1);
  });

  it('when the connection breaks after the answer had begun, even without text', async () => {
    await using setting = await Setting.create();
    setting.server.reply(answerThenReset([chunk({ role: 'assistant', content: null })]));
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'connectionLost');
    assert.equal(setting.server.requests.length, 1);
  });

  it('when the connection breaks inside of an answer in one piece', async () => {
    await using setting = await Setting.create();
    setting.server.reply(answerThenReset(['{"choices":[{"message":{"content":"Hal']));
    const stream = setting.model.streamComplete('Hi', [], { parameters: { stream: false } });
    assert.equal((await failureOf(stream)).kind, 'connectionLost');
    assert.equal(setting.server.requests.length, 1);
  });

  for (const stream of [true, false]) {
    it(`when a server falls silent that had begun to answer (stream: ${String(stream)})`, async () => {
      const limits = { ...defaultLimits, responseMilliseconds: 300, silenceMilliseconds: 300 };
      await using setting = await Setting.create(() => ({ limits }));
      setting.server.reply(answerThenSilence([chunk({ role: 'assistant', content: null })]));
      const answer = setting.model.streamComplete('Hi', [], { parameters: { stream } });
      assert.equal((await failureOf(answer)).kind, 'timeout');
      assert.equal(setting.server.requests.length, 1);
    });
  }

  it('when a 500 means that the model takes no images', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(500, { error: { message: 'image input is not supported - hint: mmproj' } }));
    const picture: ImagePart = { type: 'image', image: { mediaType: 'image/png', bytes: Uint8Array.of(1) } };
    assert.equal((await failureOf(setting.model.streamComplete('Hi', [picture]))).kind, 'imagesUnsupported');
    assert.equal(setting.server.requests.length, 1);
  });

  it('when the quota is used up, or the server says that it is no use', async () => {
    await using setting = await Setting.create();
    const noUse = { 'x-should-retry': 'false', 'retry-after-ms': '1' };
    setting.server.reply(
      refuse(429, { error: { message: 'Quota', code: 'insufficient_quota' } }, { 'retry-after-ms': '1' }),
      refuse(500, undefined, noUse),
    );
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'rateLimited');
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'serverError');
    assert.equal(setting.server.requests.length, 2);
  });
});

describe('The wait that a server asks for', () => {
  async function firstWait(headers: Record<string, string>): Promise<number | undefined> {
    await using setting = await Setting.create();
    setting.server.reply(refuse(429, undefined, headers));
    for await (const delta of setting.model.streamComplete('Hi')) {
      return delta.type === 'retry' ? delta.delayMilliseconds : undefined;
    }
    return undefined;
  }

  it('may be given in seconds', async () => {
    assert.equal(await firstWait({ 'retry-after': '7' }), 7_000);
    assert.equal(await firstWait({ 'retry-after': '0.5' }), 500);
  });

  it('may be given in milliseconds, which count before seconds', async () => {
    assert.equal(await firstWait({ 'retry-after-ms': '1234', 'retry-after': '60' }), 1_234);
  });

  it('may be given as a date', async () => {
    const wait = await firstWait({ 'retry-after': new Date(Date.now() + 30_000).toUTCString() });
    assert.ok(wait !== undefined && wait > 20_000 && wait <= 30_000, String(wait));
  });

  for (const headers of [
    { 'retry-after': 'soon' },
    { 'retry-after': '0' },
    { 'retry-after': '-5' },
    { 'retry-after': '' },
    { 'retry-after': 'Thu, 01 Jan 2015 00:00:00 GMT' },
    { 'retry-after-ms': '' },
    { 'retry-after-ms': '0' },
    { 'retry-after-ms': 'abc' },
  ]) {
    it(`is not heeded when it is nonsense or over, as in ${JSON.stringify(headers)}`, async () => {
      const wait = await firstWait(headers);
      assert.ok(wait !== undefined && wait >= 500 && wait <= 1_000, String(wait));
    });
  }

  it('is that of seconds where milliseconds are nonsense', async () => {
    assert.equal(await firstWait({ 'retry-after-ms': '', 'retry-after': '1' }), 1_000);
    assert.equal(await firstWait({ 'retry-after-ms': 'abc', 'retry-after': '7' }), 7_000);
  });

  it('is told instead of waited when it is over a minute', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(429, undefined, { 'retry-after': '61' }));
    const failure = await failureOf(setting.model.streamComplete('Hi'));
    assert.deepEqual([failure.kind, failure.retryAfterMilliseconds], ['rateLimited', 61_000]);
    assert.equal(setting.server.requests.length, 1);
  });
});
