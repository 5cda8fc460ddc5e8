import assert from 'node:assert/strict';
import { OpenAiServer } from '../../../servers/openai-server';
import type { Reply } from '../../../servers/replies';
import { failureOf, sentinelKey, Setting } from './setting';

const redirect =
  (status: number, location: string): Reply =>
  (response) => {
    response.writeHead(status, { location }).end('Moved');
  };

describe('A redirect', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    it(`with ${status} to another origin is refused, and that origin hears nothing`, async () => {
      await using setting = await Setting.create();
      const other = await OpenAiServer.start();
      try {
        setting.server.reply(redirect(status, `${other.baseUrl}/chat/completions`));
        const failure = await failureOf(setting.model.streamComplete('Hi'));
        assert.equal(failure.kind, 'redirected');
        assert.equal(failure.status, status);
        assert.equal(failure.detail, `${other.baseUrl}/chat/completions`);
        assert.equal(other.requests.length, 0);
        assert.equal(setting.server.requests.length, 1);
      } finally {
        await other.close();
      }
    });
  }

  it('within the origin is followed with the same question and key', async () => {
    await using setting = await Setting.create();
    setting.server.reply(redirect(308, '/proxy/v1/chat/completions'));
    assert.equal((await setting.model.complete('Hi')).text, 'All is well.');
    const [first, second] = setting.server.requests;
    assert.equal(second?.url, '/proxy/v1/chat/completions');
    assert.equal(second.headers.authorization, `Bearer ${sentinelKey}`);
    assert.equal(second.text, first?.text);
  });

  it('that would turn the question into a GET is refused', async () => {
    await using setting = await Setting.create();
    setting.server.reply(redirect(302, '/login'));
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'redirected');
    assert.equal(setting.server.requests.length, 1);
  });

  it('that never ends is refused', async () => {
    await using setting = await Setting.create();
    setting.server.otherwise = redirect(307, '/v1/chat/completions');
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'redirected');
    assert.ok(setting.server.requests.length < 10);
  });
});
