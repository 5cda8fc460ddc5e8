import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessibilityFlaws } from './axe';
import { cutOff } from './cut-off';
import { openPanel } from './panel-page';
import type { PanelPage } from './panel-page';
import { answered, scenes } from './scenes';
import { becomes } from '../support/becomes';

const words = {
  de: {
    ask: 'Iris fragen',
    copy: 'Antwort kopieren',
    settings: 'Anfrageeinstellungen',
    search: 'Parameter durchsuchen',
    chats: 'Chats',
  },
  'zh-cn': { ask: '询问 Iris', copy: '复制回答', settings: '请求设置', search: '搜索参数', chats: '聊天' },
} as const;

/** States that need nobody to press anything: the names of what is pressed are other ones in each language. */
const states = Object.entries(scenes).filter(([, { prepare }]) => !prepare);

/** Scenes that somebody has to press something for, and the English name of that. */
const pressed = { deleting: 'Delete question and answer', editing: 'Edit and resend', answerVersions: 'One at a time' };

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
      await page.getByRole('textbox', { name: words[language].ask }).waitFor();
      await page.getByRole('button', { name: words[language].copy }).first().waitFor({ state: 'attached' });
      await check(panel);
      await page.getByRole('button', { name: words[language].settings }).first().click();
      await page.getByRole('searchbox', { name: words[language].search }).waitFor();
      await check(panel);
      await page.getByRole('button', { name: words[language].chats, exact: true }).click();
      await page.getByRole('searchbox').first().waitFor();
      await check(panel);
      await panel.close();
    });

    for (const [name, text] of Object.entries(pressed)) {
      it(`shows all words of "${name}" in ${language} on 280 pixels, without a flaw that axe knows`, async () => {
        const state = scenes[name]?.state() ?? assert.fail(`There is no scene named ${name}.`);
        const panel = await openPanel({ width: 280, theme: 'light', state, language });
        await panel
          .button(textsOf(language)[text] ?? assert.fail(`There is no text "${text}".`))
          .first()
          .click();
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

  // Its words are the longest.
  for (const [name, scene] of states) {
    it(`shows all words of "${name}" in German on 280 pixels`, async () => {
      const panel = await openPanel({ width: 280, theme: 'light', state: scene.state(), language: 'de' });
      assert.deepEqual(await cutOff(panel, ownTexts('de')), []);
      await panel.close();
    });
  }
});

function textsOf(language: keyof typeof words): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')) as Record<string, string>;
}

/** What the panel itself says, as far as it is the same each time. */
function ownTexts(language: keyof typeof words): string[] {
  return Object.values(textsOf(language)).filter((text) => !text.includes('{0}'));
}
