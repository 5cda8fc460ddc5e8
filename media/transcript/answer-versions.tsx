import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AnswerMessage, Fork } from '../../src/shared/conversation';
import { useServices } from '../services';
import { OthersToggle } from './others-toggle';
import { SideBySide, type ComparedAnswer } from './side-by-side';

/** The answers that begin the ways of a fork, the one that is shown among them; none where it is a fork of questions. */
export function versionsOf(answer: AnswerMessage, fork: Fork | undefined): readonly AnswerMessage[] {
  const firsts = fork?.branches.map((branch, index) => (index === fork.current ? answer : branch[0])) ?? [];
  return firsts.filter((first): first is AnswerMessage => first?.role === 'assistant');
}

interface AnswerVersionsProps {
  readonly answer: AnswerMessage;
  readonly fork: Fork;
  readonly open: boolean;
  readonly locked: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** What was answered to the same question at other times or by other models, side by side to go on with one of them. */
export function AnswerVersions({ answer, fork, open, locked, onToggle }: AnswerVersionsProps): JSX.Element {
  const { post, announce, focusComposer } = useServices();
  const versions = versionsOf(answer, fork);
  const use = (branch: number): void => {
    if (branch !== fork.current) {
      post({ type: 'branchChosen', parentId: fork.parentId, branch });
    }
    onToggle(false);
    announce(t('Answer {0} is used', branch + 1));
    focusComposer();
  };
  const compared = versions.map((version, branch): ComparedAnswer => {
    const streaming = version.status === 'streaming';
    return {
      text: version.text || (version.refusal ?? version.failure?.message ?? ''),
      reasoning: version.reasoning,
      streaming,
      model: version.model.model,
      inUse: branch === fork.current,
      ...(!locked && !streaming && { onUse: () => use(branch) }),
    };
  });
  return (
    <>
      {open && <SideBySide answers={compared} />}
      <OthersToggle count={versions.length - 1} open={open} onToggle={onToggle} />
    </>
  );
}
