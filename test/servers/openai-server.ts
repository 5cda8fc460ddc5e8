import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ReceivedRequest } from './received-request';
import { answerText, refuse, type Reply, sendJson } from './replies';

export interface OpenAiServerOptions {
  /** Port of the loopback interface; any free one by default. */
  readonly port?: number;
}

/**
 * A server on 127.0.0.1 that speaks OpenAI's chat completions as a test tells it to.
 *
 *     const server = await OpenAiServer.start();
 *     server.reply(refuse(500), answerText(['Hello', ' world']));
 *     … let the code under test ask server.baseUrl …
 *     server.requests[0]?.question.messages
 *     await server.close();
 *
 * Each question to `/chat/completions` takes the next reply given to `reply`; when none is left, `otherwise` answers.
 * `/models` lists `models`. With `key` set, requests without it get a 401 and take no reply.
 */
export class OpenAiServer {
  readonly #server: Server;
  readonly #replies: Reply[] = [];
  readonly #requests: ReceivedRequest[] = [];
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  models: readonly string[] = ['test-vision', 'test-text'];
  /** The key that requests must carry as `Authorization: Bearer` or `api-key`. */
  key: string | undefined;
  /** What answers at other paths under the origin, such as `/v1/embeddings`; `/v1/models` too where it is here. */
  readonly routes = new Map<string, Reply>();
  otherwise: Reply = answerText(['All is well.']);

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start({ port = 0 }: OpenAiServerOptions = {}): Promise<OpenAiServer> {
    const http = createServer();
    const server = new OpenAiServer(http);
    http.on('request', (message, response) => {
      server.#serve(message, response).catch((error: unknown) => response.destroy(error as Error));
    });
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(port, '127.0.0.1', resolve);
    });
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get baseUrl(): string {
    return `${this.origin}/v1`;
  }

  /** Everything that came, refused requests too, oldest first. */
  get requests(): readonly ReceivedRequest[] {
    return this.#requests;
  }

  /** The questions among the requests. */
  get questions(): readonly ReceivedRequest[] {
    return this.#requests.filter(isQuestion);
  }

  reply(...replies: Reply[]): void {
    this.#replies.push(...replies);
  }

  /** Resolves with the request of this number, counted from one, once it has come. */
  async request(count: number): Promise<ReceivedRequest> {
    const received = this.#requests[count - 1];
    if (received) {
      return received;
    }
    await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    return this.request(count);
  }

  /** Closes every connection, those in use too. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    // A client that hangs up is a thing that tests do.
    response.on('error', () => undefined);
    const request = new ReceivedRequest(message, await buffer(message), response);
    this.#requests.push(request);
    for (const waiting of this.#waiting.splice(0)) {
      if (waiting.count <= this.#requests.length) {
        waiting.resolve();
      } else {
        this.#waiting.push(waiting);
      }
    }
    await this.#replyTo(request)(response, request);
  }

  #replyTo(request: ReceivedRequest): Reply {
    if (this.key !== undefined && !carriesKey(request, this.key)) {
      return refuse(401, {
        error: { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' },
      });
    }
    if (isQuestion(request)) {
      return this.#replies.shift() ?? this.otherwise;
    }
    const route = this.routes.get(request.path);
    if (route) {
      return route;
    }
    return request.path.endsWith('/models')
      ? sendJson({ object: 'list', data: this.models.map((id) => ({ id, object: 'model' })) })
      : refuse(404, { error: { message: `Unknown request URL: ${request.method} ${request.url}` } });
  }
}

function isQuestion(request: ReceivedRequest): boolean {
  return request.method === 'POST' && request.path.endsWith('/chat/completions');
}

function carriesKey({ headers }: ReceivedRequest, key: string): boolean {
  return headers.authorization === `Bearer ${key}` || headers['api-key'] === key;
}
