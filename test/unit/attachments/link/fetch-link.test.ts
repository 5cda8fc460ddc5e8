import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, getDefaultAutoSelectFamily, setDefaultAutoSelectFamily } from 'node:net';
import { fetchLink, type FetchLinkOptions } from '../../../../src/attachments/link/fetch-link';
import { scopeOf } from '../../../../src/attachments/link/public-address';
import { readLink } from '../../../../src/attachments/link/read-link';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('What is at an address', () => {
  let server: Server;
  let port: number;
  let asked: IncomingMessage[];
  let answers: Map<string, Answer>;

  before(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      const answer = answers.get(request.url ?? '') ?? ((missing) => missing.writeHead(404).end());
      answer(response, request);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  beforeEach(() => {
    asked = [];
    answers = new Map<string, Answer>([
      ['/a%20b.png', (response) => response.setHeader('content-type', 'image/png').end(picture)],
      ['/page', (response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>Hello</p>')],
      ['/page.png', (response) => response.setHeader('content-type', 'image/png').end('\n<!DOCTYPE html><p>')],
    ]);
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const at = (path: string, host = '127.0.0.1'): URL => new URL(`http://${host}:${port}${path}`);
  const local: FetchLinkOptions = { maxBytes: 1_000, allowPrivate: true, signal: new AbortController().signal };
  /** All names lead to the server of this test. */
  const resolve = (): Promise<readonly string[]> => Promise.resolve(['127.0.0.1']);
  const redirect =
    (location: string): Answer =>
    (response) =>
      response.writeHead(302, { location }).end();

  it('is fetched with its name, and without cookies or credentials', async () => {
    const file = await readLink(at('/a%20b.png'), local);
    assert.equal(file.name, 'a b.png');
    assert.deepEqual(Buffer.from(file.bytes), picture);
    const headers = Object.keys(asked[0]?.headers ?? {}).sort();
    assert.deepEqual(headers, ['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('is asked of the very address that was looked up and checked, by its own name', async () => {
    let lookups = 0;
    const fetched = await fetchLink(at('/a%20b.png', 'pictures.example'), {
      ...local,
      resolve: () => Promise.resolve(lookups++ === 0 ? ['127.0.0.1'] : ['169.254.169.254']),
    });
    assert.equal(lookups, 1);
    assert.equal(fetched.contentType, 'image/png');
    assert.equal(asked[0]?.headers.host, `pictures.example:${port}`);
  });

  it('inside of the network is not fetched, under whatever name', async () => {
    const hosts = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]'];
    for (const host of [...hosts, '169.254.169.254', '[fe80::1]', '0.0.0.0']) {
      await assert.rejects(
        fetchLink(at('/a%20b.png', host), { ...local, allowPrivate: false }),
        /inside of your own network/,
      );
    }
    for (const addresses of [['10.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:10.0.0.1']]) {
      const options = { ...local, allowPrivate: false, resolve: () => Promise.resolve(addresses) };
      await assert.rejects(fetchLink(at('/', 'rebound.example'), options), /inside of your own network/);
    }
    await assert.rejects(fetchLink(at('/', '169.254.169.254'), local), /inside of your own network/);
    assert.equal(asked.length, 0);
  });

  it('is not fetched where a redirect leads into the network', async () => {
    answers.set('/', redirect('http://metadata.example/latest'));
    const options: FetchLinkOptions = {
      ...local,
      resolve: (host) => Promise.resolve([host === 'metadata.example' ? '169.254.169.254' : '127.0.0.1']),
    };
    await assert.rejects(fetchLink(at('/', 'public.example'), options), /metadata\.example is an address inside/);
    assert.equal(asked.length, 1);
  });

  it('inside of the network is not fetched where an address outside of it leads there', async () => {
    answers.set('/', redirect('http://nas.example/'));
    const options: FetchLinkOptions = {
      ...local,
      resolve: (host) => Promise.resolve([host === 'nas.example' ? '127.0.0.2' : '127.0.0.1']),
      scope: (address) => (address === '127.0.0.1' ? 'public' : scopeOf(address)),
    };
    await assert.rejects(fetchLink(at('/', 'public.example'), options), /nas\.example is an address inside/);
    assert.equal(asked.length, 1);
  });

  it('is asked of the next address where one does not answer, and of one where no more are asked for', async () => {
    const resolving = { ...local, resolve: () => Promise.resolve(['127.0.0.3', '127.0.0.1']) };
    assert.equal((await fetchLink(at('/a%20b.png', 'two.example'), resolving)).contentType, 'image/png');
    const usual = getDefaultAutoSelectFamily();
    setDefaultAutoSelectFamily(false);
    try {
      assert.equal((await fetchLink(at('/a%20b.png', 'one.example'), { ...local, resolve })).contentType, 'image/png');
    } finally {
      setDefaultAutoSelectFamily(usual);
    }
  });

  it('is fetched where redirects lead, but not for ever, and to no other kind of address', async () => {
    answers.set('/one', redirect('/two')).set('/two', redirect('a%20b.png'));
    assert.equal((await fetchLink(at('/one'), local)).url.pathname, '/a%20b.png');
    answers.set('/loop', redirect('/loop'));
    await assert.rejects(fetchLink(at('/loop'), local), /one address to the next/);
    for (const location of ['file:///etc/passwd', 'ftp://x.example/', 'http://user:secret@x.example/', 'http://']) {
      answers.set('/away', redirect(location));
      await assert.rejects(fetchLink(at('/away'), { ...local, resolve }), { name: 'LinkError' });
    }
  });

  it('may be no larger than allowed, whatever the server says before', async () => {
    answers.set('/told', (response) => response.setHeader('content-length', '1001').end(Buffer.alloc(1_001)));
    answers.set('/untold', (response) => {
      const more = (): void =>
        void (response.write(Buffer.alloc(500)) ? setImmediate(more) : response.once('drain', more));
      response.on('close', () => undefined);
      more();
    });
    for (const path of ['/told', '/untold']) {
      await assert.rejects(fetchLink(at(path), local), /more than the 0 MB/);
    }
  });

  it('is told of as it is when it is missing, a web page, compressed, slow, or not there at all', async () => {
    await assert.rejects(
      readLink(at('/nothing'), local),
      /127\.0\.0\.1:\d+ does not give it out \(HTTP 404\)\..*attach that/,
    );
    await assert.rejects(readLink(at('/page'), local), /is a web page/);
    await assert.rejects(readLink(at('/page.png'), local), /is a web page/);
    answers.set('/gzip', (response) => response.setHeader('content-encoding', 'gzip').end('x'));
    await assert.rejects(readLink(at('/gzip'), local), /compressed \(gzip\)/);
    answers.set('/slow', () => undefined);
    await assert.rejects(
      readLink(at('/slow'), { ...local, timeouts: { silence: 50, total: 60_000 } }),
      /did not answer/,
    );
    answers.set('/drip', (response) => void response.write('x'));
    await assert.rejects(readLink(at('/drip'), { ...local, timeouts: { silence: 60_000, total: 100 } }), /took longer/);
    await assert.rejects(readLink(new URL('http://iris.invalid/'), local), /iris\.invalid could not be reached \(E/);
  });

  it('is not waited for where the server changes to another protocol instead of answering', async () => {
    answers.set('/101', (response) => {
      response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
    });
    await assert.rejects(readLink(at('/101'), local), /could not be reached \(ECONNRESET\)/);
  });

  it('is not waited for when it is cancelled', async () => {
    const controller = new AbortController();
    answers.set('/slow', () => controller.abort(new Error('Cancelled.')));
    await assert.rejects(readLink(at('/slow'), { ...local, signal: controller.signal }), /Cancelled/);
  });
});
