import assert from 'node:assert/strict';
import { ModelError } from '../../../../src/model/model-error';
import type { OpenAiModelSettings } from '../../../../src/model/openai/openai-model';
import { refuse, type Reply, sendJson } from '../../../servers/replies';
import { sentinelKey, Setting } from './setting';

interface EmbeddingQuestion {
  readonly model: string;
  readonly input: readonly string[];
  readonly dimensions?: number;
}

const path = '/v1/embeddings';

/** Answers each text with its length and its place, in reverse order. */
const lengths: Reply = (response, request) => {
  const { input } = JSON.parse(request.text) as EmbeddingQuestion;
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: [text.length, index] })).reverse();
  return sendJson({ object: 'list', data, usage: { prompt_tokens: input.length, total_tokens: input.length } })(
    response,
    request,
  );
};

async function answering(reply: Reply, changes: Partial<OpenAiModelSettings> = {}): Promise<Setting> {
  const setting = await Setting.create(() => changes);
  setting.server.routes.set(path, reply);
  return setting;
}

function questions({ server }: Setting): readonly EmbeddingQuestion[] {
  return server.requests.map(({ text }) => JSON.parse(text) as EmbeddingQuestion);
}

async function failureOf(work: Promise<unknown>): Promise<ModelError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert(error instanceof ModelError, String(error));
  return error;
}

/** The first replies in turn, and then another. */
function inTurn(first: readonly Reply[], then: Reply): Reply {
  const left = [...first];
  return (response, request) => (left.shift() ?? then)(response, request);
}

describe('Embeddings', () => {
  it('are asked for with the key, and come in the order of the texts', async () => {
    await using setting = await answering(lengths);
    const { vectors, usage } = await setting.model.embed(['one', 'three', 'seven seven']);
    assert.deepEqual(vectors, [Float32Array.of(3, 0), Float32Array.of(5, 1), Float32Array.of(11, 2)]);
    assert.deepEqual(usage, { inputTokens: 3, outputTokens: 0 });
    const [request] = setting.server.requests;
    assert.equal(request?.method, 'POST');
    assert.equal(request.headers.authorization, `Bearer ${sentinelKey}`);
    assert.deepEqual(questions(setting), [{ model: 'test-vision', input: ['one', 'three', 'seven seven'] }]);
  });

  it('may come as base64, without places, and counted only in total', async () => {
    const embedding = Buffer.from(Float32Array.of(1.5, -2).buffer).toString('base64');
    await using setting = await answering(
      sendJson({ data: [{ embedding }, { embedding: [0.5] }], usage: { total_tokens: 9 } }),
    );
    const { vectors, usage } = await setting.model.embed(['a', 'b']);
    assert.deepEqual(vectors, [Float32Array.of(1.5, -2), Float32Array.of(0.5)]);
    assert.deepEqual(usage, { inputTokens: 9, outputTokens: 0 });
  });

  it('go to the deployment of Azure', async () => {
    await using setting = await Setting.create((server) => ({
      endpoint: {
        name: 'Azure',
        baseUrl: `${server.origin}/openai`,
        model: 'm',
        deployment: 'small one',
        apiVersion: '2024-10-21',
      },
    }));
    setting.server.routes.set('/openai/deployments/small%20one/embeddings', lengths);
    await setting.model.embed(['a']);
    assert.equal(setting.server.requests[0]?.url, '/openai/deployments/small%20one/embeddings?api-version=2024-10-21');
  });

  it('are asked for again after failures that pass, with one idempotency key', async () => {
    const busy = refuse(503, {}, { 'retry-after-ms': '1' });
    await using setting = await answering(inTurn([busy, busy], lengths));
    assert.equal((await setting.model.embed(['a'])).vectors.length, 1);
    const keys = setting.server.requests.map(({ headers }) => headers['idempotency-key']);
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
  });

  for (const [what, status, body] of [
    ['that knows no such path', 404, { error: { message: 'Unknown request URL' } }],
    ['that knows no such path in words of its own', 405, 'Method Not Allowed'],
    ['that was started without them', 501, { error: { message: 'This server does not support embeddings.' } }],
    ['whose model makes none', 400, { error: { message: 'The model does not support embeddings' } }],
  ] as const) {
    it(`are not supported by a server ${what}`, async () => {
      await using setting = await Setting.create((server) => ({
        endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm', maxRetries: 0 },
      }));
      setting.server.routes.set(path, refuse(status, body));
      const error = await failureOf(setting.model.embed(['a']));
      assert.equal(error.kind, 'unsupported');
      assert.equal(error.status, status);
    });
  }

  it('fail as chats do for other reasons', async () => {
    await using setting = await answering(refuse(401));
    assert.equal((await failureOf(setting.model.embed(['a']))).kind, 'unauthorized');
    setting.server.routes.set(path, refuse(404, { error: { message: 'The model `x` does not exist' } }));
    assert.equal((await failureOf(setting.model.embed(['a']))).kind, 'modelNotFound');
  });

  for (const body of [
    {},
    { data: [] },
    { data: [{ embedding: [1] }, { embedding: [1] }] },
    { data: [{ embedding: ['1'] }] },
    { data: [{ embedding: 'AAA=' }] },
    { data: [{ index: 7, embedding: [1] }] },
    { data: [null] },
    [],
  ]) {
    it(`fail when the answer is ${JSON.stringify(body)}`, async () => {
      await using setting = await answering(sendJson(body));
      assert.equal((await failureOf(setting.model.embed(['a']))).kind, 'notAStream');
    });
  }

  it("are asked for with the endpoint's headers and query parameters, and without what is about chats", async () => {
    await using setting = await answering(lengths, {
      parameters: {
        endpoint: { extra_headers: { 'X-Route': 'a', 'X-Team': 'b' }, extra_query: { tier: 'low' } },
        model: { extra_headers: { 'X-Route': 'c' }, extra_body: { user: 'u' }, temperature: 1 },
      },
    });
    await setting.model.embed(['a']);
    const [request] = setting.server.requests;
    assert.equal(request?.url, `${path}?tier=low`);
    assert.equal(request.headers['x-route'], 'c');
    assert.deepEqual(questions(setting), [{ model: 'test-vision', input: ['a'] }]);
  });
});
