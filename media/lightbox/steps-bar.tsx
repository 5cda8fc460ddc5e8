import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { IconButton } from '../controls/icon-button';
import type { Step, Steps } from './steps';

interface StepsBarProps {
  readonly steps: Steps;
  readonly onStep: (step: Step) => void;
}

/** Which of several pictures is shown, and the way to the ones beside it. */
export function StepsBar({ steps: { pictures, index }, onStep }: StepsBarProps): JSX.Element {
  const count = pictures.length;
  return (
    <span class="lightbox-steps" role="group" aria-label={t('Picture {0} of {1}', index + 1, count)}>
      <IconButton
        icon="chevronLeft"
        label={t('Previous picture (Page Up)')}
        disabled={index === 0}
        onClick={() => onStep(-1)}
      />
      <span aria-hidden="true">{`${index + 1}/${count}`}</span>
      <IconButton
        icon="chevronRight"
        label={t('Next picture (Page Down)')}
        disabled={index === count - 1}
        onClick={() => onStep(1)}
      />
    </span>
  );
}
