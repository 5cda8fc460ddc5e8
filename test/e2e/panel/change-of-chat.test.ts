import assert from 'node:assert/strict';
import { editedAttachment, openEditor, openWithPicture, sendAgain, sendBase, surface } from './edited-picture';
import { openPanel, type PanelPage } from './panel-page';
import { answer, panelState, question, ready } from './sample-state';
import { searched } from './secret-scenes';
import { becomes } from '../support/becomes';

const other = { id: 'chat-2', title: 'Another', createdAt: 1, messages: [] };

describe('another chat', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const showOther = async (text = ''): Promise<void> => {
    await panel.send({ type: 'snapshot', state: panelState({ conversation: other, draft: { text, tray: [] } }) });
    await panel.page.getByRole('heading', { name: 'Another' }).waitFor();
  };

  it('is not asked what was to be sent once another one was looked through for secrets', async () => {
    panel = await openPanel({ state: panelState({ draft: { text: 'Why?', tray: [searched] } }) });
    await panel.composer.press('Enter');
    await panel.page.getByText('Checking for secrets first, then sending… Escape stops that.').waitFor();
    await showOther('Half a question');
    await becomes(() => panel.composer.inputValue(), 'Half a question');
    await becomes(() => panel.page.getByText('Checking for secrets first').count(), 0);
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.posted('sendRequested'), [
      { type: 'sendRequested', conversationId: 'chat-2', text: 'Half a question' },
    ]);
  });

  it('gets what is typed from the moment on that it is asked for', async () => {
    panel = await openPanel({ state: panelState({ draft: { text: 'For the first.', tray: [] } }) });
    await panel.button('New chat').click();
    await panel.composer.press('End');
    await panel.composer.pressSequentially('For the next');
    await showOther();
    await becomes(() => panel.composer.inputValue(), 'For the next');
    assert.deepEqual((await panel.posted('draftChanged')).slice(-2), [
      { type: 'draftChanged', conversationId: 'chat-1', text: 'For the first.' },
      { type: 'draftChanged', conversationId: 'chat-2', text: 'For the next' },
    ]);
  });

  it('shows the editor again with what was not saved, when one comes back to its chat', async () => {
    panel = await openWithPicture();
    const edit = { base: { width: 240, height: 160 }, rotation: 90, marks: [] } as const;
    const tray = [ready({ ...editedAttachment, unsavedEdit: edit })];
    await showOther();
    await panel.send({ type: 'snapshot', state: panelState({ draft: { text: 'Why?', tray } }) });
    await panel.composer.press('Enter');
    // It is not sent without what was changed.
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    await panel.page.getByText('Saving what you changed in the picture, then sending…').waitFor();
  });

  it('gets nothing of a picture that is drawn on, and gives it back with its chat', async () => {
    panel = await openWithPicture();
    const { keyboard } = panel.page;
    await openEditor(panel);
    await keyboard.press('r');
    await keyboard.press('Enter');
    await keyboard.press('ArrowRight');
    // It is shown by a command: at once, before the host was told of what is drawn.
    await showOther('Half a question');
    await surface(panel).waitFor({ state: 'detached' });
    const edit = (await panel.posted('pictureEditChanged')).at(-1)?.edit;
    assert.deepEqual(
      edit?.marks.map(({ type }) => type),
      ['redaction'],
    );
    await panel.composer.press('Enter');
    assert.equal((await panel.posted('sendRequested'))[0]?.conversationId, 'chat-2');
    assert.deepEqual(await panel.postedSoFar('pictureEditSaved'), []);
    const tray = [ready({ ...editedAttachment, unsavedEdit: edit })];
    await panel.send({ type: 'snapshot', state: panelState({ draft: { text: 'Why?', tray } }) });
    await panel.button('Edit screen.png').click();
    await sendAgain(panel);
    await panel.page.getByRole('button', { name: 'Redact, mark 1 of 1' }).waitFor();
    await panel.button('Done').click();
    await panel.page.waitForFunction(
      () => window.fakeHost.posted.filter(({ type }) => type === 'basePictureRequested').length === 3,
    );
    await sendBase(panel);
    const saved = await panel.posted('pictureEditSaved');
    assert.deepEqual(
      saved.map((message) => [message.id, message.edit]),
      [[editedAttachment.id, edit]],
    );
  });

  it('comes while a picture is being saved, which is saved for its own chat alone', async () => {
    panel = await openWithPicture();
    await openEditor(panel);
    await panel.button('Turn right').click();
    await panel.button('Done').click();
    await surface(panel).waitFor({ state: 'detached' });
    await showOther();
    await sendAgain(panel);
    const [saved] = await panel.posted('pictureEditSaved');
    assert.equal(saved?.id, editedAttachment.id);
    await panel.composer.fill('And here?');
    await panel.composer.press('Enter');
    assert.equal((await panel.posted('sendRequested'))[0]?.conversationId, 'chat-2');
  });

  it('leaves a question that was being edited as it was, also over a reload, until the host has taken it', async () => {
    const messages = [question('q1', 'What is this?'), answer('a1', { text: 'A cat.' })];
    const state = panelState({ conversation: { id: 'chat-1', title: 'Cats', createdAt: 1, messages } });
    panel = await openPanel({ state });
    const editor = panel.page.getByRole('textbox', { name: 'Edit question' });
    await panel.button('Edit and resend').click();
    await editor.fill('  ');
    await editor.press('Enter');
    assert.deepEqual(await panel.postedSoFar('editRequested'), []);
    await editor.fill('What is that?');
    await showOther();
    await panel.send({ type: 'snapshot', state });
    await becomes(() => editor.inputValue(), 'What is that?');
    await panel.reload(state);
    await becomes(() => editor.inputValue(), 'What is that?');
    await editor.press('Enter');
    assert.equal((await panel.posted('editRequested')).at(-1)?.text, 'What is that?');
    // The host may refuse it.
    await becomes(() => editor.inputValue(), 'What is that?');
    await panel.send(
      {
        type: 'conversationEvent',
        conversationId: 'chat-1',
        event: { type: 'branchStarted', parentId: '', keepsOld: true },
      },
      {
        type: 'conversationEvent',
        conversationId: 'chat-1',
        event: { type: 'userMessageAdded', message: question('q2', 'What is that?') },
      },
    );
    await editor.waitFor({ state: 'detached' });
    await panel.send({ type: 'snapshot', state });
    await panel.page.getByText('What is this?').waitFor();
    await becomes(() => editor.count(), 0);
  });
});
