import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AudioAttachment } from '../../../src/shared/attachment/attachment';
import type { AudioOptions } from '../../../src/shared/attachment/options';
import { formatMediaTime } from '../../../src/shared/media-time';
import { Choice } from '../../controls/choice';
import { IconButton } from '../../controls/icon-button';
import { RangeSlider } from '../../controls/range-slider';
import { type OptionChanges, withChanges } from '../option-changes';
import { rangeOptions, type TimeRange, useRange } from '../use-range';
import { TimeField } from './time-field';
import { TranscriptField } from './transcript-field';
import { useSound } from './use-sound';
import { Waveform } from './waveform';

export interface AudioEditorProps {
  readonly attachment: AudioAttachment;
  readonly onOptions: (options: AudioOptions) => void;
}

const forms = ['sound', 'transcript'] as const;
const formNames = { sound: t('Sound'), transcript: t('Transcript') };
const qualities = ['auto', 'speech', 'original'] as const;
const qualityNames = { auto: t('What suits it'), speech: t('Speech'), original: t('Original') };

/** Tenths: what the sliders move by. */
const shortest = 0.1;

/** Which part of a sound is sent, and as what. */
export function AudioEditor({ attachment, onOptions }: AudioEditorProps): JSX.Element {
  const { seconds, waveform, options, instead } = attachment;
  const [range, setRange] = useRange(options, seconds);
  const sound = useSound(attachment, range);
  const form = options.form ?? (instead === 'text' ? 'transcript' : 'sound');
  const change = (changes: OptionChanges<AudioOptions>): void => onOptions(withChanges(options, changes));
  const trim = (chosen: TimeRange): void => change(rangeOptions(chosen, seconds));
  return (
    <div class="audio-editor">
      <div class="audio-part">
        {waveform && <Waveform values={waveform} seconds={seconds} {...range} time={sound.time} onSeek={sound.seek} />}
        <RangeSlider
          {...range}
          seconds={seconds}
          onMove={(moved, at) => {
            setRange(moved);
            sound.seek(at);
          }}
          onChange={trim}
        />
      </div>
      <div class="audio-row">
        <IconButton
          icon={sound.isPlaying ? 'pause' : 'play'}
          label={sound.isPlaying ? t('Pause') : t('Play the part')}
          onClick={sound.toggle}
        />
        <span class="audio-time">{`${clock(sound.time)} / ${clock(seconds)}`}</span>
        <span class="audio-times">
          <TimeField
            label={t('From')}
            value={range.start}
            min={0}
            max={range.end - shortest}
            onChange={(start) => trim({ ...range, start })}
          />
          <TimeField
            label={t('to')}
            value={range.end}
            min={range.start + shortest}
            max={seconds}
            onChange={(end) => trim({ ...range, end })}
          />
        </span>
      </div>
      {sound.problem !== undefined && (
        <p class="quiet" role="status">
          {t('{0} It can be trimmed all the same.', sound.problem)}
        </p>
      )}
      {sound.isLoading && <p class="quiet">{t('Loading…')}</p>}
      <div class="audio-row">
        <span aria-hidden="true">{t('Send as')}</span>
        <Choice
          label={t('Send as')}
          options={forms}
          names={formNames}
          chosen={form}
          onChoose={(chosen) => change({ form: chosen })}
        />
      </div>
      {form === 'sound' ? (
        <div class="audio-row">
          <span aria-hidden="true">{t('Quality')}</span>
          <Choice
            label={t('Quality')}
            options={qualities}
            names={qualityNames}
            chosen={options.quality ?? 'auto'}
            onChoose={(quality) => change({ quality: quality === 'auto' ? undefined : quality })}
          />
        </div>
      ) : (
        <TranscriptField attachment={attachment} onChange={(transcript) => change({ transcript })} />
      )}
    </div>
  );
}

function clock(seconds: number): string {
  return formatMediaTime(Math.round(seconds * 10) / 10);
}
