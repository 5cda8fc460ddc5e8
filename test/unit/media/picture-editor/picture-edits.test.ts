import assert from 'node:assert/strict';
import { BlobCache } from '../../../../media/attachments/blob-cache';
import { PictureEdits } from '../../../../media/picture-editor/picture-edits';
import type { PictureEdit } from '../../../../src/shared/attachment/picture-edit';
import type { TrayItem } from '../../../../src/shared/attachment/tray-item';
import type { PanelMessage } from '../../../../src/shared/protocol';
import { picture, ready } from '../../../e2e/panel/sample-state';

const edit: PictureEdit = { base: { width: 9, height: 9 }, rotation: 90, marks: [] };
const attached: TrayItem = { status: 'preparing', id: 'p', name: 'p.png' };

describe('edits of pictures that are not saved', () => {
  it('are left with the host when their chat is, and hold nothing back in another', () => {
    const { edits, posted } = setUp();
    edits.change('p', edit, undefined);
    assert(edits.hasUnsaved);
    edits.adopt([]);
    assert.deepEqual(posted, [{ type: 'pictureEditChanged', id: 'p', edit }]);
    assert(!edits.hasUnsaved);
  });

  it('are left with the host also where they could not be saved any more', async () => {
    const { edits, posted, notices } = setUp();
    edits.change('p', edit, undefined);
    const saving = edits.save('p');
    edits.adopt([]);
    await new Promise((resolve) => setImmediate(resolve));
    edits.accept({ type: 'basePictureMissing', id: 'p', reason: 'It is not attached any more.' });
    assert.equal(await saving, undefined);
    assert.deepEqual(posted.at(-1), { type: 'pictureEditChanged', id: 'p', edit });
    assert.deepEqual([edits.hasUnsaved, notices], [false, []]);
  });

  it('come back with their picture when it was taken out of the tray and put back', () => {
    const { edits } = setUp();
    edits.change('p', edit, undefined);
    edits.follow([]);
    assert(!edits.hasUnsaved);
    edits.follow([ready({ ...picture('p', 'p.png'), unsavedEdit: edit })]);
    assert.deepEqual(edits.unsaved('p'), edit);
    // What the host still knows of an edit that is discarded here by now is not taken for one.
    edits.discard('p');
    edits.follow([ready({ ...picture('p', 'p.png'), unsavedEdit: edit })]);
    assert(!edits.hasUnsaved);
  });
});

function setUp() {
  const posted: PanelMessage[] = [];
  const notices: string[] = [];
  const edits = new PictureEdits({
    post: (message) => posted.push(message),
    blobs: new BlobCache(() => undefined),
    loadEditor: () => new Promise(() => undefined),
    notify: (text) => notices.push(text),
  });
  edits.adopt([attached]);
  return { edits, posted, notices };
}
