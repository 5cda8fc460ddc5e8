import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { ModelError } from '../../../../src/model/model-error';
import { defaultLimits, type Limits } from '../../../../src/model/openai/limits';
import { finishChunk, textChunk, usageChunk } from '../../../servers/chunks';
import {
  answerEvents,
  answerThenReset,
  answerThenSilence,
  neverAnswer,
  refuse,
  sendBytes,
  sendJson,
  type Reply,
} from '../../../servers/replies';
import { failureOf, read, Setting, type Outcome } from './setting';

const event = (value: object | string): string =>
  `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;
const hello = `${event(textChunk('Grüße '))}${event(textChunk('an 😀'))}`;

async function ask(reply: Reply, limits: Limits = defaultLimits): Promise<Outcome & { readonly requests: number }> {
  await using setting = await Setting.create(() => ({ limits }));
  setting.server.reply(reply);
  return { ...(await read(setting.model.streamComplete('Hi'))), requests: setting.server.requests.length };
}

function kindOf({ error }: Outcome): string | undefined {
  return error instanceof ModelError ? error.kind : undefined;
}

describe('A stream', () => {
  it('gives the same text wherever its bytes are cut', async () => {
    await using setting = await Setting.create();
    const bytes = Buffer.from(`${hello}${event(finishChunk())}${event('[DONE]')}`);
    // Every place of the text, which has characters of two and four bytes, and then single bytes.
    const textEnd = Buffer.byteLength(hello);
    for (let place = 0; place < textEnd; place++) {
      setting.server.reply(sendBytes([bytes.subarray(0, place), bytes.subarray(place)]));
      const { text, error } = await read(setting.model.streamComplete('Hi'));
      assert.deepEqual({ place, text, error }, { place, text: 'Grüße an 😀', error: undefined });
    }
    setting.server.reply(sendBytes(Array.from(bytes, (byte) => Uint8Array.of(byte))));
    assert.equal((await read(setting.model.streamComplete('Hi'))).text, 'Grüße an 😀');
  });

  it('may mix line ends and spread data over several lines', async () => {
    const { text, error } = await ask(
      sendBytes([
        ': OPENROUTER PROCESSING\r\n\r\n',
        `data: {"choices":[\r\ndata: {"delta":{"content":"a"}}]}\r\n\r\n`,
        `data: ${JSON.stringify(textChunk('b'))}\r\r`,
        event(finishChunk()),
        'data: [DONE]\n\n',
      ]),
    );
    assert.deepEqual({ text, error }, { text: 'ab', error: undefined });
  });

  it('may be compressed, and is incomplete when the compressed bytes are cut', async () => {
    const bytes = gzipSync(`${hello}${event(finishChunk())}${event('[DONE]')}`);
    const headers = { 'content-encoding': 'gzip' };
    const { text, error } = await ask(sendBytes([bytes], headers));
    assert.deepEqual({ text, error }, { text: 'Grüße an 😀', error: undefined });
    assert.ok((await ask(sendBytes([gzipSync(hello).subarray(0, -12)], headers))).error instanceof ModelError);
  });

  it('stays alive on keep-alive comments alone, longer than it may be silent', async () => {
    const pings: Reply = async (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      await new Promise<void>((resolve) => {
        let count = 0;
        const timer = setInterval(() => {
          response.write(': keep-alive\n\n');
          if (++count === 15) {
            clearInterval(timer);
            resolve();
          }
        }, 100);
      });
      response.end(`${hello}${event(finishChunk())}${event('[DONE]')}`);
    };
    const { text, error } = await ask(pings, { ...defaultLimits, silenceMilliseconds: 1_000 });
    assert.deepEqual({ text, error }, { text: 'Grüße an 😀', error: undefined });
  });

  it('is done at [DONE], and lets go of a connection that stays open', async () => {
    await using setting = await Setting.create();
    setting.server.reply(answerThenSilence([textChunk('a'), finishChunk(), '[DONE]']));
    assert.equal((await read(setting.model.streamComplete('Hi'))).error, undefined);
    assert.equal(await setting.server.requests[0]?.ended, 'abandoned');
  });

  it('is complete with a finish reason and no [DONE]', async () => {
    const { text, error } = await ask(answerEvents([textChunk('a'), finishChunk()]));
    assert.deepEqual({ text, error }, { text: 'a', error: undefined });
  });

  it('is complete with a finish reason on a connection that stays open, or breaks', async () => {
    await using setting = await Setting.create(() => ({ limits: { ...defaultLimits, closingMilliseconds: 300 } }));
    const events = [textChunk('a'), finishChunk(), usageChunk({ prompt_tokens: 1, completion_tokens: 1 })];
    setting.server.reply(answerThenSilence(events), answerThenReset(events));
    for (let count = 0; count < 2; count++) {
      const { deltas, error } = await read(setting.model.streamComplete('Hi'));
      assert.equal(error, undefined);
      assert.deepEqual(
        deltas.map(({ type }) => type),
        ['text', 'usage', 'finish'],
      );
    }
  });

  it('is complete with [DONE] and no finish reason', async () => {
    const { deltas, error } = await ask(answerEvents([textChunk('a'), '[DONE]']));
    assert.equal(error, undefined);
    assert.deepEqual(deltas.at(-1), { type: 'finish', reason: 'stop' });
  });

  it('is incomplete when it ends with neither, after its text was given', async () => {
    const outcome = await ask(answerEvents([textChunk('half')]));
    assert.equal(outcome.text, 'half');
    assert.equal(kindOf(outcome), 'incompleteAnswer');
    assert.equal(outcome.requests, 1);
  });

  it('is incomplete when it is empty', async () => {
    assert.equal(kindOf(await ask(sendBytes([': nothing\n\n']))), 'incompleteAnswer');
  });

  it('counts its last event without a blank line when that is whole', async () => {
    const { text, error } = await ask(sendBytes([hello, `data: ${JSON.stringify(finishChunk())}`]));
    assert.deepEqual({ text, error }, { text: 'Grüße an 😀', error: undefined });
  });

  it('is incomplete when its last event was cut', async () => {
    const outcome = await ask(sendBytes([hello, JSON.stringify(finishChunk()).slice(0, -5)]));
    assert.equal(outcome.text, 'Grüße an 😀');
    assert.equal(kindOf(outcome), 'incompleteAnswer');
    assert.equal(kindOf(await ask(sendBytes([hello, 'data: {"choices":[{"del']))), 'incompleteAnswer');
  });

  for (const ending of ['data: [DONE]x\n\n', 'data: [DONE]\ndata: more\n\n']) {
    it(`is not done at ${JSON.stringify(ending)}`, async () => {
      const outcome = await ask(sendBytes([hello, ending]));
      assert.equal(outcome.text, 'Grüße an 😀');
      assert.equal(kindOf(outcome), 'notAStream');
    });
  }

  for (const [form, bytes] of [
    ['a chunk with an error', event({ error: { code: 502, message: 'Provider fell over' } })],
    ['an error event', 'event: error\ndata: {"message":"Provider fell over"}\n\n'],
    ['an error event that holds an error', 'event: error\ndata: {"error":{"message":"Provider fell over"}}\n\n'],
    ['an error as a text', event({ error: 'Provider fell over' })],
  ] as const) {
    it(`ends with what the server said in ${form}, and keeps the text before it`, async () => {
      const outcome = await ask(sendBytes([hello, bytes]));
      assert.equal(outcome.text, 'Grüße an 😀');
      assert.ok(outcome.error instanceof ModelError);
      assert.deepEqual([outcome.error.kind, outcome.error.detail], ['serverError', 'Provider fell over']);
      assert.equal(outcome.requests, 1);
    });
  }

  it('does not tell what it could not parse', async () => {
    await using setting = await Setting.create();
    setting.server.reply(sendBytes([hello, 'data: {"secret sauce\n\n']));
    const error = await failureOf(setting.model.streamComplete('Hi'));
    assert.equal(error.kind, 'notAStream');
    assert.doesNotMatch(JSON.stringify([error, error.message, String(error.cause), setting.log]), /sauce/);
  });

  it('fails as lost when the connection is reset, and is not asked for again', async () => {
    const outcome = await ask(answerThenReset([textChunk('half')]));
    assert.equal(outcome.text, 'half');
    assert.equal(kindOf(outcome), 'connectionLost');
    assert.equal(outcome.requests, 1);
  });

  it('fails as timed out when the connection falls silent', async () => {
    const outcome = await ask(answerThenSilence([textChunk('half')]), { ...defaultLimits, silenceMilliseconds: 300 });
    assert.equal(outcome.text, 'half');
    assert.equal(kindOf(outcome), 'timeout');
    assert.equal(outcome.requests, 1);
  });

  it('fails as timed out when the server never begins to answer', async () => {
    await using setting = await Setting.create(({ baseUrl }) => ({
      endpoint: { name: 'Test', baseUrl, model: 'test-vision', maxRetries: 0 },
      limits: { ...defaultLimits, responseMilliseconds: 300 },
    }));
    setting.server.reply(neverAnswer);
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'timeout');
  });

  it('ends as incomplete when it grows beyond all bounds', async () => {
    await using setting = await Setting.create(() => ({ limits: { ...defaultLimits, answerBytes: 10_000 } }));
    setting.server.reply(answerEvents([textChunk('a'), textChunk('x'.repeat(20_000))], 50));
    const outcome = await read(setting.model.streamComplete('Hi'));
    assert.equal(outcome.text, 'a');
    assert.equal(kindOf(outcome), 'incompleteAnswer');
  });
});

describe('A stream where none was asked', () => {
  const parameters = { stream: false };
  const streamed = { 'content-type': 'text/event-stream; charset=utf-8' };

  it('is read', async () => {
    await using setting = await Setting.create();
    setting.server.reply(sendBytes([': hello\n\n', hello, event(finishChunk()), event('[DONE]')], streamed));
    const { text, error, deltas } = await read(setting.model.streamComplete('Hi', [], { parameters }));
    assert.deepEqual(
      { text, error, last: deltas.at(-1)?.type },
      { text: 'Grüße an 😀', error: undefined, last: 'finish' },
    );
  });

  it('fails with what an event says went wrong', async () => {
    await using setting = await Setting.create();
    const broken = event({ error: { code: 400, message: 'Provider fell over' } });
    setting.server.reply(sendBytes([hello, broken], streamed));
    await assert.rejects(setting.model.complete('Hi', [], { parameters }), { detail: 'Provider fell over' });
  });

  it('is incomplete when it was cut', async () => {
    await using setting = await Setting.create();
    setting.server.reply(sendBytes([hello], streamed));
    await assert.rejects(setting.model.complete('Hi', [], { parameters }), { kind: 'incompleteAnswer' });
  });
});

describe('An answer that is no stream', () => {
  it('fails with the title of an HTML page', async () => {
    const page = '<!doctype html><html><head><title>Sign in to Wi-Fi</title></head></html>';
    const { error } = await ask(sendBytes([page], { 'content-type': 'text/html' }));
    assert.ok(error instanceof ModelError);
    assert.deepEqual([error.kind, error.detail], ['notAStream', 'Sign in to Wi-Fi']);
  });

  for (const [what, reply] of [
    ['plain text', sendBytes(['OK'], { 'content-type': 'text/plain' })],
    ['other JSON', sendJson({ status: 'ok' })],
    ['cut JSON', sendBytes(['{"choices":[{"mess'], { 'content-type': 'application/json' })],
    ['nothing', sendBytes([], { 'content-type': 'application/json' })],
    ['a page that claims to be a stream', sendBytes(['<html>Bad gateway</html>'])],
  ] as const) {
    it(`fails for ${what}`, async () => {
      const outcome = await ask(reply);
      assert.equal(kindOf(outcome), 'notAStream');
      assert.equal(outcome.requests, 1);
    });
  }

  it('is read for what it is when its content type is wrong', async () => {
    const { text, error } = await ask(
      sendBytes([hello, event(finishChunk()), event('[DONE]')], { 'content-type': 'application/json' }),
    );
    assert.deepEqual({ text, error }, { text: 'Grüße an 😀', error: undefined });
  });

  it('fails with the error of a body with status 200 (LM Studio)', async () => {
    const { error } = await ask(sendJson({ error: 'Unexpected endpoint or method. (POST /chat/completions)' }));
    assert.ok(error instanceof ModelError);
    assert.deepEqual(
      [error.kind, error.detail],
      ['badRequest', 'Unexpected endpoint or method. (POST /chat/completions)'],
    );
  });

  it('fails for a page where no stream was asked', async () => {
    await using setting = await Setting.create();
    setting.server.reply(sendBytes(['<html>Hello</html>'], { 'content-type': 'text/html' }));
    await assert.rejects(setting.model.complete('Hi'), { name: 'ModelError', kind: 'notAStream' });
  });

  it('is refused, not read, when its status says so', async () => {
    assert.equal(kindOf(await ask(refuse(418, '<html><title>Teapot</title></html>'))), 'badRequest');
  });
});
