import assert from 'node:assert/strict';
import type { ConversationEvent } from '../../../src/shared/conversation-events';
import type { ConversationState } from '../../../src/shared/conversation';
import type { HostMessage } from '../../../src/shared/protocol';
import { answeredTwice, askedInThreeWays } from './branch-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, panelState } from './sample-state';
import { becomes } from '../support/becomes';

describe('a chat that went several ways', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const open = async (conversation: ConversationState, size?: { readonly width: number }): Promise<void> => {
    panel = await openPanel({ state: panelState({ conversation }), ...size });
  };
  const versions = (name: string) => panel.page.getByRole('group', { name, exact: true });

  it('is walked through with the keyboard, which stays where it is', async () => {
    await open(askedInThreeWays);
    await versions('Version 2 of 3').getByRole('button', { name: 'Next version' }).focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('branchChosen'), [
      { type: 'branchChosen', conversationId: 'chat-1', parentId: 'a1', branch: 2 },
    ]);
    await panel.send(event({ type: 'branchChosen', parentId: 'a1', branch: 2 }));
    await panel.page.getByText('How so?').waitFor();
    await becomes(() => panel.page.getByText('Why at nine?').count(), 0);
    await becomes(() => panel.focusedName(), 'Next version');
    // The last one: there is nothing to go on to.
    await panel.page.keyboard.press('Enter');
    await becomes(async () => (await panel.postedSoFar('branchChosen')).length, 1);
    await panel.send(event({ type: 'branchChosen', parentId: 'a1', branch: 0 }));
    await panel.page.getByText('The deploy.', { exact: true }).waitFor();
    await versions('Version 1 of 3').waitFor();
  });

  it('shows what another model answered beside the first answer, and goes on with the one that is chosen', async () => {
    await open(answeredTwice);
    const beside = panel.page.getByRole('group', { name: '2 answers to choose from' });
    await beside.getByRole('group', { name: 'Answer 1 of 2' }).getByText('gpt-4.1-mini').waitFor();
    await beside.getByRole('group', { name: 'Answer 2 of 2' }).getByText('In use').waitFor();
    await panel.button('Use this answer, Answer 1 of 2').click();
    assert.deepEqual(await panel.posted('branchChosen'), [
      { type: 'branchChosen', conversationId: 'chat-1', parentId: 'q1', branch: 0 },
    ]);
    await panel.send(event({ type: 'branchChosen', parentId: 'q1', branch: 0 }));
    await becomes(() => beside.count(), 0);
    await panel.page.getByText('right after the deploy').waitFor();
    await versions('Answer 1 of 2').waitFor();
    await becomes(() => panel.focusedName(), 'Ask Iris');
  });

  it('shows the answer of another model beside the first one while it streams', async () => {
    await open(answeredTwice);
    await panel.button('One at a time').click();
    await panel.button('Ask another model').click();
    await becomes(async () => (await panel.posted('otherModelRequested')).length, 1);
    const { model } = answer('a3');
    await panel.send(
      event({ type: 'branchStarted', parentId: 'q1', keepsOld: true }),
      event({ type: 'answerStarted', messageId: 'a3', model, createdAt: 1 }),
      event({ type: 'textAppended', messageId: 'a3', text: 'A third view' }),
    );
    const beside = panel.page.getByRole('group', { name: '3 answers to choose from' });
    await beside.getByRole('group', { name: 'Answer 3 of 3' }).getByText('A third view').waitFor();
    await becomes(() => panel.page.getByRole('button', { name: /^Use this answer/ }).count(), 0);
  });

  it('has one line for all answers to a question, which steps through them or shows them side by side', async () => {
    await open(answeredTwice);
    const beside = panel.page.getByRole('group', { name: '2 answers to choose from' });
    await becomes(() => panel.button('Previous answer').count(), 0);
    // What is in use need not be chosen.
    await becomes(() => beside.getByRole('group', { name: 'Answer 2 of 2' }).getByRole('button').count(), 0);
    await panel.button('One at a time').click();
    await becomes(() => beside.count(), 0);
    await becomes(() => panel.focusedName(), 'Side by side');
    await versions('Answer 2 of 2').getByRole('button', { name: 'Previous answer' }).click();
    assert.deepEqual(await panel.posted('branchChosen'), [
      { type: 'branchChosen', conversationId: 'chat-1', parentId: 'q1', branch: 0 },
    ]);
    await panel.send(event({ type: 'branchChosen', parentId: 'q1', branch: 0 }));
    await panel.announced('Answer 1 of 2');
    await becomes(() => panel.focusedName(), 'Previous answer');
    await panel.button('Side by side').click();
    await beside.getByRole('group', { name: 'Answer 1 of 2' }).getByText('In use').waitFor();
    await becomes(() => panel.focusedName(), 'One at a time');
  });

  it('shows the answer in use first where two do not fit beside each other', async () => {
    await open(answeredTwice, { width: 280 });
    const beside = panel.page.getByRole('group', { name: '2 answers to choose from' });
    const edges = async (name: string) => {
      const [outer, inner] = await Promise.all([
        beside.boundingBox(),
        beside.getByRole('group', { name }).boundingBox(),
      ]);
      assert(outer && inner);
      return { left: inner.x - outer.x, right: outer.x + outer.width - inner.x - inner.width };
    };
    const { left, right } = await edges('Answer 2 of 2');
    assert(left >= 0 && right >= 0, `${left} and ${right} pixels of it are in view`);
    assert((await edges('Answer 1 of 2')).left < 0);
  });

  it('says before a question is deleted that all its answers go, and nothing else', async () => {
    await open(answeredTwice, { width: 280 });
    await panel.button('Delete question and answer').click();
    const asked = 'Delete this question and its 2 answers? What was asked after each of them stays.';
    await panel.page.getByRole('group', { name: asked }).waitFor();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('turnDeleted'), [{ type: 'turnDeleted', messageId: 'q1' }]);
  });

  it('stays as it is while an answer comes', async () => {
    await open(askedInThreeWays);
    await panel.send(event({ type: 'answerResumed', messageId: 'a3', model: answer('a3').model }));
    await versions('Version 2 of 3').getByRole('button', { name: 'Next version' }).click({ force: true });
    assert.deepEqual(await panel.postedSoFar('branchChosen'), []);
  });
});

function event(happened: ConversationEvent): HostMessage {
  return { type: 'conversationEvent', conversationId: 'chat-1', event: happened };
}
