import assert from 'node:assert/strict';
import { accessibilityFlaws } from './axe';
import { cutOff } from './cut-off';
import { openPanel, textsIn } from './panel-page';
import type { PanelPage } from './panel-page';
import { answered, scenes } from './scenes';
import { becomes } from '../support/becomes';

/** German has the longest words, so that all of it is looked at; Chinese breaks its lines in other places. */
const shown = {
  de: Object.keys(scenes),
  'zh-cn': ['deleting', 'editing', 'answerVersions', 'compareSides', 'lightbox'],
};

describe('The panel in another language', () => {
  for (const language of ['de', 'zh-cn'] as const) {
    const check = async (panel: PanelPage): Promise<void> => {
      assert.deepEqual(await cutOff(panel, ownTexts(language)), []);
      assert.deepEqual(await accessibilityFlaws(panel), []);
      assert.deepEqual(panel.problems, []);
    };

    it(`is ${language} in the conversation, the settings and the list of chats`, async () => {
      const panel = await openPanel({ width: 280, state: answered.state(), language });
      const { page } = panel;
      await becomes(() => page.evaluate(() => document.documentElement.lang), language);
      assert.notEqual(panel.say('Ask Iris'), 'Ask Iris');
      await panel.composer.waitFor();
      await panel.button('Copy answer').first().waitFor({ state: 'attached' });
      await check(panel);
      await panel.button('Request settings').first().click();
      await page.getByRole('searchbox', { name: panel.say('Search parameters') }).waitFor();
      await check(panel);
      await panel.button('Chats').click();
      await page.getByRole('searchbox', { name: panel.say('Search chats') }).waitFor();
      await check(panel);
      await panel.close();
    });

    for (const name of shown[language]) {
      it(`shows all words of "${name}" in ${language} on 280 pixels, without a flaw that axe knows`, async () => {
        const scene = scenes[name] ?? assert.fail(`There is no scene named ${name}.`);
        const panel = await openPanel({ width: 280, theme: 'light', state: scene.state(), language });
        await scene.prepare?.(panel);
        await check(panel);
        await panel.close();
      });
    }

    it(`shows all words of every attachment's details in ${language} on 280 pixels`, async () => {
      const panel = await openPanel({
        width: 280,
        ...(scenes['trayKinds'] && { state: scenes['trayKinds'].state() }),
        language,
      });
      for (const item of await panel.page.locator('button.tray-body').all()) {
        await item.click();
        const sheet = panel.page.locator('.sheet');
        await sheet.waitFor();
        await check(panel);
        // Below a sheet the tray is one line here.
        await panel.page.keyboard.press('Escape');
        await sheet.waitFor({ state: 'detached' });
      }
      await panel.close();
    });
  }
});

/** What the panel itself says, as far as it is the same each time. */
function ownTexts(language: keyof typeof shown): string[] {
  return Object.values(textsIn(language)).filter((text) => !text.includes('{0}'));
}
