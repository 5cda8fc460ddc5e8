import assert from 'node:assert/strict';
import { ModelError } from '../../../../src/model/model-error';
import { transcribe } from '../../../../src/model/openai/transcribe';
import type { RequestLogEntry } from '../../../../src/model/request-log';
import { OpenAiServer } from '../../../servers/openai-server';
import { readMultipart } from '../../../servers/read-multipart';
import { refuse, type Reply, sendJson } from '../../../servers/replies';
import { sentinelKey } from './setting';

const path = '/v1/audio/transcriptions';
const sound = { bytes: Uint8Array.of(0, 13, 10, 45, 45, 255), mediaType: 'audio/mpeg', name: 'stand"up.mp3' };
const verbose = {
  task: 'transcribe',
  language: 'english',
  duration: 2.5,
  text: 'Good morning. Ship it.',
  segments: [
    { id: 0, start: 0, end: 1.2, text: ' Good morning.', temperature: 0 },
    { id: 1, start: 1.2, end: 2.5, text: ' Ship it.' },
  ],
};

describe('Transcripts', () => {
  let server: OpenAiServer;
  let log: RequestLogEntry[];
  beforeEach(async () => {
    server = await OpenAiServer.start();
    log = [];
  });
  afterEach(() => server.close());

  const ask = (model: string, signal = new AbortController().signal) => {
    const endpoint = { name: 'Test', baseUrl: server.baseUrl, model: 'gpt', maxRetries: 1 };
    const apiKey = () => Promise.resolve(sentinelKey);
    return transcribe({ endpoint, model, apiKey, log: (entry) => log.push(entry) }, sound, { signal });
  };
  const inTurn = (...replies: readonly Reply[]): void => {
    const left = [...replies];
    server.routes.set(path, (response, request) => (left.shift() ?? refuse(500))(response, request));
  };
  const failureOf = async (work: Promise<unknown>): Promise<ModelError> => {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert(error instanceof ModelError, String(error));
    return error;
  };

  it('are asked for with the exact bytes, a name and the key, and come with their times', async () => {
    inTurn(sendJson(verbose));
    const { text, segments, usage } = await ask('whisper-1');
    assert.equal(text, 'Good morning. Ship it.');
    assert.deepEqual(segments, [
      { start: 0, end: 1.2, text: ' Good morning.' },
      { start: 1.2, end: 2.5, text: ' Ship it.' },
    ]);
    assert.equal(usage, undefined);
    const [request] = server.requests;
    assert(request);
    assert.equal(request.headers.authorization, `Bearer ${sentinelKey}`);
    const { fields, file } = await readMultipart(request);
    assert.deepEqual(fields, { model: 'whisper-1', response_format: 'verbose_json' });
    assert.deepEqual([file.name, file.mediaType], ['stand"up.mp3', 'audio/mpeg']);
    assert.deepEqual([...file.bytes], [...sound.bytes]);
    const started = log.find((entry) => entry.event === 'started');
    assert.equal(started?.bodyBytes, request.body.length);
  });

  it('of models without times are asked for without them, and their tokens are counted', async () => {
    inTurn(
      sendJson({ text: 'Hello.', usage: { type: 'tokens', input_tokens: 14, output_tokens: 3, total_tokens: 17 } }),
    );
    const { text, segments, usage } = await ask('gpt-4o-transcribe');
    assert.deepEqual([text, segments], ['Hello.', []]);
    assert.deepEqual([usage?.inputTokens, usage?.outputTokens], [14, 3]);
    const [request] = server.requests;
    assert(request);
    assert.equal((await readMultipart(request)).fields['response_format'], 'json');
  });

  it('are asked for without times where the server refuses to tell them', async () => {
    const message = "Invalid value: 'verbose_json'. Supported values are: 'json' and 'text'.";
    inTurn(refuse(400, { message, param: 'response_format' }), sendJson({ text: 'Hello.' }));
    assert.equal((await ask('my-transcriber')).text, 'Hello.');
    const formats = await Promise.all(server.requests.map(async (request) => (await readMultipart(request)).fields));
    assert.deepEqual(
      formats.map((fields) => fields['response_format']),
      ['verbose_json', 'json'],
    );
  });

  it('are asked for again after a passing failure', async () => {
    inTurn(refuse(503), sendJson(verbose));
    assert.equal((await ask('whisper-1')).text, verbose.text);
    assert.equal(server.requests.length, 2);
  });

  it('are not to be had from a server without the operation', async () => {
    inTurn(refuse(404, { message: 'Not found' }));
    assert.equal((await failureOf(ask('whisper-1'))).kind, 'unsupported');
  });

  it('that are none are refused', async () => {
    inTurn(sendJson({ segments: [] }));
    assert.equal((await failureOf(ask('whisper-1'))).kind, 'notAStream');
  });

  it('never show the key when the server repeats it', async () => {
    inTurn(refuse(401, { message: `Bad key ${sentinelKey}` }));
    const error = await failureOf(ask('whisper-1'));
    assert(!JSON.stringify([error.message, error.detail, log]).includes(sentinelKey));
  });

  it('end at once when nobody wants them any more', async () => {
    const controller = new AbortController();
    const reason = new Error('Removed.');
    server.routes.set(path, () => controller.abort(reason));
    await assert.rejects(ask('whisper-1', controller.signal), (error) => error === reason);
  });
});
