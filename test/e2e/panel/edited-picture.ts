import { PNG } from 'pngjs';
import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import type { PanelMessage } from '../../../src/shared/protocol';
import { openPanel, type PanelPage } from './panel-page';
import { panelState, picture, ready } from './sample-state';

const width = 240;
const height = 160;
const sha256 = 'ed'.repeat(32);

/** No two pixels beside each other are alike, so that a shift by one is noticed. */
export function colorAt(x: number, y: number): readonly [number, number, number] {
  return [x, y, (x * 7 + y * 13) % 256];
}

function basePng(): Uint8Array {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      png.data.set([...colorAt(x, y), 255], (y * width + x) * 4);
    }
  }
  return new Uint8Array(PNG.sync.write(png));
}

export const editedAttachment: ImageAttachment = {
  ...picture('one', 'screen.png'),
  source: { sha256, mediaType: 'image/png', byteLength: 1, width, height },
};

export async function openWithPicture(
  attachment: ImageAttachment = editedAttachment,
  more: readonly TrayItem[] = [],
): Promise<PanelPage> {
  return await openPanel({ state: panelState({ draft: { text: '', tray: [ready(attachment), ...more] } }) });
}

/** Answers the page as the host does, from what it asks for to what it then shows. */
export async function sendBase(panel: PanelPage, { id } = editedAttachment): Promise<void> {
  await panel.posted('basePictureRequested');
  const byteLength = 1;
  await panel.send({
    type: 'basePictureFound',
    id,
    picture: { sha256, mediaType: 'image/png', byteLength, width, height },
  });
  await panel.page.waitForFunction(
    (wanted) => window.fakeHost.posted.some((message) => message.type === 'blobRequested' && message.sha256 === wanted),
    sha256,
  );
  await panel.send({ type: 'blobLoaded', sha256, mediaType: 'image/png', bytes: basePng() });
}

export async function openEditor(panel: PanelPage): Promise<void> {
  await panel.button(`Edit ${editedAttachment.name}`).click();
  await sendBase(panel);
  await surface(panel).waitFor();
}

export function surface(panel: PanelPage) {
  return panel.page.getByRole('application', { name: `Picture ${editedAttachment.name}` });
}

/** Drags from one place of the picture to another, in its pixels. */
export async function drag(
  panel: PanelPage,
  from: readonly [number, number],
  to: readonly [number, number],
  shown = { width, height },
): Promise<void> {
  const box = await surface(panel).boundingBox();
  if (!box) {
    throw new Error('The picture is not shown.');
  }
  const at = ([x, y]: readonly [number, number]) =>
    [box.x + (x / shown.width) * box.width, box.y + (y / shown.height) * box.height] as const;
  const { mouse } = panel.page;
  await mouse.move(...at(from));
  await mouse.down();
  await mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await mouse.move(...at(to));
  await mouse.up();
}

export type Saved = Extract<PanelMessage, { readonly type: 'pictureEditSaved' }>;

/** What the host gets when the editor is closed. */
export async function finish(panel: PanelPage): Promise<Saved> {
  await panel.button('Done').click();
  // It looks at the pixels anew, so that they need not stay in memory.
  await sendAgain(panel);
  const saved = (await panel.posted('pictureEditSaved')).at(-1);
  if (!saved) {
    throw new Error('Nothing was saved.');
  }
  return saved;
}

export async function sendAgain(panel: PanelPage): Promise<void> {
  await panel.page.waitForFunction(
    () => window.fakeHost.posted.filter(({ type }) => type === 'basePictureRequested').length > 1,
  );
  await panel.send({
    type: 'basePictureFound',
    id: editedAttachment.id,
    picture: { sha256, mediaType: 'image/png', byteLength: 1, width, height },
  });
}

export interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => readonly number[];
}

export function decode(bytes: Uint8Array): Decoded {
  const png = PNG.sync.read(Buffer.from(bytes));
  return {
    width: png.width,
    height: png.height,
    at: (x, y) => [...png.data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 4)],
  };
}
