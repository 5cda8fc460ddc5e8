import assert from 'node:assert/strict';
import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { Mark, PictureEdit } from '../../../src/shared/attachment/picture-edit';
import {
  colorAt,
  decode,
  drag,
  editedAttachment,
  finish,
  openEditor,
  openWithPicture,
  sendAgain,
  sendBase,
  surface,
  type Decoded,
} from './edited-picture';
import type { PanelPage } from './panel-page';
import { panelState, ready } from './sample-state';
import { becomes } from '../support/becomes';

const base = { width: 240, height: 160 };
const opaque = (x: number, y: number): readonly number[] => [...colorAt(x, y), 255];

describe('the picture editor', () => {
  let panel: PanelPage;
  const tool = (name: string) => panel.page.getByRole('group', { name: 'Tools' }).getByRole('button', { name });
  const marks = () => panel.page.locator('.mark-target');
  const key = (name: string) => panel.page.keyboard.press(name);
  const edited = async (): Promise<PictureEdit | undefined> => (await panel.posted('pictureEditChanged')).at(-1)?.edit;

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  describe('burns into the pixels', () => {
    it('what is redacted: one color, whatever else was drawn there, and nothing else is changed', async () => {
      panel = await openWithPicture();
      await openEditor(panel);
      await tool('Redact').click();
      await drag(panel, [40, 30], [100, 50]);
      await tool('Highlight').click();
      await drag(panel, [60, 20], [140, 70]);
      await tool('Blur').click();
      await drag(panel, [90, 25], [150, 60]);
      const { bytes, edit } = await finish(panel);
      const picture = decode(bytes);
      assert.deepEqual([picture.width, picture.height], [240, 160]);
      const [redaction] = edit.marks;
      assert(redaction?.type === 'redaction');
      const { left, top, width, height } = redaction.area;
      for (let y = top; y < top + height; y++) {
        for (let x = left; x < left + width; x++) {
          assert.deepEqual(picture.at(x, y), [0, 0, 0, 255], `${x}, ${y}`);
        }
      }
      assert.deepEqual(picture.at(left - 1, top), opaque(left - 1, top));
      assert.deepEqual(picture.at(200, 120), opaque(200, 120));
      // Nothing but pixels: no text, no date, no program.
      const chunks = Buffer.from(bytes).toString('latin1');
      assert(!/tEXt|iTXt|zTXt|eXIf|tIME/.test(chunks));
    });

    it('what is blurred: neighbours are nearly alike, and hardly any of the shades that were there are left', async () => {
      panel = await openWithPicture();
      await openEditor(panel);
      await tool('Blur').click();
      await drag(panel, [20, 20], [220, 60]);
      const { bytes, edit } = await finish(panel);
      const picture = decode(bytes);
      const [blur] = edit.marks;
      assert(blur?.type === 'blur');
      const { left, top, width, height } = blur.area;
      const steps: number[] = [];
      for (let y = top; y < top + height; y++) {
        for (let x = left + 1; x < left + width; x++) {
          const [one = [], two = []] = [picture.at(x - 1, y), picture.at(x, y)];
          steps.push(...one.map((value, channel) => Math.abs(value - (two[channel] ?? 0))));
        }
      }
      // In the picture itself the third channel goes up by 7 from pixel to pixel, and then down by 249.
      assert(Math.max(...steps) <= 6, `${Math.max(...steps)}`);
      assert.deepEqual(picture.at(left - 1, top), opaque(left - 1, top));
    });

    it('a crop and a turn, to the pixel', async () => {
      panel = await openWithPicture();
      await openEditor(panel);
      await tool('Crop').click();
      await drag(panel, [60, 40], [180, 120]);
      await tool('Select').click();
      await key(']');
      const { bytes, edit } = await finish(panel);
      assert(edit.crop);
      assert.equal(edit.rotation, 90);
      const { left, top, width, height } = edit.crop;
      const picture = decode(bytes);
      assert.deepEqual([picture.width, picture.height], [height, width]);
      for (let y = 0; y < picture.height; y++) {
        for (let x = 0; x < picture.width; x++) {
          assert.deepEqual(picture.at(x, y), opaque(left + y, top + height - 1 - x), `${x}, ${y}`);
        }
      }
    });

    it('every turn, to the pixel', async () => {
      const sources: readonly ((x: number, y: number, picture: Decoded) => readonly number[])[] = [
        (x, y, { width }) => opaque(y, width - 1 - x),
        (x, y, { width, height }) => opaque(width - 1 - x, height - 1 - y),
        (x, y, { height }) => opaque(height - 1 - y, x),
      ];
      for (const [index, source] of sources.entries()) {
        panel = await openWithPicture();
        await openEditor(panel);
        for (let turns = 0; turns <= index; turns++) {
          await panel.button('Turn right').click();
        }
        const picture = decode((await finish(panel)).bytes);
        for (const [x, y] of [
          [0, 0],
          [picture.width - 1, 0],
          [17, 41],
          [picture.width - 1, picture.height - 1],
        ] as const) {
          assert.deepEqual(picture.at(x, y), source(x, y, picture), `${index + 1} turns: ${x}, ${y}`);
        }
        if (index < sources.length - 1) {
          await panel.close();
        }
      }
    });

    it('each kind of mark', async () => {
      panel = await openWithPicture();
      await openEditor(panel);
      const draws: readonly (readonly [string, Mark['type']])[] = [
        ['Arrow', 'arrow'],
        ['Box', 'box'],
        ['Pen', 'pen'],
        ['Highlight', 'highlight'],
        ['Blur', 'blur'],
        ['Redact', 'redaction'],
      ];
      for (const [index, [name]] of draws.entries()) {
        await tool(name).click();
        await drag(panel, [10 + index * 35, 20], [36 + index * 35, 60]);
      }
      await tool('Number').click();
      await drag(panel, [40, 110], [40, 110]);
      await drag(panel, [80, 110], [80, 110]);
      await tool('Text').click();
      await drag(panel, [160, 110], [160, 110]);
      await panel.page.locator('.editor-text:focus').waitFor();
      await panel.page.keyboard.type('here');
      const { bytes, edit } = await finish(panel);
      assert.deepEqual(
        edit.marks.map(({ type }) => type),
        [...draws.map(([, type]) => type), 'number', 'number', 'text'],
      );
      assert.deepEqual(
        edit.marks.flatMap((mark) => (mark.type === 'number' ? [mark.number] : [])),
        [1, 2],
      );
      const picture = decode(bytes);
      const red = [0xe5, 0x14, 0x1f, 255];
      const isRed = (x: number, y: number): boolean => picture.at(x, y).join() === red.join();
      // The box has its line where it was drawn, the numbers stand on red discs, and the text is red.
      assert(isRed(45, 40));
      assert(isRed(36, 110) && isRed(76, 110));
      const textPixels = Array.from({ length: 60 * 14 }, (_, index) =>
        isRed(130 + (index % 60), 103 + Math.floor(index / 60)),
      );
      assert(textPixels.filter(Boolean).length > 20);
    });
  });

  describe('with the keyboard alone', () => {
    it('draws, moves, resizes and deletes, and takes each back', async () => {
      panel = await openWithPicture();
      await openEditor(panel);
      await key('r');
      await key('Enter');
      await panel.page.getByRole('button', { name: 'Redact, mark 1 of 1' }).and(panel.page.locator(':focus')).waitFor();
      const [drawn] = (await edited())?.marks ?? [];
      assert(drawn?.type === 'redaction');
      const area = drawn.area;
      const share = (part: number, whole: number) => Math.round((part / whole) * 100);
      const place = (x: number, y: number) =>
        `${share(x, base.width)} % from the left, ${share(y, base.height)} % from the top`;
      await panel.announced(`Redact: ${place(area.left, area.top)}, ${area.width} × ${area.height} pixels`);
      await key('Control+ArrowRight');
      await key('ArrowDown');
      await key('Shift+ArrowLeft');
      const moved = place(area.left + 10, area.top + 1);
      await panel.announced(`Redact: ${moved}, ${area.width - 1} × ${area.height} pixels`);
      const { bytes: _bytes, edit } = await (async () => {
        await key('Control+z');
        await key('Control+Shift+z');
        return await finish(panel);
      })();
      const { left, top, width, height } = drawn.area;
      assert.deepEqual(edit.marks, [
        { type: 'redaction', area: { left: left + 10, top: top + 1, width: width - 1, height } },
      ]);
    });

    it('deletes a mark, and gives the focus to the picture', async () => {
      panel = await openWithPicture();
      await openEditor(panel);
      await key('b');
      await key('Enter');
      await key('Delete');
      await marks().waitFor({ state: 'detached' });
      await becomes(() => panel.focusedName(), 'Picture screen.png');
      await key('Control+z');
      await marks().waitFor();
      await marks().focus();
      await key('Control+z');
      await marks().waitFor({ state: 'detached' });
      await becomes(() => panel.focusedName(), 'Picture screen.png');
      await key('Control+y');
      await marks().waitFor();
    });

    it('crops with the arrow keys', async () => {
      panel = await openWithPicture();
      await openEditor(panel);
      await key('c');
      await key('ArrowRight');
      await key('Shift+Control+ArrowLeft');
      await key('Enter');
      const { edit, bytes } = await finish(panel);
      assert.deepEqual(edit.crop, { left: 60, top: 40, width: 110, height: 80 });
      assert.deepEqual(decode(bytes).at(0, 0), opaque(60, 40));
    });

    it('lets go of the mark, then of the tool, then closes', async () => {
      panel = await openWithPicture();
      await openEditor(panel);
      await key('h');
      await key('Enter');
      await key('Escape');
      await becomes(() => panel.page.locator('.mark-target[aria-pressed=true]').count(), 0);
      await surface(panel).focus();
      await key('Escape');
      await becomes(() => tool('Select').getAttribute('aria-pressed'), 'true');
      await key('Escape');
      await surface(panel).waitFor({ state: 'detached' });
      await sendAgain(panel);
      await becomes(async () => (await panel.posted('pictureEditSaved')).length, 1);
    });
  });

  it('moves and resizes marks with the pointer', async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await tool('Redact').click();
    await drag(panel, [40, 40], [80, 60]);
    await tool('Select').click();
    await drag(panel, [60, 50], [100, 80]);
    await drag(panel, [120, 90], [140, 110]);
    const { edit } = await finish(panel);
    const [mark] = edit.marks;
    assert(mark?.type === 'redaction');
    for (const [side, wanted] of Object.entries({ left: 80, top: 70, width: 60, height: 40 })) {
      const value = Reflect.get(mark.area, side) as number;
      assert(Math.abs(value - wanted) <= 1, `${side}: ${value}`);
    }
  });

  it('changes the color of the selected mark, and draws with it from then on', async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await key('b');
    await key('Enter');
    await panel.page.getByRole('radio', { name: 'Blue' }).check({ force: true });
    await surface(panel).focus();
    await key('Enter');
    const { edit } = await finish(panel);
    assert.deepEqual(
      edit.marks.map((mark) => 'color' in mark && mark.color),
      ['blue', 'blue'],
    );
  });

  it('is gone back to with all that was made, and restores the original', async () => {
    const edit: PictureEdit = {
      base,
      rotation: 90,
      marks: [{ type: 'redaction', area: { left: 0, top: 0, width: 9, height: 9 } }],
    };
    const attachment: ImageAttachment = { ...editedAttachment, edited: { picture: editedAttachment.source, edit } };
    panel = await openWithPicture(attachment);
    await openEditor(panel);
    await marks().waitFor();
    await panel.button('Restore original').click();
    await panel.button('Done').click();
    assert.deepEqual(await panel.posted('pictureRestored'), [{ type: 'pictureRestored', id: attachment.id }]);
  });

  it('opens beside the question after a screenshot, which can be typed at once', async () => {
    panel = await openWithPicture();
    await panel.composer.focus();
    await panel.send({ type: 'pictureEditorOpened', id: editedAttachment.id });
    await sendBase(panel);
    await surface(panel).waitFor();
    await panel.page.keyboard.type('rot');
    await becomes(() => panel.composer.inputValue(), 'rot');
    await panel.announced('screen.png is open in the picture editor.');
  });

  it('saves before a question is sent, and sends once the host has the picture', async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await key('r');
    await key('Enter');
    await panel.composer.fill('What is this?');
    await key('Enter');
    await panel.page.getByText('Saving what you changed in the picture, then sending…').waitFor();
    await sendAgain(panel);
    const saved = (await panel.posted('pictureEditSaved')).at(-1);
    assert(saved);
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    const attachment: ImageAttachment = {
      ...editedAttachment,
      edited: { picture: { ...editedAttachment.source, sha256: 'c'.repeat(64) }, edit: saved.edit },
    };
    const { id, name } = attachment;
    await panel.send({ type: 'trayChanged', tray: [{ status: 'preparing', id, name, attachment }] });
    await panel.send({ type: 'pictureEditSettled', id });
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    await panel.send({ type: 'trayChanged', tray: [ready(attachment)] });
    assert.deepEqual(await panel.posted('sendRequested'), [
      { type: 'sendRequested', conversationId: 'chat-1', text: 'What is this?' },
    ]);
  });

  it('keeps the question where the picture could not be saved', async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await key('r');
    await key('Enter');
    await panel.composer.fill('What is this?');
    await key('Enter');
    await sendAgain(panel);
    await panel.posted('pictureEditSaved');
    await panel.send({ type: 'pictureEditSettled', id: editedAttachment.id, problem: 'The disk is full.' });
    await panel.page.getByText('What you changed in the picture is not saved. The disk is full.').waitFor();
    await becomes(() => panel.composer.inputValue(), 'What is this?');
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
  });

  it('is shown again after a reload with what was not saved', async () => {
    const unsavedEdit: PictureEdit = { base, rotation: 180, marks: [] };
    panel = await openWithPicture({ ...editedAttachment, unsavedEdit });
    await sendBase(panel);
    await surface(panel).waitFor();
    const { edit } = await finish(panel);
    assert.deepEqual(edit, unsavedEdit);
  });

  it('says that of an animation one frame is edited, and why a picture can’t be', async () => {
    panel = await openWithPicture({ ...editedAttachment, frames: { count: 24, times: [0, 1] } });
    await openEditor(panel);
    await panel.page.getByText('The first of 24 frames. Once it is edited, only this one is sent.').waitFor();
    await panel.close();
    panel = await openWithPicture();
    await panel.button('Edit screen.png').click();
    await panel.posted('basePictureRequested');
    await panel.send({ type: 'basePictureMissing', id: editedAttachment.id, reason: 'It is damaged.' });
    await panel.page.getByText('This picture can’t be edited. It is damaged.').waitFor();
  });

  it('closes when the picture is removed, and saves nothing of it', async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await key('r');
    await key('Enter');
    await panel.send({ type: 'trayChanged', tray: [] });
    await surface(panel).waitFor({ state: 'detached' });
    assert.deepEqual(await panel.postedSoFar('pictureEditSaved'), []);
    await becomes(() => panel.page.getByText('not saved').count(), 0);
  });

  it('is closed by a question that was asked elsewhere', async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await panel.send({ type: 'snapshot', state: panelState() });
    await surface(panel).waitFor({ state: 'detached' });
  });
});
