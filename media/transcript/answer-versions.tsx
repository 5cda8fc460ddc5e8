import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AnswerMessage, Fork } from '../../src/shared/conversation';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { BranchSwitch } from './branch-switch';
import { SideBySide, type ComparedAnswer } from './side-by-side';

/** The answers that begin the ways of a fork, the one that is shown among them; none where it is a fork of questions. */
export function versionsOf(answer: AnswerMessage, fork: Fork | undefined): readonly AnswerMessage[] {
  const firsts = fork?.branches.map((branch, index) => (index === fork.current ? answer : branch[0])) ?? [];
  return firsts.filter((first): first is AnswerMessage => first?.role === 'assistant');
}

interface AnswerVersionsProps {
  readonly versions: readonly AnswerMessage[];
  readonly fork: Fork;
  readonly locked: boolean;
  /** One of them is used. */
  readonly onUsed: () => void;
}

/** What was answered to the same question at other times or by other models, side by side to go on with one of them. */
export function AnswerVersions({ versions, fork, locked, onUsed }: AnswerVersionsProps): JSX.Element {
  const { chooseBranch, announce, focusComposer } = useServices();
  const use = (branch: number): void => {
    chooseBranch(fork.parentId, branch);
    onUsed();
    announce(t('Answer {0} is used', branch + 1));
    focusComposer();
  };
  const compared = versions.map((version, branch): ComparedAnswer => {
    const { model, reasoning } = version;
    const streaming = version.status === 'streaming';
    return {
      model,
      text: version.text || (version.refusal ?? version.failure?.message ?? ''),
      reasoning,
      streaming,
      inUse: branch === fork.current,
      onUse: locked || streaming ? undefined : () => use(branch),
    };
  });
  return <SideBySide answers={compared} namesModels />;
}

interface VersionsBarProps {
  readonly fork: Fork;
  /** Whether all of them are shown. */
  readonly open: boolean;
  readonly locked: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** Which version of an answer is shown, and the way to the others: one after the other, or all of them side by side. */
export function VersionsBar({ fork, open, locked, onToggle }: VersionsBarProps): JSX.Element {
  return (
    <div class="versions-bar">
      {!open && <BranchSwitch of="answer" fork={fork} locked={locked} />}
      <button type="button" class="text-button beside-button" onClick={() => onToggle(!open)}>
        <Icon name="columns" />
        {open ? t('One at a time') : t('Side by side')}
      </button>
    </div>
  );
}
