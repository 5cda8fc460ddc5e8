import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Fork } from '../../src/shared/conversation';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';
import { useServices } from '../services';

interface BranchSwitchProps {
  readonly fork: Fork;
  /** Whether another one can't be shown now. */
  readonly locked: boolean;
}

/** Moves between the ways in which the chat goes on from here: the versions of a question, or its answers. */
export function BranchSwitch({ fork, locked }: BranchSwitchProps): JSX.Element {
  const { post, announce } = useServices();
  const { parentId, branches, current } = fork;
  const count = branches.length;
  const move = (branch: number): void => {
    if (!locked && branch >= 0 && branch < count) {
      post({ type: 'branchChosen', parentId, branch });
      announce(t('Version {0} of {1}', branch + 1, count));
    }
  };
  return (
    <span class="branch-switch" role="group" aria-label={t('Version {0} of {1}', current + 1, count)}>
      <StepButton
        icon="chevronLeft"
        label={t('Previous version')}
        disabled={locked || current === 0}
        onClick={() => move(current - 1)}
      />
      <span aria-hidden="true">{`${current + 1}/${count}`}</span>
      <StepButton
        icon="chevronRight"
        label={t('Next version')}
        disabled={locked || current === count - 1}
        onClick={() => move(current + 1)}
      />
    </span>
  );
}

/** It keeps the focus at the last version, where there is nothing more to step to. */
function StepButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}): JSX.Element {
  const { icon, label, disabled, onClick } = props;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
