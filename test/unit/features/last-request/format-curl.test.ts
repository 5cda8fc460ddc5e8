import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { formatCurl } from '../../../../src/features/last-request/format-curl';
import { mediaPlaceholder } from '../../../../src/model/media-placeholder';
import { OpenAiServer } from '../../../servers/openai-server';
import { exchangeRecord } from './records';

const run = promisify(execFile);
const key = 'sk-sentinel-0123456789abcdef';

const awkward = `It's "quoted" \\ $HOME \`id\` !! $(id)\nsecond line\ttab 'a'' é 🙂`;

describe('the last request as a curl command', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'iris-curl-'));
    const curl = path.join(folder, 'curl');
    await writeFile(curl, '#!/bin/sh\nprintf \'%s\\0\' "$@"\n');
    await chmod(curl, 0o755);
  });
  after(() => rm(folder, { recursive: true }));

  /** The arguments that curl gets when a shell runs the command. */
  async function argumentsOf(command: string): Promise<readonly string[]> {
    const { stdout } = await run('sh', ['-c', command], {
      env: { PATH: `${folder}${path.delimiter}${process.env['PATH']}`, OPENAI_API_KEY: key },
    });
    return stdout.split('\0').slice(0, -1);
  }

  it('gives curl the URL, the headers with the key of the environment, and the body', async () => {
    const record = exchangeRecord();
    const command = formatCurl(record);
    assert(!command.includes(key));
    assert.deepEqual(await argumentsOf(command), [
      '-N',
      record.url,
      '-H',
      'content-type: application/json',
      '-H',
      `Authorization: Bearer ${key}`,
      '--data-raw',
      JSON.stringify(record.requestBody),
    ]);
  });

  it('keeps quotes, newlines and what shells would expand as they are', async () => {
    const record = exchangeRecord({
      url: `https://example.com/v1/chat/completions?q=${encodeURIComponent("a'b")}'&x=$HOME`,
      requestHeaders: { 'x-title': awkward.replaceAll('\n', ' ') },
      requestBody: { messages: [{ role: 'user', content: awkward }] },
    });
    assert.deepEqual(await argumentsOf(formatCurl(record)), [
      '-N',
      record.url,
      '-H',
      `x-title: ${awkward.replaceAll('\n', ' ')}`,
      '--data-raw',
      JSON.stringify(record.requestBody),
    ]);
  });

  it("sends the key as Azure's header where that was sent", async () => {
    const command = formatCurl(exchangeRecord({ requestHeaders: { 'api-key': '[redacted]' } }));
    assert((await argumentsOf(command)).includes(`api-key: ${key}`));
  });

  it('leaves out what curl makes itself and what only tells of our client', async () => {
    const command = formatCurl(
      exchangeRecord({
        requestHeaders: { 'content-length': '9', 'user-agent': 'x', 'x-stainless-lang': 'js', accept: '*/*' },
      }),
    );
    assert.deepEqual((await argumentsOf(command)).slice(2, 4), ['-H', 'accept: */*']);
  });

  it('gets what was got', async () => {
    const { requestBody: _body, ...record } = exchangeRecord({ method: 'GET', requestHeaders: {} });
    assert.deepEqual(await argumentsOf(formatCurl(record)), ['-N', record.url]);
  });

  it('says above the command what has to be filled in', async () => {
    const placeholder = mediaPlaceholder({ mediaType: 'image/png', bytes: Buffer.from('picture') });
    const command = formatCurl(
      exchangeRecord({
        url: 'https://example.com/v1?sig=[redacted]',
        requestHeaders: { cookie: '[redacted]' },
        requestBody: { content: [{ type: 'image_url', image_url: { url: placeholder } }] },
      }),
    );
    const notes = command.split('\n').filter((line) => line.startsWith('#'));
    assert.equal(notes.length, 3);
    assert.match(notes[0] ?? '', /\[image\/png, 7 bytes, SHA-256 [0-9a-f]{64}\]$/);
    assert.match(notes[1] ?? '', /cookie$/);
    assert.match(notes[2] ?? '', /URL/);
    assert((await argumentsOf(command)).at(-1)?.includes(placeholder));
  });

  it('asks the server the same again when it is run', async function () {
    if (
      await run('curl', ['--version']).then(
        () => false,
        () => true,
      )
    ) {
      this.skip();
    }
    const server = await OpenAiServer.start();
    try {
      const requestBody = { model: 'test-text', messages: [{ role: 'user', content: awkward }] };
      const command = formatCurl(exchangeRecord({ url: `${server.baseUrl}/chat/completions`, requestBody }));
      const { stdout } = await run('sh', ['-c', command], {
        env: { PATH: process.env['PATH'], OPENAI_API_KEY: key, NO_PROXY: '*' },
      });
      assert.match(stdout, /All is well\./);
      const [request] = server.requests;
      assert.deepEqual(request?.question, requestBody);
      assert.equal(request.headers.authorization, `Bearer ${key}`);
    } finally {
      await server.close();
    }
  });
});
