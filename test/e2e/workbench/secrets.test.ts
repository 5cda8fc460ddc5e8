import assert from 'node:assert/strict';
import path from 'node:path';
import sharp from 'sharp';
import { createMediaService } from '../../../src/media-process/child-media-service';
import * as madeUp from '../../fixtures/secrets/made-up-secrets';
import { textOf } from '../../servers/received-request';
import { answerText } from '../../servers/replies';
import { pictureOfCode } from '../../unit/attachments/secrets/pictures-of-text';
import { becomes } from '../support/becomes';
import { Chat, startNewChat } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

describe('Secrets in what is attached', function () {
  this.timeout(180_000);
  const code = `export const token = '${madeUp.gitHubToken}';\n`;
  let picture: Buffer | undefined;

  before('draw a picture of a key', async () => {
    picture = await pictureOfCode(['const shop = open();', `shop.token = "${madeUp.gitHubToken}";`, 'shop.start();']);
  });

  const { server, workbench } = useServerAndWorkbench(() => ({
    files: { 'shot.png': picture ?? '', 'token.js': code },
    settings: {
      'iris.endpoints': [
        // It leads to this machine all the same, but does not say so.
        { name: 'Elsewhere', baseUrl: server().baseUrl.replace('127.0.0.1', '0.0.0.0'), model: 'test-vision' },
      ],
    },
  }));

  it('are blackened on a picture before it is sent', async () => {
    await workbench().explorer.choose(['shot.png'], 'Iris: Ask About This Image');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.button('Show where').click();
    await workbench().panel().locator('.secret-box').first().waitFor();
    await workbench().screenshot('secrets-in-picture');
    await chat.button('Close details').click();
    await chat.button('Redact all').click();
    await chat.button('Redact all').waitFor({ state: 'detached' });
    await chat.ask('What is wrong here?');
    await chat.waitForText('All is well.');
    const [received] = server().requests.at(-1)?.images ?? [];
    assert(received);
    const { data, info } = await sharp(received.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const rows = Array.from({ length: info.height }, (_, y) => longestBlack(data, y, info.width));
    assert(rows.filter((length) => length > info.width / 3).length > 10, 'a solid box covers the key');
    const media = createMediaService({ modulePath: path.resolve('dist/media-process.js') });
    const { lines, doubtful = lines } = await media.readText(received.bytes);
    media.dispose();
    const read = doubtful.map(({ text }) => text).join('\n');
    assert(read.includes('start') && !read.includes(madeUp.gitHubToken.slice(4, 10)), read);
  });

  it('are taken out of a text before it is sent', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['token.js'], 'Iris: Ask About This File');
    await chat.waitForAttachments(1);
    await chat.button('Redact all').click();
    await chat.button('Redact all').waitFor({ state: 'detached' });
    await chat.ask('What is this?');
    await chat.waitForText('All is well.');
    const sent = JSON.stringify(server().requests.at(-1)?.question.messages);
    assert(sent.includes("export const token = '[redacted]';") && !sent.includes(madeUp.gitHubToken), sent);
  });

  it('are asked about in a question that is asked in other words', async () => {
    const chat = await startNewChat(workbench());
    await chat.ask('Why does it say 401?');
    await chat.waitForText('All is well.');
    const dialog = workbench().page.getByRole('dialog').filter({ hasText: 'Your question may hold secrets' });
    const edit = workbench().panel().getByRole('textbox', { name: 'Edit question' });
    const edited = `Why does it say 401 to ${madeUp.gitHubToken}?`;

    await chat.button('Edit and resend').click();
    await edit.fill(edited);
    await edit.press('Enter');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    // The words stay where they were typed.
    await workbench().panel().getByText('Nothing was sent.').waitFor();
    await becomes(() => edit.inputValue(), edited);

    await edit.press('Enter');
    await dialog.getByRole('button', { name: 'Redact All' }).click();
    await chat.messages.first().filter({ hasText: 'Why does it say 401 to [redacted]?' }).waitFor();
    await chat.waitForText('All is well.');
    assert.deepEqual(server().questions.at(-1)?.question.messages.map(textOf), ['Why does it say 401 to [redacted]?']);
  });

  describe('which a command sends without the panel', () => {
    const dialog = () => workbench().page.getByRole('dialog').filter({ hasText: 'may hold secrets' });

    /** Asks about the text of a file, until Iris asks back. */
    async function askAboutSelection(instruction: string): Promise<void> {
      await workbench().quickInput.openFile('token.js');
      await workbench().editor.focus();
      await workbench().page.keyboard.press('ControlOrMeta+A');
      await workbench().runCommand('Iris: Answer in New Document');
      await workbench().quickInput.waitUntilOpen('Iris: Answer in');
      await workbench().quickInput.enter(instruction);
      await dialog().waitFor();
    }

    it('are asked about, and nothing is sent when the person gives up', async () => {
      const before = server().questions.length;
      await askAboutSelection('Explain.');
      await becomes(() => dialog().innerText(), /GitHub/);
      await workbench().screenshot('secrets-in-selection');
      await dialog().getByRole('button', { name: 'Cancel' }).click();
      await dialog().waitFor({ state: 'detached' });
      // The next question comes after whatever would have been sent of this one.
      const chat = await startNewChat(workbench());
      await chat.ask('Are you there?');
      await chat.waitForText('All is well.');
      assert.equal(server().questions.length, before + 1);
      assert(!server().questions.at(-1)?.text.includes(madeUp.gitHubToken));
    });

    for (const { button, isSent } of [
      { button: 'Redact All', isSent: false },
      { button: 'Send Anyway', isSent: true },
    ]) {
      it(`are sent as the person says with ${button}`, async () => {
        server().reply(answerText([`Answered after ${button}.`]));
        await askAboutSelection(`Explain once more: ${button}`);
        await dialog().getByRole('button', { name: button }).click();
        await workbench().editor.waitForText(new RegExp(`Answered after ${button}`));
        const sent = JSON.stringify(server().questions.at(-1)?.question.messages);
        assert(sent.includes('export const token'), sent);
        assert.equal(sent.includes(madeUp.gitHubToken), isSent);
      });
    }
  });
});

/** The longest run of black pixels in a row. */
function longestBlack(data: Uint8Array, y: number, width: number): number {
  let longest = 0;
  let length = 0;
  for (let x = 0; x < width; x += 1) {
    const at = (y * width + x) * 3;
    length = (data[at] ?? 1) + (data[at + 1] ?? 1) + (data[at + 2] ?? 1) < 9 ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}
