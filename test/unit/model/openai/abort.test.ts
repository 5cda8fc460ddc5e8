import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import type { ModelDelta } from '../../../../src/model/deltas';
import { textChunk } from '../../../servers/chunks';
import { answerThenSilence, HeldReply, neverAnswer, refuse } from '../../../servers/replies';
import { read, Setting } from './setting';

const reason = new Error('Stopped by the person.');

describe('An abort', () => {
  it('before the request sends nothing', async () => {
    await using setting = await Setting.create();
    const { error } = await read(setting.model.streamComplete('Hi', [], { signal: AbortSignal.abort(reason) }));
    assert.equal(error, reason);
    assert.equal(setting.server.requests.length, 0);
  });

  it('while the connection is being made closes it and throws the reason', async () => {
    const controller = new AbortController();
    let closed: Promise<void> | undefined;
    // Takes the connection, and never answers the greeting of TLS.
    const silent = createServer((socket) => {
      closed = new Promise((resolve) => socket.once('close', () => resolve()));
      socket.on('error', () => undefined);
      socket.once('data', () => controller.abort(reason));
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    await using setting = await Setting.create(() => ({
      endpoint: { name: 'Silent', baseUrl: `https://127.0.0.1:${port}/v1`, model: 'm' },
    }));
    const { error } = await read(setting.model.streamComplete('Hi', [], { signal: controller.signal }));
    assert.equal(error, reason);
    await closed;
    silent.close();
  });

  it('while the server thinks closes the connection and throws the reason', async () => {
    await using setting = await Setting.create();
    setting.server.reply(neverAnswer);
    const controller = new AbortController();
    const reading = read(setting.model.streamComplete('Hi', [], { signal: controller.signal }));
    const request = await setting.server.request(1);
    controller.abort(reason);
    assert.equal((await reading).error, reason);
    assert.equal(await request.ended, 'abandoned');
  });

  it('inside of the answer closes the connection and throws the reason, after the text before it', async () => {
    await using setting = await Setting.create();
    setting.server.reply(answerThenSilence([textChunk('half')]));
    const controller = new AbortController();
    let text = '';
    await assert.rejects(async () => {
      for await (const delta of setting.model.streamComplete('Hi', [], { signal: controller.signal })) {
        text += delta.type === 'text' ? delta.text : '';
        controller.abort(reason);
      }
    }, reason);
    assert.equal(text, 'half');
    assert.equal(await setting.server.requests[0]?.ended, 'abandoned');
  });

  it('while bytes are waited for closes the connection and throws the reason', async () => {
    await using setting = await Setting.create();
    setting.server.reply(answerThenSilence([textChunk('half')]));
    const controller = new AbortController();
    const deltas = setting.model.streamComplete('Hi', [], { signal: controller.signal })[Symbol.asyncIterator]();
    await deltas.next();
    const waiting = deltas.next();
    controller.abort(reason);
    await assert.rejects(waiting, reason);
    assert.equal(await setting.server.requests[0]?.ended, 'abandoned');
  });

  it('inside of an answer that is not streamed closes the connection and throws the reason', async () => {
    await using setting = await Setting.create();
    setting.server.reply((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":[');
    });
    const controller = new AbortController();
    const answer = setting.model.complete('Hi', [], { signal: controller.signal });
    const request = await setting.server.request(1);
    controller.abort(reason);
    await assert.rejects(answer, reason);
    assert.equal(await request.ended, 'abandoned');
  });

  it('while a retry is waited for ends the wait and throws the reason', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(429, undefined, { 'retry-after': '60' }));
    const controller = new AbortController();
    const deltas = setting.model.streamComplete('Hi', [], { signal: controller.signal })[Symbol.asyncIterator]();
    const first: IteratorResult<ModelDelta, void> = await deltas.next();
    assert.equal(first.value?.type, 'retry');
    const waiting = deltas.next();
    controller.abort(reason);
    await assert.rejects(waiting, reason);
    assert.equal(setting.server.requests.length, 1);
  });

  it('while the key is fetched throws the reason', async () => {
    const controller = new AbortController();
    await using setting = await Setting.create(() => ({
      apiKey: () => {
        controller.abort(reason);
        return Promise.resolve('key');
      },
    }));
    const { error } = await read(setting.model.streamComplete('Hi', [], { signal: controller.signal }));
    assert.equal(error, reason);
    assert.equal(setting.server.requests.length, 0);
  });

  it('without a reason throws an AbortError', async () => {
    await using setting = await Setting.create();
    setting.server.reply(neverAnswer);
    const controller = new AbortController();
    const reading = read(setting.model.streamComplete('Hi', [], { signal: controller.signal }));
    await setting.server.request(1);
    controller.abort();
    const { error } = await reading;
    assert.ok(error instanceof Error);
    assert.equal(error.name, 'AbortError');
  });

  it('after the answer changes nothing', async () => {
    await using setting = await Setting.create();
    const controller = new AbortController();
    const { error } = await read(setting.model.streamComplete('Hi', [], { signal: controller.signal }));
    controller.abort(reason);
    assert.equal(error, undefined);
  });
});

describe('Leaving the loop early', () => {
  it('closes the connection', async () => {
    await using setting = await Setting.create();
    const held = new HeldReply([textChunk('a'), textChunk('b')], []);
    setting.server.reply(held.reply);
    for await (const delta of setting.model.streamComplete('Hi')) {
      assert.deepEqual(delta, { type: 'text', text: 'a' });
      break;
    }
    assert.equal(await setting.server.requests[0]?.ended, 'abandoned');
    assert.equal(setting.log.at(-1)?.event, 'cancelled');
  });

  it('at a retry leaves nothing behind', async () => {
    await using setting = await Setting.create();
    setting.server.reply(refuse(500));
    for await (const delta of setting.model.streamComplete('Hi')) {
      assert.equal(delta.type, 'retry');
      break;
    }
    assert.equal(setting.server.requests.length, 1);
  });
});
