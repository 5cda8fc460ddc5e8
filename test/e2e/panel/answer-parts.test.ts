import assert from 'node:assert/strict';
import type { ConversationEvent } from '../../../src/shared/conversation-events';
import type { HostMessage } from '../../../src/shared/protocol';
import { answerScenes } from './answer-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { soundSha256 } from './sample-sound';
import { answer, conversation, panelState, question } from './sample-state';
import { tokens } from './sample-tokens';
import { becomes } from '../support/becomes';

describe('the parts of an answer', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const show = async (name: keyof typeof answerScenes): Promise<void> => {
    const scene = answerScenes[name];
    assert.ok(scene);
    panel = await openPanel({ state: scene.state() });
    await scene.prepare?.(panel);
  };
  const choices = () => panel.page.getByRole('group', { name: '3 answers to choose from' });

  it('are several answers side by side, which all grow as they stream', async () => {
    panel = await openPanel({
      state: panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { status: 'streaming' })]) }),
    });
    await panel.send(text('One'), text('Two', 1), text('Three', 2), text(' more'), text(' **more**', 2));
    const group = (number: number) => choices().getByRole('group', { name: `Answer ${number} of 3` });
    await group(1).getByText('One more').waitFor();
    await group(2).getByText('Two').waitFor();
    await group(3).locator('strong', { hasText: 'more' }).waitFor();
    await becomes(() => panel.page.getByRole('button', { name: /^Use this answer/ }).count(), 0);
    await panel.send(event({ type: 'answerEnded', messageId: 'a', status: 'complete' }));
    // The first is the answer already.
    await group(1).getByText('In use').waitFor();
    await becomes(
      () => panel.page.getByRole('button', { name: /^Use this answer/ }).allTextContents(),
      ['Use this answer', 'Use this answer'],
    );
    await becomes(() => group(1).getByRole('button').count(), 0);
    const boxes = await Promise.all([1, 2].map((number) => group(number).boundingBox()));
    assert.equal(boxes[0]?.y, boxes[1]?.y);
    assert.ok((boxes[1]?.x ?? 0) > (boxes[0]?.x ?? 0));
  });

  it('are the chosen answer, with the others behind a line', async () => {
    await show('alternatives');
    await panel.button('Use this answer, Answer 3 of 3').click();
    assert.deepEqual(await panel.posted('alternativeChosen'), [
      { type: 'alternativeChosen', messageId: 'a1', alternative: 1 },
    ]);
    await panel.send(event({ type: 'alternativeChosen', messageId: 'a1', alternative: 1 }));
    await becomes(() => choices().count(), 0);
    await panel.page.getByText('search stays flat').waitFor();
    await panel.button('2 other answers').click();
    await choices().getByText('At 09:00').waitFor();
    await becomes(() => panel.button('2 other answers').getAttribute('aria-expanded'), 'true');
  });

  it('keep the first of several answers without asking the host', async () => {
    await show('alternativesChosen');
    await becomes(() => choices().count(), 0);
    await becomes(() => panel.focusedName(), '2 other answers');
    assert.deepEqual(await panel.postedSoFar('alternativeChosen'), []);
  });

  it('collapse to the one answer when the conversation goes on', async () => {
    await show('alternatives');
    await panel.send(event({ type: 'userMessageAdded', message: question('q2', 'Next') }));
    await becomes(() => choices().count(), 0);
  });

  it('are marked token by token by how sure the model was', async () => {
    await show('tokens');
    const list = panel.page.getByRole('listbox', { name: 'Tokens of the answer' });
    await becomes(() => list.getByRole('option').count(), tokens.length);
    await list.getByRole('option', { name: '·peak: 31%, instead of ·spike 44%, ·jump 12%' }).waitFor();
    const active = async () => {
      const id = await list.getAttribute('aria-activedescendant');
      return panel.page.locator(`[id="${id}"]`).textContent();
    };
    await becomes(() => active(), ' peak');
    await panel.page.locator('.token-detail', { hasText: '·spike 44%' }).waitFor();
    await panel.page.keyboard.press('End');
    await becomes(() => active(), '.');
    await list.getByRole('option').nth(1).click();
    await panel.page.locator('.token-detail', { hasText: '·graph 9%' }).waitFor();
    const classes = new Set(
      await list.getByRole('option').evaluateAll((all) => all.map((one) => one.getAttribute('class'))),
    );
    assert.equal(classes.size, 5);
    await panel.button('Show token certainty').click();
    await becomes(() => list.count(), 0);
    await panel.page.locator('.markdown strong', { hasText: '4.2 %' }).waitFor();
  });

  it('are not counted token by token until someone asks', async () => {
    panel = await openPanel({
      state: panelState({
        conversation: conversation([question('q', 'Hi'), answer('a', { text: 'Hello.', logprobs: tokens })]),
      }),
    });
    await becomes(() => panel.page.getByRole('option').count(), 0);
    await becomes(() => panel.button('Show token certainty').getAttribute('aria-pressed'), 'false');
    await panel.button('Show token certainty').click();
    await panel.page.getByText('The server told this for a part of the answer.').waitFor();
  });

  it('are JSON, laid out, with what the schema says to it', async () => {
    await show('structuredWrong');
    const block = panel.page.getByRole('group', { name: 'json block' });
    await becomes(() => block.locator('code').textContent(), /^\{\n {2}"service": "checkout",\n/);
    await block.locator('.token-property', { hasText: '"service"' }).waitFor();
    await block.getByRole('button', { name: 'Copy', exact: true }).click();
    assert.match((await panel.posted('textCopied'))[0]?.text ?? '', /\n {2}"owner": null\n}$/);
    const problems = panel.page.getByRole('region', { name: 'Problems of the output' });
    await becomes(() => problems.getByRole('listitem').count(), 2);
    await panel.send(
      event({ type: 'outputChecked', messageId: 'a1', output: { format: 'json_schema', problems: [] } }),
    );
    await panel.page.getByText('Fits the schema').waitFor();
    await becomes(() => problems.count(), 0);
  });

  it('are shown as they are where JSON was wanted and did not come', async () => {
    const output = { format: 'json_object', problems: ['The answer is not JSON.'] } as const;
    panel = await openPanel({
      state: panelState({
        conversation: conversation([question('q', 'Hi'), answer('a', { text: 'Sorry, **no**.', output })]),
      }),
    });
    await panel.page.locator('.markdown strong', { hasText: 'no' }).waitFor();
    await panel.page.getByText('The answer is not JSON.').waitFor();
  });

  it('are played, read and saved where they were spoken', async () => {
    await show('spoken');
    const part = panel.page.getByRole('region', { name: 'Spoken answer' });
    await becomes(() => part.locator('audio').getAttribute('src'), /^blob:/);
    assert.equal(Math.round(await part.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration)), 1);
    await part.getByText('four point two percent').waitFor();
    await panel.button('Save sound').click();
    assert.deepEqual(await panel.posted('spokenAnswerSaved'), [{ type: 'spokenAnswerSaved', messageId: 'a1' }]);
    await becomes(() => panel.page.getByText('The answer is empty.').count(), 0);
  });

  it('are only saved where they were spoken for very long', async () => {
    const sound = { sha256: soundSha256, mediaType: 'audio/wav', byteLength: 17 * 1024 ** 2 };
    panel = await openPanel({
      state: panelState({
        conversation: conversation([question('q', 'Hi'), answer('a', { spoken: { sound, transcript: 'So.' } })]),
      }),
    });
    await panel.page.getByText('This sound is too long to be played here.').waitFor();
    await becomes(() => panel.page.locator('audio').count(), 0);
    await panel.button('Save sound').click();
    await panel.posted('spokenAnswerSaved');
    assert.deepEqual(await panel.postedSoFar('blobRequested'), []);
  });

  it('are what the model says when it declines', async () => {
    await show('refusal');
    await panel.page.getByRole('region', { name: 'The model declined' }).getByText('I’m sorry').waitFor();
    await panel.send(event({ type: 'refusalAppended', messageId: 'a1', text: ' Ask me something else.' }));
    await panel.page.getByText('in pictures. Ask me something else.').waitFor();
  });

  it('are sources, each with the host it leads to, opened by the host', async () => {
    await show('sources');
    const sources = panel.page.getByRole('region', { name: 'Sources' });
    await becomes(() => sources.getByRole('listitem').count(), 4);
    await sources.getByText('status.example.com').waitFor();
    await sources.getByText('www.xn--bcher-kva.example').waitFor();
    await becomes(() => sources.getByRole('link').count(), 3);
    await sources.getByRole('link', { name: 'Incident of 14 March' }).click();
    assert.equal(
      (await panel.posted('linkOpened'))[0]?.url,
      'https://status.example.com/incidents/2026-03-14?utm_source=chat',
    );
  });

  it('are tool calls that are shown and never made', async () => {
    await show('toolCalls');
    const calls = panel.page.getByRole('list', { name: 'Tool calls' });
    await calls.getByText('The model asks to call get_weather').waitFor();
    await calls.getByText('Iris does not run them.').waitFor();
    await calls.getByRole('button', { name: 'Copy', exact: true }).first().click();
    assert.match((await panel.posted('textCopied'))[0]?.text ?? '', /^\{\n {2}"city": "Zürich",/);
    await calls.getByText('not JSON at all').waitFor();
  });

  it('tell what the server refused, and lead to the settings', async () => {
    await show('adjusted');
    await panel.page
      .getByText('Sent without temperature: the server refused it. Sent max_completion_tokens as max_tokens.')
      .waitFor();
    await panel.log.getByRole('button', { name: 'Request settings' }).click();
    await panel.page.getByRole('region', { name: 'Request settings' }).waitFor();
  });

  it('offer to wait until the server takes requests again', async () => {
    await show('waitAndRetry');
    await panel.page.getByRole('button', { name: /^Wait Until .*\d\d:\d\d and Retry$/ }).click();
    assert.deepEqual(await panel.posted('failureActionRequested'), [
      { type: 'failureActionRequested', messageId: 'a1', action: 'waitAndRetry' },
    ]);
  });

  it('cost money, each and together', async () => {
    await show('spoken');
    await panel.page.getByText('1,204 in · 356 out · $0.021').waitFor();
    const total = panel.page.getByRole('button', { name: 'Usage of this chat: $0.021' });
    await becomes(() => total.getAttribute('title'), /^This chat: 1,204 tokens sent, 356 tokens received/);
    await total.click();
    await panel.posted('usageOpened');
  });
});

function event(value: ConversationEvent): HostMessage {
  return { type: 'conversationEvent', conversationId: 'chat-1', event: value };
}

function text(piece: string, alternative?: number): HostMessage {
  return event({
    type: 'textAppended',
    messageId: 'a',
    text: piece,
    ...(alternative !== undefined && { alternative }),
  });
}
