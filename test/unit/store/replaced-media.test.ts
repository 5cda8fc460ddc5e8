import assert from 'node:assert/strict';
import { withEdit } from '../../../src/attachments/image/edited-picture';
import { emptyEdit } from '../../../src/shared/attachment/picture-edit';
import type { ImageReference } from '../../../src/shared/blob';
import type { ConversationStore } from '../../../src/store/conversation-store';
import type { FileBlobStore } from '../../../src/store/file-blob-store';
import type { FileDerivedForms } from '../../../src/store/file-derived-forms';
import { ReplacedMedia } from '../../../src/store/replaced-media';
import { Conversation } from '../../../src/conversation/conversation';
import { imageAttachment } from '../conversation/chat-fixture';
import { answer, ScriptedModel } from '../conversation/scripted-model';
import { openStores } from './chat-files';
import { temporaryDirectory } from './temporary-directory';

describe('the original of a redacted picture', () => {
  let directory: string;
  let store: ConversationStore;
  let blobs: FileBlobStore;
  let derived: FileDerivedForms;
  let errors: unknown[];
  const draft: string[] = [];

  beforeEach(async () => {
    directory = await temporaryDirectory();
    draft.length = 0;
    errors = [];
    ({ store, blobs, derived } = openStores(directory, draft));
  });

  const picture = async (pixels: string): Promise<ImageReference> => ({
    ...(await blobs.put(Buffer.from(pixels), 'image/png')),
    width: 4,
    height: 3,
  });

  /** Sends a picture of which another was made. */
  const sendRedacted = async (original: ImageReference): Promise<void> => {
    const replaced = new ReplacedMedia({
      forget: (names, since) => store.forget(names, since),
      onError: (error) => errors.push(error),
    });
    const chat = new Conversation({ blobs, journal: store.create(), onReplaced: (names) => replaced.add(names) });
    const redacted = await picture('pixels without a key');
    const attached = { ...(await imageAttachment(blobs, 'error.png')), source: original };
    const edited = withEdit(attached, {
      edited: { picture: redacted, edit: emptyEdit(original) },
      thumbnail: attached.thumbnail,
    });
    await chat.send({ text: 'Why?', attachments: [edited], model: new ScriptedModel(answer('Because.')) });
    await chat.close();
    await replaced.flush();
    assert.deepEqual(errors, []);
    assert(await blobs.has(redacted));
  };

  it('goes when the other is sent, with all that was made of it and of that', async () => {
    const original = await picture('pixels with a key');
    const smaller = await picture('smaller pixels with a key');
    await derived.put({ source: original.sha256, form: 'recognizedText' }, 'the key');
    await derived.put({ source: original.sha256, form: 'picture' }, smaller);
    await derived.put({ source: smaller.sha256, form: 'recognizedText' }, 'the key');
    await sendRedacted(original);
    assert.deepEqual([await blobs.has(original), await blobs.has(smaller)], [false, false]);
    assert.deepEqual(await derived.list(), []);
  });

  it('stays where it was sent before, or is attached elsewhere', async () => {
    const sent = await picture('pixels that were sent');
    const attached = await picture('pixels that are attached');
    await derived.put({ source: sent.sha256, form: 'recognizedText' }, 'known');
    const chat = new Conversation({ blobs, journal: store.create() });
    const before = { ...(await imageAttachment(blobs, 'error.png')), source: sent };
    await chat.send({ text: 'Why?', attachments: [before], model: new ScriptedModel(answer('Because.')) });
    await chat.close();
    draft.push(attached.sha256);
    await sendRedacted(sent);
    await sendRedacted(attached);
    assert.deepEqual([await blobs.has(sent), await blobs.has(attached)], [true, true]);
    assert.equal((await derived.list()).length, 1);
  });
});
