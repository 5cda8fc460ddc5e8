import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { panelState } from './sample-state';
import { becomes } from '../support/becomes';

describe('what is pasted into the composer', () => {
  let panel: PanelPage;
  beforeEach(async () => {
    panel = await openPanel({ state: panelState() });
    await panel.composer.focus();
  });
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  /** Through the clipboard of the browser, as a person pastes. */
  const paste = async (content: Readonly<Record<string, string>>, withPicture = false): Promise<void> => {
    await panel.page.evaluate(
      async ({ texts, picture }) => {
        const canvas = new OffscreenCanvas(2, 2);
        canvas.getContext('2d');
        const blobs = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })] as const);
        await navigator.clipboard.write([
          new ClipboardItem({
            ...Object.fromEntries(blobs),
            ...(picture && { 'image/png': await canvas.convertToBlob() }),
          }),
        ]);
      },
      { texts: content, picture: withPicture },
    );
    await panel.page.keyboard.press('Control+v');
  };

  it('is text and picture where both are there', async () => {
    await paste({ 'text/plain': 'See this' }, true);
    const [received] = await panel.posted('filesReceived');
    assert.deepEqual(
      received?.files.map(({ name, isNameGiven }) => ({ name, isNameGiven })),
      [{ name: 'Pasted image.png', isNameGiven: true }],
    );
    await becomes(() => panel.composer.inputValue(), 'See this');
  });

  it('is attached where nothing is typed, and not where something else is', async () => {
    await panel.send({ type: 'chatListShown' });
    await becomes(() => panel.focusedName(), 'Search chats');
    await paste({ 'text/plain': 'a.png' }, true);
    await becomes(() => panel.page.getByRole('searchbox', { name: 'Search chats' }).inputValue(), 'a.png');
    assert.deepEqual(await panel.postedSoFar('filesReceived'), []);
    await panel.button('Import chats…').focus();
    await paste({}, true);
    await becomes(async () => (await panel.posted('filesReceived')).length, 1);
  });

  it('stays text where it is an address, and what is there is fetched only when the person wants it', async () => {
    await paste({ 'text/plain': 'https://example.com/a.png' });
    const offer = panel.page.getByRole('group', { name: 'Attach what was pasted' });
    await offer.getByText('Attach what is at example.com?').waitFor();
    await panel.announced('Attach what is at example.com?');
    await becomes(() => panel.composer.inputValue(), 'https://example.com/a.png');
    assert.deepEqual(await panel.postedSoFar('urlAttached'), []);
    await offer.getByRole('button', { name: 'Fetch and attach' }).click();
    assert.deepEqual(await panel.posted('urlAttached'), [
      { type: 'urlAttached', url: 'https://example.com/a.png', how: 'fetch' },
    ]);
    await becomes(() => offer.count(), 0);
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await becomes(() => panel.composer.inputValue(), 'https://example.com/a.png');
  });

  it('is offered as files where the host finds some at the pasted paths', async () => {
    const text = '/home/me/a.png\n/home/me/b.png';
    await paste({ 'text/plain': text });
    assert.deepEqual(await panel.posted('pathsPasted'), [{ type: 'pathsPasted', text }]);
    await panel.send({ type: 'pastedPathsFound', text, names: ['a.png', 'b.png'] });
    const offer = panel.page.getByRole('group', { name: 'Attach what was pasted' });
    await offer.getByText('Attach 2 files from the pasted paths?').waitFor();
    await offer.getByRole('button', { name: 'Attach', exact: true }).click();
    assert.deepEqual(await panel.posted('pastedPathsAttached'), [{ type: 'pastedPathsAttached', text }]);
    await becomes(() => panel.composer.inputValue(), text);
  });

  it('keeps the person typing: an offer is declined with Escape or a click, or goes with the question', async () => {
    const offer = panel.page.getByRole('group', { name: 'Attach what was pasted' });
    await paste({ 'text/plain': 'https://example.com' });
    await offer.getByRole('button', { name: 'Fetch and attach' }).press('Escape');
    await becomes(() => offer.count(), 0);
    await paste({ 'text/plain': 'https://example.com' });
    await offer.getByRole('button', { name: 'Keep it as text' }).click();
    await becomes(() => offer.count(), 0);
    await panel.composer.fill('');
    await paste({ 'text/plain': 'https://example.com' });
    await offer.waitFor();
    await panel.composer.press('Enter');
    await becomes(async () => (await panel.posted('sendRequested')).length, 1);
    await becomes(() => offer.count(), 0);
  });

  it('asks nobody about a text that names nothing', async () => {
    await paste({ 'text/plain': 'hello world' });
    await becomes(() => panel.composer.inputValue(), 'hello world');
    assert.deepEqual(await panel.postedSoFar('pathsPasted'), []);
  });
});
