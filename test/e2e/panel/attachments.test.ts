import assert from 'node:assert/strict';
import { sampleLog } from './attachment-samples';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, picture, question, ready } from './sample-state';
import { becomes } from '../support/becomes';

interface Transfer {
  readonly data?: Readonly<Record<string, string>>;
  readonly files?: readonly { name: string; type: string; size: number }[];
}

describe('attachments', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const items = ['one', 'two', 'three'].map((name) => ready(picture(name, `${name}.png`)));
  const filled = () => panelState({ draft: { text: '', tray: items } });

  it('are a list, each with the size of what is sent', async () => {
    panel = await openPanel({ state: filled() });
    const list = panel.page.getByRole('list', { name: 'Attachments' });
    await becomes(() => list.getByRole('listitem').count(), 3);
    await list.getByRole('button', { name: 'one.png 1568 × 980 · 145 KB ≈ 1,105 tokens · $0.0028' }).waitFor();
    await panel.button('Attach').click();
    await panel.posted('attachRequested');
    await panel.button('Attach from…').click();
    await panel.posted('attachMenuRequested');
  });

  it('tell of a text that is cut how much of it is sent, before and after', async () => {
    panel = await openPanel({
      state: panelState({
        conversation: conversation([
          question('q1', 'Why does it stop?', [sampleLog]),
          answer('a1', { text: 'A cart.' }),
        ]),
        draft: { text: '', tray: [ready({ ...sampleLog, id: 'again' })] },
      }),
      width: 280,
    });
    for (const list of ['Attachments', 'Sent with this question']) {
      await panel.page.getByRole('list', { name: list }).getByText('240 KB of 9 MB').waitFor();
    }
  });

  it('show what is sent with Alt, by mouse and keyboard', async () => {
    panel = await openPanel({ state: filled() });
    const card = panel.page.getByRole('button', { name: 'two.png 1568' });
    await card.click({ modifiers: ['Alt'] });
    await card.press('Alt+Enter');
    await becomes(async () => (await panel.posted('attachmentInspected')).length, 2);
    await becomes(() => panel.page.getByRole('region', { name: 'Details of two.png' }).count(), 0);
  });

  it('are summed up, where there are several', async () => {
    panel = await openPanel({ state: filled() });
    await panel.page.getByText('3 attachments · 4.6 megapixels · 434 KB').waitFor();
    await panel.page.getByText('≈ 3,315 tokens · $0.0084').waitFor();
    await panel.send({ type: 'trayChanged', tray: items.slice(1, 2) });
    await panel.page.getByText('attachments · ').waitFor({ state: 'detached' });
  });

  it('move with Alt and the arrows, and say where they are', async () => {
    panel = await openPanel({ state: filled() });
    await panel.page.getByRole('button', { name: 'two.png 1568' }).press('Alt+ArrowLeft');
    assert.deepEqual((await panel.posted('attachmentsReordered')).at(-1)?.ids, ['two', 'one', 'three']);
    await panel.announced('two.png moved to place 1 of 3');
    await panel.page.getByRole('button', { name: 'one.png 1568' }).press('Alt+ArrowLeft');
    await becomes(async () => (await panel.postedSoFar('attachmentsReordered')).length, 1);
  });

  it('move by dragging one to the place of another', async () => {
    panel = await openPanel({ state: filled(), width: 700 });
    const list = panel.page.getByRole('list', { name: 'Attachments' }).getByRole('listitem');
    await list.nth(0).dragTo(list.nth(2));
    assert.deepEqual((await panel.posted('attachmentsReordered')).at(-1)?.ids, ['two', 'three', 'one']);
  });

  it('are removed by button and by Delete, and the focus stays in reach', async () => {
    panel = await openPanel({ state: filled() });
    await panel.button('Remove two.png').click();
    assert.deepEqual(await panel.posted('attachmentRemoved'), [{ type: 'attachmentRemoved', id: 'two' }]);
    await becomes(() => panel.focusedName(), /^three\.png/);
    await panel.page.keyboard.press('Delete');
    assert.equal((await panel.posted('attachmentRemoved')).at(-1)?.id, 'three');
    await panel.send({ type: 'trayChanged', tray: items.slice(0, 1) });
    await panel.button('Remove one.png').click();
    await becomes(() => panel.focusedName(), 'Ask Iris');
  });

  it('that are removed while the question names them are told of, as long as it does', async () => {
    const [one, two] = items;
    assert(one && two);
    panel = await openPanel({ state: panelState({ draft: { text: '', tray: [one, two] } }) });
    await panel.composer.fill('Is `one.png` as wide as `docs/two.png`?');
    const hint = (text: string) => panel.page.locator('#composer-hint').getByText(text);
    await panel.send({ type: 'trayChanged', tray: [two] });
    await hint('one.png is not attached any more, and the question still names it.').waitFor();
    await panel.send({ type: 'trayChanged', tray: [] });
    await hint('one.png and two.png are not attached any more, and the question still names them.').waitFor();
    await panel.send({ type: 'trayChanged', tray: [one] });
    await hint('two.png is not attached any more, and the question still names it.').waitFor();
    await panel.composer.fill('Is `one.png` wide?');
    await panel.page.locator('#composer-hint:empty').waitFor({ state: 'attached' });
    await panel.composer.press('Enter');
    await panel.send({ type: 'trayChanged', tray: [] });
    await becomes(() => panel.page.locator('#composer-hint').innerText(), '');
  });

  it('say that they are prepared, or why they failed', async () => {
    panel = await openPanel({
      state: panelState({ draft: { text: '', tray: [{ status: 'preparing', id: 'b', name: 'bad.png' }] } }),
    });
    await panel.send({
      type: 'trayChanged',
      tray: [
        { status: 'preparing', id: 'a', name: 'slow.png' },
        { status: 'failed', id: 'b', name: 'bad.png', reason: 'Not a picture.' },
      ],
    });
    const list = panel.page.getByRole('list', { name: 'Attachments' });
    await list.getByText('Preparing…').waitFor();
    await list.getByText('Not a picture.').waitFor();
    await panel.announced('bad.png: Not a picture.');
    await panel.button('Remove bad.png').waitFor();
  });

  it('ask for a thumbnail when it comes near, once, show it from a blob URL and let it go when it is far', async () => {
    panel = await openPanel({
      state: panelState({
        conversation: conversation([
          question('q1', 'Same picture', [picture('one', 'one.png')]),
          answer('a1', { text: 'line\n\n'.repeat(200) }),
          question('q2', 'Again', [picture('one', 'one.png')]),
        ]),
      }),
    });
    const shown = (id: string) => panel.log.locator(`[data-message-id="${id}"] .sent img[src^="blob:"]`);
    await shown('q2').waitFor();
    await becomes(async () => (await panel.posted('blobRequested')).length, 1);
    await panel.log.evaluate((log) => log.scrollTo(0, 0));
    await shown('q1').waitFor();
    await shown('q2').waitFor({ state: 'detached' });
    await becomes(async () => (await panel.posted('blobRequested')).length, 1);
  });

  it('of a sent question show what was sent', async () => {
    panel = await openPanel({
      state: panelState({ conversation: conversation([question('q', 'Look', [picture('one', 'one.png')])]) }),
    });
    const sent = panel.page.getByRole('list', { name: 'Sent with this question' }).getByRole('button');
    await sent.press('Alt+Enter');
    assert.deepEqual(await panel.posted('attachmentInspected'), [{ type: 'attachmentInspected', id: 'one' }]);
    await sent.click();
    await panel.button('Details of the attachment').click();
    const details = panel.page.getByRole('region', { name: 'Details of one.png' });
    await details.getByRole('heading', { name: 'What was sent' }).waitFor();
    await details.getByRole('button', { name: 'Open original' }).click();
    await panel.posted('attachmentOpened');
    await becomes(() => details.getByRole('button', { name: 'Remove' }).count(), 0);
  });

  it('are pasted as bytes, while text is pasted as text', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.composer.focus();
    assert.equal(await paste(panel, { files: [{ name: 'image.png', type: 'image/png', size: 3 }] }), true);
    const [received] = await panel.posted('filesReceived');
    assert.equal(received?.files[0]?.name, 'Pasted image.png');
    assert.deepEqual(Object.values(received?.files[0]?.bytes ?? {}), [7, 7, 7]);
    assert.equal(await paste(panel, { data: { 'text/plain': 'text' } }), false);
  });

  it('are dropped as bytes from the system, with an overlay while they hover', async () => {
    panel = await openPanel({ state: panelState() });
    const files = { files: [{ name: 'a.png', type: 'image/png', size: 2 }] };
    await drag(panel, 'dragenter', files);
    await panel.page.getByText('Drop to attach').waitFor();
    await drag(panel, 'dragleave', files);
    await panel.page.getByText('Drop to attach').waitFor({ state: 'detached' });
    await drag(panel, 'dragenter', files);
    await drag(panel, 'drop', files);
    assert.equal((await panel.posted('filesReceived'))[0]?.files[0]?.name, 'a.png');
    await panel.page.getByText('Drop to attach').waitFor({ state: 'detached' });
  });

  it('are dropped as URIs from the explorer', async () => {
    panel = await openPanel({ state: panelState() });
    const resources = { data: { ResourceURLs: '["file:///work/a.png"]', 'text/uri-list': 'file:///work/a.png' } };
    await drag(panel, 'dragenter', resources);
    await panel.page.getByText('Keep holding Shift').waitFor();
    await drag(panel, 'drop', resources);
    assert.deepEqual(await panel.posted('urisDropped'), [{ type: 'urisDropped', uris: ['file:///work/a.png'] }]);
  });

  it('are fetched from links that are dropped from a browser, but not from those of the page itself', async () => {
    panel = await openPanel({ state: panelState() });
    const link = { data: { 'text/uri-list': 'https://example.com/a.png' } };
    await drag(panel, 'dragstart', link);
    await drag(panel, 'drop', link);
    assert.deepEqual(await panel.postedSoFar('urlAttached'), []);
    await drag(panel, 'dragenter', link);
    await drag(panel, 'drop', link);
    assert.deepEqual(await panel.posted('urlAttached'), [
      { type: 'urlAttached', url: 'https://example.com/a.png', how: 'fetch' },
    ]);
  });

  it('over 256 MB are refused with a sentence', async () => {
    panel = await openPanel({ state: panelState() });
    await drag(panel, 'drop', { files: [{ name: 'film.mov', type: 'video/mp4', size: 257 * 1024 * 1024 }] });
    await panel.page.getByText('film.mov is 257 MB. Files up to 256 MB can be attached.').waitFor();
    await panel.button('Dismiss').click();
    await panel.page.getByText('film.mov').waitFor({ state: 'detached' });
    assert.deepEqual(await panel.postedSoFar('filesReceived'), []);
  });

  it('come from the clipboard when the host asks, or are said to be missing', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(2, 2);
      canvas.getContext('2d')?.fillRect(0, 0, 2, 2);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })]);
    });
    await panel.send({ type: 'clipboardImageRequested' });
    assert.equal((await panel.posted('filesReceived'))[0]?.files[0]?.name, 'Pasted image.png');
    await panel.page.evaluate(() => navigator.clipboard.writeText('text'));
    await panel.send({ type: 'clipboardImageRequested' });
    await panel.posted('clipboardImageMissing');
  });
});

/** @returns whether the panel took the paste */
async function paste(panel: PanelPage, transfer: Transfer): Promise<boolean> {
  return await panel.page.evaluate(({ data = {}, files = [] }) => {
    const clipboardData = new DataTransfer();
    Object.entries(data).forEach(([type, text]) => clipboardData.setData(type, text));
    files.forEach(({ name, type, size }) =>
      clipboardData.items.add(new File([new Uint8Array(size).fill(7)], name, { type })),
    );
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    return !document.activeElement?.dispatchEvent(event);
  }, transfer);
}

async function drag(panel: PanelPage, type: string, transfer: Transfer): Promise<void> {
  await panel.page.evaluate(
    ([name, { data = {}, files = [] }]) => {
      const dataTransfer = new DataTransfer();
      Object.entries(data).forEach(([format, text]) => dataTransfer.setData(format, text));
      files.forEach((file) =>
        dataTransfer.items.add(new File([new Uint8Array(file.size)], file.name, { type: file.type })),
      );
      const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('[role=log]')?.dispatchEvent(event);
    },
    [type, transfer] as const,
  );
}
