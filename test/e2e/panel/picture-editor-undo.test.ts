import assert from 'node:assert/strict';
import { editedAttachment, openEditor, openWithPicture, surface } from './edited-picture';
import type { PanelPage } from './panel-page';
import { becomes } from '../support/becomes';

describe('taking back in the picture editor', () => {
  let panel: PanelPage;

  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('goes from mark to mark with Undo, and leaves the question and VS Code out of it', async () => {
    panel = await openWithPicture();
    const { keyboard } = panel.page;
    const marks = panel.page.locator('.mark-target');
    await panel.composer.fill('What is this?');
    await openEditor(panel);
    // As VS Code's own page listens around the panel: it answers by taking back what was typed last.
    await panel.page.evaluate(() =>
      window.addEventListener('keydown', ({ ctrlKey, key }) => {
        if (ctrlKey && (key === 'z' || key === 'y')) {
          document.execCommand(key === 'z' ? 'undo' : 'redo');
        }
      }),
    );
    await keyboard.press('r');
    await keyboard.press('Enter');
    await surface(panel).focus();
    await keyboard.press('t');
    await keyboard.press('Enter');
    await panel.page.locator('.editor-text:focus').waitFor();
    await keyboard.type('here');
    await keyboard.press('Control+z');
    await marks.nth(1).waitFor({ state: 'detached' });
    await keyboard.press('Control+z');
    await marks.waitFor({ state: 'detached' });
    await keyboard.press('Control+y');
    await keyboard.press('Control+y');
    await panel.page.getByRole('button', { name: 'Text “here”, mark 2 of 2' }).waitFor();
    await becomes(() => panel.focusedName(), 'Picture screen.png');
    await becomes(() => panel.composer.inputValue(), 'What is this?');
  });

  it('asks before it discards what was drawn, and saves nothing of it then', async () => {
    panel = await openWithPicture();
    const { keyboard } = panel.page;
    const marks = panel.page.locator('.mark-target');
    await openEditor(panel);
    await keyboard.press('r');
    await keyboard.press('Enter');
    await panel.posted('pictureEditChanged');
    await panel.button('Discard changes').click();
    await panel.page.getByRole('group', { name: 'Discard what you changed in the picture?' }).waitFor();
    await becomes(() => panel.focusedName(), 'Discard changes');
    // Neither is meant for the picture while it asks.
    await keyboard.press('Delete');
    await keyboard.press('Escape');
    await becomes(() => panel.focusedName(), 'Picture screen.png');
    await becomes(() => marks.count(), 1);
    await panel.button('Discard changes').click();
    await keyboard.press('Enter');
    await surface(panel).waitFor({ state: 'detached' });
    assert.deepEqual((await panel.posted('pictureEditChanged')).at(-1), {
      type: 'pictureEditChanged',
      id: editedAttachment.id,
    });
    assert.deepEqual(await panel.postedSoFar('pictureEditSaved'), []);
    await becomes(() => panel.focusedName(), 'Edit screen.png');
  });

  it('asks nothing where all was taken back already', async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await panel.button('Turn right').click();
    await panel.page.keyboard.press('Control+z');
    await panel.button('Discard changes').click();
    await surface(panel).waitFor({ state: 'detached' });
    assert.deepEqual(await panel.postedSoFar('pictureEditSaved'), []);
  });
});
