import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerMessage, Fork } from '../../src/shared/conversation';
import { Icon } from '../icons/icon';
import { Adjusted } from './adjusted';
import { Alternatives } from './alternatives';
import { AnswerBody } from './answer-body';
import { AnswerFooter } from './answer-footer';
import { AnswerStatusView } from './answer-status';
import { AnswerVersions, versionsOf } from './answer-versions';
import { BranchSwitch } from './branch-switch';
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
  /** Where the question has other answers too. */
  readonly fork: Fork | undefined;
}

/** What the model answered, how far it got, and what can be done next. */
export function Answer({ answer, locked, last, fork }: AnswerProps): JSX.Element {
  const [showTokens, setShowTokens] = useState(false);
  const [choosing, setChoosing] = useState<boolean>();
  const { id, text, reasoning, refusal, toolCalls, spoken, citations, adjustments, reduced } = answer;
  const author = `author-${id}`;
  const streaming = answer.status === 'streaming';
  const others = answer.alternatives ?? [];
  const [besides, setBesides] = useState<boolean>();
  const versions = versionsOf(answer, fork);
  const ofOtherModels = versions.some(({ model }) => model.model !== answer.model.model);
  const besideOthers = versions.length > 1 && (besides ?? (last && ofOtherModels));
  const compared = besideOthers || (others.length > 0 && (streaming || (choosing ?? last)));
  return (
    <article class="message answer" aria-labelledby={author} aria-busy={streaming}>
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
      {fork && versions.length > 1 && (
        <AnswerVersions answer={answer} fork={fork} open={besideOthers} locked={locked} onToggle={setBesides} />
      )}
      {others.length > 0 && !besideOthers && (
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
          locked={locked}
          versions={versions.length > 1 && fork && <BranchSwitch fork={fork} locked={locked} />}
          showTokens={showTokens}
          onShowTokens={compared ? undefined : setShowTokens}
          onAskedAgain={() => setBesides(undefined)}
        />
      )}
    </article>
  );
}
