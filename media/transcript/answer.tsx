import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerMessage } from '../../src/shared/conversation';
import { Icon } from '../icons/icon';
import { Adjusted } from './adjusted';
import { Alternatives } from './alternatives';
import { AnswerBody } from './answer-body';
import { AnswerFooter } from './answer-footer';
import { AnswerStatusView } from './answer-status';
import { Reduced } from './reduced';
import { Refusal } from './refusal';
import { Sources } from './sources';
import { SpokenAnswerView } from './spoken-answer';
import { Thinking } from './thinking';
import { ToolCalls } from './tool-calls';

interface AnswerProps {
  readonly answer: AnswerMessage;
  readonly locked: boolean;
  readonly last: boolean;
}

/** What the model answered, how far it got, and what can be done next. */
export function Answer({ answer, locked, last }: AnswerProps): JSX.Element {
  const [showTokens, setShowTokens] = useState(false);
  const [choosing, setChoosing] = useState<boolean>();
  const { id, text, reasoning, refusal, toolCalls, spoken, citations, adjustments, reduced } = answer;
  const author = `author-${id}`;
  const streaming = answer.status === 'streaming';
  const others = answer.alternatives ?? [];
  const compared = others.length > 0 && (streaming || (choosing ?? last));
  return (
    <article class="message answer" aria-labelledby={author} aria-busy={streaming} data-message-id={id}>
      <h2 class="answer-author" id={author}>
        <Icon name="iris" />
        Iris
      </h2>
      {adjustments && <Adjusted adjustments={adjustments} />}
      {reduced && <Reduced reduced={reduced} locked={locked} />}
      {!compared && (
        <>
          {reasoning !== '' && <Thinking text={reasoning} live={streaming && text === ''} finished={!streaming} />}
          <AnswerBody answer={answer} showTokens={showTokens && !streaming} />
        </>
      )}
      {others.length > 0 && (
        <Alternatives answer={answer} others={others} open={compared} locked={locked} onToggle={setChoosing} />
      )}
      {refusal !== undefined && <Refusal text={refusal} />}
      {spoken && <SpokenAnswerView spoken={spoken} messageId={id} shown={text} />}
      {toolCalls && toolCalls.length > 0 && <ToolCalls calls={toolCalls} />}
      {citations && citations.length > 0 && <Sources citations={citations} />}
      <AnswerStatusView answer={answer} last={last && !locked} />
      {!streaming && (
        <AnswerFooter
          answer={answer}
          last={last}
          locked={locked}
          showTokens={showTokens}
          onShowTokens={compared ? undefined : setShowTokens}
        />
      )}
    </article>
  );
}
