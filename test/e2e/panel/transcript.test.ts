import assert from 'node:assert/strict';
import type { ModelLabel } from '../../../src/shared/conversation';
import type { FailureAction } from '../../../src/shared/failure';
import { offlineReader } from '../../../src/shared/offline-reader';
import type { HostMessage } from '../../../src/shared/protocol';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { sampleAnswer } from './sample-answer';
import { answer, conversation, panelState, question } from './sample-state';
import { becomes } from '../support/becomes';

describe('the transcript', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const usage = { inputTokens: 1204, outputTokens: 356, cachedInputTokens: 1024 };
  const answered = panelState({
    conversation: conversation([question('q1', 'What is this?'), answer('a1', { text: sampleAnswer, usage })]),
  });

  it('is a log of articles named by their authors, not read out piece by piece', async () => {
    panel = await openPanel({ state: answered });
    await becomes(() => panel.log.getAttribute('aria-live'), 'off');
    await becomes(() => panel.log.getByRole('article', { name: 'You' }).count(), 1);
    await panel.log.getByRole('article', { name: 'Iris' }).getByText('1,204 in · 356 out').waitFor();
    const details = await panel.page.getByText('1,204 in · 356 out').getAttribute('title');
    assert.match(details ?? '', /1,024 of them from the server's cache/);
  });

  it('tells screen readers that an answer begins and ends', async () => {
    panel = await openPanel({
      state: panelState({ conversation: conversation([question('q', 'Hi')]) }),
    });
    await panel.send(started('a'));
    await panel.announced('Iris is answering');
    await panel.send(text('a', 'Some text'));
    await panel.announced('Iris is answering');
    await panel.send(event({ type: 'answerEnded', messageId: 'a', status: 'complete' }));
    await panel.announced('Answer complete. Some text');
  });

  it('keeps reasoning closed, and says that the model is thinking', async () => {
    panel = await openPanel({ state: panelState({ conversation: conversation([question('q', 'Hi')]) }) });
    await panel.send(started('a'));
    await panel.page.getByText('Waiting for gpt-4.1-mini…').waitFor();
    await panel.send(event({ type: 'reasoningAppended', messageId: 'a', text: 'Because **of** that.' }));
    await panel.page.getByText('Thinking…').click();
    await panel.page.locator('.thinking strong', { hasText: 'of' }).waitFor();
    await panel.send(text('a', 'So.'));
    await panel.page.getByText('Thought before answering').click();
    await panel.page.getByText('Because').waitFor({ state: 'detached' });
  });

  it('says for how long it has waited where nothing comes', async () => {
    panel = await openPanel({ state: panelState({ conversation: conversation([question('q', 'Hi')]) }) });
    await panel.send(started('a', onOpenai, Date.now() - 65_000));
    await panel.page.getByText(/^Waiting for gpt-4\.1-mini… 1\smin\s\d+\ss$/).waitFor();
  });

  it('says of the built-in reader that it reads, for as long as it does', async () => {
    panel = await openPanel({ state: panelState({ conversation: conversation([question('q', 'Hi')]) }) });
    await panel.send(started('a', offlineReader), text('a', 'This is the built-in reader.'));
    await panel.send(event({ type: 'reasoningAppended', messageId: 'a', text: 'Reading scan.png …' }));
    await panel.page.getByText('Reading…').waitFor();
    await panel.send(event({ type: 'answerEnded', messageId: 'a', status: 'complete' }));
    await panel.page.getByText('What was read').click();
    await panel.page.getByText('Reading scan.png …').waitFor();
  });

  it('copies, retries, and deletes only after a question', async () => {
    panel = await openPanel({ state: answered });
    await panel.button('Copy answer').click();
    await panel.button('Copy question').click();
    assert.deepEqual(
      (await panel.posted('textCopied')).map((message) => message.text),
      [sampleAnswer, 'What is this?'],
    );
    await panel.button('Retry').click();
    assert.deepEqual(await panel.posted('retryRequested'), [{ type: 'retryRequested', messageId: 'a1' }]);

    const remove = panel.button('Delete question and answer');
    await remove.click();
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await panel.postedSoFar('turnDeleted'), []);
    await remove.click();
    await becomes(() => panel.focusedName(), 'Delete');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('turnDeleted'), [{ type: 'turnDeleted', messageId: 'q1' }]);
  });

  it('says of a question without an answer that it goes along with the next one, and leaves it out on demand', async () => {
    panel = await openPanel({
      state: panelState({
        conversation: conversation([
          question('q1', 'First'),
          answer('a1', { text: 'Yes.' }),
          question('q2', 'Hang'),
          answer('a2', { status: 'streaming' }),
        ]),
      }),
    });
    const said = panel.page.getByText('Goes along with your next question');
    await panel.page.getByText('Waiting for gpt-4.1-mini…').waitFor();
    await becomes(() => said.count(), 0);
    await panel.send(event({ type: 'answerEnded', messageId: 'a2', status: 'stopped' }));
    await becomes(() => said.count(), 1);
    await panel.button('Leave it out').click();
    await panel.page.getByRole('group', { name: 'Delete this question?' }).waitFor();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('turnDeleted'), [{ type: 'turnDeleted', messageId: 'q2' }]);
    await panel.announced('Question deleted');
    await panel.send(event({ type: 'messagesRemoved', messageIds: ['q2', 'a2'] }));
    await becomes(() => said.count(), 0);
  });

  it('edits a question where it stands and sends it again', async () => {
    panel = await openPanel({ state: answered });
    const editor = panel.page.getByRole('textbox', { name: 'Edit question' });
    await panel.button('Edit and resend').click();
    await editor.fill('Changed my mind');
    await editor.press('Escape');
    await editor.waitFor({ state: 'detached' });
    await panel.page.getByText('What is this?').waitFor();
    await panel.button('Edit and resend').click();
    await editor.fill('What is that?');
    await editor.press('Enter');
    assert.deepEqual(await panel.posted('editRequested'), [
      { type: 'editRequested', messageId: 'q1', text: 'What is that?' },
    ]);
  });

  it('changes nothing while an answer comes', async () => {
    panel = await openPanel({ state: answered });
    await panel.send(started('a2'));
    await becomes(() => panel.button('Edit and resend').count(), 0);
    await becomes(() => panel.button('Delete question and answer').count(), 0);
    await becomes(() => panel.button('Retry').count(), 0);
  });

  const labels: Readonly<Record<FailureAction, string>> = {
    setApiKey: 'Set API Key',
    selectModel: 'Choose Model',
    addEndpoint: 'Add Endpoint',
    editEndpoint: 'Edit Endpoint',
    retry: 'Retry',
    continueAnswer: 'Continue',
    removeImages: 'Remove Images',
    reduceEarlier: 'Send Earlier Media Smaller',
    sendAnyway: 'Send Anyway',
    openLog: 'Open Log',
    newChat: 'New Chat',
    waitAndRetry: 'Wait and Retry',
    showUsage: 'Show Usage',
    openSettings: 'Open Settings',
  };
  const actions = Object.keys(labels) as FailureAction[];

  it('shows what failed, the words of the server and each next step', async () => {
    panel = await openPanel({ state: panelState({ conversation: conversation([question('q', 'Hi')]) }) });
    const failure = {
      kind: 'unauthorized',
      message: 'The key was not accepted.',
      detail: 'HTTP 401 <b>no</b>',
      actions,
    } as const;
    await panel.send(started('a'), event({ type: 'answerEnded', messageId: 'a', status: 'failed', failure }));
    await panel.announced('The key was not accepted.');
    const box = panel.page.getByRole('region', { name: 'What went wrong' });
    await box.getByText('Details').click();
    await box.getByText('HTTP 401 <b>no</b>').waitFor();
    for (const action of actions) {
      await box.getByRole('button', { name: labels[action], exact: true }).click();
    }
    assert.deepEqual(
      (await panel.posted('failureActionRequested')).map((message) => message.action),
      actions,
    );
  });

  for (const status of ['stopped', 'interrupted'] as const) {
    it(`offers to continue an answer that was ${status}`, async () => {
      panel = await openPanel({
        state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { text: 'Half', status })]) }),
      });
      await panel.button('Continue').click();
      assert.deepEqual(await panel.posted('continueRequested'), [{ type: 'continueRequested', messageId: 'a' }]);
      await panel.send(event({ type: 'answerResumed', messageId: 'a', model: { endpoint: 'OpenAI', model: 'm' } }));
      await panel.send(text('a', ' and whole'));
      await panel.page.getByText('Half and whole').waitFor();
    });
  }

  for (const [status, said] of [
    ['stopped', 'Stopped'],
    ['interrupted', 'Interrupted before anything came.'],
  ] as const) {
    it(`offers to ask anew where nothing came of an answer that was ${status}`, async () => {
      panel = await openPanel({
        state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { text: '', status })]) }),
      });
      await panel.page.getByText(said, { exact: true }).waitFor();
      await becomes(() => panel.button('Continue').count(), 0);
      await panel.button('Retry').click();
      assert.deepEqual(await panel.posted('retryRequested'), [{ type: 'retryRequested', messageId: 'a' }]);
      await becomes(() => panel.focusedName(), 'Ask Iris');
    });
  }

  it('counts down to the next try and can stop waiting', async () => {
    panel = await openPanel({ state: panelState({ conversation: conversation([question('q', 'Hi')]) }) });
    await panel.page.clock.install({ time: 0 });
    const retry = {
      attempt: 2,
      resumesAt: 7_000,
      failure: { kind: 'rateLimited', message: 'Too many.', actions: [] },
    } as const;
    await panel.page.evaluate(
      (messages) => messages.forEach((message) => window.fakeHost.send(message)),
      [started('a'), event({ type: 'retryScheduled', messageId: 'a', retry })],
    );
    await panel.page.clock.runFor(100);
    await panel.page.getByText('Rate limited. Attempt 2 in 7 s', { exact: true }).waitFor();
    await panel.page.clock.runFor(4_000);
    await panel.page.getByText('Rate limited. Attempt 2 in 3 s', { exact: true }).waitFor();
    await panel.page.clock.runFor(4_000);
    await panel.page.getByText('Rate limited. Attempt 2…').waitFor();
    await panel.button('Stop waiting').click();
    await panel.posted('stopRequested');
    await becomes(() => panel.focusedName(), 'Ask Iris');
  });

  it('copies, inserts and opens code', async () => {
    panel = await openPanel({ state: answered });
    const block = panel.page.getByRole('group', { name: 'typescript block' });
    for (const name of ['Copy', 'Insert at cursor', 'New file']) {
      await block.getByRole('button', { name, exact: true }).click();
    }
    const [copied] = await panel.posted('textCopied');
    assert.match(copied?.text ?? '', /^export async function fetchWithRetry[^]*\n}$/);
    assert.equal((await panel.posted('codeInserted'))[0]?.text, copied?.text);
    assert.deepEqual(await panel.posted('codeOpened'), [
      { type: 'codeOpened', text: copied?.text, language: 'typescript' },
    ]);
  });

  it('hands links to the host, by click, keyboard and middle click, and goes nowhere itself', async () => {
    panel = await openPanel({ state: answered });
    const address = panel.page.url();
    const heard = panel.page.evaluate(
      () => new Promise((resolve) => document.addEventListener('click', resolve, { once: true })),
    );
    const link = panel.page.getByRole('link', { name: 'the runbook' });
    await link.click();
    await link.press('Enter');
    await link.click({ button: 'middle' });
    await becomes(async () => (await panel.posted('linkOpened')).length, 3);
    assert.equal((await panel.posted('linkOpened'))[0]?.url, 'https://example.com/runbook');
    assert.equal(panel.page.url(), address);
    // VS Code listens on the document: only a click beside the link may reach it.
    await panel.page.getByText('Two things stand out').click();
    await heard;
  });

  it('does nothing for the right button, which opens a menu, and opens links alone for the middle one', async () => {
    panel = await openPanel({ state: answered });
    const insert = panel.page
      .getByRole('group', { name: 'typescript block' })
      .getByRole('button', { name: 'Insert at cursor' });
    await panel.page.getByRole('link', { name: 'the runbook' }).click({ button: 'right' });
    await insert.click({ button: 'right' });
    await insert.click({ button: 'middle' });
    await insert.click();
    await becomes(async () => (await panel.posted('codeInserted')).length, 1);
    await becomes(
      () => panel.page.evaluate(() => window.fakeHost.posted.filter(({ type }) => type === 'linkOpened')),
      [],
    );
  });

  it('starts the examples of an empty chat', async () => {
    panel = await openPanel({ state: panelState() });
    for (const name of ['Ask about a sample picture', 'Take a screenshot', 'Add an endpoint']) {
      await panel.page.getByRole('list', { name: 'Things to try' }).getByRole('button', { name }).click();
    }
    assert.deepEqual(
      (await panel.posted('exampleStarted')).map((message) => message.example),
      ['demoImage', 'screenshot', 'addEndpoint'],
    );
  });
});

function event(value: Extract<HostMessage, { type: 'conversationEvent' }>['event']): HostMessage {
  return { type: 'conversationEvent', conversationId: 'chat-1', event: value };
}

const onOpenai: ModelLabel = { endpoint: 'OpenAI', model: 'gpt-4.1-mini' };

function started(messageId: string, model = onOpenai, createdAt = Date.now()): HostMessage {
  return event({ type: 'answerStarted', messageId, model, createdAt });
}

function text(messageId: string, piece: string): HostMessage {
  return event({ type: 'textAppended', messageId, text: piece });
}
