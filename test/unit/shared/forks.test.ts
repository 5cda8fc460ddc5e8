import assert from 'node:assert/strict';
import type { ConversationState, Message } from '../../../src/shared/conversation';
import { emptyConversation } from '../../../src/shared/conversation-events';
import { chooseBranch, everyMessage, removeMessages, startBranch } from '../../../src/shared/forks';

describe('the ways of a chat', () => {
  const path = ({ messages }: ConversationState): string => messages.map(({ id }) => id).join(' ');
  const asked = (state: ConversationState, ...ids: readonly string[]): ConversationState => ({
    ...state,
    messages: [...state.messages, ...ids.map(messageOf)],
  });
  /** Two questions, the second asked in two ways, the second of these answered twice. */
  const forked = (): ConversationState => {
    const first = asked(emptyConversation, 'q1', 'a1', 'q2', 'a2');
    const second = asked(startBranch(first, 'a1', true), 'q3', 'a3');
    return asked(startBranch(second, 'q3', true), 'a4');
  };

  it('are kept, and go on where they ended', () => {
    const state = forked();
    assert.equal(path(state), 'q1 a1 q3 a4');
    const before = chooseBranch(state, 'a1', 0);
    assert.equal(path(before), 'q1 a1 q2 a2');
    const longer = asked(before, 'q5', 'a5');
    const there = chooseBranch(longer, 'a1', 1);
    assert.equal(path(there), 'q1 a1 q3 a4');
    assert.equal(path(chooseBranch(there, 'q3', 0)), 'q1 a1 q3 a3');
    assert.equal(path(chooseBranch(there, 'a1', 0)), 'q1 a1 q2 a2 q5 a5');
  });

  it('stand in the order in which they began; the messages of the one that is shown are those of the path', () => {
    const fork = forked().forks?.find(({ parentId }) => parentId === 'a1');
    assert.equal(fork?.current, 1);
    assert.deepEqual(
      fork.branches.map((branch) => branch.map(({ id }) => id)),
      [['q2', 'a2'], []],
    );
  });

  it('can begin before the first question', () => {
    const state = asked(startBranch(forked(), '', true), 'q9');
    assert.equal(path(state), 'q9');
    assert.equal(path(chooseBranch(state, '', 0)), 'q1 a1 q3 a4');
  });

  it('are not kept where there is nothing to keep', () => {
    const state = asked(emptyConversation, 'q1', 'a1');
    const again = asked(startBranch(state, 'q1', false), 'a2');
    assert.equal(path(again), 'q1 a2');
    assert.equal(again.forks, undefined);
    // Of three answers the second failed.
    const third = asked(startBranch(asked(startBranch(state, 'q1', true), 'a2'), 'q1', false), 'a3');
    assert.equal(path(third), 'q1 a3');
    assert.equal(path(chooseBranch(third, 'q1', 0)), 'q1 a1');
  });

  it('give way to a neighbour when nothing is left of them', () => {
    const state = removeMessages(forked(), new Set(['q3', 'a4']));
    assert.equal(path(state), 'q1 a1 q2 a2');
    assert.equal(state.forks, undefined);
  });

  it('stay when what was before them is removed', () => {
    const state = removeMessages(forked(), new Set(['q1', 'a1']));
    assert.equal(path(state), 'q3 a4');
    assert.equal(path(chooseBranch(state, '', 0)), 'q2 a2');
  });

  it('go with the question that they answer', () => {
    const longer = asked(forked(), 'q6', 'a6');
    const state = removeMessages(longer, new Set(['q3', 'a4']));
    assert.equal(path(state), 'q1 a1 q6 a6');
    assert.deepEqual(
      state.forks?.map(({ parentId }) => parentId),
      ['a1'],
    );
  });

  it('keep what was asked after the other answers of a question that is removed', () => {
    const first = asked(emptyConversation, 'q1', 'a1', 'q2', 'a2', 'q3', 'a3');
    const second = asked(startBranch(first, 'q1', true), 'a4', 'q5', 'a5');
    const state = removeMessages(second, new Set(['q1', 'a4']));
    assert.equal(path(state), 'q5 a5');
    assert.equal(path(chooseBranch(state, '', 0)), 'q2 a2 q3 a3');
    assert.deepEqual(
      everyMessage(state)
        .map(({ id }) => id)
        .sort(),
      ['a2', 'a3', 'a5', 'q2', 'q3', 'q5'],
    );
    // Nothing comes after the answer that is shown: the other way is.
    const left = removeMessages(asked(startBranch(first, 'q1', true), 'a4'), new Set(['q1', 'a4']));
    assert.equal(path(left), 'q2 a2 q3 a3');
    assert.equal(left.forks, undefined);
  });

  it('keep the versions of what was asked after another answer, and those of the question that is removed', () => {
    const first = asked(emptyConversation, 'q1', 'a1', 'q2', 'a2');
    const otherVersion = asked(startBranch(first, 'a1', true), 'q3', 'a3');
    const otherAnswer = asked(startBranch(otherVersion, 'q1', true), 'a4', 'q5', 'a5');
    const otherQuestion = asked(startBranch(otherAnswer, '', true), 'q6', 'a6', 'q7', 'a7');
    const state = removeMessages(chooseBranch(otherQuestion, '', 0), new Set(['q1', 'a4']));
    const count = state.forks?.[0]?.branches.length ?? 0;
    const ways = Array.from({ length: count }, (_, branch) => path(chooseBranch(state, '', branch)));
    assert.equal(path(state), 'q5 a5');
    assert.deepEqual(ways.sort(), ['q2 a2', 'q3 a3', 'q5 a5', 'q6 a6 q7 a7']);
    assert.equal(state.forks?.length, 1);
  });

  it('are as they were for a message or a way that is not there', () => {
    const state = forked();
    assert.equal(startBranch(state, 'elsewhere', true), state);
    assert.equal(chooseBranch(state, 'a1', 7), state);
    assert.equal(chooseBranch(state, 'q1', 0), state);
    assert.equal(chooseBranch(state, 'a1', 1), state);
  });
});

/** Names tell the role: `q1` is a question, `a1` an answer. */
function messageOf(id: string): Message {
  return id.startsWith('q')
    ? { role: 'user', id, createdAt: 1, text: id, attachments: [] }
    : {
        role: 'assistant',
        id,
        createdAt: 1,
        model: { endpoint: 'e', model: 'm' },
        text: id,
        reasoning: '',
        status: 'complete',
      };
}
