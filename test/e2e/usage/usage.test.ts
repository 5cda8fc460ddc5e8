import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { themes, type ThemeName } from '../panel/themes';
import { emptyReport, longReport, plainReport, sampleReport } from './sample-reports';
import { messagesOf, openUsagePage, postReport, setTheme } from './usage-page';
import { becomes } from '../support/becomes';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const states = { plain: plainReport, sample: sampleReport, long: longReport, empty: emptyReport };

describe('the usage page', () => {
  let page: Page;

  afterEach(async () => {
    await page.context().close();
  });

  it('shows totals, and tables by model, chat and day', async () => {
    page = await openUsagePage({ report: plainReport });
    const totals = await page.locator('.total').allInnerTexts();
    assert.deepEqual(
      totals.map((text) => text.replace(/\s+/g, ' ')),
      ['Today', 'This month', 'In total'].map((name) => `${name} $0.75 5,444 tokens, 2 requests`),
    );
    await becomes(
      () => rowsOf(page, 'By model'),
      ['gpt-4o OpenAI | $0.75 | 4,620 2,048 cached | 824 256 reasoning | 2'],
    );
    await becomes(
      () => rowsOf(page, 'By chat'),
      [
        'Turn the mock-up of the settings page into HTML, with everything that belongs to it | $0.50 | 2,310 1,024 cached | 412 128 reasoning | 1',
        'What is wrong with this build log? | $0.25 | 2,310 1,024 cached | 412 128 reasoning | 1',
      ],
    );
    await becomes(
      () => rowsOf(page, 'By day'),
      ['November 21, 2026 | $0.75 | 4,620 2,048 cached | 824 256 reasoning | 2'],
    );
    await page
      .getByRole('img', { name: /^Money from November 1, 2026 to November 21, 2026\. Most on November 21/ })
      .waitFor();
    await becomes(() => page.getByText('Estimated in part').count(), 0);
  });

  it('compares what was estimated with what was counted', async () => {
    page = await openUsagePage({ report: plainReport });
    await becomes(
      () => rowsOf(page, 'Estimates of questions with media'),
      ['gpt-4o OpenAI | 2,406 | 2,310 | 4 % less | 1'],
    );
    await page.getByText('what the server counted').waitFor();
  });

  it('says what is estimated and what money is not known', async () => {
    page = await openUsagePage({ report: sampleReport });
    const rows = await rowsOf(page, 'By model');
    assert(
      rows.some((row) => /^llava:13b Ollama \| \$0 \| ≈ [\d,]+ \| ≈ [\d,]+ \|/.test(row)),
      rows.join('\n'),
    );
    assert(
      rows.some((row) => /^some\/vision-model Gateway \| \? \|/.test(row)),
      rows.join('\n'),
    );
    assert((await rowsOf(page, 'By chat')).some((row) => /^Outside of chats \| \? \| ≈/.test(row)));
    await page.getByText(/^≈ Estimated in part: \d of \d+ requests/).waitFor();
    await page.getByText(/^\? Not all money is known: \d of \d+ requests/).waitFor();
  });

  it('shows another period and tokens instead of money, by keyboard, and keeps the choice', async () => {
    page = await openUsagePage({ report: sampleReport });
    await page.getByRole('radio', { name: 'This month' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('img', { name: /^Money from October 23, 2026/ }).waitFor();
    await page.getByRole('radio', { name: 'Money' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('img', { name: /^Tokens from October 23, 2026.*tokens\.$/ }).waitFor();
    await becomes(() => page.evaluate(() => window.usageState), { period: 'last30Days', measure: 'tokens' });
    await page.context().close();
    page = await openUsagePage({ report: sampleReport, state: { period: 'all', measure: 'tokens' } });
    await becomes(() => page.getByRole('radio', { name: 'All' }).isChecked(), true);
    await becomes(() => page.getByRole('radio', { name: 'Tokens' }).isChecked(), true);
  });

  it('is not led astray by what it kept in another version', async () => {
    page = await openUsagePage({ report: plainReport, state: { period: 'century', measure: 7 } });
    await becomes(() => page.getByRole('radio', { name: 'This month' }).isChecked(), true);
    await becomes(() => page.getByRole('radio', { name: 'Money' }).isChecked(), true);
  });

  it('shows a year by months', async () => {
    page = await openUsagePage({ report: longReport, state: { period: 'all', measure: 'money' } });
    await becomes(async () => (await rowsOf(page, 'By month')).length, 13);
    await becomes(() => page.locator('.chart-column').count(), 13);
  });

  it('sets the month against the budget', async () => {
    page = await openUsagePage({ report: sampleReport });
    const meter = page.getByRole('meter', { name: 'Budget used' });
    await becomes(() => meter.getAttribute('aria-valuetext'), /^\d\d\u00a0%$/);
    await page.getByRole('button', { name: 'Change Budget…' }).click();
    await postReport(page, longReport);
    await page.getByText('do not answer until you raise the budget').waitFor();
    await becomes(() => meter.getAttribute('aria-valuenow'), '100');
    await postReport(page, plainReport);
    await page.getByRole('button', { name: 'Set a Budget…' }).click();
    await becomes(() => meter.count(), 0);
    await becomes(() => messagesOf(page), ['ready', 'budgetOpened', 'budgetOpened']);
  });

  it('offers to export and to clear what there is', async () => {
    page = await openUsagePage({ report: plainReport });
    await page.getByRole('button', { name: 'Export CSV…' }).click();
    await page.getByRole('button', { name: 'Clear…' }).click();
    await becomes(() => messagesOf(page), ['ready', 'exportRequested', 'clearRequested']);
    await postReport(page, emptyReport);
    await page.getByText('Nothing has been counted yet.').waitFor();
    await becomes(() => page.getByRole('button', { name: 'Clear…' }).count(), 0);
    await becomes(() => page.getByRole('table').count(), 0);
  });

  it('follows what comes while it is open', async () => {
    page = await openUsagePage({ report: emptyReport });
    await postReport(page, plainReport);
    await becomes(async () => (await rowsOf(page, 'By chat')).length, 2);
  });

  for (const [name, report] of Object.entries(states)) {
    it(`has no flaw that axe knows when it is ${name}, in every theme`, async () => {
      page = await openUsagePage({ report, width: 280, state: { period: 'all', measure: 'money' } });
      await page.evaluate(axe);
      for (const theme of Object.keys(themes) as ThemeName[]) {
        await setTheme(page, theme);
        assert.deepEqual(await flaws(page), [], theme);
      }
    });
  }

  it('fits into 280 pixels: nothing but the tables scrolls sideways', async () => {
    page = await openUsagePage({ report: sampleReport, width: 280 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    assert(scrollWidth <= clientWidth, `${scrollWidth} of ${clientWidth}`);
  });
});

describe('the usage page in pictures', () => {
  const folder = path.resolve('out/screenshots/usage');

  before(() => mkdirSync(folder, { recursive: true }));

  for (const [name, report] of Object.entries(states)) {
    it(`is drawn when it is ${name}, in every theme, narrow and wide`, async () => {
      const period = name === 'plain' ? 'month' : 'all';
      const page = await openUsagePage({ report, state: { period, measure: 'money' } });
      for (const theme of Object.keys(themes) as ThemeName[]) {
        await setTheme(page, theme);
        for (const width of [280, 900]) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: path.join(folder, `${name}-${theme}-${width}.png`) });
        }
      }
      if (name === 'sample') {
        await page.getByRole('radio', { name: 'Tokens' }).press(' ');
        await page.screenshot({ path: path.join(folder, 'tokens.png'), fullPage: true });
      }
      await page.context().close();
    });
  }
});

/** The cells of a table's rows, without its head. */
async function rowsOf(page: Page, table: string): Promise<readonly string[]> {
  const rows = page.getByRole('table', { name: table }).locator('tbody tr');
  await rows.first().waitFor();
  const cells = await rows.evaluateAll((elements) =>
    elements.map((row) => [...row.children].map((cell) => (cell instanceof HTMLElement ? cell.innerText : ''))),
  );
  return cells.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()).join(' | '));
}

async function flaws(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      rules: {
        // Chromium itself lets the keyboard into what scrolls.
        'scrollable-region-focusable': { enabled: false },
      },
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
