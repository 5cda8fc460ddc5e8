import assert from 'node:assert/strict';
import { formatCurl } from '../../../../src/features/last-request/format-curl';
import { formatExchanges } from '../../../../src/features/last-request/format-exchanges';
import { LastRequest } from '../../../../src/features/last-request/last-request';
import { answerText, refuse } from '../../../servers/replies';
import { read, sentinelKey, Setting } from '../../model/openai/setting';

const secretHeader = 'tenant-sentinel-9876543210';

async function setting(last: LastRequest): Promise<Setting> {
  return await Setting.create((server) => ({
    onExchange: last.observe,
    endpoint: {
      name: 'Test',
      baseUrl: server.baseUrl,
      model: 'test-vision',
      headers: { 'X-Tenant-Token': secretHeader },
      query: { code: secretHeader },
    },
  }));
}

/** Resolves when the last request has ended: its last state may come after the answer. */
async function ended(last: LastRequest): Promise<void> {
  const isEnded = () => last.exchanges.length > 0 && last.exchanges.every(({ timings }) => timings.last !== undefined);
  while (!isEnded()) {
    await new Promise<void>((resolve) => {
      const subscription = last.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
}

describe('the last request of a model', () => {
  it('is told with what went out and came back, and holds no secret', async () => {
    const last = new LastRequest();
    await using test = await setting(last);
    test.server.reply(answerText([`Your key is ${sentinelKey}, is it?`]));
    const bytes = new Uint8Array([1, 2, 3]);
    await read(
      test.model.streamComplete(`What is ${sentinelKey}?`, [
        { type: 'image', image: { mediaType: 'image/png', bytes } },
      ]),
    );
    await ended(last);
    const text = formatExchanges(last.exchanges);
    assert.match(text, /### Request Body[^]*"model": "test-vision"/);
    assert.match(text, /\[image\/png, 3 bytes, SHA-256 [0-9a-f]{64}\]/);
    assert.match(text, /### Raw Answer[^]*data: \[DONE\]/);
    const curl = formatCurl(last.exchanges[0] ?? assert.fail());
    assert.match(curl, /^# Iris left the media out/);
    assert.match(curl, /^# .*x-tenant-token$/m);
    assert.match(curl, /-H "Authorization: Bearer \$OPENAI_API_KEY"/);
    for (const shown of [text, curl]) {
      assert(!shown.includes(sentinelKey));
      assert(!shown.includes(secretHeader));
      assert(!shown.includes(Buffer.from(bytes).toString('base64')));
    }
  });

  it('is told with each of its tries', async () => {
    const last = new LastRequest();
    await using test = await setting(last);
    await read(test.model.streamComplete('The request before.'));
    test.server.reply(
      refuse(400, { error: { message: "Unsupported parameter: 'temperature'", param: 'temperature' } }),
      answerText(['Fine.']),
    );
    await read(test.model.streamComplete('Hi', [], { parameters: { temperature: 0.5 } }));
    await ended(last);
    assert.deepEqual(
      last.exchanges.map(({ status }) => status),
      [400, 200],
    );
    const text = formatExchanges(last.exchanges);
    assert.match(text, /sent 2 times/);
    assert.doesNotMatch(text, /The request before/);
    assert.equal(text.match(/"temperature": 0\.5/g)?.length, 1);
  });
});
