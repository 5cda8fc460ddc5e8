import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findLocalServers, type LocalServerCandidate } from '../../../src/model/local-servers';
import { OpenAiServer } from '../../servers/openai-server';

/** Runs the work while a server on loopback answers so. */
async function withServer(listener: RequestListener, work: (candidate: LocalServerCandidate) => Promise<void>) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work({ label: 'Other', baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function closedPort(): Promise<string> {
  const server = await OpenAiServer.start();
  const { baseUrl } = server;
  await server.close();
  return baseUrl;
}

describe('Local servers', () => {
  it('are those that answer with models, asked without a key', async () => {
    const server = await OpenAiServer.start();
    server.models = ['llava:7b', 'qwen'];
    try {
      const found = await findLocalServers({
        candidates: [
          { label: 'Nobody', baseUrl: await closedPort() },
          { label: 'Ollama', baseUrl: server.baseUrl },
        ],
      });
      assert.deepEqual(found, [{ label: 'Ollama', baseUrl: server.baseUrl, models: ['llava:7b', 'qwen'] }]);
      assert.equal(server.requests[0]?.headers.authorization, undefined);
    } finally {
      await server.close();
    }
  });

  it('are not web servers that happen to use the port', async () => {
    for (const listener of [
      (_, response) => response.end('<html>My site</html>'),
      (_, response) => response.writeHead(404).end('{"data":[]}'),
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      (_, response) => response.end('{"status":"ok"}'),
      (_, response) => response.destroy(),
    ] satisfies RequestListener[]) {
      await withServer(listener, async (candidate) => {
        assert.deepEqual(await findLocalServers({ candidates: [candidate] }), []);
      });
    }
  });

  it('are not those that take the request and say nothing', async () => {
    await withServer(
      () => undefined,
      async (candidate) => assert.deepEqual(await findLocalServers({ candidates: [candidate] }), []),
    );
  });

  it('are asked at their usual ports by default', async () => {
    const asked: string[] = [];
    const found = await findLocalServers({
      fetch: (url) => {
        asked.push(url);
        return Promise.reject(new Error('Nobody'));
      },
    });
    assert.deepEqual(found, []);
    assert.deepEqual(asked, [
      'http://127.0.0.1:11434/v1/models',
      'http://127.0.0.1:1234/v1/models',
      'http://127.0.0.1:8080/v1/models',
      'http://127.0.0.1:8000/v1/models',
      'http://127.0.0.1:4000/v1/models',
    ]);
  });

  it('are no longer asked once the caller stops', async () => {
    const controller = new AbortController();
    const reason = new Error('Picker closed.');
    await withServer(
      () => controller.abort(reason),
      async (candidate) => {
        await assert.rejects(findLocalServers({ candidates: [candidate], signal: controller.signal }), reason);
      },
    );
  });
});
