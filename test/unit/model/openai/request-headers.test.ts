import assert from 'node:assert/strict';
import { answerText } from '../../../servers/replies';
import { sentinelKey, Setting } from './setting';

describe('The request', () => {
  it('goes to the chat completions of the base URL with a bearer key', async () => {
    await using setting = await Setting.create();
    await setting.model.complete('Hi');
    const request = setting.server.requests[0];
    assert.equal(request?.method, 'POST');
    assert.equal(request.url, '/v1/chat/completions');
    assert.equal(request.headers.authorization, `Bearer ${sentinelKey}`);
    assert.equal(request.headers['content-type'], 'application/json');
  });

  it('goes to an Azure deployment with its api-version and an api-key header', async () => {
    await using setting = await Setting.create((server) => ({
      endpoint: {
        name: 'Azure',
        baseUrl: `${server.origin}/openai/deployments/vision`,
        model: 'vision',
        apiVersion: '2024-10-21',
      },
    }));
    await setting.model.complete('Hi');
    const request = setting.server.requests[0];
    assert.equal(request?.url, '/openai/deployments/vision/chat/completions?api-version=2024-10-21');
    assert.equal(request.headers['api-key'], sentinelKey);
    assert.equal(request.headers.authorization, undefined);
  });

  it('has no authorization of any kind where there is no key', async () => {
    await using setting = await Setting.create(() => ({ apiKey: () => Promise.resolve(undefined) }));
    await setting.model.complete('Hi');
    const headers = setting.server.requests[0]?.headers ?? {};
    assert.equal('authorization' in headers, false);
    assert.equal('api-key' in headers, false);
  });

  it('asks for the key anew each time', async () => {
    const keys = ['first-key', 'second-key'];
    await using setting = await Setting.create(() => ({ apiKey: () => Promise.resolve(keys.shift()) }));
    await setting.model.complete('Hi');
    await setting.model.complete('Hi');
    assert.deepEqual(
      setting.server.requests.map(({ headers }) => headers.authorization),
      ['Bearer first-key', 'Bearer second-key'],
    );
  });

  it('carries the headers of the endpoint', async () => {
    await using setting = await Setting.create((server) => ({
      endpoint: {
        name: 'Test',
        baseUrl: server.baseUrl,
        model: 'm',
        headers: { 'X-Title': 'Iris', 'User-Agent': 'me' },
      },
    }));
    await setting.model.complete('Hi');
    assert.equal(setting.server.requests[0]?.headers['x-title'], 'Iris');
    assert.equal(setting.server.requests[0]?.headers['user-agent'], 'me');
  });

  it('tells nothing of this machine or of environment variables meant for OpenAI', async () => {
    const variables = {
      OPENAI_API_KEY: 'sk-of-the-environment',
      OPENAI_ADMIN_KEY: 'sk-admin-of-the-environment',
      OPENAI_ORG_ID: 'org-secret',
      OPENAI_PROJECT_ID: 'project-secret',
      OPENAI_CUSTOM_HEADERS: 'X-Gateway: gateway-secret',
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
      OPENAI_LOG: 'debug',
    };
    Object.assign(process.env, variables);
    try {
      await using setting = await Setting.create(() => ({ apiKey: () => Promise.resolve(undefined) }));
      setting.server.reply(answerText(['Hello']));
      await setting.model.complete('Hi');
      const { rawNames, text } = headersOf(setting);
      assert.doesNotMatch(text, /secret|environment/);
      assert.deepEqual(
        rawNames.filter((name) => name.startsWith('x-') || name.startsWith('openai-')),
        [],
      );
    } finally {
      for (const name of Object.keys(variables)) {
        delete process.env[name];
      }
    }
  });
});

function headersOf({ server }: Setting): { rawNames: string[]; text: string } {
  const headers = server.requests[0]?.headers ?? {};
  return { rawNames: Object.keys(headers), text: JSON.stringify(headers) };
}
