import assert from 'node:assert/strict';
import type { ImagePart } from '../../../../src/model/messages';
import { listModels } from '../../../../src/model/openai/openai-model';
import { answerText, refuse, type Reply } from '../../../servers/replies';
import { failureOf, read, sentinelKey, Setting } from './setting';

const picture: ImagePart = {
  type: 'image',
  image: { mediaType: 'image/png', bytes: Uint8Array.from({ length: 3_000 }, (_, index) => index % 251) },
};
const sentinelHeader = 'header-sentinel-98765';

describe('The log of requests', () => {
  it('tells how each went', async () => {
    await using setting = await Setting.create();
    setting.server.reply(
      refuse(503, { message: 'Busy' }, { 'retry-after-ms': '1', 'x-request-id': 'req_1' }),
      answerText(['Hello']),
    );
    await read(setting.model.streamComplete('Hi', [picture]));
    const body = setting.server.requests[0]?.body.length;
    const [request] = setting.log.map((entry) => entry.request);
    assert.deepEqual(
      setting.log.map((entry) => ({ ...entry, ...('milliseconds' in entry && { milliseconds: 0 }) })),
      [
        {
          event: 'started',
          request,
          attempt: 1,
          method: 'POST',
          url: `${setting.server.baseUrl}/chat/completions`,
          bodyBytes: body,
          question: { model: 'test-vision', streaming: true, messages: 1, images: 1 },
        },
        {
          event: 'failed',
          request,
          milliseconds: 0,
          kind: 'serverError',
          message: `${new URL(setting.server.origin).host} failed (HTTP 503).`,
          status: 503,
          detail: 'Busy',
          serverRequestId: 'req_1',
        },
        { event: 'retryScheduled', request, attempt: 2, delayMilliseconds: 1 },
        {
          event: 'started',
          request,
          attempt: 2,
          method: 'POST',
          url: `${setting.server.baseUrl}/chat/completions`,
          bodyBytes: body,
          question: { model: 'test-vision', streaming: true, messages: 1, images: 1 },
        },
        {
          event: 'ended',
          request,
          status: 200,
          milliseconds: 0,
          finishReason: 'stop',
          usage: { inputTokens: 11, outputTokens: 7 },
        },
      ],
    );
  });

  it('has no key, header, question, answer or picture, whatever the server echoes', async () => {
    await using setting = await Setting.create((server) => ({
      endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm', headers: { 'x-gateway-token': sentinelHeader } },
    }));
    const echo =
      (status: number, contentType: string): Reply =>
      (response, request) => {
        response.writeHead(status, { 'content-type': contentType });
        response.end(JSON.stringify({ error: { message: JSON.stringify([request.headers, request.text]) } }));
      };
    const base64 = Buffer.from('image' in picture && 'bytes' in picture.image ? picture.image.bytes : []).toString(
      'base64',
    );
    for (const reply of [
      echo(400, 'application/json'),
      echo(200, 'application/json'),
      echo(200, 'text/event-stream'),
    ]) {
      setting.server.reply(reply);
      const failure = await failureOf(setting.model.streamComplete('Hi', [picture]));
      const shown = [
        failure.message,
        failure.detail,
        String(failure.cause),
        failure.stack,
        JSON.stringify(setting.log),
      ];
      for (const secret of [sentinelKey, sentinelHeader, base64.slice(0, 40), base64.slice(-40)]) {
        assert.equal(shown.join('\n').includes(secret), false, `${secret} in ${shown.join('\n')}`);
      }
    }
    setting.server.reply(answerText(['the answer sentinel']));
    await read(setting.model.streamComplete('the question sentinel'));
    assert.doesNotMatch(JSON.stringify(setting.log), /question sentinel|answer sentinel/);
  });

  it('has no key that stands in the URL', async () => {
    await using setting = await Setting.create();
    await listModels({
      endpoint: { name: 'Test', baseUrl: `${setting.server.baseUrl}?key=${sentinelKey}`, model: 'm' },
      apiKey: () => Promise.resolve(undefined),
      log: (entry) => setting.log.push(entry),
    });
    assert.equal(setting.log[0]?.event, 'started');
    assert.doesNotMatch(JSON.stringify(setting.log), /sentinel/);
  });

  it('gives each request its number', async () => {
    await using setting = await Setting.create();
    await setting.model.complete('Hi');
    await setting.model.complete('Hi');
    assert.equal(new Set(setting.log.map((entry) => entry.request)).size, 2);
  });
});
