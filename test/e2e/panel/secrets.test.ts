import assert from 'node:assert/strict';
import { openDetails } from './attachment-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { panelState, ready } from './sample-state';
import { heldBack, pictureWithSecrets, searched, textWithSecrets } from './secret-scenes';
import { becomes } from '../support/becomes';

describe('secrets in what is attached', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const open = async (...tray: readonly (typeof searched)[]): Promise<PanelPage> =>
    (panel = await openPanel({ state: panelState({ draft: { text: 'Why?', tray } }) }));

  it('are told with what can be done, by keyboard, and the focus stays on the attachment', async () => {
    await open(textWithSecrets);
    const group = panel.page.getByRole('group', { name: `What to do about secrets in ${textWithSecrets.name}` });
    await group
      .getByText('It may hold secrets: 1 key of GitHub, 1 password in an address, 1 e-mail address.')
      .waitFor();
    await group.getByRole('button', { name: 'Redact all' }).press('Enter');
    assert.deepEqual(await panel.posted('secretsRedacted'), [{ type: 'secretsRedacted', id: textWithSecrets.id }]);
    await panel.page.locator('button.tray-body:focus').waitFor();
    await group.getByRole('button', { name: 'Send anyway' }).press('Enter');
    assert.deepEqual(await panel.posted('secretsAccepted'), [{ type: 'secretsAccepted', id: textWithSecrets.id }]);
    await group.getByRole('button', { name: 'Remove' }).press('Enter');
    assert.deepEqual(await panel.posted('attachmentRemoved'), [{ type: 'attachmentRemoved', id: textWithSecrets.id }]);
  });

  it('are marked in the lines of a text, without what they say', async () => {
    await open(textWithSecrets);
    await panel.page.getByRole('button', { name: 'Show where' }).click();
    const places = panel.page.getByRole('list', { name: 'Where they stand' }).getByRole('listitem');
    await becomes(() => places.count(), 3);
    assert.match(
      (await places.first().textContent()) ?? '',
      /A key of GitHub, line 12const token = 'hidden••••••••'; \/\/ until the shop/,
    );
  });

  it('are boxed on a picture, where they stand at any width', async () => {
    await open(pictureWithSecrets);
    await openDetails(panel, pictureWithSecrets.name);
    const picture = panel.page.locator('.secret-picture img');
    await panel.page.locator('.secret-box').first().waitFor();
    for (const width of [280, 600]) {
      await panel.page.setViewportSize({ width, height: 760 });
      const [outer, box] = [await picture.boundingBox(), await panel.page.locator('.secret-box').first().boundingBox()];
      assert(outer && box);
      const scale = outer.width / 320;
      assert(Math.abs(box.x - outer.x - 40 * scale) < 2 && Math.abs(box.y - outer.y - 60 * scale) < 2);
      assert(Math.abs(box.width - 180 * scale) < 2 && Math.abs(box.height - 22 * scale) < 2);
    }
  });

  it('keep the question from being sent, and say so', async () => {
    await open(pictureWithSecrets);
    await panel.page.getByRole('textbox', { name: 'Ask Iris' }).press('Enter');
    await panel.page.getByText('may hold secrets. Redact them, send it anyway, or remove it.').waitFor();
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
  });

  it('are searched while the person types; the question is sent when nothing is found', async () => {
    await open(searched);
    const textbox = panel.page.getByRole('textbox', { name: 'Ask Iris' });
    await textbox.press('Enter');
    await panel.page.getByText('Checking for secrets first, then sending… Escape stops that.').waitFor();
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    const found = ready(searched.attachment);
    await panel.send({ type: 'trayChanged', tray: [found] });
    assert.deepEqual(await panel.posted('sendRequested'), [
      { type: 'sendRequested', conversationId: 'chat-1', text: 'Why?' },
    ]);
    await becomes(() => textbox.inputValue(), '');
  });

  it('are searched without the question being sent when the person goes on typing, or something is found', async () => {
    await open(searched);
    const textbox = panel.page.getByRole('textbox', { name: 'Ask Iris' });
    await textbox.press('Enter');
    await textbox.press('Escape');
    const nothing = ready(searched.attachment);
    await panel.send({ type: 'trayChanged', tray: [nothing] });
    await panel.send({ type: 'trayChanged', tray: [searched] });
    await textbox.press('Enter');
    await panel.send({ type: 'trayChanged', tray: [pictureWithSecrets] });
    await panel.announced('may hold secrets');
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    await becomes(() => textbox.inputValue(), 'Why?');
  });

  it('are told of the question and of what goes along from earlier ones, with what can be done', async () => {
    panel = await openPanel({ state: panelState({ draft: { text: 'Why?', tray: [], heldBack } }) });
    const textbox = panel.page.getByRole('textbox', { name: 'Ask Iris' });
    await textbox.press('Enter');
    await panel.page.getByText('What you typed may hold secrets. Redact them, change it, or send it anyway.').waitFor();
    const typed = panel.page.getByRole('group', { name: 'What to do about secrets in Your question' });
    await becomes(() => typed.getByRole('button', { name: 'Remove' }).count(), 0);
    await typed.getByRole('button', { name: 'Redact all' }).press('Enter');
    assert.deepEqual(await panel.posted('secretsRedacted'), [{ type: 'secretsRedacted', id: 'typed' }]);
    await panel.page.locator('textarea:focus').waitFor();
    await panel.send({ type: 'heldBackChanged', heldBack: heldBack.slice(1) });
    await textbox.press('Enter');
    await panel.page.getByText('deploy.png may hold secrets. Redact them, send it anyway, or remove it.').waitFor();
    const picture = panel.page.getByRole('group', { name: 'What to do about secrets in deploy.png' });
    await picture.getByRole('button', { name: 'Remove' }).click();
    assert.deepEqual(await panel.posted('earlierAttachmentRemoved'), [
      { type: 'earlierAttachmentRemoved', id: 'earlier' },
    ]);
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    await panel.send({ type: 'heldBackChanged', heldBack: [] });
    await textbox.press('Enter');
    await becomes(async () => (await panel.posted('sendRequested')).length, 1);
  });

  it('need not be searched to the end', async () => {
    await open(searched);
    await panel.button(`Skip checking ${searched.name} for secrets`).click();
    assert.deepEqual(await panel.posted('secretsAccepted'), [{ type: 'secretsAccepted', id: searched.id }]);
  });
});
