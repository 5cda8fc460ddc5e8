import assert from 'node:assert/strict';
import { createServer, request as requestHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOf } from '../../../src/util/answer-of';

describe('The answer to a request', () => {
  let server: Server;
  let url: string;

  before(async () => {
    server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is not waited for after an abort, though the request knows nothing of it', async () => {
    const reason = new Error('Stopped by the person.');
    for (const early of [true, false]) {
      const controller = new AbortController();
      const request = requestHttp(url).end();
      if (early) {
        controller.abort(reason);
      }
      const answered = answerOf(request, controller.signal);
      controller.abort(reason);
      await assert.rejects(answered, reason);
      assert(request.destroyed);
    }
  });

  it('is not waited for when the connection is closed without a word', async () => {
    const request = requestHttp(url).end();
    const answered = answerOf(request, new AbortController().signal);
    request.emit('close');
    await assert.rejects(answered, { code: 'ECONNRESET' });
    assert(request.destroyed);
  });
});
