import assert from 'node:assert/strict';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import type { FailureKind } from '../../../../src/shared/failure';
import { readConnectionFailure } from '../../../../src/model/openai/connection-failure';
import { createOpenAiModel } from '../../../../src/model/openai/openai-model';
import { failureOf, Setting } from './setting';

const withCode = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

describe('A connection that fails', () => {
  const codes: readonly (readonly [string, FailureKind])[] = [
    ['ECONNREFUSED', 'connectionRefused'],
    ['EHOSTUNREACH', 'connectionRefused'],
    ['ENOTFOUND', 'hostNotFound'],
    ['EAI_AGAIN', 'hostNotFound'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate'],
    ['EPROTO', 'certificate'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['ECONNRESET', 'connectionLost'],
    ['EPIPE', 'connectionLost'],
    ['UND_ERR_SOCKET', 'connectionLost'],
  ];
  for (const [code, kind] of codes) {
    it(`with ${code} means ${kind}`, () => {
      assert.equal(readConnectionFailure(withCode(code))?.kind, kind);
    });
  }

  it('is understood in the words of Chromium', () => {
    assert.equal(readConnectionFailure(new Error('net::ERR_CONNECTION_REFUSED'))?.kind, 'connectionRefused');
    assert.equal(readConnectionFailure(new Error('net::ERR_CERT_AUTHORITY_INVALID'))?.kind, 'certificate');
    assert.equal(readConnectionFailure(new Error('net::ERR_NAME_NOT_RESOLVED'))?.kind, 'hostNotFound');
  });

  it('is understood when both addresses of a host failed', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const thrown = new TypeError('fetch failed', { cause: new AggregateError([refused, refused]) });
    assert.equal(readConnectionFailure(thrown)?.kind, 'connectionRefused');
  });

  it('is no connection failure when it is something else', () => {
    assert.equal(readConnectionFailure(new Error('Oops')), undefined);
  });

  it('because nothing listens says so', async () => {
    const { server, model } = await Setting.create();
    await server.close();
    const failure = await failureOf(model.streamComplete('Hi'));
    assert.equal(failure.kind, 'connectionRefused');
    assert.equal(failure.detail, 'ECONNREFUSED');
  });

  it('because the name has no address says so', async () => {
    // Reserved never to exist (RFC 6761).
    const failure = await failureOf(modelAt('http://iris.invalid/v1').streamComplete('Hi'));
    assert.equal(failure.kind, 'hostNotFound');
  });

  it('because the other side speaks no TLS says so', async () => {
    await using setting = await Setting.create((server) => ({
      endpoint: { name: 'TLS', baseUrl: server.baseUrl.replace('http:', 'https:'), model: 'm' },
    }));
    assert.equal((await failureOf(setting.model.streamComplete('Hi'))).kind, 'certificate');
  });

  it('because what answers is not HTTP says so', async () => {
    const tcp = createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    try {
      const failure = await failureOf(
        modelAt(`http://127.0.0.1:${(tcp.address() as AddressInfo).port}/v1`).streamComplete('Hi'),
      );
      assert.equal(failure.kind, 'connectionLost');
    } finally {
      tcp.close();
    }
  });
});

function modelAt(baseUrl: string): ReturnType<typeof createOpenAiModel> {
  return createOpenAiModel({
    endpoint: { name: 'Test', baseUrl, model: 'm' },
    model: 'm',
    apiKey: () => Promise.resolve(undefined),
  });
}
