import assert from 'node:assert/strict';
import type { PanelState, RequestView } from '../../../src/shared/protocol';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { sampleRequest } from './sample-request';
import { answer, conversation, offlineModel, panelState, question } from './sample-state';
import { becomes } from '../support/becomes';

describe('the request settings', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const gear = () => panel.page.getByRole('button', { name: /^Request settings/ });
  const sheet = () => panel.page.getByRole('region', { name: 'Request settings' });
  const search = () => panel.page.getByRole('searchbox', { name: 'Search parameters' });
  const field = (name: string) => panel.page.getByLabel(name, { exact: true });
  const isFocused = (name: string) => field(name).evaluate((input) => input === document.activeElement);
  const open = async (state: PanelState): Promise<void> => {
    panel = await openPanel({ state });
    await gear().click();
    await sheet().waitFor();
  };
  /** The settings of the chat that were posted last. */
  const posted = async () => (await panel.posted('parametersChanged')).at(-1)?.parameters;

  const talked = conversation([question('q', 'Hi'), answer('a', { text: 'Hello.' })]);
  const plain = panelState({ conversation: talked });
  const set = panelState({
    conversation: { ...talked, parameters: { temperature: 0.4 }, systemPrompt: 'Be brief.' },
    request: sampleRequest,
  });

  it('lie over the conversation until Escape, the gear or the cross closes them', async () => {
    await open(plain);
    await becomes(() => gear().getAttribute('aria-expanded'), 'true');
    await becomes(() => panel.log.isVisible(), false);
    await becomes(() => panel.composer.isVisible(), true);
    await panel.page.keyboard.press('Escape');
    await becomes(() => sheet().count(), 0);
    await becomes(() => panel.focusedName(), 'Request settings');
    await panel.page.keyboard.press('Enter');
    await panel.button('Close settings').click();
    await becomes(() => panel.focusedName(), 'Request settings');
    await gear().click();
    await gear().click();
    await becomes(() => sheet().count(), 0);
    await becomes(() => panel.log.isVisible(), true);
  });

  it('are closed by Escape before an answer is stopped', async () => {
    await open(panelState({ conversation: conversation([question('q', 'Hi'), answer('a', { status: 'streaming' })]) }));
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await panel.postedSoFar('stopRequested'), []);
    await panel.page.keyboard.press('Escape');
    await panel.posted('stopRequested');
  });

  it('go away when a question is asked', async () => {
    await open(plain);
    const event = { type: 'userMessageAdded', message: question('q2', 'Next') } as const;
    await panel.send({ type: 'conversationEvent', conversationId: 'chat-1', event });
    await becomes(() => sheet().count(), 0);
    await panel.log.getByText('Next').waitFor();
  });

  it('say at the gear what is set', async () => {
    panel = await openPanel({ state: plain });
    await becomes(() => gear().getAttribute('aria-label'), 'Request settings');
    await becomes(() => panel.page.locator('.dot').count(), 0);
    await panel.send({ type: 'snapshot', state: set });
    await becomes(
      () => gear().getAttribute('aria-label'),
      'Request settings: 1 parameter set, system prompt set, instructions of the workspace',
    );
    await becomes(() => panel.page.locator('.dot').count(), 1);
  });

  it('tell what the model can do and who says so', async () => {
    await open(set);
    const facts = sheet().getByRole('list', { name: 'What the model takes and does' });
    await becomes(
      async () => (await facts.innerText()).replace(/\s+/g, ' '),
      /Images : yes Sound : no Video : not known/,
    );
    await facts.getByTitle('Images: yes (says the server)').waitFor();
    await facts.getByTitle('Sound: no (learned from an error)').waitFor();
    await facts.getByTitle('PDF: yes (from the built-in table of 2026-11-10)').waitFor();
    await sheet().getByText('1,047,576 tokens').waitFor();
    await sheet().getByText('$0.40 in, $1.60 out a million tokens, $0.10 cached').waitFor();
    const refused = sheet().getByRole('list', { name: 'What differs from what is set' });
    await refused.getByText('seed is not sent: the server refused it.').waitFor();
    await panel.button('Forget what was learned').click();
    await panel.posted('learnedForgotten');
    const request: RequestView = { ...sampleRequest, adjustments: [], known: { capabilities: {}, sources: {} } };
    await panel.send({ type: 'requestChanged', request });
    await becomes(() => refused.count(), 0);
    await becomes(() => panel.button('Forget what was learned').count(), 0);
    await panel.page.keyboard.press('Escape');
    await becomes(() => sheet().count(), 0);
  });

  it('lead to the test of the model, its endpoint, the last request, usage and instructions', async () => {
    await open(set);
    for (const [name, type] of [
      ['Test model', 'probeRequested'],
      ['Endpoint settings…', 'endpointSettingsOpened'],
      ['Last request', 'lastRequestOpened'],
      ['Usage', 'usageOpened'],
      ['Open', 'instructionsOpened'],
    ] as const) {
      await sheet().getByRole('button', { name, exact: true }).click();
      await becomes(async () => (await panel.posted(type)).length, 1);
    }
  });

  it('offer no test of the built-in reader', async () => {
    await open(panelState({ model: offlineModel }));
    await becomes(() => panel.button('Test model').count(), 0);
    await sheet().getByText('It reads the text in pictures.').waitFor();
  });

  it('say why instructions of the workspace are not in force', async () => {
    const instructions = { path: '.iris/instructions.md', problem: 'This workspace is not trusted.' };
    await open(panelState({ request: { ...sampleRequest, instructions } }));
    await sheet().getByText('This workspace is not trusted.').waitFor();
    await becomes(() => gear().getAttribute('aria-label'), 'Request settings');
  });

  it('save the system prompt when its field is left, and at the latest when they close', async () => {
    await open(plain);
    const prompt = field('System prompt of this chat');
    await prompt.fill('Answer in rhymes.');
    await search().focus();
    assert.deepEqual(await panel.posted('systemPromptChanged'), [
      { type: 'systemPromptChanged', conversationId: 'chat-1', systemPrompt: 'Answer in rhymes.' },
    ]);
    await prompt.fill('');
    await panel.page.keyboard.press('Escape');
    assert.equal((await panel.posted('systemPromptChanged')).at(-1)?.systemPrompt, '');
    await becomes(async () => (await panel.postedSoFar('systemPromptChanged')).length, 2);
  });

  it('save what is typed once typing pauses', async () => {
    await open(plain);
    await field('temperature').pressSequentially('1.25');
    await becomes(() => posted(), { temperature: 1.25 });
    await becomes(() => isFocused('temperature'), true);
  });

  it('save a value while the person goes on to another field, and leave the keyboard there', async () => {
    await open(plain);
    const { keyboard } = panel.page;
    await field('temperature').click();
    await keyboard.type('0.3');
    await field('System prompt of this chat').click();
    await keyboard.type('Be brief.');
    await field('top_p').click();
    await keyboard.type('0.5');
    await panel.composer.click();
    await becomes(() => posted(), { temperature: 0.3, top_p: 0.5 });
    assert.equal((await panel.posted('systemPromptChanged')).at(-1)?.systemPrompt, 'Be brief.');
    await becomes(() => panel.focusedName(), 'Ask Iris');
  });

  it('send all values of the chat with each change', async () => {
    await open(plain);
    await field('temperature').fill('0.5');
    await field('stream').selectOption('No');
    await field('image_detail').selectOption('low');
    await field('reasoning_effort').fill('high');
    await field('user').fill('me');
    await panel.button('Set stop').click();
    await field('stop').fill('END\n\\n\\n');
    await panel.button('Set extra_body').click();
    await field('extra_body').fill('{"top_k": 40}');
    await search().focus();
    await becomes(() => posted(), {
      temperature: 0.5,
      stream: false,
      image_detail: 'low',
      reasoning_effort: 'high',
      user: 'me',
      stop: ['END', '\n\n'],
      extra_body: { top_k: 40 },
    });
    await becomes(() => gear().getAttribute('aria-label'), 'Request settings: 7 parameters set');
  });

  it('refuse a value that can not be sent, say why at its field, and post nothing', async () => {
    await open(plain);
    await field('temperature').fill('3');
    await sheet().getByText('temperature must be a number from 0 to 2.').waitFor();
    await becomes(() => field('temperature').getAttribute('aria-invalid'), 'true');
    const described = (await field('temperature').getAttribute('aria-describedby')) ?? '';
    const texts = await Promise.all(described.split(' ').map((id) => panel.page.locator(`#${id}`).textContent()));
    assert.match(texts.join(' '), /must be a number from 0 to 2/);
    await panel.button('Set response_format').click();
    await field('response_format').fill('{"type": ');
    await sheet().getByText('This is not JSON:').waitFor();
    await field('response_format').fill('{"type": "yaml"}');
    await sheet()
      .getByText(/^response_format /)
      .last()
      .waitFor();
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await panel.postedSoFar('parametersChanged'), []);
  });

  it('show where each value comes from; reset those of the chat and take off those of elsewhere', async () => {
    await open(set);
    const row = (name: string) =>
      sheet()
        .getByRole('listitem')
        .filter({ has: field(name) });
    await row('temperature').getByText('This chat').waitFor();
    await row('max_completion_tokens').getByText('Endpoint settings').waitFor();
    await row('stop').getByText('Model settings').waitFor();
    await row('reasoning_effort').getByText('Model settings: not sent').waitFor();
    await becomes(() => field('max_completion_tokens').inputValue(), '2048');
    await becomes(() => field('stop').inputValue(), 'END\n\\n\\n');

    await panel.button("Don't send max_completion_tokens").click();
    await becomes(() => posted(), { temperature: 0.4, max_completion_tokens: null });
    await row('max_completion_tokens').getByText('This chat: not sent').waitFor();
    await becomes(() => field('max_completion_tokens').inputValue(), '');
    await panel.button('Reset temperature').click();
    await becomes(() => posted(), { max_completion_tokens: null });
    await becomes(() => field('temperature').inputValue(), '');
    await becomes(() => isFocused('temperature'), true);
    await panel.button('Reset max_completion_tokens').click();
    await becomes(() => posted(), {});
    await row('max_completion_tokens').getByText('Endpoint settings').waitFor();
  });

  it('take a value of elsewhere off the request when its field is emptied', async () => {
    await open(set);
    await field('max_completion_tokens').fill('');
    await search().focus();
    await becomes(() => posted(), { temperature: 0.4, max_completion_tokens: null });
  });

  it('are searched, and narrowed to what is in force', async () => {
    await open(set);
    const rows = () => sheet().getByRole('region', { name: 'Parameters' }).getByRole('listitem');
    await search().fill('penalty');
    await becomes(() => rows().count(), 2);
    await search().fill('nothing like it');
    await sheet().getByText('Nothing found for “nothing like it”.').waitFor();
    await search().press('Escape');
    await becomes(() => search().inputValue(), '');
    await panel.button('In force (5)').click();
    await becomes(() => rows().count(), 5);
    await panel.button('Reset temperature').click();
    await becomes(() => rows().count(), 5);
    await panel.button('In force (4)').click();
    await becomes(async () => (await rows().count()) > 30, true);
  });

  it('can be read but not changed where the chat can not go on', async () => {
    await open({ ...set, readOnlyReason: 'This chat is open in another window.' });
    await becomes(() => field('temperature').isDisabled(), true);
    await becomes(() => field('System prompt of this chat').isDisabled(), true);
    await becomes(() => panel.button('Reset temperature').count(), 0);
  });
});
