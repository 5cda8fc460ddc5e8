import type { ReducedAttachment } from '../../../src/shared/reduced-attachment';
import { answer, conversation, panelState, picture, question } from './sample-state';

const shots = ['login.png', 'Screenshot 2026-03-14 at 09.41.22 with a very long file name.png', 'error-rates.png'];

const first = question(
  'q1',
  'What do these have in common?',
  shots.map((name, index) => picture(`p${index}`, name)),
);

/** What the second answer had of the first question. */
export const reduced: readonly ReducedAttachment[] = [
  { messageId: 'q1', attachmentId: 'p0', form: 'thumbnail', cause: 'context' },
  { messageId: 'q1', attachmentId: 'p1', form: 'text', cause: 'context' },
  { messageId: 'q1', attachmentId: 'p2', form: 'leftOut', cause: 'count' },
];

/** A second question whose request could not carry all of the first. */
export function reducedState({ kept = [] as readonly string[], carried = reduced } = {}) {
  return panelState({
    conversation: conversation([
      { ...first, kept },
      answer('a1', { text: 'All three show the same service.' }),
      question('q2', 'And this one?', [picture('p9', 'status.png')]),
      answer('a2', { text: 'It is another.', reduced: carried }),
    ]),
  });
}
