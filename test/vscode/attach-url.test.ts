import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { NewAttachment } from '../../src/attachments/new-attachment';
import type { ModelTarget } from '../../src/model/model-target';
import type { Attachment } from '../../src/shared/attachment/attachment';
import { attachUrl, type AttachPlace } from '../../src/vscode/attachments/attach-url';

const local: ModelTarget = { endpoint: 'Local', model: 'm', offline: false, capabilities: {}, isLocal: true };

describe('An address that is attached', () => {
  let server: Server;
  let methods: string[];
  let files: NewAttachment[];
  let attachments: Attachment[];
  const { showQuickPick } = vscode.window;

  before(async () => {
    server = createServer(({ method = '' }, response) => {
      methods.push(method);
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(method === 'HEAD' ? undefined : 'ID3 sound');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    [methods, files, attachments] = [[], [], []];
  });
  afterEach(() => {
    Object.assign(vscode.window, { showQuickPick });
  });
  after(() => server.close());

  const attach = async (text: string, use: 'fetch' | 'passOn', target = local): Promise<void> => {
    const tray: AttachPlace = {
      add: (added) => {
        files.push(...added);
        return [];
      },
      addAttachments: (added) => attachments.push(...added),
    };
    await attachUrl(text, use, { tray, target });
  };
  const address = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

  it('is fetched and goes into the tray as a file does', async () => {
    await attach(address('/talk.mp3'), 'fetch');
    assert.deepEqual(
      files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
      [['talk.mp3', 'ID3 sound']],
    );
    await attach('data:text/plain,Hello', 'passOn');
    assert.equal(files[1]?.name, 'pasted.txt');
  });

  it('inside of the network is fetched only where the model is local too', async () => {
    await assert.rejects(attach(address('/talk.mp3'), 'fetch', { ...local, isLocal: false }), { name: 'LinkError' });
    assert.deepEqual(methods, []);
  });

  it('is passed on as what its name says, what it says itself, or what the person says', async () => {
    await attach(address('/a.png'), 'passOn');
    assert.deepEqual(methods, []);
    await attach(address('/talk'), 'passOn');
    assert.deepEqual(methods, ['HEAD']);
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly { readonly media: string }[]) =>
        Promise.resolve(items.find(({ media }) => media === 'video')),
    });
    await attach('https://iris.invalid/live', 'passOn');
    assert.deepEqual(
      attachments.map((attachment) => attachment.kind === 'link' && attachment.media),
      ['image', 'audio', 'video'],
    );
    assert.deepEqual(files, []);
  });
});
