import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { AnswerMarkdown } from './answer-markdown';
import { Thinking } from './thinking';

/** One of several answers to a question. */
export interface ComparedAnswer {
  readonly text: string;
  readonly reasoning: string;
  readonly streaming: boolean;
  /** Which model it is from, where that differs. */
  readonly model?: string;
  readonly inUse: boolean;
  /** Goes on with this one; absent where it can't be chosen now. */
  readonly onUse?: () => void;
}

/** Several answers to one question, side by side to choose from. */
export function SideBySide({ answers }: { readonly answers: readonly ComparedAnswer[] }): JSX.Element {
  const count = answers.length;
  return (
    <div class="alternatives" role="group" aria-label={t('{0} answers to choose from', count)} tabIndex={0}>
      {answers.map((answer, index) => (
        <Column key={index} answer={answer} name={t('Answer {0} of {1}', index + 1, count)} />
      ))}
    </div>
  );
}

function Column({ answer, name }: { readonly answer: ComparedAnswer; readonly name: string }): JSX.Element {
  const { text, reasoning, streaming, model, inUse, onUse } = answer;
  return (
    <div class="alternative" role="group" aria-label={name}>
      <p class="alternative-title">
        {name}
        {inUse && !streaming && <span class="badge">{t('In use')}</span>}
      </p>
      {model !== undefined && (
        <p class="alternative-model" title={model}>
          {model}
        </p>
      )}
      {reasoning !== '' && <Thinking text={reasoning} live={streaming && text === ''} finished={!streaming} />}
      {text !== '' && <AnswerMarkdown text={text} finished={!streaming} />}
      {onUse && (
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
