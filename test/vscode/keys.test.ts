import assert from 'node:assert/strict';
import { OpenAiServer } from '../servers/openai-server';
import { irisApi, setEndpoints } from './support/iris';

describe('the key of the environment', () => {
  let server: OpenAiServer;
  beforeEach(async () => {
    server = await OpenAiServer.start();
    process.env['OPENAI_API_KEY'] = 'environment-key';
  });
  afterEach(async () => {
    delete process.env['OPENAI_API_KEY'];
    delete process.env['OPENAI_BASE_URL'];
    await setEndpoints(undefined);
    await server.close();
  });

  const ask = async () => {
    await setEndpoints([{ name: 'Test', baseUrl: server.baseUrl, model: 'test-vision' }]);
    await (await (await irisApi()).getModel()).complete('Hello?');
    return server.questions.at(-1)?.headers.authorization;
  };

  it('goes to the server that the environment names', async () => {
    process.env['OPENAI_BASE_URL'] = server.baseUrl;
    assert.equal(await ask(), 'Bearer environment-key');
  });

  it('goes to no other server', async () => {
    assert.equal(await ask(), undefined);
    process.env['OPENAI_BASE_URL'] = 'http://127.0.0.1:1/v1';
    assert.equal(await ask(), undefined);
  });
});
