import assert from 'node:assert/strict';
import type { ConversationEvent } from '../../../src/shared/conversation-events';
import type { ConversationState } from '../../../src/shared/conversation';
import type { HostMessage } from '../../../src/shared/protocol';
import { answeredTwice, askedInThreeWays } from './branch-scenes';
import type { PanelPage } from './panel-page';
import { openPanel } from './panel-page';
import { answer, panelState } from './sample-state';

describe('a chat that went several ways', () => {
  let panel: PanelPage;
  afterEach(async () => {
    assert.deepEqual(panel.problems, []);
    await panel.close();
  });

  const open = async (conversation: ConversationState): Promise<void> => {
    panel = await openPanel({ state: panelState({ conversation }) });
  };
  const versions = (name: string) => panel.page.getByRole('group', { name, exact: true });

  it('is walked through with the keyboard, which stays where it is', async () => {
    await open(askedInThreeWays);
    await versions('Version 2 of 3').getByRole('button', { name: 'Next version' }).focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.posted('branchChosen'), [{ type: 'branchChosen', parentId: 'a1', branch: 2 }]);
    await panel.send(event({ type: 'branchChosen', parentId: 'a1', branch: 2 }));
    await panel.page.getByText('How so?').waitFor();
    assert.equal(await panel.page.getByText('Why at nine?').count(), 0);
    assert.equal(await panel.focusedName(), 'Next version');
    // The last one: there is nothing to go on to.
    await panel.page.keyboard.press('Enter');
    assert.equal((await panel.postedSoFar('branchChosen')).length, 1);
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
    assert.deepEqual(await panel.posted('branchChosen'), [{ type: 'branchChosen', parentId: 'q1', branch: 0 }]);
    await panel.send(event({ type: 'branchChosen', parentId: 'q1', branch: 0 }));
    assert.equal(await beside.count(), 0);
    await panel.page.getByText('right after the deploy').waitFor();
    assert.equal(await panel.focusedName(), 'Ask Iris');
  });

  it('shows the answer of another model beside the first one while it streams', async () => {
    await open(answeredTwice);
    await panel.button('1 other answer').click();
    await panel.button('Ask another model').click();
    assert.equal((await panel.posted('otherModelRequested')).length, 1);
    const { model } = answer('a3');
    await panel.send(
      event({ type: 'branchStarted', parentId: 'q1', keepsOld: true }),
      event({ type: 'answerStarted', messageId: 'a3', model, createdAt: 1 }),
      event({ type: 'textAppended', messageId: 'a3', text: 'A third view' }),
    );
    const beside = panel.page.getByRole('group', { name: '3 answers to choose from' });
    await beside.getByRole('group', { name: 'Answer 3 of 3' }).getByText('A third view').waitFor();
    assert.equal(await panel.page.getByRole('button', { name: /^Use this answer/ }).count(), 0);
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
