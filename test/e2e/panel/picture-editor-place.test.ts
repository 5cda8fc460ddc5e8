import assert from 'node:assert/strict';
import { becomes } from '../support/becomes';
import { drag, openEditor, openWithPicture, surface } from './edited-picture';

describe('the place of the picture in its editor', () => {
  it('stays while tools, hints, buttons and the field for a text come and go', async () => {
    const panel = await openWithPicture();
    await panel.page.setViewportSize({ width: 280, height: 700 });
    await openEditor(panel);
    const tool = (name: string) => panel.page.getByRole('group', { name: 'Tools' }).getByRole('button', { name });
    const place = () => surface(panel).boundingBox();
    const before = await place();
    assert(before);
    await tool('Pen').click();
    await drag(panel, [40, 30], [100, 50]);
    await panel.button('Restore original').waitFor();
    await becomes(place, before);
    for (const name of ['Blur', 'Select']) {
      await tool(name).click();
      await becomes(place, before);
    }
    for (const [down, isAbove] of [
      [0.2, false],
      [0.8, true],
    ] as const) {
      await tool('Text').click();
      await surface(panel).click({ position: { x: before.width / 2, y: before.height * down } });
      await panel.page.locator('.editor-text:focus').waitFor();
      await becomes(place, before);
      const field = await panel.page.locator('.editor-text').boundingBox();
      assert(field && isAbove === field.y < before.y);
      await panel.page.keyboard.type('Why?');
      await panel.page.keyboard.press('Enter');
    }
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });
});
