import assert from 'node:assert/strict';
import path from 'node:path';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import type { ReceivedRequest } from '../../servers/received-request';
import { Chat, startNewChat, startNewChatInEditor } from '../support/chat';
import { decode, difference } from '../support/pixels';
import { useServerAndWorkbench } from '../support/use-server';

/** Much taller than any model looks: a list of bars, each of another length. */
const page = { width: 1_000, height: 7_000 };

describe('Asking about pictures of every kind', function () {
  this.timeout(180_000);
  let tallPage: Buffer | undefined;

  before('draw a long page', async () => {
    const bars = Array.from(
      { length: 140 },
      (_, row) => `<rect x="20" y="${row * 50 + 10}" width="${(row * 137) % 940}" height="30" fill="#204060"/>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}"><rect width="100%" height="100%" fill="#fff"/>${bars.join('')}</svg>`;
    tallPage = await sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
  });

  const { server, workbench } = useServerAndWorkbench(() => ({
    workspace: 'demo',
    files: { 'pictures/long-page.png': tallPage ?? '' },
  }));

  it('sends pictures of phones, scanners and sites, chosen in the explorer, as what every server takes', async () => {
    await workbench().explorer.expand('pictures');
    await workbench().explorer.choose(
      ['favicon.ico', 'harbor.avif', 'harbor.heic', 'sign.bmp'],
      'Iris: Ask About This Image',
    );
    const chat = new Chat(workbench().panel());
    await chat.waitForAttachments(4);
    await chat.ask('Compare them.');
    await chat.waitForText('All is well.');
    const { images } = lastRequest();
    assert.deepEqual([...new Set(images.map(({ mediaType }) => mediaType))].sort(), ['image/jpeg', 'image/png']);
    const shown = await Promise.all(images.map(({ bytes }) => decode(bytes)));
    const harbor = await decode(path.join(workbench().folder, 'pictures', 'harbor.webp'));
    const views = shown.filter(({ width }) => width === harbor.width);
    assert.equal(views.length, 2);
    assert.ok(views.every((view) => difference(view, harbor) < 6));
    assert.deepEqual(shown.map(({ width, height }) => `${width} × ${height}`).sort(), [
      '160 × 160',
      '256 × 256',
      '800 × 534',
      '800 × 534',
    ]);
  });

  it('sends a long page as parts that overlap, in reading order, with no line squeezed or lost', async () => {
    const chat = await startNewChat(workbench());
    await workbench().explorer.choose(['long-page.png'], 'Iris: Ask About This Image');
    await chat.waitForAttachments(1);
    await chat.ask('How many bars are there?');
    await chat.waitForText('All is well.');
    const request = lastRequest();
    const count = request.images.length;
    assert.ok(count > 2);
    assert.match(
      textOf(request),
      new RegExp(`Part 1 of ${count} of long-page\\.png, row 1:[^]*Part ${count} of ${count}`),
    );
    const parts = request.images.map(({ bytes, mediaType }) => {
      assert.equal(mediaType, 'image/png');
      return PNG.sync.read(bytes);
    });
    const width = parts[0]?.width ?? 0;
    assert.ok(width >= 0.9 * page.width);
    const whole = await sharp(tallPage)
      .resize(width, Math.round((page.height * width) / page.width), { fit: 'fill' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const height = parts[0]?.height ?? 0;
    parts.forEach((part, index) => {
      const top = Math.round((index * (whole.info.height - height)) / (count - 1));
      const expected = whole.data.subarray(top * width * 4, (top + height) * width * 4);
      assert.deepEqual([part.width, part.height], [width, height]);
      const sum = part.data.reduce((total, value, at) => total + Math.abs(value - (expected[at] ?? 0)), 0);
      assert.ok(sum / expected.length < 3, `Part ${index + 1} shows something else.`);
    });
    assert.ok(count * height >= whole.info.height + (count - 1) * 90);
  });

  it('sends an animation as a sheet and a scan as its pages, dropped into the panel', async () => {
    const tab = await startNewChatInEditor(workbench());
    await workbench().explorer.expand('pictures');
    await workbench().dragOntoPanel(['brewing.gif', 'delivery-note.tiff'], 'editor');
    await tab.waitForAttachments(2);
    await tab.ask('What happens?');
    await tab.waitForText('All is well.');
    const request = lastRequest();
    assert.equal(request.images.length, 3);
    assert.match(textOf(request), /Frames of brewing\.gif, in rows of 3 from left to right, at 0, .* s:/);
    assert.match(textOf(request), /Page 1 of delivery-note\.tiff:[^]*Page 2 of delivery-note\.tiff:/);
    const [sheet, ...pages] = await Promise.all(request.images.map(({ bytes }) => decode(bytes)));
    assert.deepEqual([sheet?.width, sheet?.height], [916, 916]);
    for (const [index, received] of pages.entries()) {
      const scan = await sharp(path.join(workbench().folder, 'pictures', 'delivery-note.tiff'), { page: index })
        .png()
        .toBuffer();
      assert.ok(difference(received, await decode(scan)) < 3);
    }
  });

  function lastRequest(): ReceivedRequest {
    const request = server().questions.at(-1);
    assert.ok(request);
    return request;
  }
});

function textOf(request: ReceivedRequest): string {
  return request.question.messages
    .flatMap(({ content }) => (typeof content === 'string' ? [content] : content.map(({ text }) => text ?? '')))
    .join('\n');
}
