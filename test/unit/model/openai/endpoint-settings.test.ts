import assert from 'node:assert/strict';
import type { Endpoint } from '../../../../src/model/endpoint';
import { limitsOf, defaultLimits } from '../../../../src/model/openai/limits';
import { answerText, refuse } from '../../../servers/replies';
import { failureOf, read, sentinelKey, Setting } from './setting';

function at(changes: (origin: string) => Partial<Endpoint>): Promise<Setting> {
  return Setting.create((server) => ({
    endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm', ...changes(server.origin) },
  }));
}

describe('The settings of an endpoint', () => {
  it('name organization and project', async () => {
    await using setting = await at(() => ({ organization: 'org-1', project: 'proj-1' }));
    await setting.model.complete('Hi');
    const headers = setting.server.requests[0]?.headers;
    assert.equal(headers?.['openai-organization'], 'org-1');
    assert.equal(headers['openai-project'], 'proj-1');
  });

  it('add a query to every request', async () => {
    await using setting = await at(() => ({ query: { beta: 'a b', region: 'eu' } }));
    setting.server.reply(refuse(503, {}, { 'retry-after-ms': '1' }));
    await setting.model.complete('Hi');
    assert.deepEqual(
      setting.server.requests.map(({ url }) => url),
      Array(2).fill('/v1/chat/completions?beta=a%20b&region=eu'),
    );
  });

  it('name the deployment of Azure', async () => {
    await using setting = await at((origin) => ({
      baseUrl: `${origin}/openai`,
      deployment: 'my vision',
      apiVersion: '2024-10-21',
    }));
    await setting.model.complete('Hi');
    const request = setting.server.requests[0];
    assert.equal(request?.url, '/openai/deployments/my%20vision/chat/completions?api-version=2024-10-21');
    assert.equal(request.headers['api-key'], sentinelKey);
    assert.equal(request.headers.authorization, undefined);
  });

  it('speak to Azure’s v1 without a version, with a bearer', async () => {
    await using setting = await at((origin) => ({ baseUrl: `${origin}/openai/v1` }));
    await setting.model.complete('Hi');
    const request = setting.server.requests[0];
    assert.equal(request?.url, '/openai/v1/chat/completions');
    assert.equal(request.headers.authorization, `Bearer ${sentinelKey}`);
    assert.equal(request.headers['api-key'], undefined);
  });

  it('speak to Azure’s v1 with a version, with its own header', async () => {
    await using setting = await at((origin) => ({ baseUrl: `${origin}/openai/v1`, apiVersion: 'preview' }));
    await setting.model.complete('Hi');
    const request = setting.server.requests[0];
    assert.equal(request?.url, '/openai/v1/chat/completions?api-version=preview');
    assert.equal(request.headers['api-key'], sentinelKey);
    assert.equal(request.headers.authorization, undefined);
  });

  it('choose the Responses API, which has no path of a deployment', async () => {
    await using setting = await at((origin) => ({
      baseUrl: `${origin}/openai`,
      deployment: 'vision',
      apiVersion: '2025-03-01-preview',
      api: 'responses',
      maxRetries: 0,
    }));
    await failureOf(setting.model.streamComplete('Hi'));
    assert.equal(setting.server.requests[0]?.url, '/openai/responses?api-version=2025-03-01-preview');
  });

  for (const maxRetries of [0, 1, 4]) {
    it(`repeat ${maxRetries} times`, async () => {
      await using setting = await at(() => ({ maxRetries }));
      setting.server.otherwise = refuse(503, {}, { 'retry-after-ms': '1' });
      assert.equal((await failureOf(setting.model.streamComplete('Hi'))).status, 503);
      assert.equal(setting.server.requests.length, maxRetries + 1);
    });
  }

  it('say how long is waited for an answer and between two signs of life', async () => {
    await using setting = await at(() => ({ timeoutSeconds: 0.05, maxRetries: 0 }));
    setting.server.reply(() => undefined, answerText(['a', 'b'], { delay: 2_000 }));
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'timeout');
    const { error, text } = await read(setting.model.streamComplete('Hi'));
    assert.equal((error as { kind?: string }).kind, 'timeout');
    assert.equal(text, '');
    assert.deepEqual(limitsOf({ name: '', baseUrl: '', model: '', timeoutSeconds: 7 }), {
      ...defaultLimits,
      responseMilliseconds: 7_000,
      silenceMilliseconds: 7_000,
    });
  });
});
