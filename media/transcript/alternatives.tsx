import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AlternativeAnswer, AnswerMessage } from '../../src/shared/conversation';
import { useServices } from '../services';
import { OthersToggle } from './others-toggle';
import { SideBySide } from './side-by-side';

interface AlternativesProps {
  readonly answer: AnswerMessage;
  readonly others: readonly AlternativeAnswer[];
  /** Whether the conversation has not gone on with one of them yet. */
  readonly open: boolean;
  readonly locked: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** The answers of one request that asked for several; later only a line that shows them again. */
export function Alternatives({ answer, others, open, locked, onToggle }: AlternativesProps): JSX.Element {
  const { post, announce, focusComposer } = useServices();
  const streaming = answer.status === 'streaming';
  const choose = (index: number): void => {
    post({ type: 'alternativeChosen', messageId: answer.id, alternative: index - 1 });
    onToggle(false);
    announce(t('Answer {0} is used', index + 1));
    focusComposer();
  };
  return (
    <>
      {open && (
        <SideBySide
          answers={[answer, ...others].map(({ text, reasoning }, index) => ({
            model: answer.model,
            text,
            reasoning,
            streaming,
            inUse: index === 0,
            onUse: locked || streaming ? undefined : () => choose(index),
          }))}
          namesModels={false}
        />
      )}
      {!streaming && <OthersToggle count={others.length} open={open} onToggle={onToggle} />}
    </>
  );
}
