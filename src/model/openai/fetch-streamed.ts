// VS Code leads requests through its proxy settings and certificates by giving each extension modules of its own, which it
// knows by these very names: `node:http` would go past them.
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'http';
import { request as requestHttps } from 'https';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { answerOf } from '../../util/answer-of';
import { type Bytes, streamOf } from './body';
import type { StreamedBody } from './streamed-body';

export interface StreamedRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body: StreamedBody;
  readonly signal: AbortSignal;
  /** Called when the connection stands. */
  readonly onConnected: (() => void) | undefined;
}

/** As long as Node's `fetch` waits for a connection (https://undici.nodejs.org/#/docs/api/Client, `connect.timeout`). */
const connectMilliseconds = 10_000;

/** Statuses whose answers have no body (https://fetch.spec.whatwg.org/#null-body-status). */
const withoutBody: readonly (number | undefined)[] = [204, 205, 304];

/**
 * What `fetch` with `redirect: 'manual'` does, for a body that is made while it is sent: `fetch` takes such a body only
 * without a length, and copies each piece of it. Throws the errors of Node's sockets, the signal's, or the body's.
 */
export async function fetchStreamed(url: URL, asked: StreamedRequest): Promise<Response> {
  const { method, headers, body, signal, onConnected } = asked;
  signal.throwIfAborted();
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method,
    headers: {
      'accept-encoding': 'gzip, deflate, br',
      ...Object.fromEntries(headers),
      'content-length': body.byteLength,
    },
    signal,
  });
  watchConnection(request, onConnected);
  const answered = answerOf(request, signal);
  void write(request, body);
  const message = await answered;
  message.once('close', () => {
    // Answered before everything was sent: the rest is not wanted, and the connection can't be used again.
    if (!request.writableFinished) {
      request.destroy();
    }
  });
  return toResponse(message);
}

function watchConnection(request: ClientRequest, onConnected: (() => void) | undefined): void {
  request.once('socket', (socket) => {
    if (!socket.connecting) {
      onConnected?.();
      return;
    }
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error('The connection was not made in time.'), { code: 'ETIMEDOUT' }));
    }, connectMilliseconds);
    request.once('close', () => clearTimeout(timer));
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      onConnected?.();
    });
  });
}

async function write(request: ClientRequest, body: StreamedBody): Promise<void> {
  try {
    for await (const piece of body.pieces()) {
      if (request.destroyed) {
        return;
      }
      if (!request.write(piece)) {
        await drained(request);
      }
    }
    request.end();
  } catch (error) {
    request.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

async function drained(request: ClientRequest): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      request.off('drain', done).off('close', done);
      resolve();
    };
    request.on('drain', done).on('close', done);
  });
}

function toResponse(message: IncomingMessage): Response {
  const { statusCode: status = 0, rawHeaders } = message;
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  if (withoutBody.includes(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const readable = decompressed(message);
  const chunks: AsyncIterator<Bytes> = readable[Symbol.asyncIterator]();
  return new Response(
    streamOf(chunks, () => readable.destroy()),
    { status, headers },
  );
}

function decompressed(message: IncomingMessage): Readable {
  // What has come is given out at once: events must not wait for more of them.
  const zlib = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
  const { BROTLI_OPERATION_FLUSH: brotliFlush } = constants;
  const decompressors: Readonly<Record<string, () => Transform>> = {
    gzip: () => createGunzip(zlib),
    'x-gzip': () => createGunzip(zlib),
    deflate: () => createInflate(zlib),
    br: () => createBrotliDecompress({ flush: brotliFlush, finishFlush: brotliFlush }),
  };
  const decompressor = decompressors[message.headers['content-encoding']?.trim().toLowerCase() ?? ''];
  return decompressor ? pipeline(message, decompressor(), () => undefined) : message;
}
