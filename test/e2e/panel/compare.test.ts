import assert from 'node:assert/strict';
import { after as second, before as first, chooseMode, compareScenes, openComparison } from './compare-scenes';
import { openPanel, type PanelPage } from './panel-page';
import { panelState, ready } from './sample-state';
import { becomes } from '../support/becomes';

describe('comparing two pictures of the tray', () => {
  let panel: PanelPage;
  const open = async (scene: keyof typeof compareScenes): Promise<void> => {
    const wanted = compareScenes[scene];
    assert(wanted);
    panel = await openPanel({ state: wanted.state() });
    await wanted.prepare?.(panel);
  };
  const sheet = () => panel.page.getByRole('region', { name: 'Compare pictures' });

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('is offered for two pictures and not for one', async () => {
    panel = await openPanel({ state: panelState({ draft: { text: '', tray: [ready(first)] } }) });
    await becomes(() => panel.button('Compare pictures').count(), 0);
    await panel.send({ type: 'trayChanged', tray: [ready(first), ready(second)] });
    await openComparison(panel);
    assert.deepEqual(await panel.posted('comparisonRequested'), [
      { type: 'comparisonRequested', first: first.id, second: second.id },
    ]);
  });

  it('has the focus, and gives it back when it closes', async () => {
    await open('compareSides');
    await becomes(() => panel.focusedName(), 'Compare pictures');
    await panel.page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    await becomes(() => panel.focusedName(), 'Compare pictures');
    await becomes(() => panel.page.evaluate(() => document.activeElement?.tagName), 'BUTTON');
  });

  it('closes when one of the two leaves the tray', async () => {
    await open('compareSides');
    await panel.send({ type: 'trayChanged', tray: [ready(first)] });
    await sheet().waitFor({ state: 'detached' });
  });

  it('says how much differs', async () => {
    await open('compareSides');
    await sheet().getByText('1,234 of 64,000 pixels differ (1.9%).').waitFor();
  });

  it('moves the line between the pictures by keyboard', async () => {
    await open('compareSlider');
    const slider = panel.page.getByRole('slider', { name: 'Line between the pictures' });
    await becomes(() => slider.getAttribute('aria-valuetext'), '51 % of the first picture');
    await panel.page.keyboard.press('End');
    await becomes(() => slider.inputValue(), '100');
  });

  it('moves the line between the pictures to where the pointer is', async () => {
    await open('compareSlider');
    const box = await panel.page.locator('.compare-canvas').boundingBox();
    assert(box);
    await panel.page.mouse.click(box.x + box.width * 0.25, box.y + 10);
    const line = await panel.page.locator('.compare-line').boundingBox();
    assert(line && Math.abs(line.x + line.width / 2 - (box.x + box.width * 0.25)) < box.width / 100 + 1);
  });

  it('leads to a picture alone and back', async () => {
    await open('compareSides');
    await panel.button('See checkout after.png large').click();
    await panel.page.getByRole('application', { name: second.name }).waitFor();
    await panel.page.keyboard.press('Escape');
    await sheet().waitFor();
  });

  it('leads to the difference alone and back', async () => {
    await open('compareDifference');
    await panel.button('See the difference of checkout before.png and checkout after.png large').click();
    const name = 'Difference of checkout before and checkout after.png';
    await panel.page.getByRole('application', { name }).waitFor();
    await panel.button('Close picture').click();
    await becomes(() => panel.page.getByRole('radio', { name: 'Difference' }).isChecked(), true);
  });

  it('takes another of more than two pictures, and lets the two change places', async () => {
    await open('compareDifference');
    await panel.page.getByLabel('Second picture').selectOption('third');
    await panel.page.getByLabel('First picture').selectOption('third');
    await panel.page.waitForFunction(
      () => window.fakeHost.posted.filter(({ type }) => type === 'comparisonRequested').length === 3,
    );
    const asked = await panel.postedSoFar('comparisonRequested');
    assert.deepEqual(
      asked.map((message) => [message.first, message.second]),
      [
        ['before', 'after'],
        ['before', 'third'],
        ['third', 'before'],
      ],
    );
    await sheet().getByText('Comparing the pixels…').waitFor();
  });

  it('attaches the difference under the names of both', async () => {
    await open('compareSides');
    await panel.button('Attach difference').click();
    const [received] = await panel.posted('filesReceived');
    const [file] = received?.files ?? [];
    assert.equal(file?.name, 'Difference of checkout before and checkout after.png');
    assert(Object.values(file.bytes).length > 100);
    await panel.announced('Difference of checkout before and checkout after.png was attached to the next question');
  });

  it('has no difference to attach of pictures that are the same', async () => {
    await open('compareSame');
    await sheet().getByText('The two pictures are the same, pixel for pixel.').waitFor();
    await becomes(() => panel.button('Attach difference').isDisabled(), true);
  });

  it('puts the question about both into the composer, but never over what is typed', async () => {
    await open('compareSides');
    await panel.button('Ask what changed').click();
    await sheet().waitFor({ state: 'detached' });
    const asked =
      'What changed between checkout before.png and checkout after.png? List each difference and where it is.';
    await becomes(() => panel.composer.inputValue(), asked);
    await becomes(() => panel.composer.evaluate((textbox) => textbox === document.activeElement), true);
    await panel.composer.fill('Mine');
    await openComparison(panel);
    await panel.button('Ask what changed').click();
    await becomes(() => panel.composer.inputValue(), 'Mine');
    await becomes(() => panel.composer.evaluate((textbox) => textbox === document.activeElement), true);
  });

  it('says why pictures can not be compared, and still shows them', async () => {
    await open('compareFailed');
    await sheet()
      .getByText(/^The pictures can’t be compared\. checkout after\.png has changes/)
      .waitFor();
    await chooseMode(panel, 'Side by side');
    await panel.button('See checkout after.png large').waitFor();
  });
});
