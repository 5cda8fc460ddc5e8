import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { sampleFormulas } from './sample-formulas';
import { answer, conversation, panelState, question } from './sample-state';
import { becomes } from '../support/becomes';

function stateWith(text: string): ReturnType<typeof panelState> {
  return panelState({ conversation: conversation([question('q1', 'Why?'), answer('a1', { text })]) });
}

describe('formulas, code, tables and footnotes of an answer', () => {
  let panel: PanelPage;

  beforeEach(async () => {
    panel = await openPanel({ state: stateWith(sampleFormulas) });
  });

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('draws formulas, for eyes and for screen readers, and leaves money as it is', async () => {
    await panel.log.locator('.katex-html').nth(3).waitFor();
    await becomes(() => panel.log.locator('.katex-html').count(), 4);
    await becomes(() => panel.log.locator('math annotation').first().textContent(), 'k');
    await becomes(() => panel.log.locator('.formula-source').count(), 0);
    await panel.log.getByText('between $5 and $10 a month').waitFor();
    // What is drawn has the sizes that its styles say: a fraction is higher than a line.
    const box = await panel.log.locator('.katex-display').first().boundingBox();
    assert.ok(box && box.height > 30, JSON.stringify(box));
    const font = await panel.page.evaluate(async () => {
      await document.fonts.ready;
      return document.fonts.check('16px KaTeX_Math', 'k');
    });
    assert.ok(font);
  });

  it('shows the source of what is no formula that can be drawn, and draws none that leads anywhere', async () => {
    const text =
      'Wrong $\\frac{a$ and \\(\\unknown{x}\\), \\(\\href{https://example.com}{x}\\) \\(\\includegraphics{https://example.com/x.png}\\) ' +
      '\\(\\kern-500em x\\) and $x$.';
    await panel.send({ type: 'snapshot', state: stateWith(text) });
    await panel.log.locator('.katex').first().waitFor();
    await panel.log.locator('code', { hasText: '\\unknown{x}' }).waitFor();
    await panel.log.locator('code', { hasText: '\\kern-500em x' }).waitFor();
    await becomes(() => panel.log.locator('.markdown :is(a, img)').count(), 0);
  });

  it('lets no formula reach over the text above it', async () => {
    const text = 'Above it.\n\nAnd \\(\\smash{\\raisebox{1em}{\\rule{30em}{8em}}}\\) below.';
    await panel.send({ type: 'snapshot', state: stateWith(text) });
    await panel.log.locator('.katex').waitFor();
    const above = await panel.log.getByText('Above it.').boundingBox();
    assert(above);
    const seen = await panel.page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('.katex') ?? null, [
      above.x + 30,
      above.y + above.height / 2,
    ] as const);
    assert.equal(seen, null);
  });

  it('colours code in a worker, also inside of lists and footnotes', async () => {
    const code = panel.log.locator('code[data-language=ts]');
    await code.locator('.token-keyword', { hasText: 'export' }).waitFor();
    await code.locator('.token-comment', { hasText: 'Guards against' }).waitFor();
    await panel.log.locator('code[data-language=sh] .token-comment').waitFor();
    await panel.log.locator('.footnote code[data-language=json] .token-number').waitFor();
    const text = await code.textContent();
    assert.equal(text, /```ts\n(.*?)\n```/s.exec(sampleFormulas)?.[1]);
    const shown = await code
      .locator('.token-keyword')
      .first()
      .evaluate((token) => getComputedStyle(token).color);
    assert.equal(shown, 'rgb(197, 134, 192)');
  });

  it('copies a table as CSV and as Markdown', async () => {
    await panel.log.locator('.katex').first().waitFor();
    await panel.button('Copy as CSV').click();
    await panel.announced('Copied');
    await panel.button('Copy as Markdown').click();
    const [csv, markdown] = await panel.posted('textCopied');
    assert.equal(
      csv?.text,
      'Service,Requests a minute,Error rate,Owner,Last deployment\r\n' +
        'checkout,"12,400",4.1 %,Payments,"yesterday, 17:42"\r\n' +
        'search,"98,000",0.2 %,find|team,"a ""long"" time ago"\r\n',
    );
    assert.equal(
      markdown?.text,
      '| Service | Requests a minute | Error rate | Owner | Last deployment |\n' +
        '| :-- | --: | :-: | --- | --- |\n' +
        '| checkout | 12,400 | **4.1 %** | [Payments](<https://example.com/payments>) | yesterday, 17:42 |\n' +
        '| search | 98,000 | 0.2 % | `find\\|team` | a "long" time ago |\n',
    );
  });

  it('takes the colours of the theme, and its own again where the theme is not known', async () => {
    const keyword = panel.log.locator('code[data-language=ts] .token-keyword').first();
    await keyword.waitFor();
    const shown = (): Promise<string> => keyword.evaluate((token) => getComputedStyle(token).color);
    await panel.send({ type: 'tokenColorsChanged', colors: { keyword: { color: '#ff0102', italic: true } } });
    await becomes(() => shown(), 'rgb(255, 1, 2)');
    await becomes(() => keyword.evaluate((token) => getComputedStyle(token).fontStyle), 'italic');
    await panel.send({ type: 'tokenColorsChanged', colors: undefined });
    await becomes(() => shown(), 'rgb(197, 134, 192)');
  });

  it('leads from a footnote mark to its note and back with the keyboard', async () => {
    await panel.button('Footnote conf').focus();
    await panel.page.keyboard.press('Enter');
    await becomes(() => panel.focusedName(), 'Back to where footnote conf is named');
    await panel.page.keyboard.press('Enter');
    await becomes(() => panel.focusedName(), 'Footnote conf');
  });
});
