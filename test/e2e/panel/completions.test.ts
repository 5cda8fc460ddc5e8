import assert from 'node:assert/strict';
import { found, noChanges, sampleFiles, sampleRecipes, sampleSources } from './composer-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { panelState } from './sample-state';
import { becomes } from '../support/becomes';

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
    await becomes(() => options().count(), sampleFiles.length);
    assert.equal(await panel.composer.getAttribute('aria-controls'), await list().getAttribute('id'));
    await panel.announced('5 suggestions.');
  });

  it('shows what fits of the last answer while the next one is on its way', async () => {
    await panel.composer.pressSequentially('@c');
    await panel.send(found('@', 'c', sampleFiles));
    await panel.composer.pressSequentially('artit');
    await becomes(() => options().allTextContents(), ['CartItemsrc/shop/cart.ts']);
  });

  it('is walked with the arrows, round and round, without the focus leaving the text', async () => {
    await panel.composer.pressSequentially('@ca');
    await panel.send(found('@', 'ca', sampleFiles));
    await becomes(() => active(), /^cart\.ts/);
    await panel.composer.press('ArrowDown');
    await becomes(() => active(), /^cart\.png/);
    await panel.composer.press('ArrowUp');
    await panel.composer.press('ArrowUp');
    await becomes(() => active(), /^CartItem/);
    await becomes(() => panel.focusedName(), 'Ask Iris');
  });

  for (const key of ['Enter', 'Tab']) {
    it(`puts the name into the text with ${key}, has it attached, and sends nothing`, async () => {
      await panel.composer.pressSequentially('Why does @ca');
      await panel.send(found('@', 'ca', sampleFiles));
      await panel.composer.press('ArrowDown');
      await panel.composer.press(key);
      await becomes(() => panel.composer.inputValue(), 'Why does `docs/pictures/cart.png` ');
      assert.deepEqual(await panel.posted('completionChosen'), [{ type: 'completionChosen', id: 'completion-1' }]);
      await becomes(async () => (await panel.posted('completionsEnded')).length, 1);
      assert.equal((await panel.posted('draftChanged')).at(-1)?.text, 'Why does `docs/pictures/cart.png` ');
      assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
      await becomes(() => list().count(), 0);
    });
  }

  it('takes a click, and what was chosen can be undone', async () => {
    await panel.composer.pressSequentially('See @ca, please');
    await panel.composer.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(7, 7));
    await panel.composer.press('Shift');
    await panel.send(found('@', 'ca', sampleFiles));
    await options().filter({ hasText: 'CartItem' }).click();
    await becomes(() => panel.composer.inputValue(), 'See `CartItem` , please');
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await panel.composer.press('Control+z');
    await becomes(() => panel.composer.inputValue(), 'See @ca, please');
  });

  it('goes with Escape and stays away until another sign is typed; nothing is stopped or sent', async () => {
    await panel.composer.pressSequentially('@c');
    await panel.send(found('@', 'c', sampleFiles));
    await panel.composer.press('Escape');
    await becomes(() => list().count(), 0);
    await panel.composer.pressSequentially('a');
    await becomes(() => list().count(), 0);
    await panel.composer.pressSequentially(' @');
    await panel.send(found('@', '', sampleFiles));
    await becomes(() => list().count(), 1);
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
  });

  it('goes when the caret or the focus goes elsewhere', async () => {
    await panel.composer.pressSequentially('Why @c');
    await panel.send(found('@', 'c', sampleFiles));
    await panel.composer.press('Home');
    await becomes(() => list().count(), 0);
    await panel.composer.press('End');
    await becomes(() => list().count(), 1);
    await panel.button('Attach').focus();
    await becomes(() => list().count(), 0);
  });

  const why = () => panel.page.getByRole('status').filter({ hasText: noChanges.reason });

  const chooseChanges = async (before: string): Promise<void> => {
    await panel.composer.pressSequentially(`${before}#chan`);
    await panel.send(found('#', 'chan', sampleSources));
    await panel.composer.press('Enter');
    await becomes(() => panel.composer.inputValue(), `${before}the changes `);
  };

  it('takes its words back where nothing is there to be attached, and says why until something else is typed', async () => {
    await chooseChanges('Explain ');
    await panel.composer.pressSequentially('to me');
    await panel.composer.press('ArrowLeft');
    await panel.send(noChanges);
    await becomes(() => panel.composer.inputValue(), 'Explain to me');
    assert.equal((await panel.posted('draftChanged')).at(-1)?.text, 'Explain to me');
    await why().waitFor();
    await panel.composer.pressSequentially('h');
    await becomes(() => panel.composer.inputValue(), 'Explain to mhe');
    await why().waitFor({ state: 'detached' });
  });

  it('takes its words back without a reason where the person thought better of it', async () => {
    await chooseChanges('Explain ');
    await panel.send({ type: 'nothingAttached', completionId: 'completion-0' });
    await becomes(() => panel.composer.inputValue(), 'Explain ');
  });

  it('leaves the text alone where its words are others by now, and for what was not chosen in it', async () => {
    await chooseChanges('Explain ');
    await panel.composer.fill('Explain all changes ');
    await panel.send(noChanges);
    await becomes(() => panel.composer.inputValue(), 'Explain all changes ');
    await panel.composer.fill('');
    await chooseChanges('');
    await panel.send({ type: 'nothingAttached', reason: noChanges.reason });
    await becomes(() => panel.composer.inputValue(), 'the changes ');
    await why().waitFor();
  });

  it('sends with Enter where nothing fits', async () => {
    await panel.composer.pressSequentially('Ask @nobody');
    await panel.send(found('@', 'nobody', []));
    await panel.page.getByText('No file or symbol has this name.').waitFor();
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.posted('sendRequested'), [
      { type: 'sendRequested', conversationId: 'chat-1', text: 'Ask @nobody' },
    ]);
    await becomes(() => list().count(), 0);
  });

  it('offers recipes at the very beginning, and puts the whole recipe into the text', async () => {
    await panel.composer.pressSequentially('Read /etc/hosts and me@example.com');
    assert.deepEqual(await panel.postedSoFar('completionsRequested'), []);
    await panel.composer.fill('');
    await panel.composer.pressSequentially('/');
    await panel.send(found('/', '', sampleRecipes));
    await panel.composer.press('ArrowDown');
    await panel.composer.press('Enter');
    await becomes(() => panel.composer.inputValue(), 'Prompt of extract-text.');
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
  });
});
