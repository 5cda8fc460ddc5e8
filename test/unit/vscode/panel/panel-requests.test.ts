import assert from 'node:assert/strict';
import type { BlobReference } from '../../../../src/shared/blob';
import { effectiveParameters } from '../../../../src/shared/effective-parameters';
import type { ParameterLayer } from '../../../../src/shared/parameters';
import type { HostMessage, WorkspaceInstructions } from '../../../../src/shared/protocol';
import { Emitter } from '../../../../src/util/emitter';
import { PanelRequests, type RequestPlace } from '../../../../src/vscode/panel/panel-requests';
import { ShownAttachments } from '../../../../src/vscode/panel/shown-attachments';
import type { ShownConversation } from '../../../../src/vscode/panel/shown-conversation';
import { lastAnswer } from '../../conversation/chat-fixture';
import { answer, ScriptedModel, stop } from '../../conversation/scripted-model';
import { panelParts } from './panel-fixture';

describe('PanelRequests', () => {
  it('keeps parameters for the chat and tells what is in force then', async () => {
    const { requests, posted, shown } = await setUp();
    await requests.handle({
      type: 'parametersChanged',
      conversationId: await shownId(shown),
      parameters: { temperature: 0.5, seed: null },
    });
    const { state } = await shown.get();
    assert.deepEqual(state.parameters, { temperature: 0.5, seed: null });
    assert.deepEqual(posted, [
      {
        type: 'requestChanged',
        request: {
          parameters: [
            { name: 'temperature', value: 0.5, source: 'chat' },
            { name: 'seed', value: null, source: 'chat' },
            { name: 'n', value: 2, source: 'endpoint' },
          ],
          known: { capabilities: {}, sources: {} },
          adjustments: [],
        },
      },
    ]);
  });

  it('keeps none of them when one is wrong, says which, and tells what is still in force', async () => {
    const { requests, posted, notices, shown } = await setUp();
    const parameters: ParameterLayer = { temperature: 99, seed: 1 };
    await requests.handle({ type: 'parametersChanged', conversationId: await shownId(shown), parameters });
    assert.equal((await shown.get()).state.parameters, undefined);
    assert.match(notices.join(), /^Nothing was changed: "temperature" .*\.$/);
    assert.equal(posted.length, 1);
  });

  it('keeps the instructions of the chat', async () => {
    const { requests, shown } = await setUp();
    await requests.handle({
      type: 'systemPromptChanged',
      conversationId: await shownId(shown),
      systemPrompt: 'Be brief.',
    });
    assert.equal((await shown.get()).state.systemPrompt, 'Be brief.');
  });

  it('keeps what was set in the chat in which it was typed, though another one is shown by now', async () => {
    const { requests, shown, conversations, notices } = await setUp();
    const first = await shown.get();
    await first.send({ text: 'Well?', attachments: [], model: new ScriptedModel(answer('Yes.')) });
    await shown.open();
    const second = await shown.get();
    assert.notEqual(second.id, first.id);
    await requests.handle({ type: 'systemPromptChanged', conversationId: first.id, systemPrompt: 'Be brief.' });
    await requests.handle({ type: 'parametersChanged', conversationId: first.id, parameters: { seed: 7 } });
    assert.equal(second.state.systemPrompt, undefined);
    assert.equal(second.state.parameters, undefined);
    const reopened = await conversations.open(first.id);
    assert.equal(reopened?.state.systemPrompt, 'Be brief.');
    assert.deepEqual(reopened.state.parameters, { seed: 7 });
    await conversations.release(reopened);
    assert.deepEqual(notices, []);
    await requests.handle({ type: 'systemPromptChanged', conversationId: 'gone', systemPrompt: 'Be long.' });
    assert.equal(second.state.systemPrompt, undefined);
    assert.equal(notices.length, 1);
  });

  it('lets the person choose among several answers, and says why that is not possible', async () => {
    const { requests, shown, notices } = await setUp();
    const chat = await shown.get();
    const model = new ScriptedModel([
      { type: 'text', text: 'A cat.' },
      { type: 'text', text: 'A dog.', alternative: 1 },
      stop,
    ]);
    await chat.send({ text: '?', attachments: [], model });
    const { id } = lastAnswer(chat);
    await requests.handle({ type: 'alternativeChosen', messageId: id, alternative: 0 });
    assert.equal(lastAnswer(chat).text, 'A dog.');
    assert.deepEqual(notices, []);
    await requests.handle({ type: 'alternativeChosen', messageId: id, alternative: 7 });
    assert.equal(notices.length, 1);
  });

  it('saves the sound of an answer under the title of its chat', async () => {
    const { requests, shown, saved } = await setUp();
    const chat = await shown.get();
    const bytes = Uint8Array.of(1, 2);
    const model = new ScriptedModel([{ type: 'audio', bytes, format: 'pcm16' }, stop], answer('Silent.'));
    await chat.send({ text: 'Say it', attachments: [], model });
    const { id, spoken } = lastAnswer(chat);
    await requests.handle({ type: 'spokenAnswerSaved', messageId: id });
    await chat.send({ text: 'Write it', attachments: [], model });
    await requests.handle({ type: 'spokenAnswerSaved', messageId: lastAnswer(chat).id });
    assert.deepEqual(saved, [[spoken?.sound, 'Say it']]);
  });

  it('tells changes from outside once, and none that the page knows from its snapshot', async () => {
    const parts = await setUp();
    const { requests, posted, changes } = parts;
    requests.view();
    changes.fire();
    await settled();
    assert.equal(posted.length, 0);
    parts.outside.instructions = { path: '.iris/instructions.md' };
    changes.fire();
    changes.fire();
    await settled();
    assert.deepEqual(
      posted.map((message) => message.type === 'requestChanged' && message.request.instructions),
      [{ path: '.iris/instructions.md' }],
    );
    requests.dispose();
    parts.outside.instructions = { path: 'other' };
    changes.fire();
    await settled();
    assert.equal(posted.length, 1);
  });

  it('opens what it is asked to, tests the model and forgets what was learned', async () => {
    const { requests, done, notices } = await setUp();
    for (const type of [
      'instructionsOpened',
      'endpointSettingsOpened',
      'lastRequestOpened',
      'usageOpened',
      'learnedForgotten',
      'probeRequested',
    ] as const) {
      await requests.handle({ type });
    }
    assert.deepEqual(done, ['instructions', 'endpointSettings', 'lastRequest', 'usage', 'forgotten']);
    assert.deepEqual(notices, ['It sees.']);
  });
});

async function shownId(shown: ShownConversation): Promise<string> {
  return (await shown.get()).id;
}

/** Once what was begun without waiting is done. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

async function setUp() {
  const parts = await panelParts();
  const posted: HostMessage[] = [];
  const notices: string[] = [];
  const saved: (readonly [BlobReference, string])[] = [];
  const done: (RequestPlace | 'forgotten')[] = [];
  const changes = new Emitter<void>();
  const outside: { instructions?: WorkspaceInstructions } = {};
  const requests = new PanelRequests({
    shown: parts.shown,
    conversations: parts.conversations,
    attachments: new ShownAttachments(parts),
    services: {
      view: (chat) => ({
        parameters: effectiveParameters({ chat, endpoint: { n: 2 } }),
        known: { capabilities: {}, sources: {} },
        adjustments: [],
        ...outside,
      }),
      onDidChange: changes.event,
      open: (place) => Promise.resolve(void done.push(place)),
      saveSound: (sound, title) => Promise.resolve(void saved.push([sound, title])),
      probe: () => Promise.resolve('It sees.'),
      forgetLearned: () => Promise.resolve(void done.push('forgotten')),
    },
    post: (message) => posted.push(message),
    notify: (text) => notices.push(text),
  });
  return { ...parts, requests, posted, notices, saved, done, changes, outside };
}
