import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultLimits } from '../../../../src/model/openai/limits';
import { listModels } from '../../../../src/model/openai/openai-model';
import { OpenAiServer } from '../../../servers/openai-server';

const idsOf = (models: readonly { readonly id: string }[]): readonly string[] => models.map(({ id }) => id);
const noKey = (): Promise<undefined> => Promise.resolve(undefined);

/** Lists the models of a server that answers everything with this. */
async function listed(status: number, body: unknown): Promise<readonly string[]> {
  let requests = 0;
  const server = createServer((_, response) => {
    requests++;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    return idsOf(await listModels({ endpoint: { name: 'Test', baseUrl, model: 'm' }, apiKey: noKey }));
  } finally {
    server.closeAllConnections();
    server.close();
    assert.equal(requests, 1);
  }
}

describe('The list of models', () => {
  it('is asked with the key and kept in the order of the server', async () => {
    const server = await OpenAiServer.start();
    server.key = 'right-key';
    server.models = ['b', 'a'];
    try {
      const endpoint = { name: 'Test', baseUrl: server.baseUrl, model: 'm' };
      assert.deepEqual(idsOf(await listModels({ endpoint, apiKey: () => Promise.resolve('right-key') })), ['b', 'a']);
      assert.equal(server.requests[0]?.method, 'GET');
      assert.equal(server.requests[0].url, '/v1/models');
      await assert.rejects(listModels({ endpoint, apiKey: () => Promise.resolve('wrong-key') }), {
        name: 'ModelError',
        kind: 'unauthorized',
      });
      await assert.rejects(listModels({ endpoint, apiKey: noKey }), { name: 'ModelError', kind: 'keyMissing' });
    } finally {
      await server.close();
    }
  });

  it('of a classic Azure deployment is that deployment, once the key is known to be good', async () => {
    const server = await OpenAiServer.start();
    try {
      const endpoint = {
        name: 'Azure',
        baseUrl: `${server.origin}/openai/deployments/my%20vision`,
        model: 'm',
        apiVersion: '2024-10-21',
      };
      assert.deepEqual(idsOf(await listModels({ endpoint, apiKey: () => Promise.resolve('key') })), ['my vision']);
      assert.equal(server.requests[0]?.url, '/openai/models?api-version=2024-10-21');
      assert.equal(server.requests[0].headers['api-key'], 'key');
    } finally {
      await server.close();
    }
  });

  it('may be a bare array (Together)', async () => {
    assert.deepEqual(await listed(200, [{ id: 'a' }, { id: 'b' }]), ['a', 'b']);
  });

  it('may be under `models`, with names', async () => {
    assert.deepEqual(await listed(200, { models: [{ name: 'models/a' }] }), ['models/a']);
  });

  it('may be empty', async () => {
    assert.deepEqual(await listed(200, { object: 'list', data: [] }), []);
  });

  it('is missing from other JSON', async () => {
    await assert.rejects(listed(200, { status: 'ok' }), { name: 'ModelError', kind: 'notAStream' });
  });

  it('may hold an error with status 200', async () => {
    await assert.rejects(listed(200, { error: 'Nope.' }), { name: 'ModelError', detail: 'Nope.' });
  });

  it('is asked once, even when the failure may pass', async () => {
    await assert.rejects(listed(503, { message: 'Busy' }), { name: 'ModelError', kind: 'serverError', detail: 'Busy' });
  });

  it('ends with the reason of an abort, and with the connection', async () => {
    const reason = new Error('Picker closed.');
    const controller = new AbortController();
    let closed: Promise<void> | undefined;
    const server = createServer((_, response) => {
      closed = new Promise((resolve) => response.once('close', () => resolve()));
      controller.abort(reason);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const endpoint = { name: 'Test', baseUrl, model: 'm' };
    await assert.rejects(listModels({ endpoint, apiKey: noKey, signal: controller.signal }), reason);
    await closed;
    server.close();
  });

  it('is not waited for forever', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const endpoint = { name: 'Test', baseUrl, model: 'm' };
    const limits = { ...defaultLimits, responseMilliseconds: 300 };
    await assert.rejects(listModels({ endpoint, apiKey: noKey, limits }), { kind: 'timeout' });
    server.closeAllConnections();
    server.close();
  });
});
