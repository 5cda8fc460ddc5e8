import assert from 'node:assert/strict';
import { refuse } from '../../../servers/replies';
import { failureOf, Setting } from './setting';

describe('A refusal', () => {
  it('of a request without a key asks for one', async () => {
    await using setting = await Setting.create(() => ({ apiKey: () => Promise.resolve(undefined) }));
    setting.server.key = 'needed-key';
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'keyMissing');
  });

  it('ends once the right key comes', async () => {
    let key = 'wrong-key';
    await using setting = await Setting.create(() => ({ apiKey: () => Promise.resolve(key) }));
    setting.server.key = 'right-key';
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'unauthorized');
    key = 'right-key';
    assert.equal((await setting.model.complete('Hi')).text, 'All is well.');
  });

  it('keeps the identifier that the server gave the request', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(400, undefined, { 'x-request-id': 'req_42' }));
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).requestId, 'req_42');
  });

  it('with an endless body is read only so far', async () => {
    await using setting = await Setting.create();
    setting.server.reply((response) => {
      response.writeHead(400, { 'content-type': 'text/plain' });
      const more = (): void => {
        while (!response.destroyed && response.write('no '.repeat(10_000)));
        response.once('drain', more);
      };
      more();
    });
    const failure = await failureOf(setting.model.streamComplete('Hi'));
    assert.ok((failure.detail?.length ?? 0) <= 2_001);
    assert.equal(await setting.server.requests[0]?.ended, 'abandoned');
  });
});
