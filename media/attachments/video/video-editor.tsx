import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { VideoAttachment } from '../../../src/shared/attachment/attachment';
import type { VideoOptions } from '../../../src/shared/attachment/options';
import { formatMediaTime } from '../../../src/shared/media-time';
import { Choice } from '../../controls/choice';
import { RangeSlider } from '../../controls/range-slider';
import { type OptionChanges, withChanges } from '../option-changes';
import { rangeOptions, useRange } from '../use-range';
import { FrameChoice } from './frame-choice';
import { FrameStepper } from './frame-stepper';
import { SoundChoice } from './sound-choice';
import { usePreview } from './use-preview';

export interface VideoEditorProps {
  readonly attachment: VideoAttachment;
  readonly onOptions: (options: VideoOptions) => void;
}

const forms = ['auto', 'video', 'frames'] as const;
const formNames = { auto: t('What suits the model'), video: t('Whole video'), frames: t('Frames') };

/** Which part of a video is sent, as a video or as frames, and what of its sound. */
export function VideoEditor({ attachment, onOptions }: VideoEditorProps): JSX.Element {
  const { name, seconds, width, height, options, hasSound } = attachment;
  const preview = usePreview(attachment);
  const [range, setRange] = useRange(options, seconds);
  const change = (changes: OptionChanges<VideoOptions>): void => onOptions(withChanges(options, changes));
  return (
    <div class="video-editor">
      {preview.problem === undefined ? (
        // The place is kept before the video is there, so that nothing jumps when it comes.
        <video
          ref={preview.video}
          class="player player-video"
          style={{ aspectRatio: `${width} / ${height}` }}
          aria-label={t('Preview of {0}', name)}
          controls
          preload="auto"
          {...(preview.url !== undefined && { src: preview.url })}
          onTimeUpdate={preview.onTime}
          onError={preview.onError}
        />
      ) : (
        <p class="quiet">{preview.problem}</p>
      )}
      <FrameStepper preview={preview} attachment={attachment} />
      <div class="video-part">
        <span id="video-part">
          {`${t('Part')} `}
          <span class="quiet">{`${formatMediaTime(range.start)} – ${formatMediaTime(range.end)}`}</span>
        </span>
        <RangeSlider
          {...range}
          seconds={seconds}
          onMove={(moved, at) => {
            setRange(moved);
            preview.seek(at);
          }}
          onChange={(chosen) => change(rangeOptions(chosen, seconds))}
        />
      </div>
      <div class="video-row">
        <span aria-hidden="true">{t('Send as')}</span>
        <Choice
          label={t('Send as')}
          options={forms}
          names={formNames}
          chosen={options.form ?? 'auto'}
          onChoose={(form) => change({ form: form === 'auto' ? undefined : form })}
        />
      </div>
      {options.form !== 'video' && (
        <FrameChoice attachment={attachment} time={preview.time} onSeek={preview.seek} onChange={change} />
      )}
      {hasSound && options.form !== 'video' && <SoundChoice attachment={attachment} onChange={change} />}
    </div>
  );
}
