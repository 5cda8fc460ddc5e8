import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A proxy on 127.0.0.1 that leads every name to one server, by CONNECT or by absolute URL; it notes what was asked for. */
export class ProxyServer implements AsyncDisposable {
  readonly #server: Server;
  /** Host and port of each connection or request, in order. */
  readonly targets: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  /** `port` is where everything is led to, on 127.0.0.1. */
  static async start(port: number): Promise<ProxyServer> {
    const http = createServer();
    const proxy = new ProxyServer(http);
    http.on('connect', (message, client, head) => {
      proxy.targets.push(message.url ?? '');
      const server = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.write(head);
        server.pipe(client).pipe(server);
      });
      server.on('error', () => client.destroy());
      client.on('error', () => server.destroy());
    });
    http.on('request', (message, response) => {
      const url = new URL(message.url ?? '');
      proxy.targets.push(`${url.hostname}:${url.port || '80'}`);
      const { method, headers } = message;
      const forwarded = request(
        { host: '127.0.0.1', port, path: url.pathname + url.search, method, headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      message.pipe(forwarded);
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
