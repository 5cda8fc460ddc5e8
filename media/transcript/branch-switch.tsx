import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Fork } from '../../src/shared/conversation';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';

interface BranchSwitchProps {
  /** What there are several of. */
  readonly of: 'question' | 'answer';
  readonly fork: Fork;
  /** Whether another one can't be shown now. */
  readonly locked: boolean;
}

/** Moves between the ways in which the chat goes on from here: the versions of a question, or its answers. */
export function BranchSwitch({ of, fork, locked }: BranchSwitchProps): JSX.Element {
  const { chooseBranch, announce } = useServices();
  const { parentId, branches, current } = fork;
  const count = branches.length;
  const isAnswer = of === 'answer';
  const nameOf = (branch: number): string =>
    isAnswer ? t('Answer {0} of {1}', branch + 1, count) : t('Version {0} of {1}', branch + 1, count);
  const move = (branch: number): void => {
    if (!locked && branch >= 0 && branch < count) {
      chooseBranch(parentId, branch);
      announce(nameOf(branch));
    }
  };
  return (
    <span class="branch-switch" role="group" aria-label={nameOf(current)}>
      <IconButton
        icon="chevronLeft"
        label={isAnswer ? t('Previous answer') : t('Previous version')}
        disabled={locked || current === 0}
        onClick={() => move(current - 1)}
      />
      <span aria-hidden="true">{`${current + 1}/${count}`}</span>
      <IconButton
        icon="chevronRight"
        label={isAnswer ? t('Next answer') : t('Next version')}
        disabled={locked || current === count - 1}
        onClick={() => move(current + 1)}
      />
    </span>
  );
}
