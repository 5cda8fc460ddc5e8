import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openPanel } from './panel-page';
import { scenes } from './scenes';
import type { ThemeName } from './themes';

const variants: readonly { theme: ThemeName; width: number }[] = [
  { theme: 'dark', width: 280 },
  { theme: 'dark', width: 480 },
  { theme: 'light', width: 280 },
  { theme: 'light', width: 480 },
  { theme: 'highContrast', width: 280 },
  { theme: 'highContrast', width: 480 },
  { theme: 'highContrastLight', width: 480 },
];

const folder = path.resolve('out/screenshots/panel');

describe('the panel in pictures', () => {
  before(() => {
    mkdirSync(folder, { recursive: true });
  });

  for (const [name, scene] of Object.entries(scenes)) {
    it(`draws "${name}" in every theme and width without an error`, async () => {
      const panel = await openPanel({ state: scene.state() });
      await scene.prepare?.(panel);
      for (const { theme, width } of variants) {
        await panel.setTheme(theme);
        await panel.page.setViewportSize({ width, height: 760 });
        await panel.page.screenshot({ path: path.join(folder, `${name}-${theme}-${width}.png`) });
      }
      assert.deepEqual(panel.problems, []);
      await panel.close();
    });
  }
});
