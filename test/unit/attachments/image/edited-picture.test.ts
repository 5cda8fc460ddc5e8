import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { AttachmentError } from '../../../../src/attachments/attachment-error';
import { blobsOf } from '../../../../src/attachments/blobs-of';
import { applyEdit, restoreOriginal } from '../../../../src/attachments/image/apply-edit';
import { basePicture } from '../../../../src/attachments/image/base-picture';
import { asSent, withUnsavedEdit } from '../../../../src/attachments/image/edited-picture';
import { Tray } from '../../../../src/attachments/tray';
import type { ImageAttachment } from '../../../../src/shared/attachment/attachment';
import { emptyEdit, type PictureEdit } from '../../../../src/shared/attachment/picture-edit';
import { isAttachment } from '../../../../src/store/attachment-guard';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { demoPicture } from '../../media-process/pictures';
import { MemoryBlobStore } from '../memory-blob-store';
import { attachmentServices, prepareContext, seeing } from '../services';

function blackPng(width: number, height: number): Uint8Array {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (let index = 0; index < png.data.length; index += 4) {
    png.data.set([0, 0, 0], index);
  }
  return new Uint8Array(PNG.sync.write(png));
}

describe('an edited picture', function () {
  this.timeout(60_000);
  const media = useMediaService();
  let blobs: MemoryBlobStore;
  let tray: Tray;

  beforeEach(() => {
    blobs = new MemoryBlobStore();
    tray = new Tray({ ...attachmentServices(media(), blobs), target: () => seeing });
  });
  afterEach(() => tray.dispose());

  const context = () => prepareContext(attachmentServices(media(), blobs));
  const attach = async (name: string): Promise<ImageAttachment> => {
    tray.add([{ name, bytes: demoPicture(name), origin: `file:///${name}`, isWholeFile: true }]);
    await tray.settled();
    return only();
  };
  const only = (): ImageAttachment => {
    const [item] = tray.items;
    assert(item?.status === 'ready' && item.attachment.kind === 'image');
    return item.attachment;
  };
  const cropped = ({ source }: ImageAttachment): PictureEdit => ({
    ...emptyEdit(source),
    rotation: 90,
    crop: { left: 0, top: 0, width: 100, height: 40 },
  });
  const edit = async (attachment: ImageAttachment): Promise<void> => {
    tray.update(await applyEdit(attachment, { edit: cropped(attachment), bytes: blackPng(40, 100) }, context()));
    await tray.settled();
  };

  it('is what is sent and shown, and what was attached can be restored', async () => {
    const attached = await attach('error.png');
    await edit(attached);
    const edited = only();
    const [part] = edited.parts;
    assert(part?.type === 'image');
    assert.deepEqual([part.blob.width, part.blob.height], [40, 100]);
    assert.notEqual(edited.thumbnail.sha256, attached.thumbnail.sha256);
    assert(blobsOf(edited).includes(attached.source.sha256));
    assert(isAttachment(JSON.parse(JSON.stringify(edited))));
    tray.update(await restoreOriginal(edited, context()));
    await tray.settled();
    assert.deepEqual(only(), attached);
  });

  it('is sent anew where only its pixels are others', async () => {
    const attached = await attach('error.png');
    const { width, height } = attached.source;
    const marked: PictureEdit = {
      ...emptyEdit(attached.source),
      marks: [{ type: 'redaction', area: { left: 0, top: 0, width, height } }],
    };
    tray.update(await applyEdit(attached, { edit: marked, bytes: blackPng(width, height) }, context()));
    await tray.settled();
    assert.notDeepEqual(only().parts, attached.parts);
  });

  it('is all that a chat keeps of it once it is sent', async () => {
    const attached = await attach('error.png');
    tray.update({ ...attached, secretsAccepted: attached.source.sha256 });
    await edit(only());
    const sent = asSent(only());
    const text = JSON.stringify(sent);
    assert(isAttachment(sent));
    assert(sent.kind === 'image' && sent.source.width === 40);
    for (const { sha256 } of [attached.source, attached.thumbnail]) {
      assert(!text.includes(sha256));
    }
    assert(!text.includes('file:///error.png'));
    assert.deepEqual(asSent(attached), attached);
  });

  it('that is being changed is no other than before until that is saved', async () => {
    const attached = await attach('error.png');
    tray.update(withUnsavedEdit(attached, cropped(attached)));
    assert.deepEqual(only(), { ...attached, unsavedEdit: cropped(attached) });
    tray.update(withUnsavedEdit(only(), emptyEdit(attached.source)));
    assert.deepEqual(only(), attached);
  });

  it('is refused where it is not of this picture, not of its size, or no PNG', async () => {
    const attached = await attach('error.png');
    const right = cropped(attached);
    const wrong: readonly (readonly [PictureEdit, Uint8Array])[] = [
      [{ ...right, base: { width: 7, height: 7 } }, blackPng(40, 100)],
      [right, blackPng(100, 40)],
      [right, demoPicture('harbor.webp')],
      [right, new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ];
    for (const [claimed, bytes] of wrong) {
      await assert.rejects(applyEdit(attached, { edit: claimed, bytes }, context()), AttachmentError);
    }
  });

  it('begins with what every browser shows: the file, or a PNG of its first picture', async () => {
    const png = await attach('error.png');
    assert.equal(await basePicture(png, context()), png.source);
    tray.clear();
    const heic = await attach('harbor.heic');
    const shown = await basePicture(heic, context());
    assert.equal(shown.mediaType, 'image/png');
    assert.deepEqual([shown.width, shown.height], [heic.source.width, heic.source.height]);
  });
});
