import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answered, scenes } from './scenes';
import { themes } from './themes';
import type { ThemeName } from './themes';

declare global {
  interface Window {
    axe: { run(context: Document, options: object): Promise<AxeResults> };
  }
}

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

describe('accessibility', () => {
  for (const [name, scene] of Object.entries(scenes)) {
    it(`has no flaw that axe knows in "${name}", in every theme`, async () => {
      const panel = await openPanel({ width: 320, state: scene.state() });
      await scene.prepare?.(panel);
      await panel.page.evaluate(axe);
      for (const theme of Object.keys(themes) as ThemeName[]) {
        await panel.setTheme(theme);
        assert.deepEqual(await flaws(panel), [], theme);
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

async function flaws(panel: PanelPage): Promise<string[]> {
  const { violations } = await panel.page.evaluate(() =>
    window.axe.run(document, {
      rules: {
        // Chromium itself lets the keyboard into what scrolls.
        'scrollable-region-focusable': { enabled: false },
        // The levels of headings in an answer are the model's.
        'heading-order': { enabled: false },
      },
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
