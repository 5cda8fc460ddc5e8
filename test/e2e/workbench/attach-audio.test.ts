import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReceivedRequest } from '../../servers/received-request';
import { readMultipart } from '../../servers/read-multipart';
import { sendJson } from '../../servers/replies';
import { amplitude, readWav, type WavFile } from '../../unit/media-process/audio/read-wav';
import { becomes } from '../support/becomes';
import { Chat, startNewChat } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

/** Three seconds each: 440 Hz, 880 Hz, 1320 Hz. */
const names = ['tones.flac', 'tones-opus.ogg', 'tones-vorbis.ogg', 'tones-8-bit.wav'];
const files = Object.fromEntries(names.map((name) => [name, readFileSync(`test/fixtures/sounds/${name}`)]));

const segments = [{ start: 0, end: 1.5, text: ' The cache is broken.' }];

describe('Asking about sounds of the workspace', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({
    files,
    // Without ffmpeg.
    env: { PATH: path.join(process.cwd(), 'test') },
  });

  it('sends the part of a sound that was chosen in the explorer and trimmed', async () => {
    await workbench().explorer.choose(['tones-opus.ogg'], 'Iris: Ask About This File');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.tray.getByRole('button', { name: /^tones-opus\.ogg/ }).click();
    const panel = workbench().panel();
    const from = panel.getByRole('textbox', { name: 'From' });
    await from.fill('1.25');
    await from.press('Enter');
    const to = panel.getByRole('textbox', { name: 'to', exact: true });
    await to.fill('1.75');
    await to.press('Enter');
    await panel.getByText('Only 0:01.25 to 0:01.75 of 0:03 is sent.').waitFor();
    await chat.ask('What is heard?');
    await chat.waitForText('All is well.');
    const [wav, ...others] = soundsOf(server().questions.at(-1));
    assert(wav && others.length === 0);
    assert.deepEqual([wav.channels, wav.sampleRate, wav.seconds], [1, 16_000, 0.5]);
    assert(amplitude(wav, 880) > 0.15 && amplitude(wav, 440) < 0.02 && amplitude(wav, 1_320) < 0.02);
  });

  it('sends what is said in it instead, by the model that the person chooses for that', async () => {
    server().models = ['test-vision', 'whisper-large-v3'];
    server().routes.set('/v1/audio/transcriptions', sendJson({ text: 'The cache is broken.', segments }));
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['tones-vorbis.ogg'], 'Iris: Ask About This File');
    await chat.waitForAttachments(1);
    await chat.tray.getByRole('button', { name: /^tones-vorbis\.ogg/ }).click();
    const panel = workbench().panel();
    await panel.getByRole('radio', { name: 'Transcript' }).check({ force: true });
    await workbench().quickInput.pick('whisper-large-v3');
    await panel.getByRole('textbox', { name: 'Transcript' }).waitFor();
    await becomes(() => panel.getByRole('textbox', { name: 'Transcript' }).inputValue(), '[0:00] The cache is broken.');
    await chat.ask('What is broken?');
    await chat.waitForText('All is well.');
    const asked = server().requests.findLast(({ path: asked }) => asked === '/v1/audio/transcriptions');
    assert(asked);
    const { fields, file } = await readMultipart(asked);
    assert.deepEqual(fields, { model: 'whisper-large-v3', response_format: 'verbose_json' });
    assert.equal(file.mediaType, 'audio/mpeg');
    assert(file.bytes.length > 5_000);
    const question = server().questions.at(-1);
    assert.equal(soundsOf(question).length, 0);
    assert.match(
      question?.text ?? '',
      /Transcript of tones-vorbis\.ogg, made by speech recognition:\\n\\n\[0:00\] The cache is broken\./,
    );
  });

  it('sends several sounds that are dropped onto the panel', async () => {
    const chat = await startNewChat(workbench());
    await workbench().runCommand('Iris: Open Chat in Editor');
    const tab = new Chat(workbench().panel('editor'));
    await tab.composer.waitFor();
    await workbench().dragOntoPanel(['tones.flac', 'tones-8-bit.wav'], 'editor');
    await tab.waitForAttachments(2);
    await tab.ask('What is heard?');
    await tab.waitForText('All is well.');
    const sounds = soundsOf(server().questions.at(-1));
    assert.deepEqual(sounds.map(({ sampleRate, seconds }) => [sampleRate, Math.round(seconds)]).sort(), [
      [16_000, 3],
      [8_000, 3],
    ]);
    sounds.forEach((wav) => assert(amplitude(wav, 1_320, 2.1, 2.9) > 0.15));
    await becomes(() => chat.tray.count(), 0);
  });
});

/** The sounds of a question, each decoded. */
function soundsOf(request: ReceivedRequest | undefined): readonly WavFile[] {
  const content = request?.question.messages.at(-1)?.content;
  assert(content !== undefined);
  return (typeof content === 'string' ? [] : content).flatMap((part) => {
    if (!part.input_audio) {
      return [];
    }
    assert.equal(part.input_audio.format, 'wav');
    return [readWav(Buffer.from(part.input_audio.data, 'base64'))];
  });
}
