import assert from 'node:assert/strict';
import { finish, openEditor, openWithPicture } from './edited-picture';
import type { PanelPage } from './panel-page';
import { becomes } from '../support/becomes';

describe('a text in the picture editor', () => {
  let panel: PanelPage;
  const field = () => panel.page.getByRole('textbox', { name: 'Text on the picture' });
  const key = (name: string) => panel.page.keyboard.press(name);

  beforeEach(async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await key('t');
    await key('Enter');
    await panel.page.locator('.editor-text:focus').waitFor();
  });
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  it('is put with Enter and has the focus then; Shift+Enter starts a line', async () => {
    await panel.page.getByText('Enter puts the text on the picture, Shift+Enter starts a new line.').waitFor();
    await panel.page.keyboard.type('Why');
    await key('Shift+Enter');
    await panel.page.keyboard.type('here?');
    await key('Enter');
    await becomes(() => panel.focusedName(), 'Text “Why\nhere?”, mark 1 of 1');
    await key('Enter');
    await panel.page.locator('.editor-text:focus').waitFor();
    await key('Enter');
    const { edit } = await finish(panel);
    assert.deepEqual(
      edit.marks.map((mark) => mark.type === 'text' && mark.text),
      ['Why\nhere?'],
    );
  });

  it('that is empty is gone with Enter', async () => {
    await key('Enter');
    await field().waitFor({ state: 'detached' });
    await becomes(() => panel.page.locator('.mark-target').count(), 0);
    await becomes(() => panel.focusedName(), 'Picture screen.png');
  });
});
