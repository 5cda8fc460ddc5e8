import assert from 'node:assert/strict';
import type { AudioAttachment } from '../../../src/shared/attachment/attachment';
import { sampleSound } from './attachment-samples';
import { chosenOptions, openDetailsOf } from './details-of';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, panelState, question, ready } from './sample-state';
import { becomes } from '../support/becomes';

/** The sample lasts 2:31. */
const { name } = sampleSound;

describe('a sound', () => {
  let panel: PanelPage;
  const sheet = () => panel.page.getByRole('region', { name: `Details of ${name}` });
  const handle = (which: 'Start' | 'End') => sheet().getByRole('slider', { name: which });
  const chosen = (): Promise<unknown> => chosenOptions(panel);
  const open = async (attachment: AudioAttachment = sampleSound): Promise<void> => {
    panel = await openDetailsOf(attachment);
  };

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('is trimmed with two sliders, by the keyboard too', async () => {
    await open();
    await becomes(() => handle('End').getAttribute('aria-valuetext'), '2:31');
    await handle('Start').press('ArrowRight');
    await becomes(() => handle('Start').getAttribute('aria-valuetext'), '0:00.1');
    await becomes(() => chosen(), { start: 0.1 });
    await handle('End').press('Home');
    await becomes(() => handle('End').getAttribute('aria-valuetext'), '0:00.2');
  });

  it('is trimmed by typed times, of which only those within it are taken', async () => {
    await open();
    const from = sheet().getByRole('textbox', { name: 'From' });
    await from.fill('1:10');
    await from.press('Enter');
    await becomes(() => chosen(), { start: 70 });
    const to = sheet().getByRole('textbox', { name: 'to' });
    await to.fill('4:00');
    await becomes(() => to.getAttribute('aria-invalid'), 'true');
    await to.press('Enter');
    await becomes(() => to.inputValue(), '2:31');
    await becomes(() => chosen(), { start: 70 });
  });

  it('is sent as it sounds, in the quality that is chosen, or as a transcript', async () => {
    await open();
    await sheet().getByRole('radio', { name: 'Original' }).check({ force: true });
    await becomes(() => chosen(), { quality: 'original' });
    await sheet().getByRole('radio', { name: 'Transcript' }).check({ force: true });
    await becomes(() => chosen(), { form: 'transcript' });
  });

  it('has a transcript that can be corrected, and the corrections discarded', async () => {
    await open({ ...sampleSound, transcript: '[0:00] Good mourning.', options: { form: 'transcript', start: 5 } });
    const field = sheet().getByRole('textbox', { name: 'Transcript' });
    await becomes(() => field.inputValue(), '[0:00] Good mourning.');
    await field.fill('[0:00] Good morning.');
    await field.blur();
    const corrected = { form: 'transcript', start: 5, transcript: '[0:00] Good morning.' } as const;
    await becomes(() => chosen(), corrected);
    await panel.send({ type: 'trayChanged', tray: [ready({ ...sampleSound, options: corrected })] });
    await sheet().getByRole('button', { name: 'Discard my changes' }).click();
    await becomes(() => chosen(), { form: 'transcript', start: 5 });
  });

  it('that is not there any more, or can’t be played, says so and can be trimmed', async () => {
    await open();
    await sheet().getByRole('button', { name: 'Play the part' }).click();
    const [{ sha256 } = { sha256: '' }] = await panel.posted('mediaRequested');
    assert.equal(sha256, sampleSound.source.sha256);
    await panel.send({ type: 'mediaMissing', sha256, reason: 'Its bytes are gone.' });
    await sheet().getByText('Its bytes are gone. It can be trimmed all the same.').waitFor();
    await handle('Start').press('ArrowRight');
    await becomes(() => chosen(), { start: 0.1 });
  });

  it('that was sent is played where it stands, and opened by its name', async () => {
    panel = await openPanel({
      state: panelState({
        conversation: conversation([question('q', 'What was decided?', [sampleSound]), answer('a', { text: 'Ship.' })]),
      }),
    });
    await panel.button(`Play ${name}`).click();
    const [{ sha256 } = { sha256: '' }] = await panel.posted('mediaRequested');
    await giveSilence(panel, sha256);
    await panel.button(`Pause ${name}`).click();
    await panel.button(`Play ${name}`).waitFor();
    await panel.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await sheet().waitFor();
  });
});

/** A minute of it, as a WAV file of 8-bit samples at 8 kHz. */
async function giveSilence({ page }: PanelPage, sha256: string): Promise<void> {
  await page.evaluate((hash) => {
    const bytes = new Uint8Array(44 + 60 * 8_000).fill(128);
    const view = new DataView(bytes.buffer);
    const write = (offset: number, text: string): void =>
      [...text].forEach((letter, index) => view.setUint8(offset + index, letter.charCodeAt(0)));
    write(0, 'RIFF');
    view.setUint32(4, bytes.length - 8, true);
    write(8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, 8_000, true);
    view.setUint32(28, 8_000, true);
    view.setUint16(32, 1, true);
    view.setUint16(34, 8, true);
    write(36, 'data');
    view.setUint32(40, bytes.length - 44, true);
    const type = 'mediaLoaded' as const;
    window.fakeHost.send({ type, sha256: hash, mediaType: 'audio/wav', offset: 0, bytes, isLast: true });
  }, sha256);
}
