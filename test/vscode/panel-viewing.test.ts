import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Tray } from '../../src/attachments/tray';
import { createMediaService, type ChildMediaService } from '../../src/media-process/child-media-service';
import type { ImageAttachment } from '../../src/shared/attachment/attachment';
import { emptyEdit } from '../../src/shared/attachment/picture-edit';
import type { HostMessage } from '../../src/shared/protocol';
import { PanelViewing } from '../../src/vscode/panel/panel-viewing';
import { ShownAttachments } from '../../src/vscode/panel/shown-attachments';
import { attachmentServices, seeing } from '../unit/attachments/services';
import { panelParts } from '../unit/vscode/panel/panel-fixture';
import { irisExtension, until } from './support/iris';

describe('pictures that a page shows large', function () {
  this.timeout(60_000);
  let media: ChildMediaService;

  before(() => {
    media = createMediaService({ modulePath: path.join(irisExtension().extensionPath, 'dist', 'media-process.js') });
  });
  after(() => media.dispose());

  /** A panel with these pictures of the demo workspace in its tray. */
  async function setUp(...names: readonly string[]) {
    const { shown, blobs } = await panelParts();
    const services = attachmentServices(media, blobs);
    const tray = new Tray({ ...services, target: () => seeing });
    const folder = path.join(irisExtension().extensionPath, 'demo', 'pictures');
    for (const name of names) {
      tray.add([{ name, bytes: await readFile(path.join(folder, name)) }]);
    }
    const pictures = await until('all pictures to be read', () => {
      const read = tray.attachments.filter((attachment) => attachment.kind === 'image');
      return read.length === names.length ? read : undefined;
    });
    const posted: HostMessage[] = [];
    const page = new ShownAttachments({ tray, shown, blobs });
    const viewing = new PanelViewing({ shown: page, services, post: (message) => posted.push(message) });
    return { tray, pictures, posted, page, viewing, blobs };
  }

  it('are themselves where a browser draws them', async () => {
    const { pictures, posted, viewing } = await setUp('error.png', 'harbor.jpg', 'harbor.avif', 'brewing.gif');
    for (const { id, source } of pictures) {
      await viewing.handle({ type: 'pictureRequested', id });
      assert.deepEqual(posted.at(-1), { type: 'pictureFound', id, picture: source });
    }
  });

  it('are made into such where it does not, in all their pixels', async () => {
    const { pictures, posted, viewing, page } = await setUp(
      'harbor.heic',
      'delivery-note.tiff',
      'checkout.svg',
      'favicon.ico',
    );
    for (const { id, name, source } of pictures) {
      await viewing.handle({ type: 'pictureRequested', id });
      const found = posted.at(-1);
      assert(found?.type === 'pictureFound', name);
      const { mediaType, width, height, sha256 } = found.picture;
      assert.match(mediaType, /^image\/(png|jpeg)$/, name);
      assert.deepEqual([width, height], [source.width, source.height], name);
      assert.equal((await page.blob(sha256))?.mediaType, mediaType);
      assert.equal(await page.blob(source.sha256), undefined, 'the page gets what it can draw alone');
    }
  });

  it('are told to be missing where they are not in the chat, and are said to be lost where their bytes are', async () => {
    const { pictures, posted, viewing, blobs } = await setUp('delivery-note.tiff');
    const [picture] = pictures;
    assert(picture);
    for (const asked of [{ id: 'another' }, { id: picture.id, part: 99 }]) {
      await viewing.handle({ type: 'pictureRequested', ...asked });
      const reason = 'It is not in the chat any more.';
      assert.deepEqual(posted.at(-1), { type: 'pictureMissing', ...asked, reason });
    }
    await blobs.remove([picture.source.sha256], Infinity);
    await viewing.handle({ type: 'pictureRequested', id: picture.id });
    const reason = "It can't be read from where Iris keeps it. Attach it again.";
    assert.deepEqual(posted.at(-1), { type: 'pictureMissing', id: picture.id, reason });
  });

  it('are compared, but not while one is being covered', async () => {
    const { tray, pictures, posted, viewing, page } = await setUp('error.png', 'mock-up.png');
    const [first, second] = pictures;
    assert(first && second);
    const asked = { first: first.id, second: second.id };
    await viewing.handle({ type: 'comparisonRequested', ...asked });
    const made = posted.at(-1);
    assert(made?.type === 'comparisonMade');
    assert(made.comparison.differing > 0);
    assert(await page.blob(made.comparison.difference.sha256));

    const covered: ImageAttachment = { ...second, unsavedEdit: emptyEdit(second.source) };
    tray.update(covered);
    await viewing.handle({ type: 'comparisonRequested', ...asked });
    const refused = posted.at(-1);
    assert(refused?.type === 'comparisonFailed');
    assert.match(refused.reason, /^mock-up\.png has changes that are not saved/);
  });
});
