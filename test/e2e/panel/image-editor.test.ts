import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import { chosenOptions, openDetailsOf } from './details-of';
import type { PanelPage } from './panel-page';
import { picture } from './sample-state';
import type { ThemeName } from './themes';
import { becomes } from '../support/becomes';

const screenshot = picture('one', 'screen.png');
const animation: ImageAttachment = {
  ...picture('two', 'brewing.gif'),
  frames: { count: 200, times: Array.from({ length: 200 }, (_, index) => index / 8) },
};
const scan: ImageAttachment = { ...picture('three', 'scan.tiff'), frames: { count: 3 } };

describe('the options of a picture', () => {
  let panel: PanelPage;
  let name = '';
  const sheet = () => panel.page.getByRole('region', { name: `Details of ${name}` });
  const row = (label: string) => sheet().getByRole('combobox', { name: label });
  const open = async (attachment: ImageAttachment): Promise<void> => {
    name = attachment.name;
    panel = await openDetailsOf(attachment);
  };
  const chosen = (): Promise<unknown> => chosenOptions(panel);

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('are left to the model until something is chosen, and again when that is taken back', async () => {
    await open(screenshot);
    await row('Parts').selectOption('Cut into parts');
    await becomes(() => chosen(), { tiles: true });
    await row('Format').selectOption('WebP');
    await becomes(() => chosen(), { tiles: true, format: 'webp' });
    await row('Parts').selectOption('What suits the model');
    await row('Format').selectOption('What suits the model');
    await becomes(() => chosen(), {});
  });

  it('have no parts where the size is chosen', async () => {
    await open(screenshot);
    await row('Size').selectOption('Original, without metadata');
    await becomes(() => chosen(), { size: 'original' });
    await becomes(() => row('Parts').count(), 0);
    await row('Detail').selectOption('Low');
    await becomes(() => chosen(), { size: 'original', detail: 'low' });
  });

  it('of an animation are its frames by their times, at least one of them', async () => {
    await open(animation);
    await becomes(() => sheet().getByRole('radio', { name: 'On one sheet' }).isChecked(), true);
    await sheet().getByText('Chosen frames').click();
    await becomes(() => chosen(), { frames: [0] });
    const first = sheet().getByRole('checkbox', { name: '0 s', exact: true });
    await becomes(() => first.isDisabled(), true);
    await sheet().getByRole('checkbox', { name: '24.88 s' }).check();
    await becomes(() => chosen(), { frames: [0, 199] });
    await first.uncheck();
    await becomes(() => chosen(), { frames: [199] });
    assert((await sheet().getByRole('checkbox').count()) <= 61);
    await sheet().getByText('On one sheet').click();
    await becomes(() => chosen(), {});
  });

  it('of a document are its pages', async () => {
    await open(scan);
    await becomes(() => sheet().getByRole('radio', { name: 'All pages' }).isChecked(), true);
    await sheet().getByText('Chosen pages').click();
    await sheet().getByRole('checkbox', { name: 'Page 3' }).check();
    await becomes(() => chosen(), { frames: [0, 2] });
    await sheet().getByText('On one sheet').click();
    await becomes(() => chosen(), { frames: 'sheet' });
  });

  it('are drawn in every theme and width', async () => {
    const folder = path.resolve('out/screenshots/panel');
    mkdirSync(folder, { recursive: true });
    await open({ ...animation, options: { frames: [0, 7, 199] } });
    const variants: readonly (readonly [ThemeName, number])[] = [
      ['dark', 480],
      ['light', 280],
      ['highContrast', 480],
    ];
    for (const [theme, width] of variants) {
      await panel.setTheme(theme);
      await panel.page.setViewportSize({ width, height: 760 });
      await row('Detail').scrollIntoViewIfNeeded();
      await panel.page.screenshot({ path: path.join(folder, `image-editor-${theme}-${width}.png`) });
    }
  });
});
