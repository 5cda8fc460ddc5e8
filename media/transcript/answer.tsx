import type { JSX } from 'preact';
import type { AnswerMessage } from '../../src/shared/conversation';
import { Icon } from '../icons/icon';
import { Markdown } from '../markdown/markdown';
import { AnswerFooter } from './answer-footer';
import { AnswerStatusView } from './answer-status';
import { Thinking } from './thinking';

interface AnswerProps {
  readonly answer: AnswerMessage;
  readonly locked: boolean;
  readonly last: boolean;
}

/** What the model answered, how far it got, and what can be done next. */
export function Answer({ answer, locked, last }: AnswerProps): JSX.Element {
  const author = `author-${answer.id}`;
  const streaming = answer.status === 'streaming';
  return (
    <article class="message answer" aria-labelledby={author} aria-busy={streaming} data-message-id={answer.id}>
      <h2 class="answer-author" id={author}>
        <Icon name="iris" />
        Iris
      </h2>
      {answer.reasoning !== '' && (
        <Thinking text={answer.reasoning} live={streaming && answer.text === ''} finished={!streaming} />
      )}
      {answer.text !== '' && <Markdown text={answer.text} finished={!streaming} />}
      <AnswerStatusView answer={answer} last={last && !locked} />
      {!streaming && <AnswerFooter answer={answer} last={last} locked={locked} />}
    </article>
  );
}
