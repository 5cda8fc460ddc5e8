import assert from 'node:assert/strict';
import { formatCurl } from '../../../../src/features/last-request/format-curl';
import type { Endpoint } from '../../../../src/model/endpoint';
import type { ExchangeRecord } from '../../../../src/model/exchange-record';
import { answerText, refuse, sendBytes, type Reply } from '../../../servers/replies';
import { failureOf, read, sentinelKey, Setting } from './setting';

/** What a key may look like that nothing but its place tells. */
const plainKey = 'quiet harbour 7341 lantern';
const headerSecret = 'tenant-9876543210-sentinel';
const bodySecret = 'body-5556667778-sentinel';
const toolSecret = 'tool-1112223334-sentinel';

interface Watched {
  readonly setting: Setting;
  readonly ended: () => Promise<ExchangeRecord>;
}

async function watched(endpoint: Partial<Endpoint> = {}, key = plainKey): Promise<Watched> {
  let told: (record: ExchangeRecord) => void;
  const end = new Promise<ExchangeRecord>((resolve) => (told = resolve));
  const setting = await Setting.create((server) => ({
    endpoint: { name: 'Test', baseUrl: server.baseUrl, model: 'm', ...endpoint },
    apiKey: () => Promise.resolve(key),
    onExchange: (record) => record.timings.last !== undefined && told(record),
  }));
  return { setting, ended: () => end };
}

describe('the secrets of a request', () => {
  it('are removed wherever a server repeats them', async () => {
    const { setting, ended } = await watched({ headers: { 'X-Tenant-Token': headerSecret } });
    await using _ = setting;
    const echo = `${plainKey} ${headerSecret} ${bodySecret}`;
    setting.server.reply(
      refuse(400, { error: { message: `You sent ${echo}.` } }, { 'x-request-id': `req ${echo}`, 'x-echo': echo }),
    );
    const error = await failureOf(
      setting.model.streamComplete('Hi', [], { parameters: { extra_body: { api_key: bodySecret } } }),
    );
    const record = await ended();
    const expected = '[redacted] [redacted] [redacted]';
    assert.equal(error.detail, `You sent ${expected}.`);
    assert.equal(error.requestId, `req ${expected}`);
    assert.equal(record.responseHeaders['x-request-id'], `req ${expected}`);
    assert.equal(record.responseHeaders['x-echo'], expected);
    assert.equal(record.responseText, JSON.stringify({ error: { message: `You sent ${expected}.` } }));
    const shown = JSON.stringify([setting.log, record, error, error.message, error.stack]);
    for (const secret of [plainKey, headerSecret, bodySecret]) {
      assert(!shown.includes(secret), `${secret} in ${shown}`);
    }
  });

  for (const [what, answer, start] of [
    ['the details of an error', (text: string): Reply => refuse(400, { error: { message: text } }), 1_990],
    ['a page that is no answer', (text: string): Reply => sendBytes([text], { 'content-type': 'text/plain' }), 290],
  ] as const) {
    it(`are removed from ${what} before it is cut`, async () => {
      const { setting } = await watched();
      await using _ = setting;
      setting.server.reply(answer(`${'{'.repeat(what.includes('page') ? 1 : 0)}${'. '.repeat(start / 2)}${plainKey}`));
      const { detail = '' } = await failureOf(setting.model.streamComplete('Hi'));
      assert(detail.length >= start, detail);
      assert(!detail.includes('quiet'), detail.slice(-60));
    });
  }

  it('are removed from an answer before it is cut', async () => {
    const limit = 256 * 1024;
    for (const before of [limit - 5, limit - 60, limit + 8 * 1024 - 5]) {
      const { setting, ended } = await watched();
      await using _ = setting;
      const start = 'data: {"choices":[{"delta":{"content":"';
      const text = `${start}${'. '.repeat(limit).slice(0, before - start.length)}`;
      setting.server.reply(
        sendBytes([`${text}${plainKey.slice(0, 12)}`, `${plainKey.slice(12)}"}}]}\n\ndata: [DONE]\n\n`]),
      );
      await read(setting.model.streamComplete('Hi'));
      const { responseText } = await ended();
      assert(responseText.length <= limit);
      assert(responseText.length > limit - 9 * 1024);
      assert(!responseText.includes('quie'), responseText.slice(-60));
    }
  });

  it('are hidden in a body, and a command has a placeholder for them', async () => {
    const { setting, ended } = await watched();
    await using _ = setting;
    const tool = {
      type: 'mcp',
      server_label: 'eyes',
      server_url: `https://example.com/mcp?token=${toolSecret}`,
      authorization: toolSecret,
      headers: { 'X-Api-Key': toolSecret, 'X-Team': 'eyes' },
    };
    await read(
      setting.model.streamComplete(`What is ${bodySecret}?`, [], {
        parameters: { extra_body: { api_key: bodySecret, top_k: 3, eos_token: '</s>' }, tools: [tool] },
      }),
    );
    const record = await ended();
    const { stream_options: _options, ...body } = record.requestBody as Record<string, unknown>;
    assert.deepEqual(body, {
      model: 'test-vision',
      messages: [{ role: 'user', content: 'What is [redacted]?' }],
      stream: true,
      api_key: '[redacted]',
      top_k: 3,
      eos_token: '</s>',
      tools: [
        {
          ...tool,
          server_url: 'https://example.com/mcp?token=%5Bredacted%5D',
          authorization: '[redacted]',
          headers: { 'X-Api-Key': '[redacted]', 'X-Team': 'eyes' },
        },
      ],
    });
    assert(setting.server.requests[0]?.text.includes(toolSecret));
    const curl = formatCurl(record);
    assert.match(curl, /^# .*secrets in the body.*\[redacted\]$/m);
    for (const secret of [plainKey, bodySecret, toolSecret]) {
      assert(!curl.includes(secret));
    }
  });

  it('are no values of other headers, and no keys that are words', async () => {
    const headers = { 'x-portkey-provider': 'openai', 'X-Title': 'Iris', 'x-beta': 'true', 'x-author': 'somebody' };
    const { setting, ended } = await watched({ headers }, 'ollama');
    await using _ = setting;
    const words = 'It is true that somebody asked Iris and ollama for openai.';
    setting.server.reply(refuse(400, { error: { message: words } }));
    const question = 'what is openai? Basic knowledge of ollama, sk-learn-contrib and hf_transfer.';
    const error = await failureOf(
      setting.model.streamComplete(question, [], { parameters: { extra_body: { model: 'openai/gpt-4o' } } }),
    );
    const record = await ended();
    assert.equal(error.detail, words);
    assert.deepEqual(record.requestBody, JSON.parse(setting.server.requests[0]?.text ?? ''));
    assert.match(JSON.stringify(record.requestBody), /"model":"openai\/gpt-4o".*what is openai\? Basic knowledge/);
    assert.equal(record.requestHeaders['x-portkey-provider'], 'openai');
    assert.equal(record.requestHeaders['x-author'], 'somebody');
    assert.equal(record.requestHeaders['authorization'], 'Bearer [redacted]');
  });

  it('are removed from a whole answer', async () => {
    const { setting, ended } = await watched({}, sentinelKey);
    await using _ = setting;
    setting.server.reply(answerText([`Your key is ${sentinelKey}.`]));
    await read(setting.model.streamComplete('Hi'));
    assert.match((await ended()).responseText, /Your key is \[redacted\]\./);
  });
});
