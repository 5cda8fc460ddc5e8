import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openPanel } from './panel-page';
import { answered } from './scenes';

const words = {
  de: {
    ask: 'Iris fragen',
    copy: 'Antwort kopieren',
    settings: 'Anfrageeinstellungen',
    search: 'Parameter durchsuchen',
  },
  'zh-cn': { ask: '询问 Iris', copy: '复制回答', settings: '请求设置', search: '搜索参数' },
} as const;

describe('The panel in another language', () => {
  for (const language of ['de', 'zh-cn'] as const) {
    it(`is ${language}, fits 280 pixels and has no errors`, async () => {
      const panel = await openPanel({ width: 280, state: answered.state(), language });
      const { page } = panel;
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      await page.getByRole('textbox', { name: words[language].ask }).waitFor();
      await page.getByRole('button', { name: words[language].copy }).first().waitFor({ state: 'attached' });
      assert.equal(await overflow(page.locator('body')), 0);
      await page.getByRole('button', { name: words[language].settings }).first().click();
      await page.getByRole('searchbox', { name: words[language].search }).waitFor();
      assert.equal(await overflow(page.locator('body')), 0);
      assert.deepEqual(panel.problems, []);
      await panel.close();
    });
  }
});

/** Pixels by which something is wider than its place. */
async function overflow(place: Locator): Promise<number> {
  return await place.evaluate((element) => element.scrollWidth - element.clientWidth);
}
