import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ExchangeRecord } from '../../../../src/model/exchange-record';
import type { ContentPart } from '../../../../src/model/messages';
import type { OpenAiModelSettings } from '../../../../src/model/openai/openai-model';
import { answerEvents, answerText, refuse, resetConnection, sendJson } from '../../../servers/replies';
import { chunk } from '../../../servers/chunks';
import { read, sentinelKey, Setting } from './setting';

const picture = Uint8Array.from({ length: 10_007 }, (_, index) => (index * 31) % 256);
const sound = picture.subarray(0, 999);

/** Keeps every state that was told of, and waits for the one that is the last of an exchange. */
class Watch {
  readonly records: ExchangeRecord[] = [];
  #wake: (() => void) | undefined;

  readonly observe = (record: ExchangeRecord): void => {
    this.records.push(record);
    this.#wake?.();
  };

  async ended(count = 1): Promise<readonly ExchangeRecord[]> {
    for (;;) {
      const ended = this.records.filter(({ timings }) => timings.last !== undefined);
      if (ended.length >= count) {
        return ended;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

function watched(changes: Partial<OpenAiModelSettings> = {}): { watch: Watch; create: () => Promise<Setting> } {
  const watch = new Watch();
  return { watch, create: () => Setting.create(() => ({ onExchange: watch.observe, ...changes })) };
}

describe('The record of an exchange', () => {
  it('is told when a request is sent and when it has ended', async () => {
    const { watch, create } = watched();
    await using setting = await create();
    const { error } = await read(setting.model.streamComplete('Hi', [], { parameters: { temperature: 0 } }));
    assert.equal(error, undefined);
    const [last] = await watch.ended();
    assert.equal(watch.records.length, 2);
    const [first] = watch.records;
    assert(first && last);
    assert.equal(first.id, last.id);
    assert.equal(first.method, 'POST');
    assert.equal(first.url, `${setting.server.baseUrl}/chat/completions`);
    assert.equal(first.attempt, 1);
    assert.equal(first.status, undefined);
    assert.deepEqual(first.timings, {});
    assert.deepEqual(last.requestBody, JSON.parse(setting.server.requests[0]?.text ?? ''));
    assert.deepEqual(first.requestBody, last.requestBody);
    assert.equal(last.status, 200);
    assert.equal(last.failure, undefined);
    assert.match(last.responseText, /^data: \{.*All is well\..*data: \[DONE\]/s);
    assert.equal(last.responseBytes, Buffer.byteLength(last.responseText));
    assert.equal(last.responseHeaders['content-type'], 'text/event-stream');
    const { connected = -1, firstByte = -1, firstToken = -1, last: end = -1 } = last.timings;
    assert(
      0 <= connected && connected <= firstByte && firstByte <= firstToken && firstToken <= end,
      JSON.stringify(last.timings),
    );
  });

  it('holds no key, wherever it stood', async () => {
    const watch = new Watch();
    await using setting = await Setting.create((server) => ({
      onExchange: watch.observe,
      // As they may come from elsewhere: the settings refuse them.
      endpoint: {
        name: 'Test',
        baseUrl: server.baseUrl,
        model: 'm',
        headers: { 'X-Session-Signature': 'swordfish' },
        query: { sig: 'swordfish' },
      },
    }));
    setting.server.reply(
      refuse(
        400,
        { error: { message: `Bad key ${sentinelKey}` } },
        { 'x-echo': sentinelKey, 'set-cookie': 'session=abc' },
      ),
    );
    await read(
      setting.model.streamComplete(`My key is ${sentinelKey}.`, [], {
        parameters: {
          extra_headers: { 'X-Title': 'Iris' },
        },
      }),
    );
    const [record] = await watch.ended();
    assert(record);
    const text = JSON.stringify(watch.records);
    assert(!text.includes(sentinelKey));
    assert(!text.includes('swordfish'));
    assert(!text.includes('session=abc'));
    assert.equal(record.requestHeaders['authorization'], 'Bearer [redacted]');
    assert.equal(record.requestHeaders['x-session-signature'], '[redacted]');
    assert.equal(record.requestHeaders['x-title'], 'Iris');
    assert.match(record.requestHeaders['idempotency-key'] ?? '', /^[0-9a-f-]{36}$/);
    assert.match(record.url, /\?sig=(\[|%5B)redacted(\]|%5D)$/);
    assert.match(JSON.stringify(record.requestBody), /My key is \[redacted\]\./);
  });

  it('holds no key of Azure and of no header of the endpoint that is secret', async () => {
    const watch = new Watch();
    await using setting = await Setting.create((server) => ({
      onExchange: watch.observe,
      endpoint: {
        name: 'Azure',
        baseUrl: server.baseUrl,
        model: 'm',
        apiVersion: '2024-10-21',
        headers: { 'Ocp-Apim-Subscription-Key': 'swordfish' },
      },
    }));
    await setting.model.complete('Hi');
    const [record] = await watch.ended();
    assert(!JSON.stringify(watch.records).includes('swordfish'));
    assert.equal(record?.requestHeaders['api-key'], '[redacted]');
    assert.equal(record?.requestHeaders['ocp-apim-subscription-key'], '[redacted]');
    assert.match(record?.url ?? '', /api-version=2024-10-21/);
  });

  it('names media by type, size and SHA-256', async () => {
    const { watch, create } = watched();
    await using setting = await create();
    const dataUrl = `data:image/webp;base64,${Buffer.from(picture).toString('base64')}`;
    const content: ContentPart[] = [
      { type: 'text', text: `Look: ![](${dataUrl}) and say.` },
      { type: 'image', image: { mediaType: 'image/png', bytes: picture }, detail: 'low' },
      { type: 'image', image: { url: 'https://example.com/a.png' } },
      { type: 'audio', audio: { mediaType: 'audio/wav', bytes: sound } },
      { type: 'audio', audio: { mediaType: 'audio/ogg', bytes: sound } },
      { type: 'video', video: { mediaType: 'video/mp4', bytes: picture } },
      { type: 'file', file: { mediaType: 'application/pdf', bytes: picture }, name: 'a.pdf' },
    ];
    const extra_body = { thumbnail: Buffer.from(picture).toString('base64') };
    await setting.model.chat([{ role: 'user', content }], { parameters: { extra_body } });
    const [record] = await watch.ended();
    assert.deepEqual(record?.requestBody, {
      model: 'test-vision',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: `Look: ![](${named('image/webp', picture)}) and say.` },
            { type: 'image_url', image_url: { url: named('image/png', picture), detail: 'low' } },
            { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
            { type: 'input_audio', input_audio: { data: named('audio/wav', sound), format: 'wav' } },
            { type: 'audio_url', audio_url: { url: named('audio/ogg', sound) } },
            { type: 'video_url', video_url: { url: named('video/mp4', picture) } },
            { type: 'file', file: { filename: 'a.pdf', file_data: named('application/pdf', picture) } },
          ],
        },
      ],
      thumbnail: named('application/octet-stream', picture),
    });
    // What was sent is untouched.
    assert(setting.server.requests[0]?.text.includes(Buffer.from(picture).toString('base64')));
  });

  it('holds no media of the answer, and no more of it than can be looked at', async () => {
    const { watch, create } = watched();
    await using setting = await create();
    const data = Buffer.from(picture).toString('base64');
    const long = 'word '.repeat(100_000);
    setting.server.reply(
      answerEvents([chunk({ content: 'Here', audio: { data } }), chunk({ content: long }), '[DONE]']),
    );
    await read(setting.model.streamComplete('Hi'));
    const [record] = await watch.ended();
    assert(record);
    assert(!record.responseText.includes(data.slice(0, 600)));
    assert.match(record.responseText, /\[base64, 13344 characters\]/);
    assert(record.responseText.length <= 256 * 1024);
    assert(record.responseBytes > 500_000);
  });

  it('is one of its own for each try, with what went wrong', async () => {
    const { watch, create } = watched();
    await using setting = await create();
    setting.server.reply(refuse(503, { error: { message: 'Busy.' } }, { 'retry-after-ms': '1' }), resetConnection);
    await setting.model.complete('Hi');
    const ended = await watch.ended(3);
    assert.deepEqual(
      ended.map(({ attempt, status }) => [attempt, status]),
      [
        [1, 503],
        [2, undefined],
        [3, 200],
      ],
    );
    assert.equal(new Set(ended.map(({ id }) => id)).size, 3);
    assert.equal(new Set(ended.map(({ request }) => request)).size, 1);
    assert.match(ended[0]?.failure ?? '', /503.*Busy\./);
    assert.match(ended[0]?.responseText ?? '', /Busy/);
    assert.match(ended[1]?.failure ?? '', /was lost/);
    assert.equal(ended[2]?.failure, undefined);
  });

  it('says when the request was cancelled', async () => {
    const { watch, create } = watched();
    await using setting = await create();
    setting.server.reply(answerText(['a', 'b', 'c']));
    for await (const delta of setting.model.streamComplete('Hi')) {
      assert.equal(delta.type, 'text');
      break;
    }
    const [record] = await watch.ended();
    assert.match(record?.failure ?? '', /cancelled/);
  });

  it('is made of embeddings too', async () => {
    const { watch, create } = watched();
    await using setting = await create();
    setting.server.routes.set('/v1/embeddings', sendJson({ data: [{ embedding: [1] }] }));
    await setting.model.embed(['a']);
    const [record] = await watch.ended();
    assert.deepEqual(record?.requestBody, { model: 'test-vision', input: ['a'] });
  });
});

function named(mediaType: string, bytes: Uint8Array): string {
  return `[${mediaType}, ${bytes.byteLength} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}]`;
}
