import assert from 'node:assert/strict';
import type { AttachmentServices } from '../../../src/attachments/attachment-services';
import { prepareFor } from '../../../src/attachments/prepare-for';
import { Tray } from '../../../src/attachments/tray';
import type { ModelTarget } from '../../../src/model/model-target';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import { useMediaService } from '../media-process/media-service-for-tests';
import { demoPicture } from '../media-process/pictures';
import { MemoryBlobStore } from './memory-blob-store';
import { attachmentServices, builtIn, seeing } from './services';

describe('what was prepared for another model', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const { signal } = new AbortController();
  let services: AttachmentServices;
  beforeEach(() => {
    services = attachmentServices(media(), new MemoryBlobStore());
  });

  const attach = async (name: string, target: ModelTarget): Promise<Attachment> => {
    const tray = new Tray({ ...services, target: () => target });
    tray.add([{ name, bytes: demoPicture(name) }]);
    await tray.settled();
    tray.dispose();
    const [attachment] = tray.take();
    assert(attachment);
    return attachment;
  };

  it('is prepared as the model that is asked now would have had it from the beginning', async () => {
    const first = await attach('error.png', builtIn);
    const again = await prepareFor(first, seeing, { ...services, signal });
    assert.notDeepEqual(again.parts, first.parts);
    assert.deepEqual({ ...again, id: '' }, { ...(await attach('error.png', seeing)), id: '' });
  });

  it('stays as it was where it would be the same, where it is unknown how it was made, and where it is not taken', async () => {
    const first = await attach('error.png', seeing);
    const { preparedAs: _preparedAs, ...imported } = first;
    const blind: ModelTarget = { ...seeing, capabilities: { input: { image: false } } };
    assert.equal(await prepareFor(first, { ...seeing, endpoint: 'Another' }, { ...services, signal }), first);
    assert.equal(await prepareFor(imported, builtIn, { ...services, signal }), imported);
    assert.equal(await prepareFor(first, blind, { ...services, signal }), first);
  });

  it('stays as it was where it can not be made any more, and ends with the signal', async () => {
    const first = await attach('error.png', seeing);
    const lost = { ...services, blobs: new MemoryBlobStore(), signal };
    assert.equal(await prepareFor(first, builtIn, lost), first);
    await assert.rejects(prepareFor(first, builtIn, { ...lost, signal: AbortSignal.abort(new Error('Stopped.')) }), {
      message: 'Stopped.',
    });
  });
});
