import assert from 'node:assert/strict';
import path from 'node:path';
import { createMediaService } from '../../../src/media-process/child-media-service';
import { parseMediaTime } from '../../../src/shared/media-time';
import type { ReceivedRequest } from '../../servers/received-request';
import { clockVideo, frameNumber } from '../../unit/media-process/clock-video';
import { becomes } from '../support/becomes';
import { Chat, startNewChatInEditor } from '../support/chat';
import { useServerAndWorkbench } from '../support/use-server';

const files = Object.fromEntries(['clock.webm', 'silent.mov', 'hevc.mp4'].map((name) => [name, clockVideo(name)]));

describe('Asking about videos of the workspace', function () {
  this.timeout(180_000);
  const { server, workbench } = useServerAndWorkbench({
    files,
    // Without ffmpeg: what is decoded here is decoded by the panel's page.
    // VS Code takes PATH from the login shell unless it was started from one.
    env: { PATH: path.join(process.cwd(), 'test'), VSCODE_CLI: '1' },
  });

  it('sends frames with their times of a video chosen in the explorer', async () => {
    await workbench().explorer.choose(['clock.webm'], 'Iris: Ask About This File');
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(1);
    await chat.tray.getByText('4 frames').waitFor();
    await chat.ask('What happens?');
    await chat.waitForText('All is well.');
    await becomes(() => framesOf(server().questions.at(-1)), [7, 22, 37, 52]);
  });

  it('sends a video whole that is dropped onto the panel, where the person wants it so', async () => {
    const chat = await startNewChatInEditor(workbench());
    await workbench().explorer.open();
    await workbench().dragOntoPanel(['silent.mov'], 'editor');
    await chat.waitForAttachments(1);
    await chat.tray.getByText('4 frames').waitFor();
    await chat.tray.getByRole('button', { name: /^silent\.mov/ }).click();
    await workbench().panel('editor').getByRole('radio', { name: 'Whole video' }).check({ force: true });
    await chat.tray.getByText('MP4').waitFor();
    await chat.ask('What happens?');
    await chat.waitForText('All is well.');
    const { bytes, mediaType } = videoOf(server().questions.at(-1));
    assert.equal(mediaType, 'video/mp4');
    const media = createMediaService({ modulePath: path.resolve('dist/media-process.js') });
    try {
      const { seconds, picture } = await media.readVideo(bytes);
      assert.deepEqual([Math.round(seconds), picture?.width, picture?.height], [6, 160, 120]);
    } finally {
      media.dispose();
    }
  });

  it('names ffmpeg as the remedy where nothing can decode a video', async () => {
    await workbench().explorer.choose(['hevc.mp4'], 'Iris: Ask About This File');
    await workbench()
      .panel('editor')
      .getByText(/"hevc\.mp4" can't be attached\. Nothing here can decode its picture \(hevc\)\. Install ffmpeg/)
      .first()
      .waitFor();
  });
});

/** The numbers that the frames show; each must be that of the time that its label says. */
async function framesOf(request: ReceivedRequest | undefined): Promise<readonly number[]> {
  assert(request);
  const content = request.question.messages.at(-1)?.content;
  assert(content !== undefined && typeof content !== 'string');
  const labels = content.flatMap(({ text }) => /^Frame at (\S+) of \S+:$/.exec(text ?? '')?.[1] ?? []);
  const shown = await Promise.all(request.images.map(({ bytes }) => frameNumber(bytes)));
  assert.equal(labels.length, shown.length);
  // WebM's count begins 7 ms late: the frame that is seen at 0.8 is the one before that begins at 0.807.
  assert.deepEqual(
    shown,
    labels.map((label) => Math.floor((parseMediaTime(label) ?? 0) * 10 - 0.07 + 1e-6)),
  );
  return shown;
}

function videoOf(request: ReceivedRequest | undefined): { readonly mediaType: string; readonly bytes: Buffer } {
  assert(request);
  const [, mediaType = '', base64 = ''] =
    /"video_url":\s*\{\s*"url":\s*"data:([^;]+);base64,([^"]+)"/.exec(request.text) ?? [];
  return { mediaType, bytes: Buffer.from(base64, 'base64') };
}
