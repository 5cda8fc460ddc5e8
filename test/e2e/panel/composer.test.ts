import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, offlineModel, panelState, question } from './sample-state';

describe('the composer', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const withQuestions = panelState({
    conversation: conversation([
      question('q1', 'first'),
      answer('a1', { text: 'One.' }),
      question('q2', 'second\nline'),
      answer('a2', { text: 'Two.' }),
    ]),
  });

  it('sends with Enter, empties itself and tells the host every change', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.composer.pressSequentially('Hi');
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.posted('sendRequested'), [{ type: 'sendRequested', text: 'Hi' }]);
    assert.equal(await panel.composer.inputValue(), '');
    assert.deepEqual(
      (await panel.posted('draftChanged')).map(({ text }) => text),
      ['H', 'Hi'],
    );
  });

  it('starts a line with Shift+Enter and grows with its text, up to a limit', async () => {
    panel = await openPanel({ state: panelState() });
    const height = async () => (await panel.composer.boundingBox())?.height ?? 0;
    const oneLine = await height();
    await panel.composer.fill('a');
    await panel.composer.press('Shift+Enter');
    await panel.composer.pressSequentially('b');
    assert.equal(await panel.composer.inputValue(), 'a\nb');
    assert.ok((await height()) > oneLine);
    await panel.composer.fill('line\n'.repeat(100));
    assert.ok((await height()) <= 760 * 0.4 + 1);
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
  });

  it('leaves Enter to an input method while it composes', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.composer.fill('かな');
    await panel.composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    await panel.composer.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
  });

  it('recalls questions with Up and goes forward with Down', async () => {
    panel = await openPanel({ state: withQuestions });
    await panel.composer.press('ArrowUp');
    assert.equal(await panel.composer.inputValue(), 'second\nline');
    await panel.composer.press('ArrowUp');
    assert.equal(await panel.composer.inputValue(), 'first');
    await panel.composer.press('ArrowUp');
    assert.equal(await panel.composer.inputValue(), 'first');
    await panel.composer.press('ArrowDown');
    await panel.composer.press('ArrowDown');
    assert.equal(await panel.composer.inputValue(), '');
  });

  it('does not replace typed text when Up moves the caret', async () => {
    panel = await openPanel({ state: withQuestions });
    await panel.composer.fill('typed');
    await panel.composer.press('ArrowUp');
    assert.equal(await panel.composer.inputValue(), 'typed');
  });

  it('says why nothing can be sent: nothing is there, or something is still prepared', async () => {
    panel = await openPanel({ state: panelState() });
    const send = panel.button('Send');
    assert.equal(await send.getAttribute('aria-disabled'), 'true');
    await panel.composer.press('Enter');
    await panel.page.getByText('Type a question or attach something first.').waitFor();
    await panel.composer.fill('Hi');
    assert.equal(await send.getAttribute('aria-disabled'), 'false');
    await panel.send({ type: 'trayChanged', tray: [{ status: 'preparing', id: 'a', name: 'cat.png' }] });
    assert.equal(await send.getAttribute('title'), 'cat.png is still being prepared.');
    await panel.composer.press('Enter');
    await panel.page.getByText('cat.png is still being prepared.').waitFor();
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    assert.equal(await panel.composer.inputValue(), 'Hi');
  });

  it('shows Stop while an answer comes; Escape stops from anywhere in the panel', async () => {
    panel = await openPanel({
      state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { status: 'streaming' })]) }),
    });
    assert.equal(await panel.button('Send').count(), 0);
    await panel.button('Stop').click();
    await panel.composer.fill('next');
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    assert.equal(await panel.composer.inputValue(), 'next');
    await panel.composer.press('Escape');
    await panel.log.focus();
    await panel.page.keyboard.press('Escape');
    assert.equal((await panel.posted('stopRequested')).length, 3);
  });

  it('takes a double click on Send or Stop for one click, though they take turns in one place', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.composer.fill('Hi');
    await panel.button('Send').click();
    assert.equal(await panel.focusedName(), 'Ask Iris');
    await panel.send({
      type: 'snapshot',
      state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { status: 'streaming' })]) }),
    });
    await panel.button('Stop').dispatchEvent('click', { detail: 2 });
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
    await panel.button('Stop').dblclick();
    assert.equal((await panel.posted('stopRequested')).length, 1);
  });

  it('does nothing on Escape when nothing runs', async () => {
    panel = await openPanel({ state: withQuestions });
    await panel.composer.press('Escape');
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
  });

  it('takes text from a command and text given back after a failed send', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.send({ type: 'draftTextReplaced', text: 'Given back' }, { type: 'composerFocused' });
    assert.equal(await panel.composer.inputValue(), 'Given back');
    assert.equal(await panel.focusedName(), 'Ask Iris');
  });

  it('names the model, says when it is offline, and opens the picker', async () => {
    panel = await openPanel({ state: panelState({ model: offlineModel }) });
    await panel.page.getByRole('button', { name: 'Model: Offline engine Offline' }).click();
    await panel.posted('modelPickerRequested');
    await panel.page.getByText('built-in offline engine answers').waitFor();
    await panel.send({
      type: 'modelChanged',
      model: { ...offlineModel, label: 'qwen3-vl', offline: false },
    });
    await panel.page.getByRole('button', { name: 'Model: qwen3-vl Local' }).waitFor();
  });

  it('sends nothing in a chat that can only be read, and says why', async () => {
    panel = await openPanel({ state: panelState({ readOnlyReason: 'Open in another window.' }) });
    await panel.composer.fill('Hi');
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    assert.equal(await panel.button('Send').getAttribute('title'), 'Open in another window.');
    await panel.button('Start a chat').click();
    await panel.posted('newChatRequested');
  });
});
