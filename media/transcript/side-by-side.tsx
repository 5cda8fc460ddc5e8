import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AnswerMessage } from '../../src/shared/conversation';
import { modelName } from '../format/model-name';
import { AnswerMarkdown } from './answer-markdown';
import { Thinking } from './thinking';

/** One of several answers to a question. */
export interface ComparedAnswer extends Pick<AnswerMessage, 'model' | 'text' | 'reasoning'> {
  readonly streaming: boolean;
  readonly inUse: boolean;
  /** Goes on with this one; absent where it can't be chosen now. */
  readonly onUse: (() => void) | undefined;
}

interface SideBySideProps {
  readonly answers: readonly ComparedAnswer[];
  /** Whether it is said of each which model it is from. */
  readonly namesModels: boolean;
}

/** Several answers to one question, side by side to choose from. */
export function SideBySide({ answers, namesModels }: SideBySideProps): JSX.Element {
  const count = answers.length;
  const columns = useRef<HTMLDivElement>(null);
  const used = answers.findIndex(({ inUse }) => inUse);
  useLayoutEffect(() => {
    const { current: element } = columns;
    const column = element?.children[used];
    if (element && column) {
      // In a narrow panel the answer that has just been asked for would come where nobody looks.
      element.scrollLeft += column.getBoundingClientRect().left - element.getBoundingClientRect().left;
    }
  }, [used, count]);
  return (
    <div
      ref={columns}
      class="alternatives"
      role="group"
      aria-label={t('{0} answers to choose from', count)}
      tabIndex={0}
    >
      {answers.map((answer, index) => (
        <Column
          key={index}
          answer={answer}
          name={t('Answer {0} of {1}', index + 1, count)}
          modelShown={namesModels ? modelName(answer.model) : undefined}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  readonly answer: ComparedAnswer;
  readonly name: string;
  readonly modelShown: string | undefined;
}

function Column({ answer, name, modelShown }: ColumnProps): JSX.Element {
  const { model, text, reasoning, streaming, inUse, onUse } = answer;
  return (
    <div class="alternative" role="group" aria-label={name}>
      <p class="alternative-title">
        {name}
        {inUse && !streaming && <span class="badge">{t('In use')}</span>}
      </p>
      {modelShown !== undefined && (
        <p class="alternative-model" title={modelShown}>
          {modelShown}
        </p>
      )}
      {reasoning !== '' && <Thinking model={model} text={text} reasoning={reasoning} streaming={streaming} />}
      {text !== '' && <AnswerMarkdown text={text} finished={!streaming} />}
      {onUse && !inUse && (
        <button
          type="button"
          class="button button-secondary"
          aria-label={t('Use this answer, {0}', name)}
          onClick={onUse}
        >
          {t('Use this answer')}
        </button>
      )}
    </div>
  );
}
