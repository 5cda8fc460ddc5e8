import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { VideoAttachment } from '../../../src/shared/attachment/attachment';
import type { VideoOptions } from '../../../src/shared/attachment/options';
import { formatMediaTime } from '../../../src/shared/media-time';
import type { OptionChanges } from '../option-changes';
import { Choice } from '../../controls/choice';
import { Icon } from '../../icons/icon';
import { useServices } from '../../services';

type FrameOptions = Pick<VideoOptions, 'frameCount' | 'onSceneChange' | 'times'>;

interface FrameChoiceProps {
  readonly attachment: VideoAttachment;
  /** The moment that is looked at, in seconds. */
  readonly time: number;
  readonly onSeek: (seconds: number) => void;
  readonly onChange: (changes: OptionChanges<FrameOptions>) => void;
}

const most = 64;
const spreads = ['even', 'change'] as const;
const spreadNames = { even: t('Evenly'), change: t('Where it changes') };

/** How many frames are sent and from where, or exactly which. */
export function FrameChoice({ attachment, time, onSeek, onChange }: FrameChoiceProps): JSX.Element {
  const { announce } = useServices();
  const { frameCount, onSceneChange = false, times = [] } = attachment.options;
  const sent = attachment.parts.filter(({ type }) => type === 'image').length;
  const now = Math.round(time * 100) / 100;
  const choose = (chosen: readonly number[]): void => onChange({ times: chosen.length > 0 ? chosen : undefined });
  return (
    <>
      {times.length === 0 && (
        <div class="video-row">
          <label class="frame-count">
            {`${t('Frames')} `}
            <input
              type="number"
              min={1}
              max={most}
              value={frameCount ?? ''}
              placeholder={sent > 0 ? String(sent) : t('auto')}
              onChange={({ currentTarget }) => {
                const count = Math.round(currentTarget.valueAsNumber);
                onChange({ frameCount: Number.isFinite(count) ? Math.min(most, Math.max(1, count)) : undefined });
              }}
            />
          </label>
          <Choice
            label={t('Where frames are taken')}
            options={spreads}
            names={spreadNames}
            chosen={onSceneChange ? 'change' : 'even'}
            onChoose={(spread) => onChange({ onSceneChange: spread === 'change' ? true : undefined })}
          />
        </div>
      )}
      <div class="video-row">
        <button
          type="button"
          class="button button-secondary"
          disabled={times.includes(now)}
          onClick={() => {
            choose([...times, now].toSorted((a, b) => a - b));
            announce(t('Frame at {0} is sent', formatMediaTime(now)));
          }}
        >
          {times.length === 0 ? t('Send this frame only') : t('Send this frame too')}
        </button>
        {times.length > 0 && (
          <ul class="chosen-times" aria-label={t('Chosen frames')}>
            {times.map((chosen) => (
              <li key={chosen} class="chosen-time">
                <button
                  type="button"
                  class="text-button"
                  title={t('Show {0}', formatMediaTime(chosen))}
                  onClick={() => onSeek(chosen)}
                >
                  {formatMediaTime(chosen)}
                </button>
                <button
                  type="button"
                  class="chosen-remove"
                  aria-label={t('Leave out the frame at {0}', formatMediaTime(chosen))}
                  title={t('Leave out the frame at {0}', formatMediaTime(chosen))}
                  onClick={() => choose(times.filter((other) => other !== chosen))}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
