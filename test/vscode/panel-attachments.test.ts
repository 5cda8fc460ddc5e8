import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { TextAttachment } from '../../src/shared/attachment/attachment';
import { MAX_ATTACHMENTS } from '../../src/shared/limits';
import type { AttachPlace } from '../../src/vscode/attachments/attach-url';
import { PanelAttachments } from '../../src/vscode/panel/panel-attachments';
import { PanelDrafts } from '../../src/vscode/panel/panel-drafts';
import { ShownAttachments } from '../../src/vscode/panel/shown-attachments';
import { ScriptedModel, stop } from '../unit/conversation/scripted-model';
import { panelParts } from '../unit/vscode/panel/panel-fixture';

describe('what is attached in a panel', () => {
  /** A panel with a tray that has room for one more; what is at an address is put there by `attachUrl`. */
  async function setUp(attachUrl: (place: AttachPlace) => void) {
    const { tray, shown, blobs, memory } = await panelParts();
    const notices: string[] = [];
    const attachments = new PanelAttachments({
      tray,
      drafts: new PanelDrafts({ tray, memory, post: () => undefined }),
      shown: new ShownAttachments({ tray, shown, blobs }),
      pickFiles: () => Promise.resolve([]),
      showAttachMenu: () => Promise.reject(new Error('There is no menu.')),
      selectModel: () => Promise.reject(new Error('There are no models.')),
      attachUrl: (_url, _how, place) => Promise.resolve(attachUrl(place)),
      post: () => undefined,
      notify: (text) => notices.push(text),
    });
    tray.addAttachments(Array.from({ length: MAX_ATTACHMENTS - 1 }, (_, index) => note(`${index}.txt`)));
    return { tray, shown, attachments, notices };
  }

  it('is told apart by its name where it has none of its own, also from what was asked about before', async () => {
    const { tray, shown, attachments } = await setUp(() => undefined);
    tray.clear();
    const chat = await shown.get();
    const model = new ScriptedModel([stop]);
    await chat.send({ text: 'What is this?', attachments: [note('Pasted image.png')], model });
    const bytes = Buffer.from('text');
    const [pasted, own] = [
      { name: 'Pasted image.png', isNameGiven: true, bytes },
      { name: 'chart.png', bytes },
    ];
    await attachments.handle({ type: 'filesReceived', files: [pasted, pasted] });
    await attachments.handle({ type: 'filesReceived', files: [own, pasted, own] });
    assert.deepEqual(
      tray.items.map(({ name }) => name),
      ['Pasted image 2.png', 'Pasted image 3.png', 'chart.png', 'Pasted image 4.png', 'chart.png'],
    );
    await tray.settled();
    tray.dispose();
  });

  it('is no more than one question takes where it comes from an address too, read or passed on', async () => {
    const places: readonly ((place: AttachPlace, name: string) => void)[] = [
      (place, name) => place.add([{ name, bytes: Buffer.from('text') }]),
      (place, name) => place.addAttachments([note(name)]),
    ];
    for (const attach of places) {
      const names = ['last.txt', 'beyond.txt'];
      const { tray, attachments, notices } = await setUp((place) => attach(place, names.shift() ?? ''));
      await attachments.addUrl('https://iris.invalid/last.txt', 'fetch');
      assert.equal(tray.items.at(-1)?.name, 'last.txt');
      assert.deepEqual(notices, []);
      await attachments.addUrl('https://iris.invalid/beyond.txt', 'fetch');
      assert.equal(tray.items.length, MAX_ATTACHMENTS);
      assert.equal(tray.items.at(-1)?.name, 'last.txt');
      assert.deepEqual(notices, [
        'One question takes 100 attachments at most: beyond.txt is not attached. Send these first.',
      ]);
      await tray.settled();
      tray.dispose();
    }
  });
});

function note(name: string): TextAttachment {
  const blob = { sha256: '0'.repeat(64), mediaType: 'text/plain', byteLength: 4 };
  return { kind: 'text', id: randomUUID(), name, source: blob, languageId: 'plaintext', parts: [], reasons: [] };
}
