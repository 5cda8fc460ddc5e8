import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createMediaService } from '../../../src/media-process/child-media-service';
import { answerText } from '../../servers/replies';
import type { ReceivedRequest, WirePart } from '../../servers/received-request';
import { Chat, startNewChat, startNewChatInEditor } from '../support/chat';
import { decode } from '../support/pixels';
import { useServerAndWorkbench } from '../support/use-server';

const files = Object.fromEntries(
  ['handbook.pdf', 'locked.pdf'].map((name) => [name, readFileSync(path.resolve('test/fixtures/pdf', name))]),
);

/** A part of a question as chat completions take files. */
interface FilePart extends WirePart {
  readonly file?: { readonly filename: string; readonly file_data: string };
}

describe('Asking about PDFs of the workspace', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ files });

  it('sends the text with page numbers and pictures of what is no text, and opens the page that the answer names', async () => {
    await workbench().explorer.choose(['handbook.pdf'], 'Iris: Ask About This File');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.tray.getByText('12 pages').waitFor();
    server().reply(answerText(['The first crack comes at 196 degrees (p. 4).']));
    await chat.ask('When is the first crack?');
    await chat.waitForText('196 degrees');

    const texts = textsOf(server().questions.at(-1));
    assert.match(texts.join('\n'), /\[Page 4, also as a picture\]\nTemperatures/);
    assert.match(texts.join('\n'), /cite pages as "p\. 1"/);
    assert.deepEqual(
      texts.filter((text) => text.startsWith('Page ')),
      ['Page 4 of handbook.pdf:', 'Page 7 of handbook.pdf:'],
    );
    const pictures = await Promise.all((server().questions.at(-1)?.images ?? []).map(({ bytes }) => decode(bytes)));
    assert.equal(pictures.length, 2);
    for (const { width, height } of pictures) {
      assert(Math.abs(height / width - Math.SQRT2) < 0.01, `A4 is not ${width} × ${height}`);
    }
    await chat.lastMessage.getByRole('button', { name: 'p. 4' }).click();
    await workbench().editor.tab('handbook.pdf - page 4.png').waitFor();
  });

  it('asks for the password of an encrypted one, and sends it without encryption', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['locked.pdf'], 'Iris: Ask About This File');
    const panel = workbench().panel();
    const password = panel.getByLabel('Password of locked.pdf');
    await password.fill('tea');
    await password.press('Enter');
    await panel.getByText('That password does not open it.').waitFor();
    await password.fill('coffee');
    await password.press('Enter');
    await chat.waitForAttachments(1);
    await chat.tray.getByText('12 pages').waitFor();
    await chat.ask('Who knows where things are?');
    await chat.waitForText('All is well.');
    assert.match(textsOf(server().questions.at(-1)).join('\n'), /Ask Wilhelmina/);
    assert(!(server().questions.at(-1)?.text ?? '').includes('coffee'));
  });

  it('sends a file of the chosen pages where the person wants it so', async () => {
    const chat = await startNewChatInEditor(workbench());
    const panel = workbench().panel('editor');
    await workbench().explorer.open();
    await workbench().dragOntoPanel(['handbook.pdf'], 'editor');
    await chat.waitForAttachments(1);
    await chat.tray.getByRole('button', { name: /^handbook\.pdf/ }).click();
    const pages = panel.getByRole('group', { name: 'Pages' });
    await pages.scrollIntoViewIfNeeded();
    await pages.locator('img').first().waitFor();
    const range = panel.getByRole('textbox', { name: 'Pages' });
    await range.fill('3, 40');
    await panel.getByText('There is no page 40: its pages are 1 to 12.').waitFor();
    await range.fill('3, 5-6');
    await range.press('Enter');
    await panel.getByRole('radio', { name: /^PDF file/ }).check();
    await panel.getByText('it gets a copy of pages 3, 5-6 of 12.').waitFor();
    await chat.ask('Where are the beans?');
    await chat.waitForText('All is well.');
    await assertHolds(fileOf(server().questions.at(-1)), [/Yirgacheffe/, /turquoise/, /62 degrees/]);
  });
});

function partsOf(request: ReceivedRequest | undefined): readonly FilePart[] {
  const content = request?.question.messages.at(-1)?.content;
  assert(content !== undefined && typeof content !== 'string');
  return content;
}

function textsOf(request: ReceivedRequest | undefined): readonly string[] {
  return partsOf(request).flatMap(({ text }) => text ?? []);
}

function fileOf(request: ReceivedRequest | undefined): Buffer {
  const [file] = partsOf(request).flatMap((part) => part.file ?? []);
  assert(file);
  assert.equal(file.filename, 'handbook.pdf');
  const data = /^data:application\/pdf;base64,(.+)$/.exec(file.file_data)?.[1];
  assert(data);
  return Buffer.from(data, 'base64');
}

/** So many pages, by the objects of the file itself, and on each of them this. */
async function assertHolds(bytes: Buffer, contents: readonly RegExp[]): Promise<void> {
  const objects = bytes.toString('latin1').match(/\/Type\s*\/Page(?![A-Za-z])/g) ?? [];
  assert.equal(objects.length, contents.length);
  const media = createMediaService({ modulePath: path.resolve('dist/media-process.js') });
  try {
    const texts = await media.readPageTexts(
      bytes,
      contents.map((_, index) => index + 1),
    );
    contents.forEach((content, index) => assert.match(texts[index] ?? '', content));
  } finally {
    media.dispose();
  }
}
