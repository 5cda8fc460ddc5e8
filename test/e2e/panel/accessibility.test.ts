import assert from 'node:assert/strict';
import { accessibilityFlaws } from './axe';
import { openPanel } from './panel-page';
import { answered, scenes } from './scenes';
import { themes } from './themes';
import type { ThemeName } from './themes';

describe('accessibility', () => {
  for (const [name, scene] of Object.entries(scenes)) {
    it(`has no flaw that axe knows in "${name}", in every theme`, async () => {
      const panel = await openPanel({ width: 320, state: scene.state() });
      await scene.prepare?.(panel);
      for (const theme of Object.keys(themes) as ThemeName[]) {
        await panel.setTheme(theme);
        assert.deepEqual(await accessibilityFlaws(panel), [], theme);
      }
      assert.deepEqual(panel.problems, []);
      await panel.close();
    });
  }

  it('lets the keyboard scroll long code and wide tables', async () => {
    const panel = await openPanel({ width: 320, state: answered.state() });
    const reached: string[] = [];
    await panel.log.focus();
    for (let step = 0; step < 20; step++) {
      await panel.page.keyboard.press('Tab');
      reached.push(await panel.page.evaluate(() => document.activeElement?.localName ?? ''));
    }
    assert.ok(reached.includes('pre'), reached.join());
    await panel.close();
  });
});
