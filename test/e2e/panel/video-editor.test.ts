import assert from 'node:assert/strict';
import type { VideoAttachment } from '../../../src/shared/attachment/attachment';
import type { AttachmentOptions } from '../../../src/shared/attachment/options';
import { sampleVideo } from './attachment-samples';
import { openDetails } from './attachment-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { giveRecording } from './recordings';
import { answer, conversation, panelState, question, ready } from './sample-state';
import { becomes } from '../support/becomes';

const clip: VideoAttachment = {
  ...sampleVideo,
  name: 'clock.webm',
  source: { ...sampleVideo.source, mediaType: 'video/webm' },
  seconds: 6,
  width: 160,
  height: 120,
  frameRate: 10,
};

describe('the options of a video', () => {
  let panel: PanelPage;
  const open = async (changes: Partial<VideoAttachment> = {}, width = 480): Promise<void> => {
    const state = panelState({ draft: { text: '', tray: [ready({ ...clip, ...changes })] } });
    panel = await openPanel({ state, width });
    await openDetails(panel, clip.name);
    await giveRecording(panel, { sha256: clip.source.sha256, name: 'clock.webm', mediaType: 'video/webm' });
  };
  const chosen = async (): Promise<AttachmentOptions | undefined> =>
    (await panel.posted('attachmentOptionsChanged')).at(-1)?.options;
  const time = () => panel.page.locator('.stepper-time');
  const shown = (): Promise<number> =>
    panel.page.getByLabel('Preview of clock.webm').evaluate((video: HTMLVideoElement) => video.currentTime);

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('show the video, and go through it by frames and by seconds', async () => {
    await open();
    await panel.page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
    await panel.button('One second on').click();
    await becomes(() => shown(), 1);
    await panel.button('One frame on').click();
    await time().getByText('0:01.15').waitFor();
    await panel.button('One frame back').click();
    await panel.button('One frame back').click();
    await time().getByText('0:00.95').waitFor();
    await panel.button('One second back').click();
    await becomes(() => shown(), 0);
  });

  it('send the frames that the person finds', async () => {
    await open();
    await panel.button('One second on').click();
    await panel.button('Send this frame only').click();
    await becomes(() => chosen(), { times: [1] });
    await panel.announced('Frame at 0:01 is sent');
    await panel.send({ type: 'trayChanged', tray: [ready({ ...clip, options: { times: [1, 2.5] } })] });
    await panel.button('Send this frame too').waitFor();
    await panel.button('0:02.5').click();
    await becomes(() => shown(), 2.5);
    await panel.button('Leave out the frame at 0:01').click();
    await becomes(() => chosen(), { times: [2.5] });
  });

  it('cut off what comes before and after, by keyboard', async () => {
    await open({ options: { start: 1, end: 5 } });
    const start = panel.page.getByRole('slider', { name: 'Start' });
    await becomes(() => start.getAttribute('aria-valuetext'), '0:01');
    await start.press('ArrowRight');
    await becomes(() => chosen(), { start: 1.1, end: 5 });
    assert.equal(Math.round((await shown()) * 10), 11);
    await panel.page.getByRole('slider', { name: 'End' }).press('End');
    await becomes(() => chosen(), { start: 1.1 });
    await start.press('Home');
    await becomes(() => chosen(), {});
  });

  it('keep the two ends apart', async () => {
    await open({ options: { start: 4.9, end: 5 } });
    await panel.page.getByRole('slider', { name: 'Start' }).press('PageUp');
    await becomes(() => panel.page.getByRole('slider', { name: 'Start' }).inputValue(), '4.9');
  });

  it('say how many frames are taken and from where, as what, and what becomes of the sound', async () => {
    await open();
    await panel.page.getByLabel('Frames', { exact: true }).first().waitFor();
    await panel.page.getByRole('spinbutton', { name: 'Frames' }).fill('12');
    await panel.page.keyboard.press('Tab');
    await becomes(() => chosen(), { frameCount: 12 });
    await panel.page.getByRole('radio', { name: 'Where it changes' }).check({ force: true });
    await becomes(() => chosen(), { onSceneChange: true });
    await panel.page.getByRole('radio', { name: 'Transcript' }).check({ force: true });
    await becomes(() => chosen(), { sound: 'transcript' });
    await panel.page.getByRole('radio', { name: 'Whole video' }).check({ force: true });
    await becomes(() => chosen(), { form: 'video' });
  });

  it('let the transcript be corrected', async () => {
    await open({ options: { sound: 'transcript' }, transcript: 'It brakes.' });
    await panel.page.getByRole('textbox', { name: 'Transcript' }).fill('It breaks.');
    await panel.page.keyboard.press('Tab');
    await becomes(() => chosen(), { sound: 'transcript', transcript: 'It breaks.' });
  });

  it('fit into the narrowest panel', async () => {
    await open({ options: { times: [0.5, 1, 2.25, 3, 4, 5] } }, 280);
    const overflow = await panel.page
      .locator('.sheet-scroll')
      .evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
    assert.equal(overflow, 0);
  });

  it('say why a video can not be shown, and take times all the same', async () => {
    panel = await openPanel({ state: panelState({ draft: { text: '', tray: [ready(clip)] } }) });
    await openDetails(panel, clip.name);
    await panel.send({ type: 'mediaMissing', sha256: clip.source.sha256, reason: 'It is too large to be played.' });
    await panel.page.getByText('It is too large to be played.').waitFor();
    await panel.button('One second on').click();
    await panel.button('Send this frame only').click();
    await becomes(() => chosen(), { times: [1] });
  });
});

describe('moments that an answer names', () => {
  it('are played by click and by keyboard, over the conversation', async () => {
    const panel = await openPanel({
      state: panelState({
        conversation: conversation([
          question('q', 'When does it fail?', [clip]),
          answer('a', { text: 'The dialog closes at 0:02 and **0:04.5**; 0:30 is not in it.' }),
        ]),
      }),
    });
    await becomes(() => panel.page.getByRole('button', { name: '0:30' }).count(), 0);
    await panel.button('0:04.5').press('Enter');
    await panel.page.getByRole('region', { name: 'Details of clock.webm' }).waitFor();
    await giveRecording(panel, { sha256: clip.source.sha256, name: 'clock.webm', mediaType: 'video/webm' });
    const player = panel.page.getByLabel('Player of clock.webm');
    await panel.page.waitForFunction(() => document.querySelector('video')?.currentTime === 4.5);
    await becomes(() => panel.focusedName(), 'Player of clock.webm');
    await player.press('Escape');
    await player.waitFor({ state: 'detached' });
    await becomes(() => panel.focusedName(), '0:04.5');
    await panel.button('0:02').click();
    await panel.page.waitForFunction(() => document.querySelector('video')?.currentTime === 2);
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });
});
