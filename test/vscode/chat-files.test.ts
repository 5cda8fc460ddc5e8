import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Conversation } from '../../src/conversation/conversation';
import { ChatFiles } from '../../src/vscode/chats/chat-files';
import { imageAttachment } from '../unit/conversation/chat-fixture';
import { answer, ScriptedModel } from '../unit/conversation/scripted-model';
import { openStores } from '../unit/store/chat-files';

describe('chats as files', () => {
  let directory: string;
  let said: string[];
  const { showSaveDialog, showOpenDialog, showInformationMessage, showWarningMessage } = vscode.window;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'iris-chats-'));
    said = [];
    const say = (text: string): Promise<undefined> => Promise.resolve(void said.push(text));
    Object.assign(vscode.window, { showInformationMessage: say });
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showSaveDialog, showOpenDialog, showInformationMessage, showWarningMessage });
    await rm(directory, { recursive: true });
  });

  const inDirectory = (name: string): vscode.Uri => vscode.Uri.file(path.join(directory, name));

  /** The person chooses this file, in whichever dialog. */
  const choose = (file: vscode.Uri): void => {
    Object.assign(vscode.window, {
      showSaveDialog: () => Promise.resolve(file),
      showOpenDialog: () => Promise.resolve([file]),
    });
  };

  /** Whether the person goes through with what they are warned of. */
  const decide = (goesOn: boolean): void => {
    Object.assign(vscode.window, {
      showWarningMessage: (_message: string, _options: vscode.MessageOptions, ...buttons: readonly string[]) =>
        Promise.resolve(goesOn ? buttons[0] : undefined),
    });
  };

  /** A chat with a picture on the disk. */
  async function setUp() {
    const { store, blobs } = openStores(path.join(directory, 'stored'));
    const chat = new Conversation({ blobs, journal: store.create() });
    const picture = await imageAttachment(blobs, 'shot.png');
    await chat.send({ text: 'Look', attachments: [picture], model: new ScriptedModel(answer('I see.')) });
    await chat.close();
    let imports = 0;
    const files = new ChatFiles({ store, blobs, onImport: () => (imports += 1) });
    return { store, blobs, picture, files, id: chat.id, imports: () => imports };
  }

  it('leave a media folder alone that is there already', async () => {
    const { files, id } = await setUp();
    choose(inDirectory('chat.md'));
    await files.export(id, 'markdown');
    await files.export(id, 'markdown');
    assert.deepEqual((await readdir(directory)).sort(), ['chat-media', 'chat-media-2', 'chat.md', 'stored']);
    assert.match(await readFile(path.join(directory, 'chat.md'), 'utf8'), /\]\(chat-media-2\/1-shot\.png\)/);
    assert.deepEqual(await readdir(path.join(directory, 'chat-media-2')), ['1-shot.png']);
    assert.deepEqual(said, Array(2).fill('The chat was exported to chat.md.'));
  });

  it('are written without media that is gone, which is said', async () => {
    const { files, blobs, id, picture } = await setUp();
    await blobs.remove(
      picture.parts.flatMap((part) => ('blob' in part ? [part.blob.sha256] : [])),
      Infinity,
    );
    choose(inDirectory('chat.html'));
    await files.export(id, 'html');
    assert.deepEqual(said, ['The chat was exported to chat.html, without media that is gone or too large (1).']);
    assert.match(await readFile(path.join(directory, 'chat.html'), 'utf8'), /I see\./);
  });

  it('are not written with what was never sent where the person gives that up', async () => {
    const { files, id } = await setUp();
    choose(inDirectory('chat.json'));
    decide(false);
    await files.export(id, 'json');
    assert.deepEqual(await readdir(directory), ['stored']);
    assert.deepEqual(said, []);
  });

  it('are imported as new chats, without attachments whose bytes are not what is said of them', async () => {
    const { files, store, id, imports } = await setUp();
    choose(inDirectory('chat.json'));
    decide(true);
    await files.export(id, 'json');
    const [imported] = await files.import();
    assert(imported !== undefined && imported !== id);
    assert.equal(imports(), 1);
    // The bytes of the picture are a text.
    const leftOut = '1 attachment was left out: its content is missing from the file, or was changed since the export.';
    assert.equal(said.at(-1), `1 chat was imported. ${leftOut}`);
    const messages = (await store.read(imported))?.messages ?? [];
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['Look', 'I see.'],
    );
    assert.deepEqual(
      messages.flatMap((message) => (message.role === 'user' ? message.attachments : [])),
      [],
    );
  });

  it('are not imported from what is none', async () => {
    const { files, store, imports } = await setUp();
    await writeFile(path.join(directory, 'other.json'), '{"name": "package"}');
    choose(inDirectory('other.json'));
    await assert.rejects(files.import(), /\.$/);
    assert.equal(imports(), 0);
    assert.equal((await store.list()).length, 1);
  });
});
