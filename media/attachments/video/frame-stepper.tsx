import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { VideoAttachment } from '../../../src/shared/attachment/attachment';
import { formatMediaTime } from '../../../src/shared/media-time';
import type { Preview } from './use-preview';

interface FrameStepperProps {
  readonly preview: Preview;
  readonly attachment: VideoAttachment;
}

/** Goes through a video frame by frame and second by second. */
export function FrameStepper({ preview, attachment }: FrameStepperProps): JSX.Element {
  const { time, seek } = preview;
  const frame = 1 / attachment.frameRate;
  // From the middle of a frame to the middle of another: what is seen does not depend on how times are rounded.
  const step = (frames: number): void => seek((Math.floor(time / frame + 1e-3) + frames + 0.5) * frame);
  const button = (label: string, text: string, move: () => void): JSX.Element => (
    <button type="button" class="button button-secondary step-button" title={label} onClick={move}>
      <span aria-hidden="true">{text}</span>
      <span class="visually-hidden">{label}</span>
    </button>
  );
  return (
    <div class="stepper" role="group" aria-label={t('Go to a frame')}>
      {button(t('One second back'), '−1 s', () => seek(time - 1))}
      {button(t('One frame back'), '−1 f', () => step(-1))}
      <output class="stepper-time">{formatMediaTime(time)}</output>
      {button(t('One frame on'), '+1 f', () => step(1))}
      {button(t('One second on'), '+1 s', () => seek(time + 1))}
    </div>
  );
}
