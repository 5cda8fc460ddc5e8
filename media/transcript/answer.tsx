import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerMessage, Fork } from '../../src/shared/conversation';
import { Icon } from '../icons/icon';
import { Adjusted } from './adjusted';
import { Alternatives } from './alternatives';
import { AnswerBody } from './answer-body';
import { AnswerFooter } from './answer-footer';
import { AnswerStatusView, offersRetry } from './answer-status';
import { AnswerVersions, VersionsBar, versionsOf } from './answer-versions';
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
  const { id, model, text, reasoning, refusal, toolCalls, spoken, citations, adjustments, reduced } = answer;
  const author = `author-${id}`;
  const streaming = answer.status === 'streaming';
  const others = answer.alternatives ?? [];
  const [besides, setBesides] = useState<boolean>();
  const canGoOn = last && !locked;
  const onAskedAgain = (): void => setBesides(undefined);
  const versions = versionsOf(answer, fork);
  const ofOtherModels = versions.some((version) => version.model.model !== model.model);
  const hasVersions = versions.length > 1;
  const besideOthers = hasVersions && (besides ?? (last && ofOtherModels));
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
          {reasoning !== '' && <Thinking model={model} text={text} reasoning={reasoning} streaming={streaming} />}
          <AnswerBody answer={answer} showTokens={showTokens && !streaming} />
        </>
      )}
      {fork && besideOthers && (
        <AnswerVersions versions={versions} fork={fork} locked={locked} onUsed={() => setBesides(false)} />
      )}
      {others.length > 0 && !besideOthers && (
        <Alternatives answer={answer} others={others} open={compared} locked={locked} onToggle={setChoosing} />
      )}
      {refusal !== undefined && <Refusal text={refusal} />}
      {spoken && <SpokenAnswerView spoken={spoken} messageId={id} shown={text} />}
      {toolCalls && toolCalls.length > 0 && <ToolCalls calls={toolCalls} />}
      {citations && citations.length > 0 && <Sources citations={citations} />}
      <AnswerStatusView answer={answer} last={canGoOn} onAskedAgain={onAskedAgain} />
      {fork && hasVersions && <VersionsBar fork={fork} open={besideOthers} locked={locked} onToggle={setBesides} />}
      {!streaming && (
        <AnswerFooter
          answer={answer}
          locked={locked}
          showTokens={showTokens}
          onShowTokens={compared ? undefined : setShowTokens}
          canRetry={!locked && !offersRetry(answer, canGoOn)}
          onAskedAgain={onAskedAgain}
        />
      )}
    </article>
  );
}
