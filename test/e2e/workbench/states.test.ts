import assert from 'node:assert/strict';
import { chunk, finishChunk, usageChunk } from '../../servers/chunks';
import { HeldReply, refuse } from '../../servers/replies';
import { sampleAnswer } from '../panel/sample-answer';
import { startNewChat } from '../support/chat';
import type { ThemeName } from '../support/themes';
import { useServerAndWorkbench } from '../support/use-server';

const themes: readonly ThemeName[] = ['dark', 'light', 'highContrast'];
const widths = [280, 480];
const half = sampleAnswer.length / 2;

describe('The panel in VS Code, in pictures', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({ workspace: 'demo' });

  for (const theme of themes) {
    /** Takes a picture in each width, in which nothing may stand out to the side. */
    const picture = async (state: string): Promise<void> => {
      for (const width of widths) {
        await workbench().setSideBarWidth(width);
        const page = workbench().panel().locator('html');
        const hidden = await page.evaluate((html) => html.scrollWidth - html.clientWidth);
        await workbench().screenshot(`workbench/${state}-${theme}-${width}`, workbench().page.locator('.part.sidebar'));
        assert.equal(hidden, 0, `${hidden} pixels are cut off at a width of ${width}`);
      }
    };

    it(`is readable in ${theme} while it is empty`, async () => {
      await workbench().setTheme(theme);
      await startNewChat(workbench());
      await picture('empty');
    });

    it(`is readable in ${theme} with three attachments, and while their answer comes and when it is there`, async () => {
      const chat = await startNewChat(workbench());
      await workbench().explorer.expand('pictures');
      await workbench().explorer.expand('shop');
      await workbench().explorer.choose(['chart.png', 'harbor.jpg'], 'Iris: Ask About This Image');
      await chat.waitForAttachments(2);
      await workbench().explorer.choose(['cart.js'], 'Iris: Ask About This File');
      await chat.waitForAttachments(3);
      await workbench().panel().getByRole('list', { name: 'Attachments' }).locator('img').nth(1).waitFor();
      await chat.type('What stands out in this chart, and how do we guard against it?');
      await picture('tray');

      const held = new HeldReply(
        [chunk({ reasoning_content: 'The axis is logarithmic.' }), chunk({ content: sampleAnswer.slice(0, half) })],
        [
          chunk({ content: sampleAnswer.slice(half) }),
          finishChunk(),
          usageChunk({ prompt_tokens: 1204, completion_tokens: 356 }),
          '[DONE]',
        ],
      );
      server().reply(held.reply);
      await chat.composer.press('Enter');
      await chat.waitForText('accounts');
      await picture('streaming');
      held.release();
      await chat.button('Send').waitFor();
      await picture('answered');
    });

    it(`is readable in ${theme} when a request fails`, async () => {
      const chat = await startNewChat(workbench());
      server().reply(refuse(401, { error: { message: 'Incorrect API key provided: sk-…. Get one on our site.' } }));
      await chat.ask('What is in this picture?');
      await workbench().panel().getByText('Details').click();
      await workbench().page.keyboard.press('Tab');
      await picture('error');
    });
  }
});
