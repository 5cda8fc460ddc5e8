import assert from 'node:assert/strict';
import { found, sampleFiles, sampleRecipes } from './composer-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { panelState } from './sample-state';

describe('the list of the composer', () => {
  let panel: PanelPage;
  beforeEach(async () => {
    panel = await openPanel({ state: panelState() });
  });
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const list = () => panel.page.getByRole('listbox');
  const options = () => panel.page.getByRole('option');
  const active = async (): Promise<string> => {
    const id = await panel.composer.getAttribute('aria-activedescendant');
    return (await panel.page.locator(`#${id}`).textContent()) ?? '';
  };

  it('asks the host for each letter after the sign, and shows what it finds', async () => {
    await panel.composer.pressSequentially('Why does @c');
    assert.deepEqual(
      (await panel.posted('completionsRequested')).map(({ trigger, query }) => trigger + query),
      ['@', '@c'],
    );
    await panel.send(found('@', 'c', sampleFiles));
    assert.equal(await options().count(), sampleFiles.length);
    assert.equal(await panel.composer.getAttribute('aria-controls'), await list().getAttribute('id'));
    await panel.announced('5 suggestions.');
  });

  it('shows what fits of the last answer while the next one is on its way', async () => {
    await panel.composer.pressSequentially('@c');
    await panel.send(found('@', 'c', sampleFiles));
    await panel.composer.pressSequentially('artit');
    assert.deepEqual(await options().allTextContents(), ['CartItemsrc/shop/cart.ts']);
  });

  it('is walked with the arrows, round and round, without the focus leaving the text', async () => {
    await panel.composer.pressSequentially('@ca');
    await panel.send(found('@', 'ca', sampleFiles));
    assert.match(await active(), /^cart\.ts/);
    await panel.composer.press('ArrowDown');
    assert.match(await active(), /^cart\.png/);
    await panel.composer.press('ArrowUp');
    await panel.composer.press('ArrowUp');
    assert.match(await active(), /^CartItem/);
    assert.equal(await panel.focusedName(), 'Ask Iris');
  });

  for (const key of ['Enter', 'Tab']) {
    it(`puts the name into the text with ${key}, has it attached, and sends nothing`, async () => {
      await panel.composer.pressSequentially('Why does @ca');
      await panel.send(found('@', 'ca', sampleFiles));
      await panel.composer.press('ArrowDown');
      await panel.composer.press(key);
      assert.equal(await panel.composer.inputValue(), 'Why does `docs/pictures/cart.png` ');
      assert.deepEqual(await panel.posted('completionChosen'), [{ type: 'completionChosen', id: 'completion-1' }]);
      assert.equal((await panel.posted('completionsEnded')).length, 1);
      assert.equal((await panel.posted('draftChanged')).at(-1)?.text, 'Why does `docs/pictures/cart.png` ');
      assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
      assert.equal(await list().count(), 0);
    });
  }

  it('takes a click, and what was chosen can be undone', async () => {
    await panel.composer.pressSequentially('See @ca, please');
    await panel.composer.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(7, 7));
    await panel.composer.press('Shift');
    await panel.send(found('@', 'ca', sampleFiles));
    await options().filter({ hasText: 'CartItem' }).click();
    assert.equal(await panel.composer.inputValue(), 'See `CartItem` , please');
    assert.equal(await panel.focusedName(), 'Ask Iris');
    await panel.composer.press('Control+z');
    assert.equal(await panel.composer.inputValue(), 'See @ca, please');
  });

  it('goes with Escape and stays away until another sign is typed; nothing is stopped or sent', async () => {
    await panel.composer.pressSequentially('@c');
    await panel.send(found('@', 'c', sampleFiles));
    await panel.composer.press('Escape');
    assert.equal(await list().count(), 0);
    await panel.composer.pressSequentially('a');
    assert.equal(await list().count(), 0);
    await panel.composer.pressSequentially(' @');
    await panel.send(found('@', '', sampleFiles));
    assert.equal(await list().count(), 1);
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
  });

  it('goes when the caret or the focus goes elsewhere', async () => {
    await panel.composer.pressSequentially('Why @c');
    await panel.send(found('@', 'c', sampleFiles));
    await panel.composer.press('Home');
    assert.equal(await list().count(), 0);
    await panel.composer.press('End');
    assert.equal(await list().count(), 1);
    await panel.button('Attach').focus();
    assert.equal(await list().count(), 0);
  });

  it('sends with Enter where nothing fits', async () => {
    await panel.composer.pressSequentially('Ask @nobody');
    await panel.send(found('@', 'nobody', []));
    await panel.page.getByText('No file or symbol has this name.').waitFor();
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.posted('sendRequested'), [{ type: 'sendRequested', text: 'Ask @nobody' }]);
    assert.equal(await list().count(), 0);
  });

  it('offers recipes at the very beginning, and puts the whole recipe into the text', async () => {
    await panel.composer.pressSequentially('Read /etc/hosts and me@example.com');
    assert.deepEqual(await panel.postedSoFar('completionsRequested'), []);
    await panel.composer.fill('');
    await panel.composer.pressSequentially('/');
    await panel.send(found('/', '', sampleRecipes));
    await panel.composer.press('ArrowDown');
    await panel.composer.press('Enter');
    assert.equal(await panel.composer.inputValue(), 'Prompt of extract-text.');
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
  });
});
