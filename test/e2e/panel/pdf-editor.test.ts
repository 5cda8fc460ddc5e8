import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { PdfAttachment } from '../../../src/shared/attachment/attachment';
import { allPages } from '../../../src/shared/parse-page-range';
import { samplePdf } from './attachment-samples';
import { chosenOptions, openDetailsOf } from './details-of';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question, ready } from './sample-state';
import type { ThemeName } from './themes';
import { becomes } from '../support/becomes';

const long: PdfAttachment = { ...samplePdf, pageCount: 80, scannedPages: [2], figurePages: [3] };

describe('the pages of a PDF', () => {
  let panel: PanelPage;
  const sheet = () => panel.page.getByRole('region', { name: `Details of ${samplePdf.name}` });
  const field = () => sheet().getByRole('textbox', { name: 'Pages' });
  const tile = (page: number) =>
    sheet()
      .getByRole('button', { name: new RegExp(`^Page ${page}(?:,|$)`) })
      .and(panel.page.locator('.page-tile'));
  const open = async (attachment: PdfAttachment): Promise<void> => {
    panel = await openDetailsOf(attachment);
  };
  const chosen = (): Promise<unknown> => chosenOptions(panel);

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('are chosen by numbers, which are checked as they are typed', async () => {
    await open(samplePdf);
    await field().fill('2-4, 9');
    await sheet().getByText('4 of 12 pages.').waitFor();
    await becomes(() => tile(3).getAttribute('aria-pressed'), 'true');
    await becomes(() => tile(5).getAttribute('aria-pressed'), 'false');
    await becomes(() => chosen(), undefined);
    await field().press('Enter');
    await becomes(() => chosen(), { pages: '2-4, 9' });
    await field().fill('2-40');
    await sheet().getByText('There is no page 40: its pages are 1 to 12.').waitFor();
    await becomes(() => field().getAttribute('aria-invalid'), 'true');
    await field().press('Enter');
    await becomes(() => chosen(), { pages: '2-4, 9' });
    await sheet().getByRole('button', { name: 'All', exact: true }).click();
    await becomes(() => chosen(), {});
  });

  it('are chosen by their pictures, with Shift up to the last one', async () => {
    await open(samplePdf);
    await sheet().getByRole('button', { name: 'None' }).click();
    await sheet().getByText('Choose at least one page.').waitFor();
    await becomes(() => chosen(), undefined);
    await tile(4).click();
    await becomes(() => chosen(), { pages: '4' });
    await tile(7).click({ modifiers: ['Shift'] });
    await becomes(() => chosen(), { pages: '4-7' });
    await tile(5).click();
    await becomes(() => chosen(), { pages: '4, 6-7' });
    await becomes(() => field().inputValue(), '4, 6-7');
  });

  it('are chosen by the keyboard', async () => {
    await open(samplePdf);
    await sheet().getByRole('button', { name: 'None' }).press('Tab');
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('ArrowRight');
    await becomes(() => panel.focusedName(), 'Page 3, with figures');
    await panel.page.keyboard.press('Space');
    await becomes(() => chosen(), { pages: '1-2, 4-12' });
    await panel.page.keyboard.press('End');
    await becomes(() => panel.focusedName(), 'Page 12');
  });

  it('are drawn when they are nearly in sight, a few at a time', async () => {
    await open(long);
    const [first] = await panel.posted('pagesRequested');
    assert(first && first.pages.length <= 12);
    await becomes(async () => (await panel.postedSoFar('pagesRequested')).length, 1);
    await panel.send(pagesShown(long, first.pages));
    await panel.page.locator('.page-tile img').first().waitFor();
    const shown = await panel.postedSoFar('pagesRequested');
    assert(shown.flatMap(({ pages }) => pages).length < 80);
  });

  it('are sent as what is chosen', async () => {
    await open({ ...samplePdf, options: { pages: '1-2' } });
    await sheet()
      .getByRole('radio', { name: /^Pictures of pages/ })
      .check();
    await becomes(() => chosen(), { form: 'pages', pages: '1-2' });
    // The host has not answered yet: the choice before is not lost.
    await field().fill('5');
    await field().press('Enter');
    await sheet()
      .getByRole('radio', { name: /^PDF file/ })
      .check();
    await becomes(() => chosen(), { form: 'file', pages: '5' });
  });

  it('follow what is chosen elsewhere, and what is chosen here next goes with that', async () => {
    await open(samplePdf);
    await panel.send({ type: 'trayChanged', tray: [ready({ ...samplePdf, options: { pages: '1-5' } })] });
    await sheet().getByText('5 of 12 pages.').waitFor();
    await becomes(() => field().inputValue(), '1-5');
    await sheet()
      .getByRole('radio', { name: /^Pictures of pages/ })
      .check();
    await becomes(() => chosen(), { form: 'pages', pages: '1-5' });
  });

  it('that an answer names open with a click', async () => {
    const messages = [
      question('q', 'What happens to declined payments?', [samplePdf]),
      answer('a', { text: 'They are tried **twice** again (p. 3, `p. 4`), see pages 7 and 8, never p. 40.' }),
    ];
    panel = await openPanel({ state: panelState({ conversation: conversation(messages) }) });
    const links = panel.log.locator('.place-link');
    await becomes(() => links.allInnerTexts(), ['p. 3', 'pages 7', '8']);
    await links.nth(2).click();
    await links.first().press('Enter');
    assert.deepEqual(await panel.postedSoFar('attachmentPageOpened'), [
      { type: 'attachmentPageOpened', id: samplePdf.id, page: 8 },
      { type: 'attachmentPageOpened', id: samplePdf.id, page: 3 },
    ]);
  });

  it('are drawn in every theme and width', async () => {
    const folder = path.resolve('out/screenshots/panel');
    mkdirSync(folder, { recursive: true });
    await open({ ...long, options: { pages: '1-3, 5' } });
    await panel.send(pagesShown(long, allPages(24)));
    await panel.page.locator('.page-tile img').first().waitFor();
    await sheet().getByText('Send as').scrollIntoViewIfNeeded();
    const variants: readonly (readonly [ThemeName, number])[] = [
      ['dark', 480],
      ['light', 280],
      ['highContrast', 480],
    ];
    for (const [theme, width] of variants) {
      await panel.setTheme(theme);
      await panel.page.setViewportSize({ width, height: 900 });
      await panel.page.screenshot({ path: path.join(folder, `pdf-editor-${theme}-${width}.png`) });
    }
  });
});

function pagesShown({ id }: PdfAttachment, pages: readonly number[]) {
  return {
    type: 'pagesShown' as const,
    id,
    pages: pages.map((page) => ({
      page,
      picture: {
        sha256: page.toString(16).padStart(4, 'a').padEnd(64, '7'),
        mediaType: 'image/png',
        byteLength: 4_000,
        width: 226,
        height: 320,
      },
    })),
  };
}
