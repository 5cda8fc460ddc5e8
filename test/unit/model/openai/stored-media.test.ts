import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { ExchangeRecord } from '../../../../src/model/exchange-record';
import type { ContentPart, MediaBytes, MediaData, StoredMedia } from '../../../../src/model/messages';
import { createOpenAiModel } from '../../../../src/model/openai/openai-model';
import { BlobError } from '../../../../src/store/blob-store';
import { chunk, textChunk } from '../../../servers/chunks';
import { OpenAiServer } from '../../../servers/openai-server';
import {
  answerText,
  answerThenReset,
  answerThenSilence,
  neverAnswer,
  refuse,
  sendBytes,
} from '../../../servers/replies';
import { responsesSetting } from './responses/responses-setting';
import { failureOf, read, Setting } from './setting';

const someBytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 31) % 251);

/** The bytes as a store gives them, in pieces that are no multiples of three. */
function stored({ mediaType, bytes }: MediaBytes): StoredMedia {
  return {
    mediaType,
    byteLength: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    read: async function* () {
      for (let offset = 0; offset < bytes.byteLength; offset += 1_000) {
        yield await Promise.resolve(bytes.subarray(offset, offset + 1_000));
      }
    },
  };
}

const asTheyAre = (media: MediaBytes): MediaData => media;
const picture = { mediaType: 'image/png', bytes: someBytes(10_007) };

function allKinds(as: (media: MediaBytes) => MediaData): readonly ContentPart[] {
  return [
    { type: 'text', text: 'What is „all“ this? iris-media-00000000-0000-0000-0000-000000000000' },
    { type: 'image', image: as(picture), detail: 'high' },
    { type: 'audio', audio: as({ mediaType: 'audio/wav', bytes: someBytes(2_999) }) },
    { type: 'audio', audio: as({ mediaType: 'audio/flac', bytes: someBytes(1) }) },
    { type: 'video', video: as({ mediaType: 'video/mp4', bytes: someBytes(5_000) }) },
    { type: 'file', file: as({ mediaType: 'application/pdf', bytes: someBytes(3_001) }), name: 'spec "1".pdf' },
  ];
}

const ask = (content: readonly ContentPart[]) => [{ role: 'user' as const, content }];
const aPicture = ask([{ type: 'image', image: stored(picture), name: 'error.png' }]);

/** Large enough that it is not all sent while nobody reads it. */
const large = ask([{ type: 'image', image: stored({ mediaType: 'image/png', bytes: someBytes(20_000_000) }) }]);

describe('Stored media', () => {
  it('goes over the wire exactly as bytes do, with its length said before', async () => {
    await using setting = await Setting.create();
    await setting.model.chat(ask(allKinds(asTheyAre)));
    await setting.model.chat(ask(allKinds(stored)));
    const [bytes, pieces] = setting.server.requests;
    assert.equal(pieces?.text, bytes?.text);
    assert.equal(pieces?.headers['content-length'], String(pieces?.body.byteLength));
    assert.equal(pieces?.headers['transfer-encoding'], undefined);
    for (const name of ['authorization', 'content-type', 'user-agent', 'accept']) {
      assert.equal(pieces?.headers[name], bytes?.headers[name], name);
    }
  });

  it('goes over the wire of the Responses API as bytes do', async () => {
    const done = { id: 'r', object: 'response', status: 'completed', output: [] };
    await using setting = await responsesSetting([
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(done)),
    ]);
    const kinds = (as: (media: MediaBytes) => MediaData): readonly ContentPart[] =>
      allKinds(as).filter(({ type }) => type !== 'audio' && type !== 'video');
    await read(setting.model.streamChat(ask(kinds(asTheyAre))));
    await read(setting.model.streamChat(ask(kinds(stored))));
    const [bytes, pieces] = setting.server.requests;
    assert.ok(bytes?.text.includes(Buffer.from(picture.bytes).toString('base64')));
    assert.equal(pieces?.text, bytes?.text);
  });

  it('is read again for each try', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(503, undefined, { 'retry-after': '0' }));
    const { text } = await setting.model.chat(aPicture);
    assert.equal(text, 'All is well.');
    const sent = setting.server.questions.map(({ images }) => images.map(({ bytes }) => bytes));
    assert.deepEqual(sent, [[Buffer.from(picture.bytes)], [Buffer.from(picture.bytes)]]);
  });

  it('is streamed an answer for, compressed or not, as it is written', async () => {
    await using setting = await Setting.create();
    const events = ['one', ' two'].map((text) => `data: ${JSON.stringify(chunk({ content: text }))}\n\n`);
    const whole = `${events.join('')}data: [DONE]\n\n`;
    setting.server.reply(answerText(['one', ' two']), sendBytes([gzipSync(whole)], { 'content-encoding': 'gzip' }));
    for (let time = 0; time < 2; time++) {
      const { text } = await read(setting.model.streamChat(aPicture));
      assert.equal(text, 'one two');
    }
  });

  it('follows redirects within the origin only', async () => {
    await using setting = await Setting.create();
    const other = await OpenAiServer.start();
    const redirect = (location: string) => (response: ServerResponse) =>
      void response.writeHead(308, { location }).end();
    setting.server.reply(redirect('/proxy/v1/chat/completions'));
    assert.equal((await setting.model.chat(aPicture)).text, 'All is well.');
    assert.equal(setting.server.requests[1]?.text, setting.server.requests[0]?.text);

    setting.server.reply(redirect(`${other.baseUrl}/chat/completions`));
    assert.equal((await failureOf(setting.model.streamChat(aPicture))).kind, 'redirected');
    assert.equal(other.requests.length, 0);
    await other.close();
  });

  it('that is gone when it is sent fails under its name, and the request never becomes whole', async () => {
    await using setting = await Setting.create();
    const gone: StoredMedia = {
      ...stored(picture),
      read: async function* () {
        yield await Promise.resolve(picture.bytes.subarray(0, 3));
        throw new BlobError('missing', 'abc');
      },
    };
    const failure = await failureOf(setting.model.streamChat(ask([{ type: 'image', image: gone, name: 'error.png' }])));
    assert.equal(failure.kind, 'mediaUnreadable');
    assert.equal(failure.message, 'The stored copy of error.png is gone or damaged.');
    assert.ok(failure.cause instanceof BlobError);
    assert.equal(setting.server.requests.length, 0);
  });

  it('is shown in records and logs by its size and hash', async () => {
    const records: ExchangeRecord[] = [];
    await using setting = await Setting.create(() => ({ onExchange: (record) => records.push(record) }));
    await setting.model.chat(ask(allKinds(stored)));
    const shown = JSON.stringify(records.at(-1)?.requestBody);
    const { sha256 } = stored(picture);
    assert.match(shown, new RegExp(`"\\[image/png, 10007 bytes, SHA-256 ${sha256}\\]"`));
    assert.match(shown, /"data":"\[audio\/wav, 2999 bytes, SHA-256 [0-9a-f]{64}\]"/);
    assert.match(shown, /"file_data":"\[application\/pdf, 3001 bytes, /);
    assert.ok(shown.length < 2_000);
    assert.notEqual(records.at(-1)?.timings.connected, undefined);
    const started = setting.log.find(({ event }) => event === 'started');
    assert.equal(started && 'bodyBytes' in started && started.bodyBytes, setting.server.requests[0]?.body.byteLength);
  });
});

describe('A request with stored media', () => {
  it('fails as others do where nothing listens, nothing is found, or no TLS is spoken', async () => {
    await using setting = await Setting.create();
    const { port } = setting.server;
    const at = (baseUrl: string) =>
      createOpenAiModel({
        endpoint: { name: 'T', baseUrl, model: 'm' },
        model: 'm',
        apiKey: () => Promise.resolve(undefined),
      });
    const kind = async (baseUrl: string): Promise<string> => (await failureOf(at(baseUrl).streamChat(aPicture))).kind;
    assert.equal(await kind(`https://127.0.0.1:${port}/v1`), 'certificate');
    assert.equal(await kind('http://iris.invalid/v1'), 'hostNotFound');
    await setting.server.close();
    assert.equal(await kind(`http://127.0.0.1:${port}/v1`), 'connectionRefused');
  });

  it('fails as others do when the connection breaks before or inside of the answer', async () => {
    await using setting = await Setting.create(({ baseUrl }) => ({
      endpoint: { name: 'T', baseUrl, model: 'm', maxRetries: 0 },
    }));
    setting.server.reply((response) => void response.socket?.resetAndDestroy(), answerThenReset([textChunk('half')]));
    assert.equal((await failureOf(setting.model.streamChat(aPicture))).kind, 'connectionLost');
    const { text, error } = await read(setting.model.streamChat(aPicture));
    assert.equal(text, 'half');
    assert.equal((error as { kind?: string }).kind, 'connectionLost');
  });

  it('is told what the server says before it has read everything', async () => {
    const sockets: Socket[] = [];
    await using server = await tcpServer((socket) => {
      sockets.push(socket);
      socket.once('data', () => {
        socket.pause();
        socket.write('HTTP/1.1 413 Payload Too Large\r\ncontent-length: 0\r\n\r\n');
      });
    });
    const failure = await failureOf(server.model.streamChat(large));
    assert.equal(failure.kind, 'tooLarge');
    assert.equal(failure.status, 413);
  });

  it('fails where the server changes to another protocol instead of answering', async () => {
    await using server = await tcpServer((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
      });
    });
    assert.equal((await failureOf(server.model.streamChat(aPicture))).kind, 'connectionLost');
  });

  const reason = new Error('Stopped by the person.');

  it('stops being sent when it is aborted', async () => {
    const controller = new AbortController();
    let closed: Promise<void> | undefined;
    await using server = await tcpServer((socket) => {
      closed = new Promise((resolve) => socket.once('close', () => resolve()));
      socket.once('data', () => controller.abort(reason));
    });
    const { error } = await read(server.model.streamChat(large, { signal: controller.signal }));
    assert.equal(error, reason);
    await closed;
  });

  it('closes its connection when it is aborted while the server thinks or answers', async () => {
    await using setting = await Setting.create();
    for (const reply of [neverAnswer, answerThenSilence([textChunk('half')])]) {
      const controller = new AbortController();
      setting.server.reply(reply);
      const count = setting.server.requests.length + 1;
      const reading = read(setting.model.streamChat(aPicture, { signal: controller.signal }));
      const request = await setting.server.request(count);
      controller.abort(reason);
      assert.equal((await reading).error, reason);
      assert.equal(await request.ended, 'abandoned');
    }
  });
});

interface TcpServer extends AsyncDisposable {
  readonly model: ReturnType<typeof createOpenAiModel>;
}

/** Something that listens and does what it is told with each connection. */
async function tcpServer(serve: (socket: Socket) => void): Promise<TcpServer> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return {
    model: createOpenAiModel({
      endpoint: { name: 'T', baseUrl, model: 'm', maxRetries: 0 },
      model: 'm',
      apiKey: () => Promise.resolve(undefined),
    }),
    [Symbol.asyncDispose]: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
