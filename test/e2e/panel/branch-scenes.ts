import type { ConversationState } from '../../../src/shared/conversation';
import { answer, conversation, panelState, picture, question } from './sample-state';
import type { Scene } from './scenes';

const asked = question('q1', 'What stands out in this chart?', [picture('p1', 'error-rates.png')]);
const first = answer('a1', {
  text: 'The `checkout` service peaks at **4.2 %** around 09:00, right after the deploy.',
  usage: { inputTokens: 1204, outputTokens: 356 },
});
const second = answer('a2', {
  model: { endpoint: 'Local', model: 'qwen3-vl-30b-a3b-instruct-with-a-long-name' },
  text: 'Two things:\n\n- `checkout` has a peak\n- `search` stays flat',
});

/** One question with two answers, the second of another model. */
export const answeredTwice: ConversationState = {
  ...conversation([asked, second]),
  forks: [{ parentId: 'q1', branches: [[first], []], current: 1 }],
};

/** The second question was asked in three ways; the second of them is shown. */
export const askedInThreeWays: ConversationState = {
  ...conversation([asked, first, question('q3', 'Why at nine?'), answer('a3', { text: 'A cold cache.' })]),
  forks: [
    {
      parentId: 'a1',
      branches: [[question('q2', 'Why?'), answer('a2', { text: 'The deploy.' })], [], [question('q4', 'How so?')]],
      current: 1,
    },
  ],
};

/** Chats that went more than one way. */
export const branchScenes: Readonly<Record<string, Scene>> = {
  answerVersions: { state: () => panelState({ conversation: answeredTwice }) },
  answerVersionsHidden: {
    state: () => panelState({ conversation: answeredTwice }),
    prepare: (panel) => panel.button('One at a time').click(),
  },
  questionVersions: { state: () => panelState({ conversation: askedInThreeWays }) },
};
