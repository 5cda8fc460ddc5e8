import assert from 'node:assert/strict';
import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import { emptyEdit } from '../../../src/shared/attachment/picture-edit';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import { samplePdf, sampleVideo } from './attachment-samples';
import { locked, obstructed, openDetails } from './attachment-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { conversation, panelState, picture, question, ready } from './sample-state';
import { becomes } from '../support/becomes';

describe('the details of an attachment', () => {
  let panel: PanelPage;
  const chart = picture('p1', 'error-rates.png');
  const open = async (...tray: readonly TrayItem[]): Promise<void> => {
    panel = await openPanel({ state: panelState({ draft: { text: '', tray } }) });
  };
  const sheet = (name: string) => panel.page.getByRole('region', { name: `Details of ${name}` });
  const card = (name: string) =>
    panel.page.getByRole('list', { name: 'Attachments' }).getByRole('button', { name: new RegExp(`^${name}`) });

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('open by keyboard over the conversation, and give the focus back', async () => {
    await open(ready(chart));
    await card(chart.name).press('Enter');
    await sheet(chart.name).waitFor();
    await becomes(() => panel.focusedName(), `Details of ${chart.name}`);
    await becomes(() => panel.page.locator('.transcript-area').getAttribute('inert'), '');
    await panel.page.keyboard.press('Escape');
    await sheet(chart.name).waitFor({ state: 'detached' });
    await becomes(() => panel.focusedName(), /^error-rates\.png/);
    await card(chart.name).click();
    await panel.button('Close details').click();
    await becomes(() => panel.focusedName(), /^error-rates\.png/);
  });

  it('list every part that is sent, and show each as exactly the bytes that go out', async () => {
    await open(ready(samplePdf));
    await openDetails(panel, samplePdf.name);
    const parts = sheet(samplePdf.name).getByRole('list', { name: 'What is sent' }).getByRole('button');
    await becomes(
      () => parts.allInnerTexts().then((texts) => texts.map((text) => text.replaceAll('\n', ' '))),
      [
        'Text 31 KB',
        'Page 3 1024 × 1448 · PNG · 92 KB',
        'Page 7 1024 × 1448 · PNG · 92 KB',
        'Page 8 1024 × 1448 · PNG · 92 KB',
      ],
    );
    await parts.nth(2).click();
    assert.deepEqual(await panel.posted('attachmentInspected'), [
      { type: 'attachmentInspected', id: samplePdf.id, part: 2 },
    ]);
    const [, second] = samplePdf.parts;
    assert(second?.type === 'image');
    await becomes(() => parts.nth(1).getAttribute('title'), new RegExp(second.blob.sha256));
  });

  it('tell what it costs, by whose arithmetic, and why it is sent so', async () => {
    await open(ready(samplePdf));
    await openDetails(panel, samplePdf.name);
    await sheet(samplePdf.name).getByText('≈ 1,105 tokens · $0.0028 · 145 KB').waitFor();
    await panel.button('OpenAI tiles').click();
    const [link] = await panel.posted('linkOpened');
    assert.equal(link?.url, 'https://platform.openai.com/docs/guides/images-vision');
    await sheet(samplePdf.name).getByText('takes no PDF files').waitFor();
    await panel.button('Open original').click();
    await panel.posted('attachmentOpened');
  });

  it('show a picture in all its pixels, and in those that it has once it is edited', async () => {
    const pictureOf = (sha256: string, width = 640) => ({
      sha256,
      mediaType: 'image/png',
      byteLength: 9,
      width,
      height: 400,
    });
    const isShownSharp = async (): Promise<void> => {
      // On the card is its small picture.
      await panel.page.waitForFunction(() => {
        const [small, shown] = ['.tray-card img', '.details-preview img'].map(
          (selector) => document.querySelector<HTMLImageElement>(selector)?.src,
        );
        return small !== undefined && shown !== undefined && small !== shown;
      });
    };
    await open(ready(chart));
    await openDetails(panel, chart.name);
    assert.deepEqual(await panel.posted('pictureRequested'), [{ type: 'pictureRequested', id: chart.id }]);
    await isShownSharp();
    const edited = { picture: pictureOf('ef'.repeat(32)), edit: emptyEdit({ width: 640, height: 400 }) };
    await panel.send({
      type: 'trayChanged',
      tray: [ready({ ...chart, edited, thumbnail: pictureOf('5e'.repeat(32), 256) })],
    });
    await panel.page.waitForFunction(
      () => window.fakeHost.posted.filter(({ type }) => type === 'pictureRequested').length === 2,
    );
    await panel.send({ type: 'pictureFound', id: chart.id, picture: edited.picture });
    await panel.page.waitForFunction(
      (sha256) => window.fakeHost.posted.some((one) => one.type === 'blobRequested' && one.sha256 === sha256),
      edited.picture.sha256,
    );
    await isShownSharp();
  });

  it('stay open and keep the focus while it is prepared anew', async () => {
    await open(ready(sampleVideo));
    await openDetails(panel, sampleVideo.name);
    await panel.button('Open original').focus();
    const { id, name } = sampleVideo;
    await panel.send({
      type: 'trayChanged',
      tray: [{ status: 'preparing', id, name, attachment: sampleVideo, doing: 'Reading frames', progress: 0.5 }],
    });
    await sheet(name).getByText('Reading frames…').waitFor();
    await becomes(
      () =>
        sheet(name)
          .getByRole('progressbar', { name: `Preparing ${name}` })
          .getAttribute('aria-valuenow'),
      '50',
    );
    const shorter = { ...sampleVideo, parts: sampleVideo.parts.slice(0, 2) };
    await panel.send({ type: 'trayChanged', tray: [ready(shorter)] });
    await becomes(() => sheet(name).getByRole('list', { name: 'What is sent' }).getByRole('listitem').count(), 2);
    await becomes(() => panel.focusedName(), 'Open original');
  });

  it('close with the attachment when it is removed or sent', async () => {
    await open(ready(chart), ready(samplePdf));
    await openDetails(panel, chart.name);
    await panel.button('Remove').click();
    assert.deepEqual(await panel.posted('attachmentRemoved'), [{ type: 'attachmentRemoved', id: chart.id }]);
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await openDetails(panel, samplePdf.name);
    await panel.send(
      { type: 'trayChanged', tray: [] },
      { type: 'snapshot', state: panelState({ conversation: conversation([question('q', 'Read', [samplePdf])]) }) },
    );
    await sheet(samplePdf.name).waitFor({ state: 'detached' });
  });

  it('keep the focus when the original of an edited picture is restored', async () => {
    const edited: ImageAttachment = { ...chart, edited: { picture: chart.source, edit: emptyEdit(chart.source) } };
    await open(ready(edited));
    await openDetails(panel, chart.name);
    await panel.button('Restore original').click();
    assert.deepEqual(await panel.posted('pictureRestored'), [{ type: 'pictureRestored', id: chart.id }]);
    await panel.send({ type: 'trayChanged', tray: [ready(chart)] });
    await panel.button('Restore original').waitFor({ state: 'detached' });
    await becomes(() => panel.focusedName(), `See ${chart.name} large`);
  });

  it('let another substitute be chosen for what the model does not take', async () => {
    const { attachment, obstacle } = obstructed as Extract<TrayItem, { status: 'obstructed' }>;
    await open({ ...ready({ ...chart, instead: 'text' }), obstacle });
    await openDetails(panel, attachment.name);
    const group = sheet(chart.name).getByRole('group', { name: `What to send of ${chart.name}` });
    await becomes(() => group.getByRole('button', { pressed: true }).innerText(), 'Send its text');
    await group.getByRole('button', { name: 'Describe it…' }).click();
    assert.deepEqual(await panel.posted('offerTaken'), [{ type: 'offerTaken', id: chart.id, offer: 'description' }]);
  });
});

describe('what an attachment asks', () => {
  let panel: PanelPage;
  const open = async (...tray: readonly TrayItem[]): Promise<void> => {
    panel = await openPanel({ state: panelState({ draft: { text: 'Well?', tray } }) });
  };
  const sendTitle = () => panel.button('Send').getAttribute('title');

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('is what to send instead, where the model does not take it; nothing is sent until then', async () => {
    await open(obstructed);
    await panel.page.getByText('gpt-4.1-mini takes no pictures.').waitFor();
    await becomes(() => sendTitle(), /does not take error-rates\.png/);
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    for (const name of ['Other model…', 'Send its text', 'Describe it…', 'Send anyway']) {
      await panel.button(name).click();
    }
    // The question goes away, and the focus stays on what it was about.
    await panel.page.locator('button.tray-body:focus').waitFor();
    assert.deepEqual(
      (await panel.posted('offerTaken')).map(({ offer }) => offer),
      ['otherModel', 'text', 'description', 'anyway'],
    );
  });

  it('is the password of an encrypted file, which the page does not keep', async () => {
    await open(locked);
    const field = panel.page.getByLabel('Password of Salaries 2026.pdf');
    await field.fill('wrong');
    await field.press('Enter');
    assert.deepEqual(await panel.posted('passwordGiven'), [{ type: 'passwordGiven', id: 'lock', password: 'wrong' }]);
    await becomes(() => field.inputValue(), '');
    await panel.send({ type: 'trayChanged', tray: [{ status: 'preparing', id: 'lock', name: locked.name }] });
    await panel.send({ type: 'trayChanged', tray: [{ ...locked, wasWrong: true } as TrayItem] });
    await panel.page.getByText('That password does not open it.').waitFor();
    await panel.announced('That password does not open Salaries 2026.pdf.');
    await becomes(() => panel.focusedName(), 'Password of Salaries 2026.pdf');
    await panel.page.keyboard.press('Delete');
    assert.deepEqual(await panel.postedSoFar('attachmentRemoved'), []);
  });

  it('is which version of a changed file is meant', async () => {
    const chart = picture('p1', 'error-rates.png');
    await open(ready(chart));
    await panel.send({ type: 'trayChanged', tray: [{ ...ready(chart), fileChanged: true }] });
    await panel.announced('error-rates.png was changed after it was attached.');
    await becomes(() => sendTitle(), /was changed/);
    await panel.button('Use the new version').click();
    await panel.page.locator('button.tray-body:focus').waitFor();
    await panel.button('Send what I attached').click();
    await panel.page.locator('button.tray-body:focus').waitFor();
    assert.deepEqual(
      (await panel.posted('changedFileChosen')).map(({ use }) => use),
      ['current', 'attached'],
    );
  });

  it('is whether to try again, where that can help', async () => {
    const { id, name } = sampleVideo;
    await open(
      { status: 'failed', id, name, attachment: sampleVideo, reason: 'The media process ended.' },
      { status: 'failed', id: 'bad', name: 'bad.png', reason: 'It is empty.', isFinal: true },
    );
    await panel.button('Try again').click();
    await panel.page.locator('button.tray-body:focus').waitFor();
    assert.deepEqual(await panel.posted('attachmentRetried'), [{ type: 'attachmentRetried', id }]);
    await becomes(() => sendTitle(), /checkout-bug\.mov could not be prepared/);
  });

  it('is whether to add an endpoint, where only a server can prepare it', async () => {
    const reason = 'A transcript is made by a server, and there is none in your settings yet.';
    await open({ status: 'failed', id: 'v', name: 'talk.mov', attachment: sampleVideo, reason, needsEndpoint: true });
    await panel.button('Add Endpoint').click();
    assert.deepEqual(await panel.posted('exampleStarted'), [{ type: 'exampleStarted', example: 'addEndpoint' }]);
    await becomes(() => panel.button('Try again').isVisible(), true);
  });
});
