import assert from 'node:assert/strict';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, conversation, offlineModel, panelState, question } from './sample-state';
import { becomes } from '../support/becomes';

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
    assert.deepEqual(await panel.posted('sendRequested'), [
      { type: 'sendRequested', conversationId: 'chat-1', text: 'Hi' },
    ]);
    await becomes(() => panel.composer.inputValue(), '');
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
    await becomes(() => panel.composer.inputValue(), 'a\nb');
    await becomes(async () => (await height()) > oneLine, true);
    await panel.composer.fill('line\n'.repeat(100));
    await becomes(async () => (await height()) <= 760 * 0.4 + 1, true);
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
    await becomes(() => panel.composer.inputValue(), 'second\nline');
    await panel.composer.press('ArrowUp');
    await becomes(() => panel.composer.inputValue(), 'first');
    await panel.composer.press('ArrowUp');
    await becomes(() => panel.composer.inputValue(), 'first');
    await panel.composer.press('ArrowDown');
    await panel.composer.press('ArrowDown');
    await becomes(() => panel.composer.inputValue(), '');
  });

  it('does not replace typed text when Up moves the caret', async () => {
    panel = await openPanel({ state: withQuestions });
    await panel.composer.fill('typed');
    await panel.composer.press('ArrowUp');
    await becomes(() => panel.composer.inputValue(), 'typed');
  });

  it('says why nothing can be sent: nothing is there, or something is still prepared', async () => {
    panel = await openPanel({ state: panelState() });
    const send = panel.button('Send');
    await becomes(() => send.getAttribute('aria-disabled'), 'true');
    await panel.composer.press('Enter');
    await panel.page.getByText('Type a question or attach something first.').waitFor();
    await panel.composer.fill('Hi');
    await becomes(() => send.getAttribute('aria-disabled'), 'false');
    await panel.send({ type: 'trayChanged', tray: [{ status: 'preparing', id: 'a', name: 'cat.png' }] });
    await becomes(() => send.getAttribute('title'), 'cat.png is still being prepared.');
    await panel.composer.press('Enter');
    await panel.page.getByText('cat.png is still being prepared.').waitFor();
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    await becomes(() => panel.composer.inputValue(), 'Hi');
  });

  it('shows Stop while an answer comes; Escape stops from anywhere in the panel', async () => {
    panel = await openPanel({
      state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { status: 'streaming' })]) }),
    });
    await becomes(() => panel.button('Send').count(), 0);
    await panel.button('Stop').click();
    await panel.composer.press('Enter');
    await panel.page.getByText('Iris is still answering.').waitFor();
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    await panel.composer.press('Escape');
    await panel.log.focus();
    await panel.page.keyboard.press('Escape');
    await becomes(async () => (await panel.posted('stopRequested')).length, 3);
  });

  it('lets a question wait for the end of an answer, shows it and says what can be done with it', async () => {
    const streaming = conversation([question('q', 'Hi'), answer('a', { status: 'streaming' })]);
    panel = await openPanel({ state: panelState({ conversation: streaming }) });
    const later = panel.button('Ask when this answer has ended');
    await becomes(() => later.count(), 0);
    await panel.composer.fill('And then?');
    await later.click();
    const sent = { type: 'sendRequested', conversationId: 'chat-1', text: 'And then?' } as const;
    assert.deepEqual(await panel.posted('sendRequested'), [sent]);
    await becomes(() => panel.composer.inputValue(), '');
    const waiting = panel.page.getByRole('group', { name: 'Waiting question' });
    await panel.send({ type: 'waitingQuestionChanged', waiting: { text: 'And then?', attached: ['a.png'] } });
    await becomes(() => waiting.innerText(), /And then\?\s+1 attachment\s+Sent when this answer has ended/);
    await panel.announced('A question waits. Sent when this answer has ended.');
    await panel.composer.fill('And a third');
    await panel.composer.press('Enter');
    await panel.page.getByText('Another question waits already.').waitFor();
    await becomes(async () => (await panel.postedSoFar('sendRequested')).length, 1);
    for (const name of ['Edit waiting question', 'Remove waiting question', 'Send now']) {
      await panel.button(name).click();
      await becomes(() => panel.focusedName(), 'Ask Iris');
    }
    assert.deepEqual(
      (await panel.posted('waitingQuestionSettled')).map(({ how }) => how),
      ['edit', 'remove', 'send'],
    );
    await panel.button('Remove waiting question').click();
    await panel.send({ type: 'waitingQuestionChanged' });
    await panel.page.getByText('The waiting question was removed.').first().waitFor();
    await panel.button('Undo').click();
    await becomes(async () => (await panel.postedSoFar('waitingQuestionSettled')).at(-1)?.how, 'putBack');
    await becomes(() => panel.button('Undo').count(), 0);
    await panel.send({ type: 'waitingQuestionChanged', waiting: { text: 'And then?', attached: ['a.png'] } });
    const ended = { type: 'answerEnded', messageId: 'a', status: 'stopped' } as const;
    await panel.send({ type: 'conversationEvent', conversationId: 'chat-1', event: ended });
    await waiting.getByText('Waits until you send it.').waitFor();
    await becomes(() => waiting.getByRole('button', { name: 'Send', exact: true }).count(), 1);
    await panel.send({ type: 'waitingQuestionChanged' });
    await becomes(() => waiting.count(), 0);
  });

  it('takes a double click on Send or Stop for one click, though they take turns in one place', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.composer.fill('Hi');
    await panel.button('Send').click();
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await panel.send({
      type: 'snapshot',
      state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { status: 'streaming' })]) }),
    });
    await panel.button('Stop').dispatchEvent('click', { detail: 2 });
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
    await panel.button('Stop').dblclick();
    await becomes(async () => (await panel.posted('stopRequested')).length, 1);
  });

  it('does nothing on Escape when nothing runs', async () => {
    panel = await openPanel({ state: withQuestions });
    await panel.composer.press('Escape');
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
  });

  it('takes text from a command and text given back after a failed send', async () => {
    panel = await openPanel({ state: panelState() });
    await panel.send({ type: 'draftTextReplaced', text: 'Given back' }, { type: 'composerFocused' });
    await becomes(() => panel.composer.inputValue(), 'Given back');
    await becomes(() => panel.focusedName(), 'Ask Iris');
  });

  it('names the model, its endpoint where another has such a model too, says when it is offline, and opens the picker', async () => {
    panel = await openPanel({ state: panelState({ model: offlineModel }) });
    await panel.page.getByRole('button', { name: 'Model: Offline engine Offline' }).click();
    await panel.posted('modelPickerRequested');
    await panel.page.getByText('built-in reader answers').waitFor();
    await panel.send({
      type: 'modelChanged',
      model: { ...offlineModel, label: 'qwen3-vl', offline: false },
    });
    await panel.page.getByRole('button', { name: 'Model: qwen3-vl Local' }).waitFor();
    const shared = { ...offlineModel, endpoint: 'Ollama', label: 'qwen3-vl', offline: false, isElsewhere: true };
    await panel.send({ type: 'modelChanged', model: shared });
    await panel.page.getByRole('button', { name: 'Model: qwen3-vl · Ollama Local' }).waitFor();
  });

  it('sends nothing in a chat that can only be read, and says why', async () => {
    panel = await openPanel({ state: panelState({ readOnlyReason: 'Open in another window.' }) });
    await panel.composer.fill('Hi');
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.postedSoFar('sendRequested'), []);
    await becomes(() => panel.button('Send').getAttribute('title'), 'Open in another window.');
    await panel.button('Start a chat').click();
    await becomes(() => panel.focusedName(), 'Ask Iris');
    await panel.posted('newChatRequested');
  });
});
