import type { JSX } from 'preact';
import type { AlternativeAnswer, AnswerMessage } from '../../src/shared/conversation';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { AnswerMarkdown } from './answer-markdown';
import { Thinking } from './thinking';

interface AlternativesProps {
  readonly answer: AnswerMessage;
  readonly others: readonly AlternativeAnswer[];
  /** Whether the conversation has not gone on with one of them yet. */
  readonly open: boolean;
  readonly locked: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** Several answers to one question, side by side to choose from; later only a line that shows them again. */
export function Alternatives({ answer, others, open, locked, onToggle }: AlternativesProps): JSX.Element {
  const { post, announce, focusComposer } = useServices();
  const streaming = answer.status === 'streaming';
  const count = others.length + 1;
  const choose = (index: number): void => {
    if (index > 0) {
      // The first is the answer already.
      post({ type: 'alternativeChosen', messageId: answer.id, alternative: index - 1 });
    }
    onToggle(false);
    announce(`Answer ${index + 1} is used`);
    focusComposer();
  };
  return (
    <>
      {open && (
        <div class="alternatives" role="group" aria-label={`${count} answers to choose from`} tabIndex={0}>
          {[answer, ...others].map((alternative, index) => (
            <Alternative
              key={index}
              alternative={alternative}
              name={`Answer ${index + 1} of ${count}`}
              streaming={streaming}
              inUse={index === 0}
              {...(!locked && !streaming && { onUse: () => choose(index) })}
            />
          ))}
        </div>
      )}
      {!streaming && (
        <button
          type="button"
          class="text-button alternatives-toggle"
          aria-expanded={open}
          onClick={() => onToggle(!open)}
        >
          <Icon name={open ? 'chevronDown' : 'chevronRight'} />
          {others.length === 1 ? '1 other answer' : `${others.length} other answers`}
        </button>
      )}
    </>
  );
}

interface AlternativeProps {
  readonly alternative: AlternativeAnswer;
  readonly name: string;
  readonly streaming: boolean;
  readonly inUse: boolean;
  readonly onUse?: () => void;
}

function Alternative({ alternative, name, streaming, inUse, onUse }: AlternativeProps): JSX.Element {
  const { text, reasoning } = alternative;
  return (
    <div class="alternative" role="group" aria-label={name}>
      <p class="alternative-title">
        {name}
        {inUse && !streaming && <span class="badge">In use</span>}
      </p>
      {reasoning !== '' && <Thinking text={reasoning} live={streaming && text === ''} finished={!streaming} />}
      {text !== '' && <AnswerMarkdown text={text} finished={!streaming} />}
      {onUse && (
        <button type="button" class="button button-secondary" aria-label={`Use this answer, ${name}`} onClick={onUse}>
          Use this answer
        </button>
      )}
    </div>
  );
}
